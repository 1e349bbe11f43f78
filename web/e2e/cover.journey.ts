import type { Browser, Page } from 'playwright-core';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';

const LINE = 'Firewall und Netzsicherheit';

describe('an order that is refused finds its lawful way on', () => {
  let city: City;
  let browser: Browser;
  beforeAll(async () => {
    [city, browser] = await Promise.all([startCity(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await city?.stop();
  });

  async function lineOf(page: Page): Promise<{ id: string; availableCents: number }> {
    const answer = await page.request.get(
      `${city.address}/api/v1/budget/lines?fiscalYear=2026&q=${encodeURIComponent(LINE)}`,
    );
    const { rows } = (await answer.json()) as { rows: { id: string; availableCents: number }[] };
    if (rows[0] === undefined) throw new Error(`The sample city has no line ${LINE}.`);
    return rows[0];
  }

  async function fillOrder(page: Page, lineId: string, number: string, euro: string): Promise<void> {
    await page.goto(`${city.address}/budget/book?line=${lineId}&year=2026`);
    await page.getByText(LINE).first().waitFor();
    await page.getByLabel('Auftragsnummer').fill(number);
    await page.getByLabel('Wofür').fill('Neue Firewall für das Rathaus');
    await page.getByLabel('Betrag brutto').fill(euro);
    await page.getByLabel('Datum').fill('15.06.2026');
  }

  it('refused, transferred by the prefilled form, booked; what was missing is there to the cent, and all reconciles', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'finanzen');
    const line = await lineOf(page);
    const missingCents = 2_000_000 - line.availableCents;
    expect(missingCents).toBeGreaterThan(0);

    await fillOrder(page, line.id, 'B-2026-0900', '20.000,00');
    await page.getByText('So wird die Buchung abgelehnt').waitFor();
    await page.getByText('So geht es rechtmäßig weiter').waitFor();
    await page.getByRole('link', { name: 'Umbuchen', exact: true }).click();

    await page.getByRole('heading', { name: 'Wie viel soll von welcher Zeile an welche?' }).waitFor();
    await page.getByText('So geht es.').waitFor();
    await page.getByLabel('Begründung').fill('Die Firewall hält den Angriffen nicht mehr stand');
    await page.getByRole('button', { name: 'Umbuchung buchen' }).click();
    await page.getByText('Gebucht: Beide Zeilen zeigen den neuen Stand.').waitFor();
    expect((await lineOf(page)).availableCents).toBe(line.availableCents + missingCents);

    await fillOrder(page, line.id, 'B-2026-0901', '20.000,00');
    await page.getByText('Die Buchung passt.').waitFor();
    await page.getByRole('button', { name: 'Bestellung buchen' }).click();
    await page.getByText(/Gebucht\. Verfügbar sind jetzt 0,00/).waitFor();

    await page.goto(`${city.address}/reconciliation?year=2026`);
    await page
      .getByText(/Abgleich 0,00/)
      .first()
      .waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('a head asks for a transfer between own lines, finance books it', async () => {
    const finance = await newPage(browser);
    await logIn(finance, city, 'finanzen');
    await finance.goto(`${city.address}/authority/transfers?year=2026`);
    await finance.getByText('Eine Umbuchung wartet auf Ihre Entscheidung.').waitFor();
    await finance.getByRole('link', { name: /LAN-Ausbau Grundschule Altstadt →/ }).click();
    await finance.getByText('Noch ist nichts umgebucht').waitFor();
    await finance.getByRole('button', { name: 'Buchen' }).click();
    await finance.getByRole('button', { name: 'Umbuchung buchen' }).click();
    await finance.getByText('Gebucht: Beide Zeilen zeigen den neuen Stand.').waitFor();

    const head = await newPage(browser);
    await logIn(head, city, 'fachbereich');
    await head.goto(`${city.address}/authority/transfers?year=2026`);
    await head.getByRole('link', { name: /LAN-Ausbau Grundschule Altstadt →/ }).waitFor();
    await head.getByRole('row', { name: /LAN-Ausbau Grundschule Altstadt.*gebucht/ }).waitFor();
    expect(await head.getByRole('link', { name: /DMS-Ausbau/ }).count()).toBe(0);
  });
});
