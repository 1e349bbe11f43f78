import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { startTestApp, type TestApp } from '../../test/test-app';
import { DuePlans } from './due-plans';

const PLANS = '/api/v1/planning/plan-versions';
let app: TestApp;
let city: City;
let finance: HttpClient;
let finance2: HttpClient;
let core: string;
let schools: string;
let dropped: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await loginAgain();
  for (const [fiscalYear, isTwoYears] of [
    [2026, false],
    [2027, true],
  ]) {
    await finance.post('/api/v1/planning/fiscal-years', { fiscalYear, isTwoYears });
  }
  [core = '', schools = '', dropped = ''] = await plantLines(app, city, [
    { number: '1.01', frame: null },
    { number: '1.02', frame: null },
    { number: '1.03', frame: null },
  ]);
});
afterAll(() => app.stop());

async function loginAgain(): Promise<void> {
  [finance, finance2] = await Promise.all([loginAs(app, 'finance'), loginAs(app, 'finance2')]);
}

async function moveTo(day: string): Promise<void> {
  app.clock.set(new Date(`${day}T08:00:00+02:00`));
  await loginAgain();
}

type Cell = readonly [string, number, number];

async function draft(name: string, cells: readonly Cell[], extra: object = {}): Promise<string> {
  const made = await finance.post(PLANS, { name, kind: 'budget', firstYear: 2027, isTwoYears: true, ...extra });
  const set = await finance.put(`${PLANS}/${made.body.id}/amounts`, {
    lineIds: cells.map(([lineId]) => lineId),
    fiscalYears: cells.map(([, year]) => year),
    amountCents: cells.map(([, , amountCents]) => amountCents),
  });
  expect([made.status, set.status]).toEqual([201, 200]);
  return made.body.id;
}

const versionOf = async (id: string): Promise<number> => (await finance.get(`${PLANS}/${id}`)).body.version;
const stateOf = async (id: string): Promise<string> => (await finance.get(`${PLANS}/${id}`)).body.state;

async function step(id: string, name: string, extra: object = {}) {
  return finance.post(`${PLANS}/${id}/steps`, { step: name, version: await versionOf(id), ...extra });
}

async function adopt(id: string, decidedOn = '2026-10-01') {
  const asked = await finance.post(`${PLANS}/${id}/adoption`, {
    version: await versionOf(id),
    decidedOn,
    decisionDocument: '26-31007',
  });
  expect([asked.status, asked.body.state]).toEqual([202, 'introduced']);
  return finance2.post(`/api/v1/approvals/${asked.body.approvalId}/decision`, { decision: 'approve', version: 1 });
}

/** From the draft to the end of the display. */
async function publish(id: string, displayEndsOn: string): Promise<void> {
  await step(id, 'introduce');
  expect((await adopt(id)).status).toBe(200);
  await step(id, 'submit', { submittedOn: '2026-10-02' });
  expect((await step(id, 'publish', { displayEndsOn })).body.state).toBe('published');
}

/** Appropriations of the ledger as [line, year, cents]. */
async function ledger(): Promise<unknown[]> {
  const { rows } = await asOwner(app, (owner) =>
    owner.query<{ line_id: string; fiscal_year: number; amount: string }>(
      `SELECT line_id, fiscal_year, appropriation_cents AS amount FROM line_balance
       WHERE tenant_id = $1 AND appropriation_cents <> 0 ORDER BY fiscal_year, appropriation_cents DESC`,
      [city.tenantId],
    ),
  );
  return rows.map((row) => [row.line_id, row.fiscal_year, Number(row.amount)]);
}

let plan: string;
let supplement: string;

test('The vote needs date, document and a second person, and does not put the plan in force', async () => {
  plan = await draft('Haushalt 2027/2028', [
    [core, 2027, 350_000_000],
    [core, 2028, 360_000_000],
    [core, 2029, 370_000_000],
    [schools, 2027, 150_000_000],
    [dropped, 2027, 1_000],
  ]);
  await step(plan, 'introduce');
  const future = await finance.post(`${PLANS}/${plan}/adoption`, {
    version: await versionOf(plan),
    decidedOn: '2026-10-06',
    decisionDocument: '26-31007',
  });
  expect([future.status, future.body.code]).toEqual([409, 'PLAN_DECISION_NEEDED']);
  expect((await adopt(plan)).status).toBe(200);
  const { body } = await finance.get(`${PLANS}/${plan}`);
  expect(body).toMatchObject({
    state: 'adopted',
    decidedOn: '2026-10-01',
    decisionDocument: '26-31007',
    isOpen: false,
  });
  expect(body.history.at(-1)).toMatchObject({ step: 'adopt', takenBy: 'Test finance', approvedBy: 'Test finance2' });
  expect(await ledger()).toEqual([]);
});

test('Adopted amounts are final: for the API, and for whoever gets past it', async () => {
  const late = await finance.put(`${PLANS}/${plan}/amounts`, {
    lineIds: [core],
    fiscalYears: [2027],
    amountCents: [1],
  });
  expect([late.status, late.body.code]).toEqual([409, 'PLAN_FINAL']);
  for (const sql of [
    `UPDATE plan_amount SET amount_cents = 1 WHERE version_id = $1`,
    `DELETE FROM plan_amount WHERE version_id = $1`,
    `INSERT INTO plan_amount SELECT tenant_id, version_id, line_id, 2031, 1 FROM plan_amount WHERE version_id = $1 LIMIT 1`,
  ]) {
    await expect(asOwner(app, (owner) => owner.query(sql, [plan]))).rejects.toThrow('are final');
  }
});

test('A confirmation for a version that has met a change since the request does not count', async () => {
  const id = await draft('Entwurf B', [[core, 2027, 1]]);
  await step(id, 'introduce');
  const asked = await finance.post(`${PLANS}/${id}/adoption`, {
    version: await versionOf(id),
    decidedOn: '2026-10-01',
    decisionDocument: '26-31007',
  });
  const note = { kind: 'budget_note', title: 'Deckungskreis IT', lineIds: [], fiscalYears: [], amountCents: [] };
  expect((await finance.post(`${PLANS}/${id}/changes`, note)).status).toBe(201);
  const confirmed = await finance2.post(`/api/v1/approvals/${asked.body.approvalId}/decision`, {
    decision: 'approve',
    version: 1,
  });
  expect([confirmed.status, confirmed.body.code, await stateOf(id)]).toEqual([409, 'VERSION_STALE', 'introduced']);
});

test('T14 the display ends on 18.12.2026: in force on 01.01.2027, not a day earlier', async () => {
  await step(plan, 'submit', { submittedOn: '2026-10-02' });
  await step(plan, 'publish', { displayEndsOn: '2026-12-18' });
  expect((await finance.get(`${PLANS}/${plan}`)).body.inForceOn).toBe('2027-01-01');
  await moveTo('2026-12-31');
  const early = await step(plan, 'enter_into_force');
  expect([early.status, early.body.code, early.body.inForceOn]).toEqual([409, 'PLAN_NOT_DUE', '2027-01-01']);
  expect(await app.app.get(DuePlans).activateAll()).toEqual([]);
});

test('T13 when the day comes the nightly work writes both plan years, opens their books, and no medium-term year', async () => {
  await moveTo('2027-01-01');
  expect(await app.app.get(DuePlans).activateAll()).toEqual([plan]);
  expect(await stateOf(plan)).toBe('in_force');
  expect(await ledger()).toEqual([
    [core, 2027, 350_000_000],
    [schools, 2027, 150_000_000],
    [dropped, 2027, 1_000],
    [core, 2028, 360_000_000],
  ]);
  const { rows } = await asOwner(app, (owner) =>
    owner.query<{ fiscal_year: number; booked_on: string; source: string; actor_id: string | null }>(
      `SELECT fiscal_year, booked_on::text, source, actor_id FROM movement WHERE line_id = $1 ORDER BY fiscal_year`,
      [core],
    ),
  );
  expect(rows).toEqual([
    { fiscal_year: 2027, booked_on: '2027-01-01', source: 'plan', actor_id: null },
    { fiscal_year: 2028, booked_on: '2028-01-01', source: 'plan', actor_id: null },
  ]);
  const years = (await finance.get('/api/v1/planning/fiscal-years')).body;
  expect(years.map((year: { fiscalYear: number; booksState: string }) => [year.fiscalYear, year.booksState])).toEqual([
    [2028, 'open'],
    [2027, 'open'],
    [2026, 'open'],
  ]);
});

test('Running the nightly work again, also in two processes at once, writes nothing twice', async () => {
  const before = await ledger();
  await Promise.all([app.app.get(DuePlans).activateAll(), app.app.get(DuePlans).activateAll()]);
  expect(await ledger()).toEqual(before);
});

test('A Nachtrag in force writes only what differs, takes back what it drops, and supersedes the plan before', async () => {
  const copy = { kind: 'supplementary', copyFromId: plan };
  const extra = await draft('Nachtrag 2027', [[schools, 2027, 170_000_000]], copy);
  await finance.put(`${PLANS}/${extra}/amounts`, { lineIds: [dropped], fiscalYears: [2027], amountCents: [null] });
  await publish(extra, '2026-12-30');
  supplement = extra;
  const done = await step(extra, 'enter_into_force');
  expect([done.status, done.body.state]).toEqual([200, 'in_force']);
  expect(await stateOf(plan)).toBe('superseded');
  expect(await ledger()).toEqual([
    [core, 2027, 350_000_000],
    [schools, 2027, 170_000_000],
    [core, 2028, 360_000_000],
  ]);
  const { rows } = await asOwner(app, (owner) =>
    owner.query<{ amount: string }>(
      `SELECT amount_cents AS amount FROM movement WHERE tenant_id = $1 AND text = 'Nachtrag 2027' ORDER BY amount_cents`,
      [city.tenantId],
    ),
  );
  expect(rows.map(({ amount }) => Number(amount))).toEqual([-1_000, 20_000_000]);
});

test('T1e after all of it every balance equals its movements and the plan in force', async () => {
  for (const year of [2027, 2028]) {
    const { body } = await finance.get(`/api/v1/reconciliation?fiscalYear=${year}`);
    expect([year, body.differenceCents]).toEqual([year, 0]);
  }
});

test('A plan does not reach into closed books; it stays published until they are open again', async () => {
  const late = await draft('Nachtrag II', [[core, 2027, 351_000_000]], {
    kind: 'supplementary',
    copyFromId: supplement,
  });
  await publish(late, '2026-12-30');
  await asOwner(app, (owner) => owner.query(`UPDATE fiscal_year SET books_state = 'closed' WHERE fiscal_year = 2027`));
  const refused = await step(late, 'enter_into_force');
  expect([refused.status, refused.body.code, refused.body.fiscalYear]).toEqual([409, 'YEAR_CLOSED', 2027]);
  expect(await app.app.get(DuePlans).activateAll()).toEqual([]);
  expect(await stateOf(late)).toBe('published');
});

/** A version as the import leaves it, then published without the way through the council. */
async function publishedImport(name: string, cells: readonly (readonly [string, number])[]): Promise<string> {
  const id = await draft(name, [[core, 2026, 1]], { firstYear: 2026, isTwoYears: false });
  await asOwner(app, async (owner) => {
    await owner.query(`DELETE FROM plan_amount WHERE version_id = $1`, [id]);
    for (const [lineId, amountCents] of cells) {
      await owner.query(`INSERT INTO plan_amount VALUES ($1, $2, $3, 2026, $4)`, [
        city.tenantId,
        id,
        lineId,
        amountCents,
      ]);
    }
    await owner.query(
      `UPDATE plan_version SET kind = 'import', state = 'published', display_ends_on = '2025-12-31', in_force_on = '2026-01-01'
       WHERE version_id = $1`,
      [id],
    );
  });
  return id;
}

test('Imported figures bring their own lines and leave others alone; part of a plan does not replace the whole', async () => {
  const before = await ledger();
  const [trees = '', lawns = ''] = await plantLines(app, city, [
    { number: '7.01', frame: null },
    { number: '7.02', frame: null },
  ]);
  const first = await publishedImport('Import Stadtgrün 2026', [
    [trees, 77],
    [lawns, 33],
  ]);
  expect(await app.app.get(DuePlans).activateAll()).toContain(first);
  expect(await ledger()).toEqual([[trees, 2026, 77], [lawns, 2026, 33], ...before]);

  const part = await publishedImport('Import Stadtgrün 2026, nur Bäume', [[trees, 80]]);
  const refused = await step(part, 'enter_into_force');
  expect([refused.status, refused.body.code, refused.body.count]).toEqual([409, 'PLAN_IMPORT_PARTIAL', 1]);

  const whole = await publishedImport('Import Stadtgrün 2026, neu', [
    [trees, 80],
    [lawns, 30],
  ]);
  expect((await step(whole, 'enter_into_force')).status).toBe(200);
  expect(await stateOf(first)).toBe('superseded');
  expect(await ledger()).toEqual([[trees, 2026, 80], [lawns, 2026, 30], ...before]);
  expect((await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body.differenceCents).toBe(0);
});
