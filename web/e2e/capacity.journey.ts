import type { Browser, Page } from 'playwright-core';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';

/*
 * From a gap to a question: somebody sees in which month people are missing, moves the start of a project, sees FTE and euro
 * move, keeps the question, and opens it again.
 */

const UNIT = 'Fachbereich Soziales';
const YEAR = 2027;
const SCENARIO = 'Probe: Start ein halbes Jahr später';

let city: City;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
  page = await newPage(browser);
  await logIn(page, city, 'finanzen');
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const lead = (): Promise<string> => page.locator('.et-lead').innerText();
/** Full cost, personnel cost, cases: as they stand on the page. */
const values = (): Promise<string[]> => page.locator('.et-worth').allInnerTexts();

test('the overview leads to the unit that lacks people, and says in which month', async () => {
  await page.goto(`${city.address}/capacity?year=${YEAR}`);
  await page.getByRole('link', { name: UNIT }).first().click();
  await page.getByRole('heading', { level: 1, name: `Reicht ${YEAR} das Personal in ${UNIT}?` }).waitFor();
  expect(await lead()).toMatch(/Am knappsten ist der \p{L}+: Dort fehlen \d+,\d\d\sVZÄ/u);
  await page.getByRole('heading', { name: 'Wie viele VZÄ reichen mit 80\u00a0% Sicherheit?' }).waitFor();
});

test('moving the go-live moves FTE and euro, and nothing is recorded', async () => {
  await page.getByRole('link', { name: 'Was wäre, wenn', exact: true }).last().click();
  await page.getByText('Noch ist nichts verändert').waitFor();
  expect((await values()).slice(0, 2)).toEqual(['0,00\u00a0€', '0,00\u00a0€']);
  const slip = page.getByLabel('Start des Vorhabens verschieben, als Zahl');
  await slip.fill('6');
  await slip.press('Tab');
  await page.getByText('Mit diesen Annahmen').first().waitFor();
  const [fullCost, personnel, cases] = await values();
  expect(fullCost).toMatch(/^−\d/);
  expect(personnel).toMatch(/^−\d/);
  expect(cases).toMatch(/^−\d/);
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
  await page.getByText('Mit diesen Annahmen').first().waitFor();
  expect([await lead(), await values()]).toEqual([said, worth]);
  expect(page.url()).toContain('slip=6');
  expect(complaintsOf(page)).toEqual([]);
});
