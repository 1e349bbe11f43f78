import type { PlanComparison } from '@etatlotse/contracts/planning/plain';
import { comparisonKind } from '@etatlotse/domain/budget';
import { cents } from '@etatlotse/domain/shared';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { startTestApp, type TestApp } from '../../test/test-app';

const PLANS = '/api/v1/planning/plan-versions';
const COMPARISON = '/api/v1/planning/plan-comparison';
let app: TestApp;
let city: City;
let finance: HttpClient;
let lines: string[];
let first: string;
let second: string;
let third: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  for (const fiscalYear of [2026, 2027]) {
    await finance.post('/api/v1/planning/fiscal-years', { fiscalYear, isTwoYears: false });
  }
  lines = await plantLines(app, city, [
    { number: '1.01', frame: 'CORE', subBudget: 'FB 10' },
    { number: '1.02', frame: 'CORE', subBudget: 'FB 10' },
    { number: '1.03', frame: 'SCHOOL_NET', subBudget: 'FB 40' },
    { number: '1.04', frame: null, subBudget: 'FB 40', account: '783125', direction: 'payment', sphere: 'investing' },
    { number: '1.05', frame: null, subBudget: '' },
  ]);
  await asOwner(app, (owner) =>
    owner.query(`UPDATE budget_line SET explanation = 'Zwei Standorte mehr' WHERE number = '1.02'`),
  );
  first = await draft('Entwurf der Verwaltung', 2027, [
    [0, 2027, 100],
    [1, 2027, 200],
    [2, 2027, 300],
    [3, 2027, 400],
    [1, 2028, 210],
  ]);
  second = await draft('Nach der Lesung', 2027, [
    [0, 2027, 100],
    [1, 2027, 250],
    [1, 2028, 210],
    [3, 2027, 400],
    [3, 2028, 0],
    [4, 2027, 50],
  ]);
  const why = { version: 0, text: 'Umbau der Sporthalle' };
  expect((await finance.put(`${PLANS}/${second}/lines/${lines[3]}/explanation`, why)).status).toBe(200);
  third = await draft('Antrag der Fraktion', 2027, [
    [0, 2027, 90],
    [1, 2027, 250],
    [1, 2028, 210],
    [2, 2027, 300],
    [3, 2027, 400],
  ]);
});
afterAll(() => app.stop());

type Cell = readonly [number, number, number | null];

async function draft(name: string, firstYear: number, cells: readonly Cell[], extra: object = {}): Promise<string> {
  const made = await finance.post(PLANS, { name, kind: 'budget', firstYear, isTwoYears: false, ...extra });
  expect(made.status).toBe(201);
  if (cells.length > 0) await setCells(made.body.id, cells);
  return made.body.id;
}

async function setCells(id: string, cells: readonly Cell[]): Promise<void> {
  const answer = await finance.put(`${PLANS}/${id}/amounts`, {
    lineIds: cells.map(([at]) => lines[at]),
    fiscalYears: cells.map(([, year]) => year),
    amountCents: cells.map(([, , amountCents]) => amountCents),
    unknownFrameReason: 'Rahmen folgen.',
  });
  expect(answer.status).toBe(200);
}

async function compare(query: Readonly<Record<string, string>>): Promise<PlanComparison> {
  const answer = await finance.get(`${COMPARISON}?${new URLSearchParams(query).toString()}`);
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  return answer.body;
}

async function moveTo(instant: string): Promise<void> {
  app.clock.set(new Date(instant));
  finance = await loginAs(app, 'finance');
}

test('Only lines that differ are shown, with the difference and where it comes from', async () => {
  const { columns, kinds, years, amountCents, differenceCents, counts, alignment } = await compare({
    base: first,
    second,
  });
  expect([years, alignment]).toEqual([[2026, 2027, 2028, 2029, 2030], 'calendar']);
  expect(columns.number.map((number, at) => [number, kinds[at]?.[0]])).toEqual([
    ['1.02', 'changed'],
    ['1.03', 'dropped'],
    ['1.04', 'changed'],
    ['1.05', 'new'],
  ]);
  expect(amountCents[0]).toEqual([
    [null, 200, 210, null, null],
    [null, 250, 210, null, null],
  ]);
  expect(differenceCents).toEqual([
    [[null, 50, 0, null, null]],
    [[null, -300, null, null, null]],
    [[null, 0, 0, null, null]],
    [[null, 50, null, null, null]],
  ]);
  expect(counts).toEqual({ listed: 4, new: 1, dropped: 1, changed: 2, same: 1 });
  // What a version says about its line comes before what is always said about it.
  expect(columns.reason).toEqual(['Zwei Standorte mehr', '', 'Umbau der Sporthalle', '']);
});

test('Sums count every line, also equal ones; expense and payments stay apart; sub-budgets sum to the whole (T2)', async () => {
  const { sums } = await compare({ base: first, second, firstYear: '2027', lastYear: '2028' });
  const of = (group: string, key: string | null, direction: string) =>
    sums.find((sum) => sum.group === group && sum.key === key && sum.direction === direction);
  expect(of('all', null, 'expense')).toMatchObject({
    amountCents: [
      [600, 210],
      [400, 210],
    ],
    differenceCents: [[-200, 0]],
  });
  expect(of('all', null, 'payment')).toMatchObject({
    amountCents: [
      [400, null],
      [400, 0],
    ],
    differenceCents: [[0, 0]],
  });
  expect(of('frame', 'SCHOOL_NET', 'expense')).toMatchObject({
    amountCents: [
      [300, null],
      [null, null],
    ],
  });
  expect(of('subBudget', 'FB 10', 'expense')?.differenceCents).toEqual([[50, 0]]);
  for (const whole of sums.filter(({ group }) => group === 'all')) {
    const parts = sums.filter(({ group, direction }) => group === 'subBudget' && direction === whole.direction);
    const added = whole.amountCents.map((ofVersion, version) =>
      ofVersion.map((_, year) => parts.reduce((sum, part) => sum + (part.amountCents[version]?.[year] ?? 0), 0)),
    );
    expect(added).toEqual(whole.amountCents.map((ofVersion) => ofVersion.map((amount) => amount ?? 0)));
  }
});

test('Three versions stand side by side, each held against the first', async () => {
  const { columns, kinds, versions, amountCents } = await compare({ base: first, second, third });
  expect(versions.map(({ name }) => name)).toEqual([
    'Entwurf der Verwaltung',
    'Nach der Lesung',
    'Antrag der Fraktion',
  ]);
  expect(columns.number.map((number, at) => [number, ...(kinds[at] ?? [])])).toEqual([
    ['1.01', 'same', 'changed'],
    ['1.02', 'changed', 'changed'],
    ['1.03', 'dropped', 'same'],
    ['1.04', 'changed', 'same'],
    ['1.05', 'new', 'same'],
  ]);
  expect(amountCents[0]?.map((ofVersion) => ofVersion[1])).toEqual([100, 100, 90]);
});

test.each<[Record<string, string>, string[]]>([
  [{ kind: 'new' }, ['1.05']],
  [{ kind: 'dropped' }, ['1.03']],
  [{ frame: 'CORE' }, ['1.02']],
  [{ frame: 'none' }, ['1.04', '1.05']],
  [{ subBudget: 'FB 40' }, ['1.03', '1.04']],
  [{ q: '1.02' }, ['1.02']],
  [{ q: '%' }, []],
  [{ firstYear: '2028', lastYear: '2028' }, ['1.04']],
])('The filter %j leaves %j', async (filter, expected) => {
  expect((await compare({ base: first, second, ...filter })).columns.number).toEqual(expected);
});

test('Last year’s plan stands beside this year’s by plan year, each with its own amounts', async () => {
  const last = await draft('Haushalt 2026', 2026, [
    [0, 2026, 100],
    [1, 2026, 180],
  ]);
  const byPlanYear = await compare({ base: last, second: first, firstYear: '2026', lastYear: '2026' });
  expect([byPlanYear.alignment, byPlanYear.years]).toEqual(['plan_year', [2026]]);
  expect(byPlanYear.columns.number.map((number, at) => [number, byPlanYear.differenceCents[at]])).toEqual([
    ['1.02', [[20]]],
    ['1.03', [[300]]],
    ['1.04', [[400]]],
  ]);
  const byCalendar = await compare({ base: last, second: first, alignment: 'calendar' });
  expect([byCalendar.years, byCalendar.kinds.flat()]).toEqual([
    [2026, 2027, 2028, 2029],
    ['changed', 'changed', 'new', 'new'],
  ]);
});

test('A line that a rule indexed when the version was copied names the rule', async () => {
  const rates = [{ fiscalYear: 2027, basisPoints: 250 }];
  const rule = { by: 'account', value: '42', basis: 'same_year', rounding: 'cent', rates };
  const copy = await draft('Kopie mit Regel', 2027, [], { copyFromId: first, rules: [rule] });
  await setCells(copy, [[3, 2027, 410]]);
  const { columns, rulePlaces, versions } = await compare({ base: first, second: copy });
  expect(columns.number.map((number, at) => [number, rulePlaces[at]])).toEqual([
    ['1.01', [0]],
    ['1.02', [0]],
    ['1.03', [0]],
    ['1.04', [null]],
  ]);
  expect(versions[1]?.rules).toEqual([{ by: 'account', value: '42', basis: 'same_year', rates }]);
  expect((await compare({ base: second, second: copy })).rulePlaces.flat().every((place) => place === null)).toBe(true);
});

test('What the database finds is what the domain says, for every pair of amounts', async () => {
  const values = [null, 0, 5] as const;
  const pairs = values.flatMap((a) =>
    values.flatMap((b) => values.flatMap((c) => values.map((d) => [a, b, c, d] as const))),
  );
  const own = await plantLines(
    app,
    city,
    pairs.map((_, at) => ({ number: `7.${String(at).padStart(2, '0')}`, frame: null })),
  );
  const fill = async (name: string, year1: 0 | 2, year2: 1 | 3): Promise<string> => {
    const id = await draft(name, 2027, []);
    const cells = pairs.flatMap((pair, at) => [
      [own[at], 2027, pair[year1]] as const,
      [own[at], 2028, pair[year2]] as const,
    ]);
    await finance.put(`${PLANS}/${id}/amounts`, {
      lineIds: cells.map(([lineId]) => lineId),
      fiscalYears: cells.map(([, year]) => year),
      amountCents: cells.map(([, , amountCents]) => amountCents),
    });
    return id;
  };
  const found = await compare({ base: await fill('Alle links', 0, 1), second: await fill('Alle rechts', 2, 3) });
  const known = new Map(found.columns.number.map((number, at) => [number, found.kinds[at]?.[0]]));
  const toCents = (amount: number | null) => (amount === null ? null : cents(amount));
  pairs.forEach(([a, b, c, d], at) => {
    const expected = comparisonKind([toCents(a), toCents(b)], [toCents(c), toCents(d)]);
    expect([at, known.get(`7.${String(at).padStart(2, '0')}`) ?? 'same']).toEqual([at, expected]);
  });
});

test('The file holds exactly the view, amounts as numbers and what is not planned as nothing', async () => {
  const query = new URLSearchParams({ base: first, second, firstYear: '2027', lastYear: '2027', kind: 'dropped' });
  const answer = await finance.get(`${COMPARISON}.csv?${query.toString()}`);
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="planvergleich.csv"',
  ]);
  expect(answer.body.replace('\uFEFF', '').split('\r\n')).toEqual([
    'Zeile;Bezeichnung;Rahmen;Teilhaushalt;Produkt;Sachkonto;Art;"Entwurf der Verwaltung, 2027 in €";' +
      '"Nach der Lesung, 2027 in €";"Unterschied Nach der Lesung, 2027 in €";Was ist anders in Nach der Lesung?;Erläuterung',
    '1.03;Zeile 1.03;Schulnetze;FB 40;1.11.1;429100;Aufwand;3,00;;-3,00;entfällt;',
    '',
  ]);
});

describe('As of a day, by what had been recorded until then', () => {
  let id: string;
  beforeAll(async () => {
    await moveTo('2026-10-12T09:00:00+02:00');
    id = await draft('Entwurf im Oktober', 2027, [
      [0, 2027, 1000],
      [1, 2027, 2000],
    ]);
    await moveTo('2026-10-12T23:59:00+02:00');
    await setCells(id, [[0, 2027, 1100]]);
    await moveTo('2026-10-20T10:00:00+02:00');
    await setCells(id, [
      [0, 2027, null],
      [1, 2027, 2500],
      [2, 2028, 7],
    ]);
    await moveTo('2026-10-21T10:00:00+02:00');
    const version = (await finance.get(`${PLANS}/${id}`)).body.version;
    const { status } = await finance.post(`${PLANS}/${id}/steps`, { step: 'introduce', version });
    expect(status).toBe(200);
  });

  const asOf = async (day: string) => (await finance.get(`${PLANS}/${id}/as-of?day=${day}`)).body;

  test.each([
    ['2026-10-11', false, null, []],
    ['2026-10-12', true, 'draft', [[2027, 2, 3100]]],
    ['2026-10-19', true, 'draft', [[2027, 2, 3100]]],
    [
      '2026-10-20',
      true,
      'draft',
      [
        [2027, 1, 2500],
        [2028, 1, 7],
      ],
    ],
    [
      '2026-10-21',
      true,
      'introduced',
      [
        [2027, 1, 2500],
        [2028, 1, 7],
      ],
    ],
  ])('at the end of %s', async (day, isKnown, state, totals) => {
    const answer = await asOf(day);
    expect([answer.isKnown, answer.state, answer.knownFrom]).toEqual([isKnown, state, '2026-10-12']);
    expect(
      answer.totals.map((row: Record<string, number>) => [row['fiscalYear'], row['lines'], row['amountCents']]),
    ).toEqual(totals);
  });

  test('what has changed in one version since a day: the version against itself', async () => {
    const since = await compare({ base: id, second: id, baseAsOf: '2026-10-12' });
    expect(since.columns.number.map((number, at) => [number, since.kinds[at]?.[0]])).toEqual([
      ['1.01', 'dropped'],
      ['1.02', 'changed'],
      ['1.03', 'new'],
    ]);
    expect(since.versions.map(({ asOf: day }) => day)).toEqual(['2026-10-12', null]);
  });

  test('a day before the history says so, and shows no amounts instead of zeros', async () => {
    const { versions, amountCents } = await compare({ base: first, second: id, asOf: '2026-10-10' });
    expect(versions.map(({ isKnown, knownFrom }) => [isKnown, knownFrom])).toEqual([
      [true, '2026-10-05'],
      [false, '2026-10-12'],
    ]);
    expect(amountCents.every(([, other]) => other?.every((amount) => amount === null))).toBe(true);
  });

  test('nobody can write or take away history through the API’s role; a draft that goes takes it along', async () => {
    const tx = (sql: string) =>
      asOwner(app, async (owner) => {
        await owner.query('SET ROLE app_rw');
        return owner.query(sql).then(
          () => 'done',
          (fault: { code?: string }) => fault.code,
        );
      });
    expect(
      await Promise.all([
        tx('DELETE FROM plan_amount_change'),
        tx('UPDATE plan_amount_change SET changed_at = now()'),
        tx(`INSERT INTO plan_amount_change (tenant_id) VALUES ('${city.tenantId}')`),
      ]),
    ).toEqual(['42501', '42501', '42501']);
    const gone = await draft('Geht wieder', 2027, [[0, 2027, 1]]);
    const count = async () =>
      (await asOwner(app, (owner) => owner.query(`SELECT FROM plan_amount_change WHERE version_id = $1`, [gone])))
        .rowCount;
    expect(await count()).toBe(1);
    expect((await finance.delete(`${PLANS}/${gone}?version=2`)).status).toBe(204);
    expect(await count()).toBe(0);
  });
});

test('The clerk compares nothing; the auditor does; to the neighbouring city the versions do not exist', async () => {
  const address = `${COMPARISON}?base=${first}&second=${second}`;
  expect((await (await loginAs(app, 'clerk')).get(address)).status).toBe(403);
  expect((await (await loginAs(app, 'auditor')).get(address)).status).toBe(200);
  const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
  const answers = await Promise.all([
    neighbour.get(address),
    neighbour.get(address.replace('?', '.csv?')),
    neighbour.get(`${PLANS}/${first}/as-of?day=2026-10-10`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});
