import type { Browser, Page } from 'playwright-core';
import { type Account, complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { axeFindings } from './look';

/*
 * From a file to a question: the personnel office brings in the staffing plan, a head the case numbers of the own department;
 * the head sees that people are missing, moves the start of a project, sees FTE and both euro values move, keeps the question,
 * and opens it again.
 */

const UNIT = 'Fachbereich Schule';
const TASK = 'Schulanmeldungen';
const YEAR = 2027;
const SCENARIO = 'Probe: Start ein Jahr später';
const READ_MS = 60_000;

/** Product groups, product areas and the city below each other, as Münster prints it: adding up all rows gives three times as much. */
const STAFFING_PLAN = [
  `Code,Bezeichnung,Ebene,Stellen_Beamte_VZAE_${YEAR},Stellen_Tarif_VZAE_${YEAR},Stellen_Gesamt_VZAE_${YEAR}`,
  '9101,RAT UND VERWALTUNGSFÜHRUNG,PG,2.5,7.75,10.25',
  '9115,IT-MANAGEMENT,PG,10.0,0.0,10.0',
  '9501,"HILFEN FÜR WOHNEN, PFLEGE UND TEILHABE",PG,4.25,16.0,20.25',
  '91,Innere Verwaltung,Produktbereich-Summe,12.5,7.75,20.25',
  '95,Soziale Leistungen,Produktbereich-Summe,4.25,16.0,20.25',
  ',Gesamtsumme Stadt Musterhausen,Summe,16.75,23.75,40.5',
].join('\r\n');

/** A year a row with its months beside each other; the second row is not the head's to bring in. */
const VOLUMES = [
  'Aufgabe;Einheit;Jahr;Art;Januar;Februar;März;April;Mai;Juni;Juli;August;September;Oktober;November;Dezember',
  `${TASK};FB 40;${YEAR};geplant;900;2.400;3.100;2.200;1.900;1.500;1.200;900;1.000;900;900;800`,
  `Bauvoranfragen;FB 60;${YEAR};geplant;20;20;20;20;20;20;20;20;20;20;20;20`,
].join('\r\n');

let city: City;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const enterAs = async (account: Account): Promise<void> => {
  page = await newPage(browser);
  await logIn(page, city, account);
};
const drop = async (name: string, content: string): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(content) }]);
  await page.getByRole('button', { name: 'Datei prüfen' }).click();
};
/** The staffing plan of the year as its page says it in one sentence. */
const staffingPlan = async (): Promise<{ readonly fte: number; readonly groups: number }> => {
  await page.goto(`${city.address}/capacity/posts/plan?year=${YEAR}`);
  await page.locator('.et-lead').filter({ hasText: 'Produktgruppe' }).waitFor();
  const [, fte = '', groups = ''] = /([\d.,]+)\sVZÄ in (\d+)/.exec(await lead()) ?? [];
  return { fte: Number(fte.replace('.', '').replace(',', '.')), groups: Number(groups) };
};
const overview = async (): Promise<void> => {
  await page.goto(`${city.address}/capacity?year=${YEAR}`);
  await page.getByRole('heading', { name: 'Wie viel Personal ist nötig, wie viel ist da?' }).waitFor();
};
/** Needed, planned, occupied, available FTE and the gap of the unit, as the table of the overview has them. */
const columns = async (): Promise<readonly number[]> => {
  const row = page.getByRole('region', { name: 'Wie viel Personal ist nötig, wie viel ist da?' }).getByRole('row');
  const cells = await row.filter({ hasText: UNIT }).locator('td').allInnerTexts();
  return cells.slice(0, 5).map((text) => Number(text.trim().replace('−', '-').replace(',', '.')));
};
const lead = (): Promise<string> => page.locator('.et-lead').innerText();
/** The key of a chart has the same words, but not at its beginning. */
const answered = (): Promise<void> => page.locator('.et-lead', { hasText: /Mit diesen Annahmen/ }).waitFor();
/** Full cost, personnel cost, cases: as they stand on the page. */
const values = (): Promise<string[]> => page.locator('.et-worth').allInnerTexts();

test('the personnel office brings in a staffing plan of three levels, and no post counts more than once', async () => {
  await enterAs('personal');
  const before = await staffingPlan();
  await page.getByRole('link', { name: /Zum Import|Stellenplan aus einer Datei hereinholen/ }).click();
  await drop('stellenplan.csv', STAFFING_PLAN);
  await page.getByText(/^Ja\. 3 Zeilen sind gelesen/).waitFor({ timeout: READ_MS });
  expect(await page.getByText('40,50').count()).toBeGreaterThan(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /übernehmen$/ }).click();
  await page.getByRole('heading', { name: 'Was hat dieser Import gebracht?' }).waitFor({ timeout: READ_MS });
  const after = await staffingPlan();
  expect([after.fte - before.fte, after.groups - before.groups]).toEqual([expect.closeTo(40.5, 6), 3]);
  expect(complaintsOf(page)).toEqual([]);
});

test('a head brings in the case numbers of the own department; a row of another one is refused with the rule', async () => {
  await enterAs('fachbereich');
  await overview();
  const before = await columns();
  await page.goto(`${city.address}/capacity/tasks?year=${YEAR}`);
  await page.getByRole('link', { name: 'Fallzahlen aus einer Datei hereinholen' }).click();
  await page.getByText(/Sie dürfen einspielen: Fallzahlen/).waitFor();
  await drop('fallzahlen.csv', VOLUMES);
  await page
    .getByText(/Diese Einheit gehört nicht zu Ihrem Bereich/)
    .first()
    .waitFor({ timeout: READ_MS });
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel(/^Nach der Datei ändern/).check();
  await page.getByRole('button', { name: 'Antwort übernehmen und neu lesen' }).click();
  await page.getByRole('button', { name: 'Diese Zeile auslassen' }).click();
  await page.getByRole('button', { name: /übernehmen$/ }).click();
  await page.getByRole('heading', { name: 'Was hat dieser Import gebracht?' }).waitFor({ timeout: READ_MS });
  await overview();
  const [needed = 0, planned, occupied, available = 0, gap = 0] = await columns();
  expect(needed).toBeGreaterThan(before[0] ?? NaN);
  expect([planned, occupied, available]).toEqual(before.slice(1, 4));
  expect(gap).toBeLessThan(Math.min(0, before[4] ?? NaN));
  expect(complaintsOf(page)).toEqual([]);
});

test('the overview leads to the unit that lacks people, and says in which month', async () => {
  await page.getByRole('link', { name: UNIT, exact: true }).last().click();
  await page.getByRole('heading', { level: 1, name: `Reicht ${YEAR} das Personal in ${UNIT}?` }).waitFor();
  expect(await lead()).toMatch(/Am knappsten ist der März: Dort fehlen \d+,\d\d\sVZÄ/u);
  await page.getByRole('heading', { name: 'Wie viele VZÄ reichen mit 80\u00a0% Sicherheit?' }).waitFor();
});

test('moving the go-live moves FTE and euro, and nothing is recorded', async () => {
  await page.getByRole('link', { name: 'Was wäre, wenn', exact: true }).last().click();
  await page.getByText('Noch ist nichts verändert').waitFor();
  expect((await values()).slice(0, 2)).toEqual(['0,00\u00a0€', '0,00\u00a0€']);
  const today = await lead();
  const slip = page.getByLabel('Start des Vorhabens verschieben, als Zahl');
  await slip.fill('12');
  await slip.press('Tab');
  await answered();
  expect(await lead()).not.toBe(today);
  // Full cost and personnel cost stand beside each other, each with its own sign and sum; cases are no euro.
  const [fullCost, personnel, cases] = await values();
  expect(fullCost).toMatch(/^−\d.*€$/);
  expect(personnel).toMatch(/^−\d.*€$/);
  expect(cases).toMatch(/^−\d/);
  expect(cases).not.toContain('€');
  expect(personnel).not.toBe(fullCost);
});

test('the question is kept under a name and says the same when it is opened again', async () => {
  const [said, worth] = [await lead(), await values()];
  await page.getByLabel('Name des Szenarios').fill(SCENARIO);
  await page.getByRole('button', { name: 'Als Szenario speichern' }).click();
  const row = page.getByRole('row').filter({ hasText: SCENARIO });
  await row.waitFor();
  await page.getByRole('button', { name: 'Zurück auf heute' }).click();
  await page.getByText('Noch ist nichts verändert').waitFor();
  await row.getByRole('button', { name: 'Öffnen' }).click();
  await answered();
  expect([await lead(), await values()]).toEqual([said, worth]);
  expect(page.url()).toContain('slip=12');
  expect(complaintsOf(page)).toEqual([]);
});
