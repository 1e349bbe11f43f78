import { randomUUID } from 'node:crypto';
import type { PlanGrid } from '@etatlotse/contracts/planning/plain';
import type { Answer, HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { startTestApp, type TestApp } from '../../test/test-app';

const PLANS = '/api/v1/planning/plan-versions';
let app: TestApp;
let city: City;
let finance: HttpClient;
let lines: string[];

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  for (const [fiscalYear, isTwoYears] of [
    [2025, true],
    [2027, true],
    [2030, false],
  ]) {
    await finance.post('/api/v1/planning/fiscal-years', { fiscalYear, isTwoYears });
  }
  lines = await plantLines(app, city, [
    { number: '1.01', frame: null },
    { number: '1.02', frame: null },
    { number: '1.03', frame: null },
  ]);
});
afterAll(() => app.stop());

async function draft(name: string, extra: object = {}): Promise<string> {
  const answer = await finance.post(PLANS, { name, kind: 'budget', firstYear: 2027, isTwoYears: true, ...extra });
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body.id;
}

const setCells = (
  id: string,
  cells: readonly (readonly [string | undefined, number, number | null])[],
  extra: object = {},
): Promise<Answer> =>
  finance.put(`${PLANS}/${id}/amounts`, {
    lineIds: cells.map(([lineId]) => lineId),
    fiscalYears: cells.map(([, year]) => year),
    amountCents: cells.map(([, , amountCents]) => amountCents),
    ...extra,
  });

const grid = async (id: string, query = ''): Promise<PlanGrid> =>
  (await finance.get(`${PLANS}/${id}/amounts${query}`)).body;

test('T12 an empty version of 2027/2028 shows 2026 to 2031 and every line, planned or not', async () => {
  const id = await draft('Entwurf leer');
  await setCells(id, [
    [lines[0], 2027, 120_000_00],
    [lines[0], 2031, 0],
    [lines[2], 2028, 5],
  ]);
  const { columns, amountCents, years, planYears } = await grid(id);
  expect([years, planYears]).toEqual([
    [2026, 2027, 2028, 2029, 2030, 2031],
    [2027, 2028],
  ]);
  expect(columns.number).toEqual(['1.01', '1.02', '1.03']);
  expect(amountCents).toEqual([
    [null, null, null],
    [120_000_00, null, null],
    [null, null, 5],
    [null, null, null],
    [null, null, null],
    [0, null, null],
  ]);
  expect((await grid(id, '?q=1.03')).columns.number).toEqual(['1.03']);
});

test('The medium-term figures of 2025/2026 become the draft of 2027/2028; later years stay empty or repeat the last', async () => {
  const old = await draft('Haushalt 2025/2026', { firstYear: 2025 });
  await setCells(old, [
    [lines[0], 2026, 100],
    [lines[0], 2027, 110],
    [lines[0], 2028, 120],
    [lines[0], 2029, 130],
    [lines[1], 2026, 50],
  ]);
  const plain = await draft('Kopie', { copyFromId: old });
  expect((await grid(plain)).amountCents.map((ofYear) => ofYear[0])).toEqual([100, 110, 120, 130, null, null]);
  const ahead = await draft('Kopie fortgeschrieben', { copyFromId: old, laterYears: 'repeat_last' });
  expect((await grid(ahead)).amountCents.map((ofYear) => ofYear.slice(0, 2))).toEqual([
    [100, 50],
    [110, null],
    [120, null],
    [130, null],
    [130, 50],
    [130, 50],
  ]);
});

test('A plan covers all years of its budget; a Nachtrag needs the plan it changes', async () => {
  const half = await finance.post(PLANS, { name: 'Nur 2028', kind: 'budget', firstYear: 2028, isTwoYears: false });
  expect([half.body.code, half.body.firstYear]).toEqual(['PLAN_YEARS_DIFFER', 2027]);
  const later = await finance.post(PLANS, { name: 'Ohne Jahr', kind: 'budget', firstYear: 2035, isTwoYears: false });
  expect([later.body.code, later.body.fiscalYear]).toEqual(['YEAR_UNKNOWN', 2035]);
  const alone = await finance.post(PLANS, {
    name: 'Nachtrag',
    kind: 'supplementary',
    firstYear: 2027,
    isTwoYears: true,
  });
  expect(alone.body.code).toBe('PLAN_SOURCE_NEEDED');
  const taken = await finance.post(PLANS, { name: 'Entwurf leer', kind: 'budget', firstYear: 2027, isTwoYears: true });
  expect([taken.status, taken.body.code]).toEqual([409, 'PLAN_NAME_TAKEN']);
});

describe('Two people fill in one version', () => {
  test('in different cells both are kept; in the same cell the second is told what stands there', async () => {
    const id = await draft('Zu zweit');
    expect((await setCells(id, [[lines[0], 2027, 100]], { seenCents: [null] })).status).toBe(200);
    expect((await setCells(id, [[lines[1], 2027, 200]], { seenCents: [null] })).status).toBe(200);
    const late = await setCells(
      id,
      [
        [lines[0], 2027, 300],
        [lines[2], 2027, 7],
      ],
      { seenCents: [null, null] },
    );
    expect([late.status, late.body.code, late.body.cells]).toEqual([
      409,
      'PLAN_CELLS_CHANGED',
      [{ lineId: lines[0], fiscalYear: 2027, amountCents: 100 }],
    ]);
    expect((await grid(id)).amountCents[1]).toEqual([100, 200, null]);
  });

  test('sending the same batch again changes nothing and is no conflict', async () => {
    const id = await draft('Zweimal gesendet');
    const cells = [[lines[0], 2027, 100]] as const;
    const answers = [
      await setCells(id, cells, { seenCents: [null] }),
      await setCells(id, cells, { seenCents: [null] }),
    ];
    expect(answers.map(({ status, body }) => [status, body.changedCells])).toEqual([
      [200, 1],
      [200, 0],
    ]);
  });

  test('an emptied cell is empty, not zero', async () => {
    const id = await draft('Geleert');
    await setCells(id, [[lines[0], 2027, 100]]);
    expect((await setCells(id, [[lines[0], 2027, null]])).body.changedCells).toBe(1);
    expect((await grid(id)).amountCents[1]).toEqual([null, null, null]);
  });
});

describe('What does not fit is refused as a whole', () => {
  let id: string;
  beforeAll(async () => {
    id = await draft('Fehleingaben');
  });

  test.each([
    [
      'a year outside the window',
      () =>
        [
          [lines[0], 2027, 1],
          [lines[1], 2032, 1],
        ] as const,
      409,
      'PLAN_YEAR_OUTSIDE',
    ],
    [
      'a line that does not exist',
      () =>
        [
          [lines[0], 2027, 1],
          [randomUUID(), 2027, 1],
        ] as const,
      409,
      'PLAN_LINES_UNKNOWN',
    ],
    [
      'a cell twice',
      () =>
        [
          [lines[0], 2027, 1],
          [lines[0], 2027, 2],
        ] as const,
      409,
      'PLAN_CELL_TWICE',
    ],
    ['half a cent', () => [[lines[0], 2027, 0.5]] as const, 422, 'LIST_INVALID'],
    ['no cell at all', () => [] as const, 422, 'LIST_INVALID'],
  ])('%s', async (_, cells, status, code) => {
    const answer = await setCells(id, cells());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await grid(id)).amountCents.flat().every((amount) => amount === null)).toBe(true);
  });

  test('columns of different length', async () => {
    const answer = await finance.put(`${PLANS}/${id}/amounts`, {
      lineIds: lines,
      fiscalYears: [2027],
      amountCents: [1],
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'LIST_INVALID']);
  });
});

test('10,000 cells come in one request; one more is refused', async () => {
  const many = await plantLines(
    app,
    city,
    Array.from({ length: 2000 }, (_, at) => ({ number: `8.${String(at).padStart(4, '0')}`, frame: null })),
  );
  const id = await draft('Große Tabelle');
  const cells = many.flatMap((lineId) =>
    [2027, 2028, 2029, 2030, 2031].map((year) => [lineId, year, 999_999_999_999] as const),
  );
  const answer = await setCells(id, cells, { seenCents: cells.map(() => null) });
  expect([answer.status, answer.body.changedCells]).toEqual([200, 10_000]);
  const tooMany = await setCells(id, [...cells, [lines[0], 2027, 1]]);
  expect([tooMany.status, tooMany.body.code]).toEqual([422, 'LIST_INVALID']);
  await asOwner(app, (owner) => owner.query(`UPDATE budget_line SET archived_at = now() WHERE number LIKE '8.%'`));
});

test('T2 a version with incomplete lines is not introduced, and says which lines lack what', async () => {
  const [noPlace, wrongAccount] = await plantLines(app, city, [
    { number: '2.01', frame: null, subBudget: '' },
    { number: '2.02', frame: null, account: '012345' },
  ]);
  const id = await draft('Unvollständig');
  const empty = await finance.post(`${PLANS}/${id}/steps`, { step: 'introduce', version: 1 });
  expect(empty.body.code).toBe('PLAN_EMPTY');
  await setCells(id, [
    [lines[0], 2027, 1],
    [noPlace, 2027, 1],
    [wrongAccount, 2027, 1],
  ]);
  const refused = await finance.post(`${PLANS}/${id}/steps`, { step: 'introduce', version: 2 });
  expect([refused.status, refused.body.code, refused.body.count]).toEqual([409, 'PLAN_LINES_INCOMPLETE', 2]);
  const { body } = await finance.get(`${PLANS}/${id}/findings`);
  expect(body.rows).toEqual([
    expect.objectContaining({ code: 'LINE_INCOMPLETE', lineNumber: '2.01', missing: ['subBudget'] }),
    expect.objectContaining({ code: 'ACCOUNT_NOT_IN_FRAME', lineNumber: '2.02', account: '012345' }),
  ]);
});

test('A draft is thrown away with its amounts; what was introduced is not', async () => {
  const id = await draft('Wegwerfen');
  await setCells(id, [[lines[0], 2027, 1]]);
  expect((await finance.delete(`${PLANS}/${id}?version=1`)).body.code).toBe('VERSION_STALE');
  expect((await finance.delete(`${PLANS}/${id}?version=2`)).status).toBe(204);
  const kept = await draft('Zurückgezogen');
  await setCells(kept, [[lines[0], 2027, 1]]);
  await finance.post(`${PLANS}/${kept}/steps`, { step: 'introduce', version: 2 });
  const silent = await finance.post(`${PLANS}/${kept}/steps`, { step: 'take_back', version: 3 });
  expect(silent.body.code).toBe('PLAN_REASON_NEEDED');
  const reason = 'Fraktionen haben um Zeit gebeten.';
  await finance.post(`${PLANS}/${kept}/steps`, { step: 'take_back', version: 3, reason });
  expect((await finance.delete(`${PLANS}/${kept}?version=4`)).body.code).toBe('PLAN_STEP');
  const { body } = await finance.get(`${PLANS}/${kept}`);
  expect(body.history.map(({ step, reason: why }: { step: string; reason: string }) => [step, why])).toEqual([
    ['introduce', ''],
    ['take_back', reason],
  ]);
});

test('A version gets another name, unless another one has it', async () => {
  const id = await draft('Arbeitstitel');
  const rename = (name: string, version: number) =>
    finance.send(`${PLANS}/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ name, version }),
      headers: { 'content-type': 'application/json' },
    });
  expect((await rename('Entwurf der Verwaltung', 1)).body).toMatchObject({ version: 2, state: 'draft' });
  const taken = await rename('Haushalt 2025/2026', 2);
  expect([taken.status, taken.body.code, taken.body.name]).toEqual([409, 'PLAN_NAME_TAKEN', 'Haushalt 2025/2026']);
  expect((await rename('Noch einmal', 1)).body.code).toBe('VERSION_STALE');
});

test('The list pages newest first and finds the versions of a year', async () => {
  const first = await finance.get(`${PLANS}?fiscalYear=2028&limit=2`);
  const second = await finance.get(`${PLANS}?fiscalYear=2028&limit=2&cursor=${first.body.nextCursor}`);
  const ids = [...first.body.rows, ...second.body.rows].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(4);
  expect(ids).toEqual([...ids].sort().reverse());
  expect((await finance.get(`${PLANS}?fiscalYear=2026`)).body.rows.map(({ name }: { name: string }) => name)).toEqual([
    'Haushalt 2025/2026',
  ]);
});

test('The clerk sees no plan; the auditor reads it and changes nothing; the neighbouring city has none of it', async () => {
  const id = await draft('Nur für Kämmerei');
  expect((await (await loginAs(app, 'clerk')).get(PLANS)).status).toBe(403);
  const auditor = await loginAs(app, 'auditor');
  expect((await auditor.get(`${PLANS}/${id}`)).status).toBe(200);
  expect((await auditor.post(`${PLANS}/${id}/steps`, { step: 'introduce', version: 1 })).status).toBe(403);
  const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
  const answers = await Promise.all([
    neighbour.get(`${PLANS}/${id}`),
    neighbour.get(`${PLANS}/${id}/amounts`),
    neighbour.get(`${PLANS}/${id}/findings`),
    neighbour.post(`${PLANS}/${id}/steps`, { step: 'introduce', version: 1 }),
    neighbour.delete(`${PLANS}/${id}?version=1`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
});
