import {
  CAPACITY_PATHS,
  type ParameterEffect,
  type ParameterHistory,
  type PostDetail,
  type PostPage,
} from '@etatlotse/contracts/capacity/plain';
import type { HttpClient } from '../../test/http-client';
import { type City, createCity, loginAs } from '../../test/people';
import { addPost, addTask, figureOf, occupancyOf, postOf, recordFigures, rowOf } from '../../test/staffing';
import { startTestApp, type TestApp } from '../../test/test-app';

/* The personnel office keeps the staffing plan and the figures: it finds vacancies, erases names, and sees what a figure moves. */

let app: TestApp;
let city: City;
let office: HttpClient;

beforeAll(async () => {
  app = await startTestApp({ now: '2026-06-15T08:00:00Z' });
  city = await createCity(app);
  office = await loginAs(app, 'personnel_office');
  const { school, parks } = city.units;
  await addPost(office, school, { number: 'A-1', name: 'Schulverwaltung' });
  await addPost(office, school, { number: 'A-2', occupancies: [occupancyOf({ until: '2026-02-28' })] });
  await addPost(office, school, {
    number: 'A-3',
    status: 'official',
    grade: 'A 11',
    weeklyMinutes: 2_400,
    fullTimeMinutes: 2_400,
    note: { kind: 'kw' },
    occupancies: [
      occupancyOf({ weeklyMinutes: 1_200, absences: [{ from: '2026-05-01', until: '2026-10-31', percent: 100 }] }),
    ],
  });
  await addPost(office, parks, {
    number: 'B-1',
    note: { kind: 'ku', from: '2028-01-01' },
    occupancies: [occupancyOf({ from: '2026-05-01', rampUpPercents: [25, 50, 75], holder: 'Erika Beispiel' })],
  });
});
afterAll(() => app.stop());

const page = async (query: string): Promise<PostPage> => (await office.get(`${CAPACITY_PATHS.posts}?${query}`)).body;
const numbersOf = async (query: string): Promise<string[]> => (await page(query)).rows.map(({ number }) => number);
const detail = async (number: string, query = ''): Promise<PostDetail> => {
  const [row] = (await page(`q=${number}`)).rows;
  return (await office.get(`${CAPACITY_PATHS.post(row?.id ?? '')}${query}`)).body;
};

describe('Stellenplan', () => {
  test('planned, occupied and available stand beside each other, with sums of everything and of each unit', async () => {
    const { rows, totals, units, asOf } = await page('fiscalYear=2026&limit=1');
    expect([rows.length, asOf, totals]).toEqual([
      1,
      '2026-06-15',
      expect.objectContaining({ posts: 4, vacant: 2, ending: 1, away: 1, plannedFte: expect.closeTo(4, 9) }),
    ]);
    const sum = (pick: (one: PostPage['units'][number]) => number): number =>
      units.reduce((total, one) => total + pick(one), 0);
    expect(units.map(({ unit, posts }) => [unit.code, posts])).toEqual([
      ['40', 3],
      ['67', 1],
    ]);
    expect(sum(({ occupiedFte }) => occupiedFte)).toBeCloseTo(totals?.occupiedFte ?? NaN, 9);
    expect(sum(({ availableFte }) => availableFte)).toBeCloseTo(totals?.availableFte ?? NaN, 9);
    expect(totals?.availableFte).toBeLessThan(totals?.occupiedFte ?? NaN);
  });

  test.each<[string, string[]]>([
    ['state=vacant', ['A-2']],
    ['state=partly', ['A-3']],
    ['state=held', ['A-1', 'B-1']],
    ['state=kw', ['A-3']],
    ['state=ku', ['B-1']],
    ['state=away', ['A-3']],
    ['state=learning', ['B-1']],
    ['q=schulverwaltung', ['A-1']],
    ['q=a 11', ['A-3']],
    ['q=%25', []],
    ['state=vacant&fiscalYear=2025', ['B-1']],
  ])('the filter %s finds %j', async (query, numbers) => {
    expect(await numbersOf(query)).toEqual(numbers);
  });

  test('a filtered list goes on page by page and says since when a post is free', async () => {
    const first = await page(`unitId=${city.units.school}&limit=2`);
    const next = await page(`unitId=${city.units.school}&limit=2&cursor=${first.nextCursor}`);
    expect([...first.rows, ...next.rows].map(({ number, vacantSince }) => [number, vacantSince])).toEqual([
      ['A-1', null],
      ['A-2', '2026-03-01'],
      ['A-3', '2020-01-01'],
    ]);
    expect([next.nextCursor, next.totals, next.units]).toEqual([null, null, []]);
    const held = await page('state=held&limit=1');
    expect((await page(`state=held&limit=1&cursor=${held.nextCursor}`)).rows.map(({ number }) => number)).toEqual([
      'B-1',
    ]);
  });

  test('the list as a file has its sums and no names', async () => {
    const { body, headers } = await office.get(`${CAPACITY_PATHS.postsCsv}?fiscalYear=2026`);
    expect(headers.get('content-disposition')).toContain('stellenplan-2026.csv');
    const lines = String(body).trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[2]).toBe(
      'A-2;Sachbearbeitung;40 Fachbereich Schule;Tarif;E 9a;39,00;39,00;2020-01-01;;;;0;2026-03-01;1,0000;0,1627;0,1627',
    );
    expect(lines[5]).toMatch(/^Summe;;/);
    expect(body).not.toContain('Erika');
  });

  test('a post shows its year month by month, and what every part of it is made of', async () => {
    const before = await detail('A-3');
    expect(before.year.months.every(({ minutes }) => minutes === null)).toBe(true);
    await recordFigures(office);
    const { year, states, mayWrite } = await detail('A-3', '?fiscalYear=2026');
    expect([states, mayWrite, year.months.length]).toEqual([['partly', 'kw', 'away'], true, 12]);
    expect(year.pieces.map(({ from, until, away, value }) => [from, until, away, value])).toEqual([
      ['2026-01-01', '2026-04-30', 0, 0.5],
      ['2026-05-01', '2026-10-31', 1, 0],
      ['2026-11-01', '2026-12-31', 0, 0.5],
    ]);
    const january = year.months[0];
    expect(january?.minutes).toBeCloseTo((0.5 * 96_120 * (january?.workingDays ?? 0)) / year.workingDays, 6);
  });
});

describe('Namen', () => {
  test('a name is kept with the post alone, erased with a trace that does not say it, and no open form brings it back', async () => {
    const post = await detail('B-1');
    const [occupancy] = post.occupancies;
    expect(occupancy?.holder).toBe('Erika Beispiel');
    expect(JSON.stringify(await page(''))).not.toContain('Erika');
    const auditor = await loginAs(app, 'auditor');
    expect((await auditor.delete(CAPACITY_PATHS.holder(post.id, occupancy?.id ?? ''))).status).toBe(403);
    const erased = await office.delete(CAPACITY_PATHS.holder(post.id, occupancy?.id ?? ''));
    expect([erased.status, erased.body.version]).toEqual([200, post.version + 1]);
    expect((await office.delete(CAPACITY_PATHS.holder(post.id, occupancy?.id ?? ''))).status).toBe(404);
    const open = postOf(city.units.parks, {
      number: 'B-1',
      version: post.version,
      occupancies: [occupancyOf({ holder: 'Erika Beispiel' })],
    });
    expect((await office.put(CAPACITY_PATHS.post(post.id), open)).body.code).toBe('VERSION_STALE');
    expect((await detail('B-1')).occupancies.map(({ holder }) => holder)).toEqual(['']);
    const log = await auditor.get(`/api/v1/audit?subjectId=${post.id}`);
    expect(JSON.stringify(log.body)).toContain('post.holder_erased');
    expect(JSON.stringify(log.body)).not.toContain('Erika');
  });

  test('no unit head and nobody of finance sees posts', async () => {
    for (const who of ['department_head', 'finance'] as const) {
      const client = await loginAs(app, who);
      for (const path of [CAPACITY_PATHS.posts, CAPACITY_PATHS.postsCsv]) {
        expect((await client.get(path)).status).toBe(403);
      }
    }
  });
});

describe('Grundwerte', () => {
  const effectOf = async (body: object): Promise<{ status: number; body: ParameterEffect & { code?: string } }> =>
    office.post(CAPACITY_PATHS.parameterEffect, { fiscalYear: 2027, ...body });

  test('a new figure says what it moves before it is saved: need and presence of each unit, before and after', async () => {
    const head = await loginAs(app, 'department_head');
    await addTask(head, city.units.school, 1_200, { name: 'Anträge', baseSeconds: 6_000 });
    const figure = figureOf('yearly_minutes', 100_000, { key: 'employee', validFrom: '2026-07-01' });
    const { body } = await effectOf({ fiscalYear: 2026, figure });
    expect(body).toMatchObject({ movesFte: true, isFelt: true, before: { valueMicros: 93_660_000_000 } });
    const school = body.units.find(({ unit }) => unit.code === '40');
    const need = (1_200 * 100 * 1.1) / 93_660;
    expect(school?.before.requiredFte).toBeCloseTo(need, 9);
    expect(school?.after.requiredFte).toBeCloseTo((need * 93_660) / 100_000, 9);
    expect(body.totals.requiredAfter).toBeLessThan(body.totals.requiredBefore ?? NaN);
    expect((await rowOf(office, city.units.school)).requiredFte).toBeCloseTo(need, 9);
    // From the year after it holds: this year does not feel it.
    const later = await effectOf({ fiscalYear: 2026, figure: { ...figure, validFrom: '2027-01-01' } });
    expect([later.body.isFelt, later.body.totals.requiredAfter]).toEqual([false, later.body.totals.requiredBefore]);
    expect((await effectOf({ figure: figureOf('workplace_cost', 970_000) })).body).toMatchObject({
      movesFte: false,
      isFelt: true,
      before: null,
    });
  });

  test('AT-05 what cannot be recorded is refused by the preview in the same words', async () => {
    const other = figureOf('allowance', 0.09, { basis: 'deduction_from_yearly_minutes' });
    const answer = await effectOf({ figure: other });
    expect([answer.status, answer.body.code]).toEqual([409, 'ALLOWANCE_BOTH_BASES']);
    expect((await effectOf({ withdraws: city.units.school })).status).toBe(404);
  });

  test('what taking a figure back moves is told, and the history keeps who, when and why', async () => {
    const list = (await office.get(CAPACITY_PATHS.parameterHistory)).body as ParameterHistory;
    const allowance = list.rows.find(({ kind }) => kind === 'allowance');
    const { body } = await effectOf({ withdraws: allowance?.id });
    expect([body.isFelt, body.missingAfter, body.totals.requiredAfter]).toEqual([true, ['allowance'], null]);
    await office.post(CAPACITY_PATHS.withdrawal(allowance?.id ?? ''), { reason: 'falscher Bezug' });
    const first = (await office.get(`${CAPACITY_PATHS.parameterHistory}?kind=allowance&limit=1`)).body;
    expect(first.rows).toMatchObject([
      {
        recordedBy: 'Test personnel_office',
        withdrawal: { by: 'Test personnel_office', reason: 'falscher Bezug' },
      },
    ]);
    const pages = (await office.get(`${CAPACITY_PATHS.parameterHistory}?limit=2`)).body as ParameterHistory;
    const rest = (await office.get(`${CAPACITY_PATHS.parameterHistory}?limit=2&cursor=${pages.nextCursor}`)).body;
    expect([pages.rows.length, rest.rows.length, rest.nextCursor]).toEqual([2, 1, null]);
  });
});
