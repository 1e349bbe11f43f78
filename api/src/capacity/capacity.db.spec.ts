import { CAPACITY_PATHS, type ParameterRow, type PostRow, type TaskRow } from '@etatlotse/contracts/capacity/plain';
import type { HttpClient } from '../../test/http-client';
import { type City, createCity, createOtherCity, loginAs } from '../../test/people';
import {
  addPost,
  addTask,
  figureOf,
  occupancyOf,
  overviewOf,
  postOf,
  recordFigures,
  rowOf,
  saveVolumes,
  taskOf,
} from '../../test/staffing';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let office: HttpClient;
let head: HttpClient;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  office = await loginAs(app, 'personnel_office');
  head = await loginAs(app, 'department_head');
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const codeOf = async (answer: Promise<{ status: number; body: { code?: string } }>): Promise<[number, string]> => {
  const { status, body } = await answer;
  return [status, body.code ?? ''];
};
const near = (value: number): unknown => expect.closeTo(value, 4);

describe('Kennzahlen', () => {
  test('without yearly minutes and Verteilzeit no need is told, and what is missing is named', async () => {
    const { missingParameters, parameters } = await overviewOf(office);
    expect([missingParameters, parameters]).toEqual([
      ['yearly_minutes employee', 'yearly_minutes official', 'allowance'],
      [],
    ]);
  });

  test('AT-05 Verteilzeit on both bases at once is refused; withdrawn with a reason the other one may stand', async () => {
    const other = figureOf('allowance', 0.09, { basis: 'deduction_from_yearly_minutes' });
    await recordFigures(office);
    expect(await codeOf(office.post(CAPACITY_PATHS.parameters, other))).toEqual([409, 'ALLOWANCE_BOTH_BASES']);
    const list: ParameterRow[] = (await office.get(CAPACITY_PATHS.parameters)).body;
    const first = list.find(({ kind }) => kind === 'allowance')?.id ?? '';
    const withdraw = (): Promise<{ status: number; body: { code?: string } }> =>
      office.post(CAPACITY_PATHS.withdrawal(first), { reason: 'falscher Bezug' });
    expect((await withdraw()).status).toBe(200);
    expect(await codeOf(withdraw())).toEqual([409, 'PARAMETER_WITHDRAWN']);
    const second = await office.post(CAPACITY_PATHS.parameters, other);
    expect(second.status).toBe(201);
    await office.post(CAPACITY_PATHS.withdrawal(second.body.id), { reason: 'doch Aufschlag' });
    const again = figureOf('allowance', 0.1, { basis: 'surcharge_on_base_time' });
    expect((await office.post(CAPACITY_PATHS.parameters, again)).status).toBe(201);
  });

  test.each<[string, object, string]>([
    ['without its source', figureOf('overhead', 0.2, { source: ' ' }), 'TEXT_REQUIRED'],
    [
      'hours instead of minutes',
      figureOf('yearly_minutes', 1_561, { key: 'employee', validFrom: '2027-01-01' }),
      'PARAMETER_VALUE_RANGE',
    ],
    ['of nobody', figureOf('yearly_minutes', 93_660, { key: 'teacher' }), 'PARAMETER_KEY_UNFIT'],
    ['Verteilzeit of nothing', figureOf('allowance', 0.1, { validFrom: '2027-01-01' }), 'ALLOWANCE_BASIS_MISSING'],
    ['twice for a day', figureOf('yearly_minutes', 95_400, { key: 'employee' }), 'PARAMETER_SAME_DAY'],
  ])('a figure %s is refused', async (_, figure, code) => {
    expect((await office.post(CAPACITY_PATHS.parameters, figure)).body).toMatchObject(
      code === 'TEXT_REQUIRED' ? { errors: [{ field: 'source' }] } : { code },
    );
  });

  test('two offices that record at the same moment: one figure holds', async () => {
    const figure = figureOf('bundling_threshold', 0.25);
    const answers = await Promise.all([1, 2].map(() => office.post(CAPACITY_PATHS.parameters, figure)));
    expect(answers.map(({ body }) => body.code ?? 'made').sort()).toEqual(['PARAMETER_SAME_DAY', 'made']);
  });
});

describe('Ein Jahr einer Organisationseinheit', () => {
  test('AT-04, AT-06 three tasks need 3.9685 FTE; five posts of both statuses are 3.7692 and stand for 3.8086', async () => {
    const unit = city.units.school;
    for (const weeklyMinutes of [2_340, 1_170, 1_800]) {
      await addPost(office, unit, { weeklyMinutes, occupancies: [occupancyOf({ weeklyMinutes })] });
    }
    for (const weeklyMinutes of [2_400, 1_200]) {
      const official = { status: 'official', grade: 'A 9', weeklyMinutes, fullTimeMinutes: 2_400 };
      await addPost(office, unit, { ...official, occupancies: [occupancyOf({ weeklyMinutes })] });
    }
    await addTask(head, unit, 12_000, { name: 'Anmeldungen', baseSeconds: 12 * 60 });
    await addTask(head, unit, 3_500, { name: 'Anträge', baseSeconds: 38 * 60 });
    await addTask(head, unit, 420, {
      name: 'Widersprüche',
      baseSeconds: 145 * 60,
      backlog: 30,
      backlogCountedOn: '2026-09-30',
    });
    const row = await rowOf(head, unit);
    expect(row).toMatchObject({
      posts: 5,
      tasks: 3,
      plannedFte: near(3.7692),
      occupiedFte: near(3.7692),
      availableFte: near(3.7692),
      availableNormFte: near(3.8086),
      requiredFte: near(3.9685),
      gapFte: near(-0.1599),
      isComplete: true,
      isProtected: false,
      // Two of three tasks were never counted: how much lies there is not known.
      backlogCases: null,
      backlogDays: null,
    });
    expect(row.months).toHaveLength(12);
  });

  test('T24 12,000 cases of 25 minutes in 96,000 are 3.125 FTE, in the year the figures hold for', async () => {
    await office.post(
      CAPACITY_PATHS.parameters,
      figureOf('yearly_minutes', 96_000, { key: 'employee', validFrom: '2030-01-01' }),
    );
    await office.post(
      CAPACITY_PATHS.parameters,
      figureOf('allowance', 0, { basis: 'surcharge_on_base_time', validFrom: '2030-01-01' }),
    );
    const id = (await head.post(CAPACITY_PATHS.tasks, taskOf(city.units.schoolDivision, { baseSeconds: 1_500 }))).body
      .id;
    await saveVolumes(head, id, Array<number>(12).fill(1_000), 1, { fiscalYear: 2030 });
    const row = await rowOf(head, city.units.schoolDivision, 2030);
    expect(row.requiredFte).toBeCloseTo(3.125, 9);
    const { parameters } = await overviewOf(head, 2030);
    expect(parameters.map(({ kind, key, validFrom }) => [kind, key, validFrom])).toEqual([
      ['allowance', '', '2030-01-01'],
      ['yearly_minutes', 'employee', '2030-01-01'],
      ['yearly_minutes', 'official', '2026-01-01'],
    ]);
  });

  test('AT-08, AT-09 a vacancy of half a year and a holder who learns', async () => {
    const unit = city.units.parks;
    await addPost(office, unit, {
      occupancies: [occupancyOf({ until: '2026-02-28' }), occupancyOf({ from: '2026-09-01' })],
    });
    const vacant = await rowOf(office, unit);
    expect([vacant.plannedFte, vacant.occupiedFte, vacant.availableFte]).toEqual([1, 0.5, 0.5].map(near));
    const learner = occupancyOf({ from: '2026-04-01', weeklyMinutes: 1_755, rampUpPercents: [25, 50, 75] });
    await addPost(office, unit, { weeklyMinutes: 1_755, occupancies: [learner] });
    const both = await rowOf(office, unit);
    expect((both.availableFte ?? NaN) - 0.5).toBeCloseTo(0.4747, 4);
    // Posts without tasks need nothing that is known; that is not nothing.
    expect([both.requiredFte, both.gapFte, both.isComplete]).toEqual([null, null, false]);
  });

  test('a month without a number is not known and never 0; what came in counts before what was expected', async () => {
    const other = await loginAs(app, 'other_head');
    const unit = city.units.parks;
    const id = (
      await other.post(
        CAPACITY_PATHS.tasks,
        taskOf(unit, { name: 'Baumfällungen', backlog: 252, backlogCountedOn: '2026-10-01' }),
      )
    ).body.id;
    expect((await rowOf(other, unit)).unknownTasks).toEqual(['Baumfällungen']);
    await saveVolumes(other, id, [...Array<number>(8).fill(100), null, 100, 100, 100], 1);
    const open = await rowOf(other, unit);
    expect(open).toMatchObject({ isComplete: false, unknownTasks: ['Baumfällungen'], backlogCases: 252 });
    expect(open.requiredFte).toBeCloseTo((1_100 * 12 * 1.1) / 93_660, 9);
    expect(open.months[8]?.requiredFte).toBeNull();
    expect(open.backlogDays).toBeCloseTo((252 * 12 * 1.1 * 252) / (93_660 * (open.availableFte ?? NaN)), 6);
    await saveVolumes(other, id, [...Array<null>(8).fill(null), 300, null, null, null], 2, { kind: 'actual' });
    await saveVolumes(other, id, [200, ...Array<null>(11).fill(null)], 3, { kind: 'actual' });
    const half = await rowOf(other, unit);
    expect(half.requiredFte).toBeCloseTo((1_200 * 12 * 1.1) / 93_660, 9);
    expect(half.isComplete).toBe(false);
    await saveVolumes(other, id, Array<number>(12).fill(0), 4, { kind: 'planned' });
    expect(await rowOf(other, unit)).toMatchObject({ isComplete: true, unknownTasks: [] });
  });
});

describe('Was nicht sein kann', () => {
  test.each<[string, object, string]>([
    [
      'more people than post',
      { occupancies: [occupancyOf(), occupancyOf({ from: '2026-03-01', weeklyMinutes: 1_170 })] },
      'OCCUPANCY_OVER_POST',
    ],
    ['an end before the start', { until: '2019-12-31' }, 'POST_END_BEFORE_START'],
    [
      'somebody who leaves before coming',
      { occupancies: [occupancyOf({ until: '2019-12-31' })] },
      'OCCUPANCY_END_BEFORE_START',
    ],
    ['somebody who stays after the kw note', { note: { kind: 'kw', from: '2027-01-01' } }, 'OCCUPANCY_OUTSIDE_POST'],
    ['more than a full post', { weeklyMinutes: 2_400, occupancies: [] }, 'SHARE_RANGE'],
  ])('a post with %s is refused, and nothing is kept', async (_, wish, code) => {
    const post = postOf(city.units.school, wish);
    expect(await codeOf(office.post(CAPACITY_PATHS.posts, post))).toEqual([409, code]);
    const list: { rows: PostRow[] } = (await office.get(`${CAPACITY_PATHS.posts}?limit=100`)).body;
    expect(list.rows.map(({ number }) => number)).not.toContain(post['number']);
  });

  test('the refusal says from when and how much', async () => {
    const two = postOf(city.units.school, {
      occupancies: [occupancyOf(), occupancyOf({ from: '2026-03-01', weeklyMinutes: 1_170 })],
    });
    expect((await office.post(CAPACITY_PATHS.posts, two)).body.detail).toContain(
      'Ab 01.03.2026 ist die Stelle zu 150 % besetzt',
    );
  });

  test.each<[string, object, string]>([
    ['minutes a case of hours', { kind: 'hours' }, 'TASK_HOURS_WITHOUT_MINUTES'],
    ['a backlog of no day', { backlog: 5 }, 'TASK_BACKLOG_UNDATED'],
    ['a name that there is', { name: 'Anträge' }, 'TASK_NAME_TAKEN'],
  ])('a task with %s is refused', async (_, wish, code) => {
    expect(await codeOf(head.post(CAPACITY_PATHS.tasks, taskOf(city.units.school, wish)))).toEqual([409, code]);
  });

  test('a number and a version that are no longer right', async () => {
    const id = await addPost(office, city.units.school, { number: 'S-alt' });
    expect(await codeOf(office.post(CAPACITY_PATHS.posts, postOf(city.units.school, { number: 'S-alt' })))).toEqual([
      409,
      'NUMBER_TAKEN',
    ]);
    const change = (version: number): Promise<{ status: number; body: { code?: string } }> =>
      office.put(CAPACITY_PATHS.post(id), {
        ...postOf(city.units.school, { number: 'S-neu', until: '2026-12-31', occupancies: [] }),
        version,
      });
    expect((await change(1)).status).toBe(200);
    expect(await codeOf(change(1))).toEqual([409, 'VERSION_STALE']);
    const shown: PostRow = (await office.get(CAPACITY_PATHS.post(id))).body;
    expect(shown).toMatchObject({ number: 'S-neu', until: '2026-12-31', occupancies: [], version: 2 });
  });
});

describe('Wer darf was', () => {
  test('a head sees and fills the own department, and nobody else’s exists', async () => {
    const other = await loginAs(app, 'other_head');
    const units = async (client: HttpClient): Promise<string[]> =>
      (await overviewOf(client)).rows.map(({ unit }) => unit.code);
    expect([await units(head), await units(other)]).toEqual([['40', '40.1'], ['67']]);
    expect(await codeOf(other.post(CAPACITY_PATHS.tasks, taskOf(city.units.school)))).toEqual([404, 'NOT_FOUND']);
    const list: { rows: TaskRow[] } = (await head.get(`${CAPACITY_PATHS.tasks}?fiscalYear=2026`)).body;
    const task = list.rows[0];
    const volumes = { fiscalYear: 2026, kind: 'actual', counts: Array<null>(12).fill(null), version: task?.version };
    expect((await other.put(CAPACITY_PATHS.volumes(task?.id ?? ''), volumes)).status).toBe(404);
    expect(
      (await other.put(CAPACITY_PATHS.task(task?.id ?? ''), { ...taskOf(city.units.parks), version: 1 })).status,
    ).toBe(404);
    expect((await head.get(CAPACITY_PATHS.posts)).status).toBe(403);
    expect((await finance.post(CAPACITY_PATHS.tasks, taskOf(city.units.school))).status).toBe(403);
  });

  test('a unit of fewer than five holders tells its presence to the unit and the personnel office only', async () => {
    const [hidden, seen] = [await rowOf(finance, city.units.parks), await rowOf(office, city.units.parks)];
    expect(hidden).toMatchObject({
      isProtected: true,
      availableFte: null,
      gapFte: null,
      backlogDays: null,
      plannedFte: seen.plannedFte,
    });
    expect(hidden.months.every(({ availableFte, gapFte }) => availableFte === null && gapFte === null)).toBe(true);
    expect(seen.isProtected).toBe(false);
    expect((await rowOf(finance, city.units.school)).isProtected).toBe(false);
  });

  test('another city has no unit, post or figure of this one', async () => {
    const other = await createOtherCity(app);
    const neighbour = await loginAs(app, 'personnel_office', other);
    expect(await overviewOf(neighbour)).toMatchObject({ rows: [], parameters: [] });
    expect(await codeOf(neighbour.post(CAPACITY_PATHS.posts, postOf(city.units.school)))).toEqual([
      409,
      'UNIT_UNKNOWN',
    ]);
  });

  test('lists go on page by page', async () => {
    const first = (await office.get(`${CAPACITY_PATHS.posts}?limit=3`)).body;
    const next = (await office.get(`${CAPACITY_PATHS.posts}?limit=3&cursor=${first.nextCursor}`)).body;
    const numbers = [...first.rows, ...next.rows].map(({ number }: PostRow) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort());
    const tasks = (await head.get(`${CAPACITY_PATHS.tasks}?fiscalYear=2026&limit=1`)).body;
    const more = (await head.get(`${CAPACITY_PATHS.tasks}?fiscalYear=2026&limit=1&cursor=${tasks.nextCursor}`)).body;
    expect(more.rows[0]?.name > tasks.rows[0]?.name).toBe(true);
  });
});
