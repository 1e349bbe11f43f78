import type { Browser, Page } from 'playwright-core';
import type { SnapshotChanges, SnapshotPage } from '@etatlotse/contracts/snapshot/plain';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { settled } from './look';

const NOTE = 'INTERN-4711: nicht für den Ausschuss';
const TABLET = { viewport: { width: 768, height: 1024 } };

describe('what the committee knows', () => {
  let city: City;
  let browser: Browser;
  beforeAll(async () => {
    [city, browser] = await Promise.all([startCity(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await city?.stop();
  });

  async function as(account: 'finanzen' | 'finanzen2' | 'ausschuss', options = {}): Promise<Page> {
    const page = await newPage(browser, options);
    await logIn(page, city, account);
    return page;
  }
  /** Freezes in the form, for the meeting of 30 April, and lets the second person release it. */
  async function freeze(page: Page, second: Page, day: string | null): Promise<void> {
    await page.goto(`${city.address}/council/snapshots?year=2026`);
    await page.getByRole('button', { name: 'Stand einfrieren' }).click();
    const form = page.getByRole('dialog');
    await form
      .getByLabel('Sitzung')
      .selectOption({ label: '30.04.2026 Ausschuss für Finanzen, Personal und Digitalisierung' });
    if (day !== null) await form.getByLabel('Buchungen bis').fill(day);
    await form.getByLabel(/öffentlichen Seite/).check();
    await form.getByRole('button', { name: 'Einfrieren' }).click();
    await page.getByText('wartet auf zweite Person').waitFor();
    await second.goto(`${city.address}/council/snapshots?year=2026`);
    await second
      .getByRole('row', { name: /wartet auf zweite Person/ })
      .getByRole('link')
      .first()
      .click();
    await second.getByRole('button', { name: 'Für den Ausschuss freigeben' }).click();
    await second.getByText('Freigegeben. Der Ausschuss sieht diese Zahlen.').waitFor();
  }
  async function newest(page: Page): Promise<SnapshotPage['rows'][number] | undefined> {
    const answer = await page.request.get(`${city.address}/api/v1/snapshots?fiscalYear=2026`);
    return ((await answer.json()) as SnapshotPage).rows[0];
  }

  it('finance freezes 30 April and publishes the paper; a member reads it on a tablet and drills to a booking', async () => {
    const [finance, second] = [await as('finanzen'), await as('finanzen2')];
    await freeze(finance, second, '30.04.2026');

    await finance.goto(`${city.address}/council/papers/new`);
    await finance.getByLabel('Titel').fill('IT im Haushalt 2026');
    await finance.getByLabel('Nummer der Drucksache').fill('26-28999');
    await finance.getByLabel('Datum der Vorlage').fill('27.04.2026');
    await finance
      .getByLabel('1. Sitzung')
      .selectOption({ label: '30.04.2026 Ausschuss für Finanzen, Personal und Digitalisierung' });
    await finance.getByLabel('Stand der Zahlen').selectOption({ index: 1 });
    await finance.getByRole('button', { name: 'Speichern' }).click();
    await finance.getByRole('button', { name: 'Veröffentlichen' }).click();
    await finance.getByText('Veröffentlicht. Die Gremien sehen die Vorlage.').waitFor();

    const member = await as('ausschuss', TABLET);
    await member.goto(`${city.address}/council/papers`);
    await member.getByRole('link', { name: 'IT im Haushalt 2026' }).click();
    await member.getByText('1,5 Mio. Euro').first().waitFor();
    await member.goto(`${city.address}/dashboard/released?knownOn=2026-04-30&year=2026`);
    await member.getByText('Stand der Daten: 30.04.2026').waitFor();
    await settled(member);
    expect(await member.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await member.getByRole('link', { name: 'DMS-Ausbau stadtweit' }).click();
    await member.getByRole('row', { name: /Ist/ }).first().waitFor();
    expect(complaintsOf(member)).toEqual([]);
  });

  it('what is booked in between is exactly what the change view tells; the public page shows no internal note', async () => {
    const [finance, second] = [await as('finanzen'), await as('finanzen2')];
    const before = await newest(finance);
    await freeze(finance, second, null);
    const start = await newest(finance);
    const lines = await finance.request.get(
      `${city.address}/api/v1/budget/lines?fiscalYear=2026&frame=CORE&sort=-available&limit=5`,
    );
    const { rows } = (await lines.json()) as { rows: { id: string; number: string }[] };
    for (const [at, { number, id }] of rows.entries()) {
      await finance.goto(`${city.address}/budget/book?line=${id}&year=2026`);
      await finance.getByText(number).first().waitFor();
      await finance.getByLabel('Auftragsnummer').fill(`B-26-471${at}`);
      await finance.getByLabel('Wofür').fill(NOTE);
      await finance.getByLabel('Betrag brutto').fill('10,00');
      await finance.getByLabel('Datum').fill('15.06.2026');
      await finance.getByText('Die Buchung passt.').waitFor();
      await finance.getByRole('button', { name: 'Bestellung buchen' }).click();
      await finance.getByText(/Gebucht\. Verfügbar sind jetzt/).waitFor();
    }
    await freeze(finance, second, null);
    const end = await newest(finance);
    expect(new Set([before?.id, start?.id, end?.id]).size).toBe(3);

    const member = await as('ausschuss');
    await member.goto(`${city.address}/council/snapshots/changes?after=${end?.id}&before=${start?.id}`);
    await member.getByText('5 Änderungen;').waitFor();
    const told = await member.request.get(`${city.address}/api/v1/snapshots/${end?.id}/changes?beforeId=${start?.id}`);
    const { changes } = (await told.json()) as SnapshotChanges;
    expect(changes.map(({ figures }) => figures.map(({ name, difference }) => [name, difference]))).toEqual(
      Array.from({ length: 5 }, () => [['commitment', 1000]]),
    );
    for (const path of ['', '/2026-04-30', '/barrierefreiheit']) {
      const page = await member.request.get(`${city.address}/oeffentlich/loewenstadt${path}`);
      expect(page.status()).toBe(200);
      expect(await page.text()).not.toContain('INTERN');
    }
    const file = await member.request.get(`${city.address}/api/v1/snapshots/${end?.id}/snapshot.json`);
    expect(await file.text()).not.toContain('INTERN');
  });
});
