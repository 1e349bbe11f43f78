import type { PlanComparison, PlanCopyPreview, PlanCopyRule, PlanGrid } from '@etatlotse/contracts/planning/plain';
import { addContract } from '../../test/contracts';
import type { Answer, HttpClient } from '../../test/http-client';
import { type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { startTestApp, type TestApp } from '../../test/test-app';

const PLANS = '/api/v1/planning/plan-versions';
const COPIES = '/api/v1/planning/plan-copies';
let app: TestApp;
let city: City;
let finance: HttpClient;
let lines: string[];
/** Last year's plan: three lines on accounts 42, one payment, and medium-term figures on the first line only. */
let lastYear: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2026, isTwoYears: false });
  await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2027, isTwoYears: false });
  lines = await plantLines(app, city, [
    { number: '1.01', frame: 'CORE', account: '421110' },
    { number: '1.02', frame: 'CORE', account: '422220' },
    { number: '1.03', frame: 'SCHOOL_NET', account: '429100' },
    { number: '1.04', frame: 'CORE', account: '783125', direction: 'payment', sphere: 'investing' },
  ]);
  lastYear = await draft({ name: 'Haushalt 2026', firstYear: 2026 });
  const cells: readonly (readonly [number, number, number])[] = [
    [0, 2026, 100_033],
    [1, 2026, 200_033],
    [2, 2026, 300_034],
    [3, 2026, 500_000],
  ];
  await finance.put(`${PLANS}/${lastYear}/amounts`, {
    lineIds: cells.map(([at]) => lines[at]),
    fiscalYears: cells.map(([, year]) => year),
    amountCents: cells.map(([, , amountCents]) => amountCents),
    unknownFrameReason: 'Rahmen folgen.',
  });
});
afterAll(() => app.stop());

const RULE = {
  by: 'account',
  value: '42',
  basis: 'year_before',
  rounding: 'cent',
  rates: [
    { fiscalYear: 2027, basisPoints: 250 },
    { fiscalYear: 2028, basisPoints: 300 },
  ],
};
const COPY = { firstYear: 2027, isTwoYears: false, laterYears: 'repeat_last' };

const create = (extra: object): Promise<Answer> =>
  finance.post(PLANS, { kind: 'budget', isTwoYears: false, name: 'Ohne Namen', ...extra });

async function draft(extra: object): Promise<string> {
  const answer = await create(extra);
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body.id;
}

const preview = async (extra: object = {}): Promise<{ status: number; body: PlanCopyPreview }> =>
  finance.post(`${COPIES}/preview`, { ...COPY, copyFromId: lastYear, rules: [RULE], ...extra });

test('The draft from last year with +2.5 % and +3 % on accounts 42: the sum is the indexed sum, to the cent', async () => {
  const asked = await preview();
  expect(asked.status).toBe(200);
  // 6,001.00 grows to 6,151.03 (6,151.025 rounded) and then to 6,335.56 (6,335.5609).
  expect(asked.body.rules[0]?.effects).toEqual([
    {
      direction: 'expense',
      fiscalYear: 2027,
      lines: 3,
      basisCents: 600_100,
      beforeCents: 600_100,
      afterCents: 615_103,
    },
    {
      direction: 'expense',
      fiscalYear: 2028,
      lines: 3,
      basisCents: 615_103,
      beforeCents: 600_100,
      afterCents: 633_556,
    },
  ]);
  const id = await draft({ ...COPY, name: 'Haushalt 2027', copyFromId: lastYear, rules: [RULE] });
  const grid: PlanGrid = (await finance.get(`${PLANS}/${id}/amounts`)).body;
  const ofYear = (year: number): readonly (number | null)[] => grid.amountCents[grid.years.indexOf(year)] ?? [];
  expect([ofYear(2026), ofYear(2027), ofYear(2030)]).toEqual([
    [100_033, 200_033, 300_034, 500_000],
    [102_534, 205_034, 307_535, 500_000],
    [100_033, 200_033, 300_034, 500_000],
  ]);
  const sums = [2027, 2028].map((year) =>
    ofYear(year)
      .slice(0, 3)
      .reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
  );
  expect(sums).toEqual([615_103, 633_556]);
});

test('The preview says per year and direction what was and what will be, and writes nothing', async () => {
  const before = (await finance.get(PLANS)).body.rows.length;
  const { body } = await preview();
  expect([body.lines, body.years]).toEqual([4, [2026, 2027, 2028, 2029, 2030]]);
  expect(body.totals.filter(({ fiscalYear }) => fiscalYear <= 2027)).toEqual([
    { direction: 'expense', fiscalYear: 2026, lines: 3, beforeCents: 600_100, afterCents: 600_100, differenceCents: 0 },
    { direction: 'payment', fiscalYear: 2026, lines: 1, beforeCents: 500_000, afterCents: 500_000, differenceCents: 0 },
    {
      direction: 'expense',
      fiscalYear: 2027,
      lines: 3,
      beforeCents: 600_100,
      afterCents: 615_103,
      differenceCents: 15003,
    },
    { direction: 'payment', fiscalYear: 2027, lines: 1, beforeCents: 500_000, afterCents: 500_000, differenceCents: 0 },
  ]);
  expect((await finance.get(PLANS)).body.rows).toHaveLength(before);
});

test('Years that the source does not reach are filled by the rule alone, the others stay empty', async () => {
  const { body } = await preview({ laterYears: 'leave_empty' });
  expect(
    body.totals.map(({ fiscalYear, direction, lines: count, beforeCents, afterCents }) => [
      fiscalYear,
      direction,
      count,
      beforeCents,
      afterCents,
    ]),
  ).toEqual([
    [2026, 'expense', 3, 600_100, 600_100],
    [2026, 'payment', 1, 500_000, 500_000],
    [2027, 'expense', 3, 0, 615_103],
    [2028, 'expense', 3, 0, 633_556],
  ]);
});

test('Whole euros: every line of the frame is whole, and so is the sum', async () => {
  const rule = {
    ...RULE,
    by: 'frame',
    value: 'CORE',
    rounding: 'euro',
    rates: [{ fiscalYear: 2027, basisPoints: 250 }],
  };
  const id = await draft({ ...COPY, name: 'In ganzen Euro', copyFromId: lastYear, rules: [rule] });
  const grid: PlanGrid = (await finance.get(`${PLANS}/${id}/amounts`)).body;
  expect(grid.amountCents[1]).toEqual([102_600, 205_000, 300_034, 512_500]);
});

test('What contracts cost is taken over where it is known; lines without contracts follow the next rule', async () => {
  // 12,000.00 a year, renewed until somebody gives notice: planned were 1,000.33.
  await addContract(finance, { lineId: lines[0] });
  const contracts = { ...RULE, basis: 'contracts', rates: [{ fiscalYear: 2027, basisPoints: 0 }] };
  const rules = [contracts, { ...RULE, rates: [{ fiscalYear: 2027, basisPoints: 1000 }] }];
  const id = await draft({ ...COPY, name: 'Mit Verträgen', copyFromId: lastYear, rules });
  const grid: PlanGrid = (await finance.get(`${PLANS}/${id}/amounts`)).body;
  expect(grid.amountCents[1]).toEqual([1_200_000, 220_036, 330_038, 500_000]);
  const { body } = await finance.get(`${COPIES}/${id}`);
  expect(body.rules.map(({ basis, effects }: PlanCopyRule) => [basis, effects[0]?.lines])).toEqual([
    ['contracts', 1],
    ['year_before', 2],
  ]);
  // Beside the plan it came from every line names its own rule, also when the contract has ended since.
  const query = `base=${lastYear}&second=${id}&alignment=calendar`;
  const comparison: PlanComparison = (await finance.get(`/api/v1/planning/plan-comparison?${query}`)).body;
  expect(comparison.columns.number.map((number, at) => [number, comparison.rulePlaces[at]])).toEqual([
    ['1.01', [0]],
    ['1.02', [1]],
    ['1.03', [1]],
    ['1.04', [null]],
  ]);
});

test('What was done stays with the version: who, when, from which plan, by which rules, with their sums', async () => {
  const id = await draft({ ...COPY, name: 'Mit Regeln', copyFromId: lastYear, rules: [RULE] });
  const { body } = await finance.get(`${COPIES}/${id}`);
  expect(body).toMatchObject({
    createdBy: 'Test finance',
    basedOnId: lastYear,
    basedOnName: 'Haushalt 2026',
    laterYears: 'repeat_last',
    rules: [RULE],
  });
  expect(body.rules[0].effects[0].afterCents).toBe(615_103);
  expect(new Date(body.createdAt).toISOString()).toBe(app.clock.now().toISOString());
  const empty = await draft({ name: 'Leer', firstYear: 2027 });
  expect((await finance.get(`${COPIES}/${empty}`)).body).toMatchObject({
    basedOnId: null,
    laterYears: null,
    rules: [],
  });
});

test.each([
  ['rules without a plan to copy', { copyFromId: undefined }, 409, 'PLAN_RULES_NEED_SOURCE'],
  [
    'a rate for the year before the plan',
    { rules: [{ ...RULE, rates: [{ fiscalYear: 2026, basisPoints: 1 }] }] },
    409,
    'PLAN_YEAR_OUTSIDE',
  ],
  [
    'a rate after the window',
    { rules: [{ ...RULE, rates: [{ fiscalYear: 2031, basisPoints: 1 }] }] },
    409,
    'PLAN_YEAR_OUTSIDE',
  ],
  ['a year twice', { rules: [{ ...RULE, rates: [RULE.rates[0], RULE.rates[0]] }] }, 422, 'LIST_INVALID'],
  ['no rate at all', { rules: [{ ...RULE, rates: [] }] }, 422, 'LIST_INVALID'],
  ['a frame that does not exist', { rules: [{ ...RULE, by: 'frame', value: 'ROADS' }] }, 422, 'ENUM_INVALID'],
  [
    'more than 100 %',
    { rules: [{ ...RULE, rates: [{ fiscalYear: 2027, basisPoints: 10_001 }] }] },
    422,
    'NUMBER_INVALID',
  ],
  [
    'half a hundredth of a percent',
    { rules: [{ ...RULE, rates: [{ fiscalYear: 2027, basisPoints: 0.5 }] }] },
    422,
    'NUMBER_INVALID',
  ],
])('Refused, and nothing is made: %s', async (name, extra, status, code) => {
  const answer = await create({ ...COPY, name: `Nicht: ${name}`, copyFromId: lastYear, rules: [RULE], ...extra });
  expect([answer.status, answer.body.errors?.[0]?.code ?? answer.body.code]).toEqual([status, code]);
  const made = (await finance.get(PLANS)).body.rows.map((row: { name: string }) => row.name);
  expect(made).not.toContain(`Nicht: ${name}`);
});

test('A line that would outgrow its cell is named, and nothing is made', async () => {
  const [huge] = await plantLines(app, city, [{ number: '9.99', frame: null, account: '421110' }]);
  const source = await draft({ name: 'Riesig', firstYear: 2026 });
  await finance.put(`${PLANS}/${source}/amounts`, {
    lineIds: [huge],
    fiscalYears: [2026],
    amountCents: [999_999_999_999],
  });
  const answer = await create({ ...COPY, name: 'Zu groß', copyFromId: source, rules: [RULE] });
  expect([answer.status, answer.body.code, answer.body.lineNumber, answer.body.fiscalYear]).toEqual([
    409,
    'PLAN_INDEX_TOO_LARGE',
    '9.99',
    2027,
  ]);
});

test('The auditor reads how a version came about and previews nothing; the neighbouring city sees neither', async () => {
  const auditor = await loginAs(app, 'auditor');
  expect((await auditor.get(`${COPIES}/${lastYear}`)).status).toBe(200);
  const body = { ...COPY, copyFromId: lastYear, rules: [RULE] };
  expect((await auditor.post(`${COPIES}/preview`, body)).status).toBe(403);
  const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
  expect((await neighbour.get(`${COPIES}/${lastYear}`)).status).toBe(404);
  await neighbour.post('/api/v1/planning/fiscal-years', { fiscalYear: 2027, isTwoYears: false });
  expect((await neighbour.post(`${COPIES}/preview`, body)).body.code).toBe('PLAN_SOURCE_UNKNOWN');
});
