import type { Browser, Locator, Page } from 'playwright-core';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { axeFindings, settled, tooWide } from './look';

interface Grid {
  readonly years: readonly number[];
  readonly planYears: readonly number[];
  readonly columns: { readonly lineId: readonly string[]; readonly frame: readonly (string | null)[] };
  readonly amountCents: readonly (readonly (number | null)[])[];
}

interface Version {
  readonly id: string;
  readonly state: string;
  readonly firstYear: number;
}

const PLANS = '/api/v1/planning/plan-versions';
const DAY_MS = 86_400_000;

/** A day as a person writes it, so many days ago. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toLocaleDateString('de-DE', {
    ...{ day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Europe/Berlin' },
  });
}

describe('finance plans a year by keyboard and clipboard', () => {
  let city: City;
  let browser: Browser;
  let year: number;
  let nachtrag: string;
  beforeAll(async () => {
    [city, browser] = await Promise.all([startCity(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await city?.stop();
  });

  const read = async <Answer>(page: Page, path: string): Promise<Answer> =>
    (await (await page.request.get(`${city.address}${path}`)).json()) as Answer;

  async function openGrid(page: Page, id: string, view = '?compare=plan'): Promise<Locator> {
    await page.goto(`${city.address}/planning/${id}/amounts${view}`);
    const grid = page.getByRole('grid');
    await grid.waitFor();
    await settled(page);
    return grid;
  }

  /** The copy of the plan in force that changes it during the year. */
  async function makeNachtrag(page: Page): Promise<void> {
    await page.goto(`${city.address}/planning`);
    const { rows } = await read<{ rows: Version[] }>(page, PLANS);
    const inForce = rows.filter(({ state }) => state === 'in_force').sort((a, b) => b.firstYear - a.firstYear)[0];
    if (inForce === undefined) throw new Error('The sample city has no plan in force.');
    year = inForce.firstYear;
    await page.getByRole('button', { name: 'Planfassung anlegen' }).click();
    await page.getByLabel('Name').fill('Erster Nachtrag');
    await page.getByRole('dialog').getByText('Nachtrag', { exact: true }).click();
    await page.getByLabel('Für welchen Haushalt?').selectOption(String(year));
    await page.getByLabel('Womit beginnen?').selectOption(inForce.id);
    await page.getByRole('dialog').getByRole('button', { name: 'Planfassung anlegen' }).click();
    await page.waitForURL(/planning\/[0-9a-f-]{36}/);
    nachtrag = /planning\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  }

  async function clip(page: Page, text: string): Promise<void> {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  }

  const saved = (page: Page): Promise<void> => page.getByText(/^Gespeichert \d\d:\d\d$/).waitFor();
  const sums = (page: Page, row: string): Locator => page.getByRole('row', { name: new RegExp(`^${row}`) });
  const withClipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

  it('types, fills and pastes the years to come; blocks come from Excel and go back to it', async () => {
    const page = await newPage(browser, withClipboard);
    await logIn(page, city, 'finanzen');
    await makeNachtrag(page);
    const grid = await openGrid(page, nachtrag);
    await page.keyboard.press('Tab');
    await grid.focus();
    // The first line: 1,000.00 for the year after next, carried on by two percent a year.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('1000');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.type('=');
    await page.keyboard.type('Vorjahr*1,02');
    await page.keyboard.press('Enter');
    await page.getByText('2 Beträge geändert.').waitFor();
    // The two lines below come from a spreadsheet: a blank is nothing planned, 0 is 0.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await clip(page, '2.000,00\t2.000,50\t\r\n0\t3000\t-5,00\r\n');
    await page.keyboard.press('Control+v');
    await page.getByText('6 Beträge eingefügt.').waitFor();
    await saved(page);
    const { amountCents, columns } = await read<Grid>(page, `${PLANS}/${nachtrag}/amounts`);
    const shown = columns.frame.flatMap((frame, at) => (frame === 'CORE' ? [at] : []));
    const later = amountCents.slice(2).map((ofYear) => shown.slice(0, 3).map((at) => ofYear[at]));
    expect(later).toEqual([
      [100_000, 200_000, 0],
      [102_000, 200_050, 300_000],
      [104_040, null, -500],
    ]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    await page.getByText('4 Zellen kopiert.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1000,00\t1020,00\r\n2000,00\t2000,50');
    expect(complaintsOf(page)).toEqual([]);
  });

  it('breaks the ceiling, sees it at once, takes it back and shifts money so that the frame fits', async () => {
    const page = await newPage(browser, withClipboard);
    await logIn(page, city, 'finanzen');
    const grid = await openGrid(page, nachtrag);
    const lead = page.locator('et-page-head');
    await lead.getByText(`${year} passt genau.`).waitFor();
    await grid.focus();
    await page.keyboard.press('Control+ArrowUp');
    await page.keyboard.press('Control+Shift+ArrowDown');
    await page.keyboard.type('+');
    await page.keyboard.type('10%');
    await page.keyboard.press('Enter');
    await lead.getByText(`${year} liegt 350.000,`).waitFor();
    await sums(page, 'Abstand zum Rahmen Kern-IT').getByText('−350.000,').waitFor();
    await saved(page);
    // The undo is a change like any other: it is saved, and the frame fits again.
    await page.keyboard.press('Control+z');
    await lead.getByText(`${year} passt genau.`).waitFor();
    // 1,000.00 from the second line to the first, to the cent.
    await page.keyboard.press('Control+ArrowUp');
    await page.keyboard.type('+');
    await page.keyboard.type('1000');
    await page.keyboard.press('Enter');
    await lead.getByText(`${year} liegt 1.000,00 € über dem Rahmen.`).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('+');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('-1000');
    await page.keyboard.press('Enter');
    await lead.getByText(`${year} passt genau.`).waitFor();
    await page.keyboard.press('Control+s');
    await saved(page);
    expect(await tooWide(page)).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
  });

  it('a row is typed as in Excel; a sheet with years in its head lands under its years', async () => {
    const page = await newPage(browser, withClipboard);
    await logIn(page, city, 'finanzen');
    const grid = await openGrid(page, nachtrag);
    await grid.focus();
    // The fifth line, from the first year after the plan on: typed along the row, and a sum instead of a calculator.
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'])
      await page.keyboard.press(key);
    await page.keyboard.type('110');
    await page.keyboard.press('Tab');
    await page.keyboard.type('120');
    await page.keyboard.press('Tab');
    await page.keyboard.type('=');
    await page.keyboard.type('12*10,50');
    await page.keyboard.press('Enter');
    await page.getByText('1 Betrag geändert.').waitFor();
    await page.keyboard.press('Enter');
    await clip(page, `${year + 2}\tAnsatz ${year + 1} in €\r\n1.000,50\t-   €\r\n`);
    await page.keyboard.press('Control+v');
    await page.getByText('2 Beträge eingefügt. Die Jahre im Kopf').waitFor();
    await page.getByText(/^Summe 1\.000,50\s€ · Anzahl 2 · Mittelwert 500,25\s€$/).waitFor();
    await saved(page);
    const { amountCents, columns } = await read<Grid>(page, `${PLANS}/${nachtrag}/amounts`);
    const [fifth = 0, sixth = 0] = columns.frame.flatMap((frame, at) => (frame === 'CORE' ? [at] : [])).slice(4, 6);
    expect(amountCents.slice(2).map((ofYear) => ofYear[fifth])).toEqual([11_000, 12_000, 12_600]);
    expect(amountCents.slice(2, 4).map((ofYear) => ofYear[sixth])).toEqual([0, 100_050]);
    expect(complaintsOf(page)).toEqual([]);
  });

  it('the column of the names is drawn wider, and a double click fits it to them', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'finanzen');
    await openGrid(page, nachtrag);
    const head = page.getByRole('columnheader', { name: 'Zeile', exact: true });
    const width = async (): Promise<number> => Math.round((await head.boundingBox())?.width ?? 0);
    const before = await width();
    const edge = page.locator('.et-plan-grid__grip');
    const { x = 0, y = 0 } = (await edge.boundingBox()) ?? {};
    await page.mouse.move(x + 4, y + 10);
    await page.mouse.down();
    await page.mouse.move(x + 104, y + 10, { steps: 4 });
    await page.mouse.up();
    expect(await width()).toBe(before + 100);
    await edge.dblclick();
    const cut = await page
      .getByRole('rowheader')
      .getByRole('link')
      .evaluateAll((names) =>
        names.filter((name) => name.parentElement!.scrollWidth > name.parentElement!.clientWidth),
      );
    expect(cut).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
  });

  it('a figure typed just before leaving is there; without a net it waits, and the browser asks before it closes', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'finanzen');
    const grid = await openGrid(page, nachtrag);
    await grid.focus();
    const seventh = ['ArrowRight', ...Array<string>(6).fill('ArrowDown')];
    for (const key of seventh) await page.keyboard.press(key);
    const isSaved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await page.keyboard.type('710');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Erster Nachtrag' }).click();
    expect((await isSaved).status()).toBe(200);
    await page.goBack();
    await page.getByRole('grid').getByText('710,00').waitFor();
    await page.context().setOffline(true);
    await grid.focus();
    for (const key of seventh) await page.keyboard.press(key);
    await page.keyboard.type('720');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Keine Verbindung').waitFor();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await page.context().setOffline(false);
    await saved(page);
    await page.reload();
    await page.getByRole('grid').getByText('720,00').waitFor();
  });

  it('two people plan at once: the later one sees what stands there now and decides', async () => {
    const [first, second] = [await newPage(browser), await newPage(browser)];
    await Promise.all([logIn(first, city, 'finanzen'), logIn(second, city, 'finanzen2')]);
    const [mine, theirs] = [await openGrid(first, nachtrag), await openGrid(second, nachtrag)];
    for (const [page, grid, amount] of [
      [second, theirs, '4444'],
      [first, mine, '5555'],
    ] as const) {
      await grid.focus();
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
      await page.keyboard.type(amount);
      await page.keyboard.press('Enter');
      if (page === second) await saved(page);
    }
    await first.getByText(/dort steht jetzt 4\.444,00\s€, Sie haben 5\.555,00\s€/).waitFor();
    await first.getByRole('button', { name: 'Fremde Beträge übernehmen' }).click();
    await first.getByRole('grid').getByText('4.444,00').waitFor();
    expect([...complaintsOf(first), ...complaintsOf(second)]).toEqual([]);
  });

  it('says why: a note at the amount, an explanation of the line, months that add up', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'finanzen');
    const grid = await openGrid(page, nachtrag);
    await grid.focus();
    await page.keyboard.press('Shift+F2');
    await page.getByLabel('Was steht dazu im Plan?').fill('Der Rahmenvertrag wird vorgezogen.');
    await page.getByRole('button', { name: 'Erläuterung speichern' }).click();
    await page
      .getByText(/^Frauke Finke/)
      .first()
      .waitFor();
    await page.getByLabel(`Notiz zu ${year}`).fill('Angebot vom Mai');
    await page.getByRole('button', { name: 'Notiz speichern' }).click();
    await page.getByText('Notiz: Angebot vom Mai').first().waitFor({ state: 'attached' });
    await page.getByText('eigene Beträge').click();
    const january = page.getByLabel('Januar');
    const before = await january.inputValue();
    await january.fill('0');
    await page.getByText(`Es fehlen ${before.replace(/^(\d+)(\d{3}),/, '$1.$2,')} €.`).waitFor();
    await january.fill(before);
    await page.getByRole('button', { name: 'Monate speichern' }).click();
    await page.getByText('Es fehlen').waitFor({ state: 'detached' });
    expect(await axeFindings(page)).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
  });

  it('is read on a phone, one line at a time, and every year of it', async () => {
    const page = await newPage(browser, { viewport: { width: 390, height: 844 } });
    await logIn(page, city, 'finanzen');
    await openGrid(page, nachtrag);
    await page.getByRole('grid').getByRole('link').first().click();
    await page.getByLabel(`${year + 3}, €`).fill('1061,21');
    await page.getByLabel(`${year + 3}, €`).press('Enter');
    await page.getByRole('button', { name: 'Schließen' }).click();
    await saved(page);
    expect(await axeFindings(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
  });

  it('introduces the version, two people adopt it, and the ledger carries it to the cent', async () => {
    const [page, other] = [await newPage(browser), await newPage(browser)];
    await Promise.all([logIn(page, city, 'finanzen'), logIn(other, city, 'finanzen2')]);
    await page.goto(`${city.address}/planning/${nachtrag}`);
    const take = async (step: string, fill: () => Promise<unknown>, confirm = step): Promise<void> => {
      await page.getByRole('button', { name: step, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await fill();
      await dialog.getByRole('button', { name: confirm, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    // The first line has extra authority already; only a person knows whether the new amount holds it (T16).
    await page.getByRole('radio', { name: /^Nein, sie kommen dazu/ }).check();
    await page.getByText('Alle beantwortet.').waitFor();
    await take('Einbringen', () => Promise.resolve());
    await take(
      'Ratsbeschluss eintragen',
      async () => {
        await page.getByLabel('Beschlossen am').fill(daysAgo(3));
        await page.getByLabel('Vorlage oder Niederschrift').fill('26-31007');
      },
      'Freigabe beantragen',
    );
    await other.goto(`${city.address}/settings/approvals`);
    await other
      .getByRole('button', { name: /^Freigeben/ })
      .first()
      .click();
    await other.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click();
    await other.getByText('Freigegeben.').waitFor();
    await page.reload();
    await take('Der Aufsicht vorlegen', () => page.getByLabel('Vorgelegt am').fill(daysAgo(2)));
    await take('Bekannt machen', () => page.getByLabel('Letzter Tag der Auslegung').fill(daysAgo(1)));
    await take('In Kraft setzen', () => Promise.resolve());
    await expectLedgerCarries(page);
    await page.goto(`${city.address}/reconciliation?year=${year}`);
    await page
      .getByText(/Abgleich 0,00/)
      .first()
      .waitFor();
    expect([...complaintsOf(page), ...complaintsOf(other)]).toEqual([]);
  });

  /** Every amount of the plan stands in the ledger as appropriation of its line, to the cent. */
  async function expectLedgerCarries(page: Page): Promise<void> {
    const { columns, amountCents, years } = await read<Grid>(page, `${PLANS}/${nachtrag}/amounts`);
    const planned = amountCents[years.indexOf(year)] ?? [];
    const carried = await Promise.all(
      columns.lineId.map(async (lineId) => {
        const line = await read<{ balance: { appropriationCents: number } }>(
          page,
          `/api/v1/budget/lines/${lineId}?fiscalYear=${year}`,
        );
        return line.balance.appropriationCents;
      }),
    );
    expect(carried).toEqual(planned.map((amount) => amount ?? 0));
  }
});
