import type { Browser, Page } from 'playwright-core';
import { type Account, complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';

/*
 * A programme from its first day to a slip: created, paid by a contract that comes from a list, followed by earned value. What
 * is decided by two people is sent by the second person's own session. The figures are those of T25.
 */

const PROGRAMME = 'Probe: Programm Akte';
const PROJECT = 'Probe: Akte für alle';
const NUMBER = 'PROBE-1';
const YEARLY_CENTS = 1_200_000;
const YEAR = 2026;
/** What was spent in T25. */
const SPENT_CENTS = 21_000_000;
const UNIT = 'FB 40 Fachbereich Schule';
const TASK = 'Schulanmeldungen';

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

async function send(account: Account, method: 'POST' | 'PUT' | 'DELETE', path: string, data: object): Promise<unknown> {
  const page = await at(account);
  const { csrfToken } = (await (await page.request.get(`${city.address}/api/v1/session`)).json()) as {
    csrfToken: string;
  };
  const headers = { 'X-CSRF-Token': csrfToken, 'Idempotency-Key': crypto.randomUUID() };
  const answer = await page.request.fetch(`${city.address}/api/v1/${path}`, { method, headers, data });
  expect([path, answer.ok(), answer.ok() ? '' : await answer.text()]).toEqual([path, true, '']);
  return answer.json();
}

/** What one kind binds in a later year, as the picture of the bound years has it. */
async function boundIn(kind: 'contract' | 'follow_up_cost', year: number): Promise<number> {
  const view = await read<{ rows: { fiscalYear: number; parts: { kind: string; amountCents: number }[] }[] }>(
    `budget/bound-years?fiscalYear=${YEAR}`,
  );
  return view.rows
    .filter(({ fiscalYear }) => fiscalYear === year)
    .flatMap(({ parts }) => parts.filter((part) => part.kind === kind))
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
  if (parent !== null) await page.getByLabel(/^Organisationseinheit/).selectOption({ label: UNIT });
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

/** A plan of 400,000 with 60 % due and 45 % done by today (T25), and the go-live still to come. */
async function planAndAgree(id: string): Promise<void> {
  const { version } = await read<{ version: number }>(`projects/${id}`);
  const saved = (await send('finanzen', 'PUT', `projects/${id}/plan`, {
    plannedStart: '2026-01-01',
    plannedEnd: '2027-12-31',
    costs: [
      { fiscalYear: 2026, kind: 'expense', amountCents: 30_000_000 },
      { fiscalYear: 2027, kind: 'expense', amountCents: 10_000_000 },
    ],
    milestones: [
      { name: 'Pilot', plannedOn: '2026-06-30', weightBasisPoints: 4500 },
      { name: 'Hälfte der Bereiche', plannedOn: '2026-09-30', weightBasisPoints: 1500 },
      { name: 'Go-live', plannedOn: '2027-06-30', weightBasisPoints: 4000 },
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
}

interface Line {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly actualCents: number;
  readonly availableCents: number;
}

/** Lines that no project has, together spent up to 210,000 with the last cent booked here. */
async function spendOnFreeLines(id: string): Promise<Line[]> {
  const { rows } = await read<{ rows: Line[] }>(`budget/lines?fiscalYear=${YEAR}&frame=CORE&sort=-available&limit=100`);
  const chosen: Line[] = [];
  let open = SPENT_CENTS;
  for (const line of rows) {
    const isTooMuch = line.actualCents <= 0 || line.actualCents > open || line.availableCents <= 0;
    if (isTooMuch || (await isTaken(id, line))) continue;
    chosen.push(line);
    open -= line.actualCents;
    if (open <= chosen.reduce((sum, { availableCents }) => sum + availableCents, 0)) break;
  }
  for (const line of chosen) {
    const amountCents = Math.min(open, line.availableCents);
    open -= amountCents;
    if (amountCents > 0) await book(line.id, amountCents);
  }
  expect(open).toBe(0);
  return chosen;
}

async function isTaken(id: string, { number }: Line): Promise<boolean> {
  const offers = await read<{ number: string; linkedTo: object | null }[]>(
    `projects/${id}/line-offers?q=${encodeURIComponent(number)}`,
  );
  return offers.find((offer) => offer.number === number)?.linkedTo !== null;
}

async function book(lineId: string, amountCents: number): Promise<void> {
  const text = 'Akte: Einführung';
  const body = { lineId, fiscalYear: YEAR, kind: 'actual', amountCents, bookedOn: '2026-10-01', text };
  await send('finanzen', 'POST', 'budget/movements', body);
}

function first(lines: readonly Line[]): Line {
  const [line] = lines;
  if (line === undefined) throw new Error('The sample city has lines that no project has.');
  return line;
}

async function linkLine(page: Page, { number }: Line): Promise<void> {
  await page.getByRole('button', { name: 'Zeile zuordnen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Zeile suchen').fill(number);
  const option = dialog.getByRole('option', { name: number });
  await option.first().waitFor({ state: 'attached' });
  await dialog.getByLabel(/^Haushaltszeile/).selectOption((await option.first().getAttribute('value')) ?? '');
  await dialog.getByRole('button', { name: 'Festhalten' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** What operation costs after the go-live, on a line of the city. */
async function recordFollowUp(page: Page, line: Line): Promise<void> {
  await page.getByRole('button', { name: 'Folgekosten festhalten' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Was kostet Geld').fill('Pflege der Akte');
  await dialog.getByLabel(/^Kosten im Jahr, brutto/).fill('90.000,00');
  await dialog.getByLabel('Beginnt mit dem Meilenstein').selectOption({ label: 'Go-live (30.06.2027)' });
  await dialog.getByLabel('Haushaltszeile, die es trägt').fill(line.number);
  await dialog.getByRole('button', { name: line.number }).click();
  await dialog.getByRole('button', { name: 'Festhalten' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** One piece of what the money achieved, counted today. */
async function countWorkplaces(page: Page): Promise<void> {
  await page.goto(`${city.address}/outcomes/new`);
  await page.getByLabel('Name', { exact: true }).fill('Probe: Arbeitsplätze mit Akte');
  await page.getByLabel('Ein Stück heißt').fill('DMS-Arbeitsplatz');
  await page.getByLabel('aus einem Vorhaben').check();
  await page.getByLabel('Vorhaben', { exact: true }).selectOption({ label: PROJECT });
  await page.getByRole('button', { name: 'Ergebnis anlegen' }).click();
  await page.getByRole('button', { name: 'Menge eintragen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tag der Zählung').fill('30.11.2026');
  await dialog.getByLabel('Menge', { exact: true }).fill('1400');
  await dialog.getByLabel('Quelle').fill('Lizenzverwaltung');
  await dialog.getByRole('button', { name: 'Festhalten' }).click();
  await dialog.waitFor({ state: 'detached' });
}

interface UnitYear {
  readonly row: { readonly months: readonly { readonly requiredFte: number }[] };
}

/** FTE that a unit needs, month by month of 2027. */
async function neededFte(unitId: string): Promise<number[]> {
  const { row } = await read<UnitYear>(`capacity/units/${unitId}?fiscalYear=2027`);
  return row.months.map(({ requiredFte }) => requiredFte);
}

/** Says that a task takes half the time from the go-live on; answers its unit and what that needed before. */
async function hangTaskOn(id: string): Promise<{ unit: { id: string }; before: number[] }> {
  const { rows } = await read<{ rows: { id: string; unit: { id: string } }[] }>(
    `capacity/tasks?fiscalYear=2027&q=${encodeURIComponent(TASK)}`,
  );
  const [task] = rows;
  const { milestones } = await read<{ milestones: { id: string; name: string }[] }>(`projects/${id}`);
  const milestoneId = milestones.find(({ name }) => name === 'Go-live')?.id;
  if (task === undefined || milestoneId === undefined)
    throw new Error('The sample city has the task, the plan the day.');
  const path = `capacity/tasks/${task.id}`;
  const asIs = (): Promise<{ version: number; baseSeconds: number }> => read(`${path}?fiscalYear=2027`);
  await send('fachbereich', 'DELETE', `${path}/go-live?version=${(await asIs()).version}`, {});
  const before = await neededFte(task.unit.id);
  const { version, baseSeconds } = await asIs();
  const effect = { onlineSeconds: baseSeconds / 2, course: 'step', onlinePercent: 100, months: 0 };
  const rest = { dipPercents: [], reboundPercent: 0, milestoneId, version };
  await send('fachbereich', 'PUT', `${path}/go-live`, { ...effect, ...rest });
  return { unit: task.unit, before };
}

async function slipOf(page: Page, id: string): Promise<void> {
  await page.goto(`${city.address}/projects/${id}`);
  const forecast = page.getByText(/^Mit 80\s% Wahrscheinlichkeit spätestens am/);
  const calm = (await forecast.textContent())?.trim() ?? '';
  await report(page, 'Go-live', /^Erwartet am/, '31.03.2028');
  await page
    .getByText(/kritisch/)
    .first()
    .waitFor();
  // The forecast is reckoned anew after the milestone stands there.
  await page.getByText(calm, { exact: true }).waitFor({ state: 'detached' });
  expect((await forecast.textContent())?.trim()).not.toBe(calm);
}

describe('a programme from its first day to a slip', () => {
  let id: string;
  let lines: Line[];
  let page: Page;

  it('is created, its contract comes from a list and binds the next year, to the cent', async () => {
    page = await at('finanzen');
    await create(page, 'Programm', PROGRAMME, null);
    id = await create(page, 'Vorhaben', PROJECT, `Programm: ${PROGRAMME}`);
    lines = await spendOnFreeLines(id);
    const before = await boundIn('contract', 2027);
    await bringIn(page, list(first(lines).number, '31.12.2027'), null);
    expect((await boundIn('contract', 2027)) - before).toBe(YEARLY_CENTS);
  });

  it('T25 its bookings are linked, and earned value says what was done for the money', async () => {
    await planAndAgree(id);
    await page.goto(`${city.address}/projects/${id}`);
    for (const line of lines) await linkLine(page, line);
    await report(page, 'Pilot', /^Erreicht am/, '15.07.2026');

    for (const figure of [
      /\(PV\) 240\.000,00/,
      /\(EV\) 180\.000,00/,
      /\(AC\) 210\.000,00/,
      /\(CV = EV − AC\) −30\.000,00/,
      /\(SV = EV − PV\) −60\.000,00/,
      /\(CPI = EV \/ AC\) 0,8571/,
      /\(SPI = EV \/ PV\) 0,7500/,
      /\(EAC = BAC \/ CPI\) 466\.666,67/,
    ]) {
      await page.getByRole('row', { name: figure }).waitFor();
    }
  });

  it('a DMS workplace costs what was booked by then, divided by what was counted', async () => {
    await countWorkplaces(page);
    await page
      .getByText(/150,00/)
      .first()
      .waitFor();
  });

  it('a slip of the go-live moves forecast, staff and bound years, to the cent', async () => {
    await page.goto(`${city.address}/projects/${id}`);
    const none = [await boundIn('follow_up_cost', 2027), await boundIn('follow_up_cost', 2028)] as const;
    await recordFollowUp(page, first(lines));
    const grown = async (): Promise<number[]> => [
      (await boundIn('follow_up_cost', 2027)) - none[0],
      (await boundIn('follow_up_cost', 2028)) - none[1],
    ];
    expect(await grown()).toEqual([5_250_000, 9_000_000]);
    const { unit, before } = await hangTaskOn(id);
    const live = await neededFte(unit.id);
    // The last day of June is the first one that is worked in half the time.
    expect(live.slice(0, 5)).toEqual(before.slice(0, 5));
    expect(live[6]).toBeLessThan(before[6] ?? 0);

    await slipOf(page, id);
    expect(await grown()).toEqual([0, 7_500_000]);
    expect(await neededFte(unit.id)).toEqual(before);
    await page.getByRole('row', { name: /Pflege der Akte.*ab 31\.03\.2028/ }).waitFor();
    await page.goto(`${city.address}/capacity/units/${unit.id}?year=2027`);
    await page.getByRole('row', { name: new RegExp(`${TASK}.*Go-live, 31\\.03\\.2028`) }).waitFor();
    await page.goto(`${city.address}/bound-years?year=${YEAR}`);
    await page.getByRole('listitem').filter({ hasText: 'Folgekosten' }).first().waitFor();
  });

  it('its contract goes on a year longer, and both find each other', async () => {
    const later = await boundIn('contract', 2028);
    await bringIn(page, list(first(lines).number, '31.12.2028'), 'Nach der Datei ändern');
    expect((await boundIn('contract', 2028)) - later).toBe(YEARLY_CENTS);
    await page.getByRole('link', { name: 'Verträge ansehen' }).click();
    await page
      .getByRole('row', { name: /Akte: Lizenzen/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('link', { name: PROJECT }).waitFor();
    expect([...pages.values()].flatMap(complaintsOf)).toEqual([]);
  });
});
