import type { HttpClient } from '../../test/http-client';
import { write } from '../../test/ledger-builder';
import { type City, createCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { startTestApp, type TestApp } from '../../test/test-app';
import { DuePlans } from './due-plans';

/** The budget of 2027 is in force, extra authority has been granted, and a Nachtrag changes the plan (R16). */
const PLANS = '/api/v1/planning/plan-versions';
const PLAN = 350_000_000;
let app: TestApp;
let city: City;
let finance: HttpClient;
let finance2: HttpClient;
let included: string;
let beside: string;
let outside: string;
let untouched: string;
let budget: string;
let supplement: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await moveTo('2026-10-05');
  await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2027, isTwoYears: false });
  [included = '', beside = '', outside = '', untouched = ''] = await plantLines(app, city, [
    { number: '1.01', frame: null },
    { number: '1.02', frame: null },
    { number: '1.03', frame: null },
    { number: '1.04', frame: null },
  ]);
  budget = await draft('Haushalt 2027', { kind: 'budget' });
  await set(budget, [
    [included, PLAN],
    [beside, PLAN],
    [untouched, PLAN],
  ]);
  await publish(budget, '2026-10-05', '2026-12-18');
  await moveTo('2027-01-04');
  expect(await app.app.get(DuePlans).activateAll()).toEqual([budget]);
  await grant(included, 'over_plan', 8_000_000);
  await grant(beside, 'over_plan', 8_000_000);
  await grant(outside, 'outside_plan', 3_000_000);
  await grant(untouched, 'over_plan', 1_000_000);
  await moveTo('2027-06-01');
});
afterAll(() => app.stop());

async function moveTo(day: string): Promise<void> {
  app.clock.set(new Date(`${day}T08:00:00+02:00`));
  [finance, finance2] = await Promise.all([loginAs(app, 'finance'), loginAs(app, 'finance2')]);
}

const grant = (lineId: string, kind: 'over_plan' | 'outside_plan', amountCents: number) =>
  write(app, city, [{ lineId, fiscalYear: 2027, kind, amountCents, bookedOn: '2027-03-01', source: 'demo' }]);

async function draft(name: string, more: object): Promise<string> {
  const made = await finance.post(PLANS, { name, firstYear: 2027, isTwoYears: false, ...more });
  expect(made.status).toBe(201);
  return made.body.id;
}

const set = (id: string, cells: readonly (readonly [string, number])[]) =>
  finance.put(`${PLANS}/${id}/amounts`, {
    lineIds: cells.map(([lineId]) => lineId),
    fiscalYears: cells.map(() => 2027),
    amountCents: cells.map(([, amountCents]) => amountCents),
  });

const versionOf = async (id: string): Promise<number> => (await finance.get(`${PLANS}/${id}`)).body.version;
const step = async (id: string, name: string, more: object = {}) =>
  finance.post(`${PLANS}/${id}/steps`, { step: name, version: await versionOf(id), ...more });
const ask = async (id: string, decidedOn: string) =>
  finance.post(`${PLANS}/${id}/adoption`, {
    version: await versionOf(id),
    decidedOn,
    decisionDocument: '27-40001',
  });

async function adopt(id: string, decidedOn: string) {
  const asked = await ask(id, decidedOn);
  expect(asked.status).toBe(202);
  return finance2.post(`/api/v1/approvals/${asked.body.approvalId}/decision`, { decision: 'approve', version: 1 });
}

async function publish(id: string, day: string, displayEndsOn: string): Promise<void> {
  await step(id, 'introduce');
  expect((await adopt(id, day)).status).toBe(200);
  await step(id, 'submit', { submittedOn: day });
  expect((await step(id, 'publish', { displayEndsOn })).body.state).toBe('published');
}

const read = async (id = supplement) => (await finance.get(`${PLANS}/${id}/supplement`)).body;
const answer = (lineId: string, includesExtra: boolean, over: number, out = 0, id = supplement) =>
  finance.put(`${PLANS}/${id}/extra-answers`, {
    lineId,
    fiscalYear: 2027,
    includesExtra,
    seenOverPlanCents: over,
    seenOutsidePlanCents: out,
  });
const balance = async (lineId: string) =>
  (await finance.get(`/api/v1/budget/lines/${lineId}/movements?fiscalYear=2027`)).body.balance;

test('A Nachtrag starts from the plan in force, and from no other', async () => {
  const other = await draft('Entwurf daneben', { kind: 'budget', copyFromId: budget });
  const refused = await finance.post(PLANS, {
    name: 'Nachtrag zum Entwurf',
    kind: 'supplementary',
    firstYear: 2027,
    isTwoYears: false,
    copyFromId: other,
  });
  expect([refused.status, refused.body.code]).toEqual([409, 'PLAN_BASE_NOT_IN_FORCE']);
  supplement = await draft('Nachtrag 2027', { kind: 'supplementary', copyFromId: budget });
  await set(supplement, [
    [included, PLAN + 20_000_000],
    [beside, PLAN + 20_000_000],
    [outside, 5_000_000],
  ]);
});

test('T16 for each changed line with a grant somebody has to say what the new amount holds; nobody guesses', async () => {
  const { rows, openCount, questionCount, rule, totals } = await read();
  expect([questionCount, openCount, rule]).toEqual([3, 3, '§ 115 NKomVG']);
  expect(rows[0]).toEqual({
    lineId: included,
    lineNumber: '1.01',
    lineName: 'Zeile 1.01',
    fiscalYear: 2027,
    oldCents: PLAN,
    changeCents: 20_000_000,
    newCents: PLAN + 20_000_000,
    overPlanCents: 8_000_000,
    outsidePlanCents: 0,
    isAsked: true,
    includesExtra: null,
    authorityAfterCents: null,
  });
  expect(totals).toEqual([
    {
      fiscalYear: 2027,
      direction: 'expense',
      oldCents: 3 * PLAN,
      changeCents: 45_000_000,
      newCents: 3 * PLAN + 45_000_000,
    },
  ]);
  const refused = await step(supplement, 'introduce');
  expect(refused).toMatchObject({ status: 409, body: { code: 'PLAN_EXTRA_UNANSWERED', count: 3 } });
});

test('T16 "includes the üpl" makes 3,700,000, "without" 3,780,000, and both are said before it is done', async () => {
  expect((await answer(included, true, 8_000_000)).status).toBe(200);
  expect((await answer(beside, false, 8_000_000)).status).toBe(200);
  expect((await answer(outside, true, 0, 3_000_000)).status).toBe(200);
  const { rows, openCount } = await read();
  expect(openCount).toBe(0);
  expect(rows.map((row: { lineNumber: string; authorityAfterCents: number }) => row.authorityAfterCents)).toEqual([
    370_000_000, 378_000_000, 5_000_000,
  ]);
});

test('An answer is about the grant that was seen; another grant is asked about again', async () => {
  await grant(included, 'over_plan', 500);
  expect((await answer(included, true, 8_000_000)).body.code).toBe('PLAN_EXTRA_CHANGED');
  expect((await read()).openCount).toBe(1);
  await grant(included, 'over_plan', -500);
  expect((await read()).openCount).toBe(0);
  expect((await answer(untouched, true, 1_000_000)).body.code).toBe('PLAN_EXTRA_NO_QUESTION');
});

test('T16 a decision of 2 January of the next year is too late', async () => {
  await step(supplement, 'introduce');
  await moveTo('2028-01-03');
  const late = await ask(supplement, '2028-01-02');
  expect(late).toMatchObject({
    status: 409,
    body: { code: 'PLAN_DECIDED_LATE', fiscalYear: 2027, rule: '§ 115 NKomVG' },
  });
  await moveTo('2027-06-15');
});

test('T14 T16 it enters into force the day after its display: appropriations and counter-movements together', async () => {
  expect((await adopt(supplement, '2027-06-15')).status).toBe(200);
  await step(supplement, 'submit', { submittedOn: '2027-06-15' });
  await step(supplement, 'publish', { displayEndsOn: '2027-06-30' });
  expect((await finance.get(`${PLANS}/${supplement}`)).body.inForceOn).toBe('2027-07-01');
  await moveTo('2027-06-30');
  expect(await app.app.get(DuePlans).activateAll()).toEqual([]);
  await moveTo('2027-07-01');
  // Granted after the decision: not in the new amount, so it stays beside it.
  await grant(included, 'over_plan', 1_000_000);
  expect(await app.app.get(DuePlans).activateAll()).toEqual([supplement]);
  expect(await balance(included)).toMatchObject({
    appropriationCents: 370_000_000,
    overPlanCents: 1_000_000,
    adjustedCents: 371_000_000,
  });
  expect(await balance(beside)).toMatchObject({ overPlanCents: 8_000_000, adjustedCents: 378_000_000 });
  expect(await balance(outside)).toMatchObject({
    appropriationCents: 5_000_000,
    outsidePlanCents: 0,
    adjustedCents: 5_000_000,
  });
  expect(await balance(untouched)).toMatchObject({ overPlanCents: 1_000_000, adjustedCents: PLAN + 1_000_000 });
  expect((await finance.get('/api/v1/reconciliation?fiscalYear=2027')).body.differenceCents).toBe(0);
});

test('The counter-movement names the Nachtrag behind it', async () => {
  const { rows } = (await finance.get(`/api/v1/budget/lines/${included}/movements?fiscalYear=2027`)).body;
  expect(rows.find(({ amountCents }: { amountCents: number }) => amountCents === -8_000_000)).toMatchObject({
    kind: 'over_plan',
    bookedOn: '2027-07-01',
    source: 'plan',
    decisionId: supplement,
    documentNumber: '27-40001',
    text: 'Nachtrag 2027',
  });
});

test('A second Nachtrag to the plan before would undo the first one; it is refused', async () => {
  await moveTo('2027-08-02');
  const second = await draft('Nachtrag II', { kind: 'supplementary', copyFromId: supplement });
  const third = await draft('Nachtrag III', { kind: 'supplementary', copyFromId: supplement });
  await set(second, [[untouched, PLAN + 100]]);
  await answer(untouched, false, 1_000_000, 0, second);
  await publish(second, '2027-08-02', '2027-08-03');
  await moveTo('2027-08-04');
  expect(await app.app.get(DuePlans).activateAll()).toEqual([second]);
  expect((await step(third, 'introduce')).body.code).toBe('PLAN_BASE_NOT_IN_FORCE');
  expect(await balance(included)).toMatchObject({ adjustedCents: 371_000_000 });
});

test('A budget is no Nachtrag: it has no such page', async () => {
  expect((await finance.get(`${PLANS}/${budget}/supplement`)).status).toBe(404);
});
