import fs from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { axeFindings } from './look';

/** Today and other days in Germany, `YYYY-MM-DD` and as it is typed. */
const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
const dayBefore = (days: number): string => berlin.format(new Date(Date.now() - days * 86_400_000));
const typed = (day: string): string => day.split('-').reverse().join('.');

interface PlanRow {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

describe('a plan from the draft to the ledger', () => {
  let city: City;
  let browser: Browser;
  beforeAll(async () => {
    [city, browser] = await Promise.all([startCity(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await city?.stop();
  });

  const thisYear = Number(berlin.format(new Date()).slice(0, 4));
  const lastYear = thisYear - 1;
  const name = `Haushalt ${thisYear}, fortgeschrieben`;

  const plans = async (page: Page, year: number): Promise<PlanRow[]> => {
    const answer = await page.request.get(`${city.address}/api/v1/planning/plan-versions?fiscalYear=${year}`);
    return ((await answer.json()) as { rows: PlanRow[] }).rows;
  };

  /** Sum of the appropriations of the lines on accounts 42 and of all others, as the ledger has them. */
  async function ledger(page: Page, year: number): Promise<{ indexed: number; others: number }> {
    const answer = await page.request.get(`${city.address}/api/v1/budget/lines/grid?fiscalYear=${year}`);
    const { columns } = (await answer.json()) as {
      columns: { account: string[]; appropriationCents: number[] };
    };
    const sum = (isIndexed: boolean): number =>
      columns.account.reduce(
        (total, account, at) =>
          account.startsWith('42') === isIndexed ? total + (columns.appropriationCents[at] ?? 0) : total,
        0,
      );
    return { indexed: sum(true), others: sum(false) };
  }

  async function step(page: Page, button: string, fill: Readonly<Record<string, string>> = {}): Promise<void> {
    await page.getByRole('button', { name: button }).click();
    const dialog = page.getByRole('dialog');
    for (const [label, value] of Object.entries(fill)) await dialog.getByLabel(label).fill(value);
    const confirm = button === 'Ratsbeschluss eintragen' ? 'Freigabe beantragen' : button;
    await dialog.getByRole('button', { name: confirm }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  it('drafted with +2.5 %, compared, introduced, adopted by two people, published and in force to the cent', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'finanzen');
    const before = await ledger(page, lastYear);
    const [last] = (await plans(page, lastYear)).filter(({ state }) => state === 'in_force');
    if (last === undefined) throw new Error('The sample city has no plan in force.');

    // The draft: last year's plan, accounts 42 grow by 2.5 %; the preview says what would come of it.
    await page.goto(`${city.address}/planning`);
    await page.getByRole('button', { name: 'Planfassung anlegen' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('Für welchen Haushalt?').selectOption(String(thisYear));
    await form.getByLabel('Womit beginnen?').selectOption(last.id);
    await form.getByRole('button', { name: 'Regel hinzufügen' }).click();
    await form.getByLabel('Ziffern').fill('42');
    await form.getByLabel(`${thisYear} in %`).fill('2,5');
    await form.getByRole('button', { name: 'Vorschau rechnen' }).click();
    await form.getByText(/Regel 1 passt auf \d+ Zeilen/).waitFor();
    await form.getByRole('button', { name: 'Planfassung anlegen' }).click();
    await page.getByRole('heading', { name: 'Wie ist die Fassung entstanden?' }).waitFor();
    await page.getByText(`Kopie von „${last.name}“`).waitFor();
    const draft = (await plans(page, thisYear)).find((plan) => plan.name === name);

    // Beside last year's plan only the lines of the rule differ.
    await page.getByRole('link', { name: 'Vergleichen' }).click();
    await page.getByRole('heading', { name: 'Welche Zeilen sind anders?' }).waitFor();
    await page.getByText(/0 neu, 0 entfallen, \d+ mit anderem Betrag/).waitFor();
    await page
      .getByText(/beim Kopieren fortgeschrieben/)
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.goto(`${city.address}/planning/${draft?.id}`);
    await step(page, 'Einbringen');
    await step(page, 'Ratsbeschluss eintragen', {
      'Beschlossen am': typed(dayBefore(0)),
      'Vorlage oder Niederschrift': 'VO/1/23',
    });
    await page.getByText('Der Ratsbeschluss wartet auf eine zweite Person.').first().waitFor();

    const second = await newPage(browser);
    await logIn(second, city, 'finanzen2');
    await second.goto(`${city.address}/settings/approvals`);
    await second.getByRole('button', { name: /^Freigeben: / }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click();
    await second.getByText('Freigegeben.').first().waitFor();

    await page.reload();
    await step(page, 'Der Aufsicht vorlegen', { 'Vorgelegt am': typed(dayBefore(0)) });
    await step(page, 'Bekannt machen', { 'Letzter Tag der Auslegung': typed(dayBefore(1)) });
    await step(page, 'In Kraft setzen');
    await page.getByText('Für diese Fassung ist nichts mehr zu tun.').waitFor();

    // The ledger carries it to the cent: the sum of the group grew by exactly 2.5 %, rounded once.
    const after = await ledger(page, thisYear);
    expect(after).toEqual({
      indexed: Number((BigInt(before.indexed) * 1025n + 500n) / 1000n),
      others: before.others,
    });
    await page.goto(`${city.address}/reconciliation?year=${thisYear}`);
    await page
      .getByText(/Abgleich 0,00/)
      .first()
      .waitFor();
    expect([...complaintsOf(page), ...complaintsOf(second)]).toEqual([]);
  });

  it('the plan is printed and named; an earlier day shows what stood there', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'finanzen');
    const plan = (await plans(page, thisYear)).find((row) => row.name === name);
    await page.goto(`${city.address}/planning/${plan?.id}?stand=${dayBefore(0)}`);
    await page.getByText('Damals: in Kraft').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Drucken (PDF)', exact: true }).click(),
    ]);
    expect(paper.suggestedFilename()).toBe(`haushaltsplan ${name}.pdf`);
    expect(fs.readFileSync(await paper.path(), 'latin1').slice(0, 8)).toBe('%PDF-1.7');
    expect(complaintsOf(page)).toEqual([]);
  });
});
