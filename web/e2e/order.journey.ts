import type { Browser, Page } from 'playwright-core';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { settled } from './look';

describe('an order is booked and shows on the line', () => {
  let city: City;
  let browser: Browser;
  beforeAll(async () => {
    [city, browser] = await Promise.all([startCity(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await city?.stop();
  });

  /** The richest line of the central budget, as the list of lines shows it. */
  async function richestLine(page: Page): Promise<{ id: string; number: string; availableCents: number }> {
    const answer = await page.request.get(
      `${city.address}/api/v1/budget/lines?fiscalYear=2026&frame=CORE&sort=-available&limit=1`,
    );
    const { rows } = (await answer.json()) as { rows: { id: string; number: string; availableCents: number }[] };
    if (rows[0] === undefined) throw new Error('The sample city has no line in its central budget.');
    return rows[0];
  }

  async function availableOf(page: Page, number: string): Promise<number | undefined> {
    const answer = await page.request.get(
      `${city.address}/api/v1/budget/lines?fiscalYear=2026&q=${encodeURIComponent(number)}`,
    );
    const { rows } = (await answer.json()) as { rows: { number: string; availableCents: number }[] };
    return rows.find((row) => row.number === number)?.availableCents;
  }

  it('by finance: the check answers while typing, the ledger has it once, the reconciliation says 0.00', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'finanzen');
    const line = await richestLine(page);
    await page.goto(`${city.address}/budget/book?line=${line.id}&year=2026`);
    await page.getByText(line.number).first().waitFor();
    await page.getByLabel('Auftragsnummer').fill('B-2026-0815');
    await page.getByLabel('Wofür').fill('Ersatz Kernswitch Rathaus');
    await page.getByLabel('Betrag brutto').fill('1.190,00');
    await page.getByLabel('Datum').fill('15.06.2026');
    await page.getByText('Die Buchung passt.').waitFor();
    await page.getByRole('button', { name: 'Bestellung buchen' }).click();
    await page.getByText(/Gebucht\. Verfügbar sind jetzt/).waitFor();
    expect(await availableOf(page, line.number)).toBe(line.availableCents - 119_000);

    await page.goto(`${city.address}/budget/lines/${line.id}?year=2026`);
    await page.getByText('Ersatz Kernswitch Rathaus').first().waitFor();
    await page.goto(`${city.address}/reconciliation?year=2026`);
    await page
      .getByText(/Abgleich 0,00/)
      .first()
      .waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('more than there is: refused before it is sent, with the ways out, and nothing is booked', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'finanzen');
    const line = await richestLine(page);
    await page.goto(`${city.address}/budget/book?line=${line.id}&year=2026`);
    await page.getByText(line.number).first().waitFor();
    await page.getByLabel('Betrag brutto').fill('99.000.000,00');
    await page.getByText('So wird die Buchung abgelehnt').waitFor();
    await page.getByText('So geht es rechtmäßig weiter').waitFor();
    expect(await availableOf(page, line.number)).toBe(line.availableCents);
  });

  it('the committee sees what was released and cannot reach a line, neither by page nor by address', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'ausschuss');
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/dashboard/released');
    await page.goto(`${city.address}/budget/lines`);
    await page.getByRole('heading', { name: 'Diese Seite gibt es nicht' }).waitFor();
    const refused = await page.request.get(`${city.address}/api/v1/budget/lines?fiscalYear=2026`);
    expect(refused.status()).toBe(403);
  });

  it('the head of a department sees the own lines and only those', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'fachbereich');
    const own = await page.request.get(`${city.address}/api/v1/budget/lines?fiscalYear=2026&limit=200`);
    const all = await newPage(browser);
    await logIn(all, city, 'finanzen');
    const every = await all.request.get(`${city.address}/api/v1/budget/lines?fiscalYear=2026&limit=200`);
    const ids = async (answer: typeof own): Promise<string[]> =>
      ((await answer.json()) as { rows: { id: string }[] }).rows.map(({ id }) => id);
    const [ownIds, everyId] = [await ids(own), await ids(every)];
    expect(ownIds.length).toBeGreaterThan(0);
    expect(ownIds.length).toBeLessThan(everyId.length);
    const foreign = everyId.find((id) => !ownIds.includes(id));
    const refused = await page.request.get(`${city.address}/api/v1/budget/lines/${foreign}?fiscalYear=2026`);
    expect(refused.status()).toBe(404);
  });
});
