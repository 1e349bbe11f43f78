import type { Browser, Page } from 'playwright-core';
import type { Reading } from '@etatlotse/contracts/council/plain';
import type { PlanGrid } from '@etatlotse/contracts/planning/plain';
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

  async function as(account: 'finanzen' | 'finanzen2' | 'ausschuss' | 'gremien', options = {}): Promise<Page> {
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
    await member.getByRole('link', { name: 'DMS-Ausbau stadtweit', exact: true }).click();
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

  it('the office sets up a reading, a member tries motions, votes are taken by key, and the plan is built by them to the cent', async () => {
    const [office, member] = [await as('gremien'), await as('ausschuss')];
    await office.goto(`${city.address}/council/readings`);
    await office.getByRole('button', { name: 'Lesung anlegen' }).click();
    const form = office.getByRole('dialog');
    await form.getByLabel('Eingebrachter Plan').selectOption({ label: 'Haushalt 2027, eingebracht (Demo)' });
    await form
      .getByLabel('Sitzung')
      .selectOption({ label: '30.04.2026 Ausschuss für Finanzen, Personal und Digitalisierung' });
    await form.getByRole('button', { name: 'Lesung anlegen' }).click();
    for (const [code, amount] of [
      ['FWE501', '1.000,01'],
      ['FWE502', '2.000,00'],
    ] as const) {
      await office.getByRole('button', { name: 'Antrag eintragen' }).first().click();
      const motion = office.getByRole('dialog');
      await motion.getByLabel('Nummer im Rat').fill(code);
      await motion.getByLabel('Fraktion', { exact: true }).fill('Fraktion Weiß');
      await motion.getByLabel('Worum geht es?').fill('Mehr für das DMS');
      await motion.getByLabel('Zeile hinzufügen').fill('DMS-Ausbau');
      await motion.getByRole('button', { name: /DMS-Ausbau stadtweit/ }).click();
      await motion.getByLabel('Änderung in €').fill(amount);
      await motion.getByRole('button', { name: 'Antrag eintragen' }).click();
      await motion.waitFor({ state: 'detached' });
    }
    await office.getByText('Mit den 2 gewählten Anträgen fehlen 3.000,01 € Deckung in 2027.').waitFor();
    const address = office.url();
    const id = address.split('/').at(-1) ?? '';
    const read = async (): Promise<Reading> =>
      (await (await office.request.get(`${city.address}/api/v1/council/readings/${id}`)).json()) as Reading;
    const planned = async (lineId: string): Promise<number> => {
      const { plan } = await read();
      const answer = await office.request.get(`${city.address}/api/v1/planning/plan-versions/${plan.id}/amounts`);
      const grid = (await answer.json()) as PlanGrid;
      return grid.amountCents[grid.years.indexOf(2027)]?.[grid.columns.lineId.indexOf(lineId)] ?? 0;
    };
    const [cell] = (await read()).draft.cells;
    await office.getByRole('button', { name: 'Für das Gremium freigeben' }).click();
    await office.getByText('Freigegeben. Das Gremium sieht die Anträge.').waitFor();

    await member.goto(address);
    await member.getByRole('checkbox', { name: /FWE502 mitrechnen/ }).uncheck();
    await member.getByText('Mit dem gewählten Antrag fehlen 1.000,01 € Deckung in 2027.').waitFor();

    await office.getByRole('link', { name: 'Abstimmen' }).click();
    await office.getByRole('heading', { name: /FWE501/ }).waitFor();
    await office.keyboard.press('1');
    await office.getByRole('heading', { name: /FWE502/ }).waitFor();
    await office.keyboard.press('2');
    await office.getByText('die Abstimmung kann abgeschlossen werden').waitFor();
    await office.getByRole('link', { name: 'Zur Lesung' }).click();
    await office.getByRole('button', { name: 'Abstimmung abschließen' }).click();
    await office.getByRole('button', { name: 'Ja, abschließen' }).click();
    await office.getByText('Abgeschlossen. Der Plan enthält die angenommenen Anträge.').waitFor();
    expect(await planned(cell?.lineId ?? '')).toBe((cell?.plannedCents ?? 0) + 100_001);
    expect([...complaintsOf(office), ...complaintsOf(member)]).toEqual([]);
  });
});
