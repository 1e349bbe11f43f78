import type { Browser, Page } from 'playwright-core';
import { type Account, complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';

/*
 * A programme from its first day to a slip: created, paid by a contract that comes from a list, followed by earned value. What
 * is decided by two people is sent by the second person's own session.
 */

const PROGRAMME = 'Probe: Programm Akte';
const PROJECT = 'Probe: Akte für alle';
const NUMBER = 'PROBE-1';
const YEARLY_CENTS = 1_200_000;
const YEAR = 2026;

let city: City;
let browser: Browser;
const pages = new Map<Account, Page>();
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

async function at(account: Account): Promise<Page> {
  const known = pages.get(account);
  if (known !== undefined) return known;
  const page = await newPage(browser);
  await logIn(page, city, account);
  pages.set(account, page);
  return page;
}

async function read<Body>(path: string): Promise<Body> {
  const page = await at('finanzen');
  return (await (await page.request.get(`${city.address}/api/v1/${path}`)).json()) as Body;
}

async function send(account: Account, method: 'POST' | 'PUT', path: string, data: object): Promise<unknown> {
  const page = await at(account);
  const { csrfToken } = (await (await page.request.get(`${city.address}/api/v1/session`)).json()) as {
    csrfToken: string;
  };
  const headers = { 'X-CSRF-Token': csrfToken, 'Idempotency-Key': crypto.randomUUID() };
  const answer = await page.request.fetch(`${city.address}/api/v1/${path}`, { method, headers, data });
  expect([path, answer.ok(), answer.ok() ? '' : await answer.text()]).toEqual([path, true, '']);
  return answer.json();
}

/** What contracts bind in a later year, as the picture of the bound years has it. */
async function boundIn(year: number): Promise<number> {
  const view = await read<{ rows: { fiscalYear: number; parts: { kind: string; amountCents: number }[] }[] }>(
    `budget/bound-years?fiscalYear=${YEAR}`,
  );
  return view.rows
    .filter(({ fiscalYear }) => fiscalYear === year)
    .flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'contract'))
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}

const list = (line: string, endsOn: string): string =>
  'Vertragsnummer;Vertragspartner;Gegenstand;Haushaltszeile;Vertragsbeginn;Vertragsende;Jahreskosten brutto\n' +
  `${NUMBER};Probe IT GmbH;Akte: Lizenzen;${line};01.01.2026;${endsOn};12.000,00\n`;

async function bringIn(page: Page, content: string, answer: string | null): Promise<void> {
  await page.goto(`${city.address}/import/new`);
  const file = { name: 'vertraege.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: /prüfen/ }).click();
  if (answer !== null) {
    await page.getByText(answer).click();
    await page.getByRole('button', { name: /Antwort übernehmen/ }).click();
  }
  await page.getByRole('button', { name: 'Verträge aus 1 Zeilen übernehmen' }).click();
  await page.getByRole('heading', { name: 'Was ist neu?' }).waitFor();
}

async function create(page: Page, level: string, name: string, parent: string | null): Promise<string> {
  await page.goto(`${city.address}/projects/new`);
  await page.getByLabel(level, { exact: true }).check();
  if (parent !== null) await page.getByLabel(/^Gehört zu/).selectOption({ label: parent });
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel(/^Geplanter Beginn/).fill('01.01.2026');
  await page.getByLabel(/^Geplantes Ende/).fill('31.12.2027');
  await page.getByRole('button', { name: 'Vorhaben anlegen' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  return page.url().replace(/.*\/projects\/([^/?]+).*/, '$1');
}

async function report(page: Page, milestone: string, field: RegExp, day: string): Promise<void> {
  await page.getByRole('button', { name: `Melden: ${milestone}` }).click();
  await page.getByRole('dialog').getByLabel(field).fill(day);
  await page.getByRole('dialog').getByRole('button', { name: 'Festhalten' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

it('a programme is created, its contract imported, its bookings linked; a slip moves forecast and bound years', async () => {
  const page = await at('finanzen');
  await create(page, 'Programm', PROGRAMME, null);
  const id = await create(page, 'Vorhaben', PROJECT, `Programm: ${PROGRAMME}`);

  const offers = await read<{ number: string; name: string; linkedTo: object | null }[]>(
    `projects/${id}/line-offers?q=${encodeURIComponent('Wartung')}`,
  );
  const line = offers.find(({ linkedTo }) => linkedTo === null);
  if (line === undefined) throw new Error('The sample city has a line for maintenance that no project has.');
  const before = await boundIn(2027);
  await bringIn(page, list(line.number, '31.12.2027'), null);
  expect((await boundIn(2027)) - before).toBe(YEARLY_CENTS);

  const { version } = await read<{ version: number }>(`projects/${id}`);
  const saved = (await send('finanzen', 'PUT', `projects/${id}/plan`, {
    plannedStart: '2026-01-01',
    plannedEnd: '2027-12-31',
    costs: [{ fiscalYear: 2026, kind: 'expense', amountCents: 20_000_000 }],
    milestones: [
      { name: 'Pilot', plannedOn: '2026-06-30', weightBasisPoints: 4000 },
      { name: 'Go-live', plannedOn: '2027-06-30', weightBasisPoints: 6000 },
    ],
    version,
  })) as { version: number };
  const asked = (await send('finanzen', 'POST', `projects/${id}/baselines`, {
    reason: 'Projektauftrag',
    document: 'Projektauftrag vom 02.01.2026',
    decidedOn: '2026-01-02',
    version: saved.version,
  })) as { approvalId: string };
  await send('finanzen2', 'POST', `approvals/${asked.approvalId}/decision`, { decision: 'approve', version: 1 });

  await page.goto(`${city.address}/projects/${id}`);
  await page.getByRole('button', { name: 'Zeile zuordnen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Zeile suchen').fill(line.number);
  const option = dialog.getByRole('option', { name: line.number });
  await option.first().waitFor({ state: 'attached' });
  await dialog.getByLabel(/^Haushaltszeile/).selectOption((await option.first().getAttribute('value')) ?? '');
  await dialog.getByRole('button', { name: 'Festhalten' }).click();
  await dialog.waitFor({ state: 'detached' });
  await report(page, 'Pilot', /^Erreicht am/, '15.07.2026');
  await page.getByRole('row', { name: /Erbrachte Leistung \(EV\) 80\.000,00/ }).waitFor();
  await page.getByText('Geleistet sind 40 %').waitFor();

  const forecast = page.getByText(/^Mit 80 % Wahrscheinlichkeit spätestens am/);
  const calm = (await forecast.textContent())?.trim() ?? '';
  await report(page, 'Go-live', /^Erwartet am/, '31.03.2028');
  await page
    .getByText(/kritisch/)
    .first()
    .waitFor();
  // The forecast is reckoned anew after the milestone stands there.
  await page.getByText(calm, { exact: true }).waitFor({ state: 'detached' });
  expect((await forecast.textContent())?.trim()).not.toBe(calm);

  const later = await boundIn(2028);
  await bringIn(page, list(line.number, '31.12.2028'), 'Nach der Datei ändern');
  expect((await boundIn(2028)) - later).toBe(YEARLY_CENTS);
  await page.getByRole('link', { name: 'Verträge ansehen' }).click();
  await page
    .getByRole('row', { name: /Akte: Lizenzen/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('link', { name: PROJECT }).waitFor();
  expect([...pages.values()].flatMap(complaintsOf)).toEqual([]);
});
