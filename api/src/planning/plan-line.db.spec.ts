import type { PlanReference, PlanGrid, PlanLineDetail, PlanMarks } from '@etatlotse/contracts/planning/plain';
import type { Answer, HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { startTestApp, type TestApp } from '../../test/test-app';

const PLANS = '/api/v1/planning/plan-versions';
let app: TestApp;
let city: City;
let finance: HttpClient;
let finance2: HttpClient;
let licences: string;
let network: string;
let trees: string;

/** 2026 is in force with licences and network; 2027 is being made. Today is 5 October 2026. */
beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  [finance, finance2] = await Promise.all([loginAs(app, 'finance'), loginAs(app, 'finance2')]);
  for (const fiscalYear of [2026, 2027]) {
    await finance.post('/api/v1/planning/fiscal-years', { fiscalYear, isTwoYears: false });
    await finance.put(`/api/v1/planning/frames/CORE/${fiscalYear}`, {
      version: 0,
      ceilingCents: 350_000_000,
      reason: 'Ratsbeschluss',
    });
  }
  [licences = '', network = '', trees = ''] = await plantLines(app, city, [
    { number: '1.01' },
    { number: '1.02' },
    { number: '9.01', frame: null },
  ]);
  await asOwner(app, async (owner) => {
    const place = `UPDATE budget_line SET unit_id = $1, product = $2 WHERE line_id = $3`;
    await owner.query(place, [city.units.schoolDivision, '1.11.12', licences]);
    await owner.query(place, [city.units.school, '1.11.12', network]);
    await owner.query(place, [city.units.parks, '5.51.01', trees]);
  });
});
afterAll(() => app.stop());

async function draft(name: string, firstYear: number, amounts: [string, number, number][]): Promise<string> {
  const { body } = await finance.post(PLANS, { name, kind: 'budget', firstYear, isTwoYears: false });
  const set = await finance.put(`${PLANS}/${body.id}/amounts`, {
    lineIds: amounts.map(([lineId]) => lineId),
    fiscalYears: amounts.map(([, year]) => year),
    amountCents: amounts.map(([, , amountCents]) => amountCents),
  });
  expect([set.status, set.body.code]).toEqual([200, undefined]);
  return body.id;
}

const versionOf = async (id: string): Promise<number> => (await finance.get(`${PLANS}/${id}`)).body.version;
const step = async (id: string, name: string, extra: object = {}): Promise<Answer> =>
  finance.post(`${PLANS}/${id}/steps`, { step: name, version: await versionOf(id), ...extra });

async function bringInForce(id: string): Promise<void> {
  await step(id, 'introduce');
  const asked = await finance.post(`${PLANS}/${id}/adoption`, {
    version: await versionOf(id),
    decidedOn: '2026-09-01',
    decisionDocument: '26-31007',
  });
  await finance2.post(`/api/v1/approvals/${asked.body.approvalId}/decision`, { decision: 'approve', version: 1 });
  await step(id, 'submit', { submittedOn: '2026-09-02' });
  await step(id, 'publish', { displayEndsOn: '2026-09-30' });
  expect((await step(id, 'enter_into_force')).body.state).toBe('in_force');
}

const line = async (id: string, lineId: string): Promise<PlanLineDetail> =>
  (await finance.get(`${PLANS}/${id}/lines/${lineId}`)).body;
const note = (id: string, lineId: string, year: number, version: number, text: string): Promise<Answer> =>
  finance.put(`${PLANS}/${id}/lines/${lineId}/notes/${year}`, { version, text });
const months = (id: string, year: number, body: object): Promise<Answer> =>
  finance.put(`${PLANS}/${id}/lines/${licences}/months/${year}`, body);

let before: string;
let next: string;

test('A plan for 2027 is compared with plan and actuals of 2026 and with what is in force; unknown stays unknown', async () => {
  before = await draft('Haushalt 2026', 2026, [
    [licences, 2026, 120_000_00],
    [licences, 2027, 123_600_00],
    [network, 2026, 0],
  ]);
  next = await draft('Entwurf 2027', 2027, [
    [licences, 2027, 130_000_00],
    [trees, 2027, 7],
  ]);
  const empty: PlanReference = (await finance.get(`${PLANS}/${next}/reference`)).body;
  expect(empty).toEqual({
    yearBefore: 2026,
    planBefore: null,
    inForce: [{ fiscalYear: 2027, version: null }],
    lineId: [],
    planBeforeCents: [],
    actualBeforeCents: [],
    inForceCents: [[]],
    beforeChangesCents: [],
  });
  await bringInForce(before);
  const full: PlanReference = (await finance.get(`${PLANS}/${next}/reference`)).body;
  const inForce = { id: before, name: 'Haushalt 2026' };
  expect([full.planBefore, full.inForce]).toEqual([inForce, [{ fiscalYear: 2027, version: inForce }]]);
  const of = (lineId: string): unknown[] => {
    const at = full.lineId.indexOf(lineId);
    return [full.planBeforeCents[at], full.actualBeforeCents[at], full.inForceCents[0]?.[at]];
  };
  expect(of(licences)).toEqual([120_000_00, 0, 123_600_00]);
  expect(of(network)).toEqual([0, null, null]);
  expect(full.lineId).not.toContain(trees);
});

test('The grid is narrowed to a unit with everything below it, and to a product', async () => {
  const numbers = async (query: string): Promise<readonly string[]> => {
    const grid: PlanGrid = (await finance.get(`${PLANS}/${next}/amounts?${query}`)).body;
    return grid.columns.number;
  };
  expect(await numbers(`unitId=${city.units.school}`)).toEqual(['1.01', '1.02']);
  expect(await numbers(`unitId=${city.units.schoolDivision}`)).toEqual(['1.01']);
  expect(await numbers(`unitId=${city.units.directorate}`)).toEqual(['1.01', '1.02', '9.01']);
  expect(await numbers('product=5.51.01')).toEqual(['9.01']);
  expect(await numbers(`product=1.11.12&unitId=${city.units.parks}`)).toEqual([]);
});

describe('What stands beside an amount', () => {
  test('a note has an author and a time, marks its cell, and is not overwritten unseen', async () => {
    expect((await note(next, licences, 2027, 0, 'Index 3 %, Vertrag')).body).toEqual({ version: 1 });
    const blind = await finance2.put(`${PLANS}/${next}/lines/${licences}/notes/2027`, { version: 0, text: 'Anders' });
    expect([blind.status, blind.body.code]).toEqual([409, 'VERSION_STALE']);
    const seen = await finance2.put(`${PLANS}/${next}/lines/${licences}/notes/2027`, { version: 1, text: 'Index 4 %' });
    expect(seen.body).toEqual({ version: 2 });
    expect((await line(next, licences)).notes).toEqual([
      { fiscalYear: 2027, text: 'Index 4 %', writtenBy: 'Test finance2', writtenAt: expect.any(String), version: 2 },
    ]);
    const marks: PlanMarks = (await finance.get(`${PLANS}/${next}/marks`)).body;
    expect(marks.notes).toEqual({ lineId: [licences], fiscalYear: [2027], excerpt: ['Index 4 %'] });
  });

  test('an emptied note marks nothing, and writing again goes on from there', async () => {
    expect((await note(next, network, 2028, 0, 'Ausschreibung läuft')).status).toBe(200);
    expect((await note(next, network, 2028, 1, '')).status).toBe(200);
    const marks: PlanMarks = (await finance.get(`${PLANS}/${next}/marks`)).body;
    expect(marks.notes.lineId).not.toContain(network);
    expect((await note(next, network, 2028, 0, 'Doch')).body.code).toBe('VERSION_STALE');
    expect((await note(next, network, 2028, 2, 'Doch')).status).toBe(200);
  });

  test('an explanation belongs to the line in this version', async () => {
    const path = `${PLANS}/${next}/lines/${licences}/explanation`;
    const text = 'Der Rahmenvertrag endet 2028.\nNeue Ausschreibung 2027.';
    expect((await finance.put(path, { version: 0, text })).body).toEqual({ version: 1 });
    expect((await finance.put(path, { version: 0, text: 'x' })).body.code).toBe('VERSION_STALE');
    expect((await line(next, licences)).explanation).toMatchObject({ text, writtenBy: 'Test finance', version: 1 });
    expect((await line(before, licences)).explanation).toEqual({
      text: '',
      writtenBy: null,
      writtenAt: null,
      version: 0,
    });
    expect((await finance.get(`${PLANS}/${next}/marks`)).body.explainedLineIds).toEqual([licences]);
  });

  test.each<[string, () => Promise<Answer>, number, string]>([
    ['an adopted version', () => note(before, licences, 2026, 0, 'Zu spät'), 409, 'PLAN_TEXT_FINAL'],
    ['a year outside the window', () => note(next, licences, 2035, 0, 'x'), 409, 'PLAN_YEAR_OUTSIDE'],
    ['a line that does not exist', () => note(next, city.tenantId, 2027, 0, 'x'), 404, 'NOT_FOUND'],
    ['a version that does not exist', () => note(city.tenantId, licences, 2027, 0, 'x'), 404, 'NOT_FOUND'],
    ['a note of more than 300 letters', () => note(next, licences, 2027, 2, 'x'.repeat(301)), 422, 'TEXT_TOO_LONG'],
  ])('%s takes none', async (_, send, status, code) => {
    const answer = await send();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('the auditor reads it and writes nothing; the neighbouring city finds nothing', async () => {
    const auditor = await loginAs(app, 'auditor');
    const path = `${PLANS}/${next}/lines/${licences}`;
    expect((await auditor.get(path)).status).toBe(200);
    expect((await auditor.put(`${path}/explanation`, { version: 1, text: 'x' })).status).toBe(403);
    const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
    const answers = await Promise.all([
      neighbour.get(path),
      neighbour.get(`${PLANS}/${next}/marks`),
      neighbour.get(`${PLANS}/${next}/reference`),
      neighbour.put(`${path}/explanation`, { version: 1, text: 'x' }),
      neighbour.put(`${path}/months/2027`, { version: 0, kind: 'equal', months: [] }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });
});

describe('The months of a line', () => {
  const january = [130_000_00, ...Array<number>(11).fill(0)];

  test('are equal twelfths until somebody says otherwise, to the cent', async () => {
    const [year] = (await line(next, licences)).months;
    expect(year).toMatchObject({ fiscalYear: 2027, kind: 'equal', version: 0, entered: [] });
    expect(year?.monthCents).toEqual([...Array<number>(4).fill(1_083_334), ...Array<number>(8).fill(1_083_333)]);
  });

  test('own amounts must add up to the year exactly', async () => {
    const short = await months(next, 2027, { version: 0, kind: 'amounts', months: [129_999_99, ...january.slice(1)] });
    expect([short.status, short.body.code, short.body.missingCents]).toEqual([409, 'PLAN_MONTHS_SUM', 1]);
    expect((await months(next, 2027, { version: 0, kind: 'amounts', months: january })).body).toEqual({ version: 1 });
    expect((await line(next, licences)).months[0]).toMatchObject({ kind: 'amounts', monthCents: january });
  });

  test.each<[string, number, object, string]>([
    ['eleven months', 2027, { kind: 'amounts', months: january.slice(1) }, 'PLAN_MONTHS_TWELVE'],
    ['a month below zero', 2027, { kind: 'amounts', months: [...january.slice(0, 11), -1] }, 'PLAN_MONTHS_SIGN'],
    ['shares of 99.99 %', 2027, { kind: 'shares', months: [9999, ...january.slice(1)] }, 'PLAN_SHARES_SUM'],
    ['a year without an amount', 2030, { kind: 'equal', months: [] }, 'PLAN_MONTHS_NO_AMOUNT'],
    ['months that somebody else has changed', 2027, { kind: 'equal', months: [], version: 7 }, 'VERSION_STALE'],
  ])('%s', async (_, year, body, code) => {
    expect((await months(next, year, { version: 1, ...body })).body.code).toBe(code);
  });

  test('a changed year keeps the proportions of its months', async () => {
    await finance.put(`${PLANS}/${next}/amounts`, { lineIds: [licences], fiscalYears: [2027], amountCents: [100] });
    expect((await line(next, licences)).months[0]).toMatchObject({
      amountCents: 100,
      monthCents: [100, ...Array<number>(11).fill(0)],
    });
  });

  test('of the plan in force are what the pages of the year show; everything else stays in twelfths', async () => {
    const shares = [5000, ...Array<number>(10).fill(0), 5000];
    const set = await months(before, 2026, { version: 0, kind: 'shares', months: shares });
    expect([set.status, set.body.code]).toEqual([200, undefined]);
    const own = [60_000_00, ...Array<number>(10).fill(0), 60_000_00];
    const page = await finance.get(`/api/v1/budget/lines/${licences}?fiscalYear=2026`);
    expect(page.body.months.map(({ plannedCents }: { plannedCents: number }) => plannedCents)).toEqual(own);
    const overview = await finance.get('/api/v1/budget/overview?fiscalYear=2026');
    const planned = overview.body.months.map(({ evenShareCents }: { evenShareCents: number }) => evenShareCents);
    expect(planned).toEqual(own);
    const other = await finance.get(`/api/v1/budget/lines/${network}?fiscalYear=2026`);
    expect(other.body.months.map(({ plannedCents }: { plannedCents: number }) => plannedCents)).toEqual(
      Array<number>(12).fill(0),
    );
  });
});

test('20,000 lines come in one answer; when there are more it says so, and a narrower question has them', async () => {
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO budget_line (tenant_id, line_id, number, name, account_frame, direction, sphere, created_at)
       SELECT $1, gen_random_uuid(), '7.' || lpad(n::text, 6, '0'), 'Zeile ' || n, 'NI', 'expense', 'operating', now()
       FROM generate_series(1, 20000) n`,
      [city.tenantId],
    ),
  );
  const whole: PlanGrid = (await finance.get(`${PLANS}/${next}/amounts`)).body;
  expect([whole.columns.number.length, whole.columns.number.at(-1), whole.isTruncated]).toEqual([
    20_000,
    '7.019998',
    true,
  ]);
  expect(whole.amountCents.map((ofYear) => ofYear.length)).toEqual([20_000, 20_000, 20_000, 20_000, 20_000]);
  const part: PlanGrid = (await finance.get(`${PLANS}/${next}/amounts?q=9.01`)).body;
  expect([part.columns.number, part.isTruncated]).toEqual([['9.01'], false]);
});

test('A draft from a version takes notes, explanations and months along for the years that it has', async () => {
  const year2026 = await finance.put(`${PLANS}/${next}/lines/${licences}/notes/2026`, { version: 0, text: 'Vorjahr' });
  expect(year2026.status).toBe(200);
  await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2028, isTwoYears: false });
  const { body: copy } = await finance.post(PLANS, {
    ...{ name: 'Haushalt 2028', kind: 'budget', firstYear: 2028, isTwoYears: false, copyFromId: next },
  });
  const copied = await line(copy.id, licences);
  expect(copied.explanation).toMatchObject({ writtenBy: 'Test finance', version: 1 });
  expect(copied.notes.map(({ fiscalYear, text, writtenBy }) => [fiscalYear, text, writtenBy])).toEqual([
    [2027, 'Index 4 %', 'Test finance2'],
  ]);
  expect(copied.months[0]).toMatchObject({ kind: 'amounts', version: 1 });
});
