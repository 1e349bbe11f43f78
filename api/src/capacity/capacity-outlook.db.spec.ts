import { CAPACITY_PATHS, type TaskForecast } from '@etatlotse/contracts/capacity/plain';
import { workCalendar, workingDaysOfYear } from '@etatlotse/domain/capacity';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { ProjectOffice } from '../../test/project-office';
import { figureOf, rowOf, saveVolumes, taskOf } from '../../test/staffing';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let head: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  head = await loginAs(app, 'department_head');
});
afterAll(() => app.stop());

const codeOf = async (answer: Promise<{ status: number; body: { code?: string } }>): Promise<[number, string]> => {
  const { status, body } = await answer;
  return [status, body.code ?? ''];
};
const near = (value: number): unknown => expect.closeTo(value, 4);

describe('Ein Vorhaben ändert eine Aufgabe', () => {
  /** 20,000 cases in whole numbers. */
  const MONTHS = [1_667, 1_667, 1_666, 1_667, 1_667, 1_666, 1_667, 1_667, 1_666, 1_667, 1_667, 1_666];
  const ONLINE = {
    onlineSeconds: 18 * 60,
    course: 'linear',
    onlinePercent: 60,
    months: 6,
    dipPercents: [10, 5],
    reboundPercent: 0,
  };
  let taskId: string;
  let milestoneId: string;
  const goLive = (wish: object = {}, client = head): Promise<{ status: number; body: { code?: string } }> =>
    client.put(CAPACITY_PATHS.goLive(taskId), { ...ONLINE, milestoneId, version: 2, ...wish });

  beforeAll(async () => {
    const office = await loginAs(app, 'personnel_office');
    const projects = new ProjectOffice(await loginAs(app, 'finance'), await loginAs(app, 'finance2'));
    const milestones = [{ name: 'Online-Antrag geht live', plannedOn: '2031-07-01', weightBasisPoints: 10_000 }];
    const id = await projects.create({ unitId: city.units.school, plannedEnd: '2031-12-31' });
    await projects.savePlan(id, { plannedEnd: '2031-12-31', costs: [], milestones });
    milestoneId = (await projects.show(id)).milestones[0]?.id ?? '';
    for (const figure of [
      figureOf('yearly_minutes', 93_660, { key: 'employee' }),
      figureOf('yearly_minutes', 96_120, { key: 'official' }),
      figureOf('allowance', 0, { basis: 'surcharge_on_base_time' }),
    ]) {
      expect((await office.post(CAPACITY_PATHS.parameters, figure)).status).toBe(201);
    }
    taskId = (await head.post(CAPACITY_PATHS.tasks, taskOf(city.units.schoolDivision, { baseSeconds: 1_800 }))).body.id;
    await saveVolumes(head, taskId, MONTHS, 1, { fiscalYear: 2031 });
  });

  test('AT-10 the go-live in July releases 0.3726 FTE this year and 1.5375 a year later', async () => {
    expect((await rowOf(head, city.units.schoolDivision, 2031)).requiredFte).toBeCloseTo(6.4061, 4);
    expect((await goLive()).status).toBe(200);
    const row = await rowOf(head, city.units.schoolDivision, 2031);
    expect(row.requiredFte).toBeCloseTo(6.0336, 4);
    expect(row.released).toMatchObject([
      {
        goLive: { goLiveOn: '2031-07-01', isReached: false, project: { name: 'DMS-Ausbau' } },
        yearFte: near(0.3726),
        runRateFte: near(1.5375),
        cases: expect.closeTo(6_315.79, 2),
      },
    ]);
  });

  test('AT-10 the milestone slips by three months, and the curve goes along', async () => {
    const before = await rowOf(head, city.units.schoolDivision, 2031);
    await asOwner(app, (owner) =>
      owner.query(`UPDATE project_milestone SET forecast_on = '2031-10-01' WHERE milestone_id = $1`, [milestoneId]),
    );
    const row = await rowOf(head, city.units.schoolDivision, 2031);
    expect(row.released[0]?.goLive).toMatchObject({ plannedOn: '2031-07-01', goLiveOn: '2031-10-01' });
    expect(row.released[0]?.yearFte).toBeLessThan(before.released[0]?.yearFte ?? NaN);
    // July is worked as before (30 minutes), and the dip of 31.68 comes in October instead of the 25.2 that were hoped for.
    const change = (month: number): number =>
      (row.months[month]?.requiredFte ?? NaN) / (before.months[month]?.requiredFte ?? NaN);
    expect(change(6)).toBeCloseTo(30 / 31.68, 9);
    expect(change(9)).toBeCloseTo(31.68 / 25.2, 9);
    await asOwner(app, (owner) =>
      owner.query(`UPDATE project_milestone SET forecast_on = '2032-01-01' WHERE milestone_id = $1`, [milestoneId]),
    );
    expect((await rowOf(head, city.units.schoolDivision, 2031)).released[0]?.yearFte).toBe(0);
  });

  test('a rise needs its months, a task its minutes, and a milestone has to be one that is seen', async () => {
    expect(await codeOf(goLive({ months: 0, version: 3 }))).toEqual([409, 'GO_LIVE_MONTHS_NEEDED']);
    expect(await codeOf(goLive({ milestoneId: city.units.school, version: 3 }))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(goLive())).toEqual([409, 'VERSION_STALE']);
    const { baseSeconds: _, ...blank } = taskOf(city.units.schoolDivision);
    expect(await codeOf(head.put(CAPACITY_PATHS.task(taskId), { ...blank, version: 3 }))).toEqual([
      409,
      'TASK_GO_LIVE_NEEDS_MINUTES',
    ]);
    const other = await loginAs(app, 'other_head');
    expect(await codeOf(goLive({ version: 3 }, other))).toEqual([404, 'NOT_FOUND']);
  });

  test('taken away, the task is worked as today', async () => {
    const away = (version: number): Promise<{ status: number; body: { code?: string } }> =>
      head.delete(`${CAPACITY_PATHS.goLive(taskId)}?version=${version}`);
    expect(await codeOf(away(2))).toEqual([409, 'VERSION_STALE']);
    expect((await away(3)).status).toBe(200);
    const row = await rowOf(head, city.units.schoolDivision, 2031);
    expect([row.released, row.requiredFte]).toEqual([[], near(6.4061)]);
  });
});

describe('Was kommen kann', () => {
  const forecastOf = async (taskId: string): Promise<TaskForecast> =>
    (await head.get(CAPACITY_PATHS.forecast(taskId))).body;
  let taskId: string;

  beforeAll(async () => {
    taskId = (await head.post(CAPACITY_PATHS.tasks, taskOf(city.units.schoolDivision))).body.id;
  });

  test('without a known month nothing is forecast, which is not zero', async () => {
    expect(await forecastOf(taskId)).toEqual({
      taskId,
      knownMonths: 0,
      method: null,
      months: [],
      test: null,
      warnings: [],
    });
  });

  test('ten cases a working day stay ten a working day, with bands and last year beside them', async () => {
    // Working days of Niedersachsen in 2023 to 2025; a case more in every third month, so that there is something to test.
    const years = [2023, 2024, 2025];
    for (const [at, fiscalYear] of years.entries()) {
      const counts = workingDaysOfYear(workCalendar('NI'), fiscalYear).map(
        (days, month) => days * 10 + (month % 3 === 0 ? 1 : 0),
      );
      await saveVolumes(head, taskId, counts, at + 1, { fiscalYear, kind: 'actual' });
    }
    const { method, knownMonths, months, test: tested } = await forecastOf(taskId);
    // On this series the mean with the decomposition errs less than the usual models alone.
    expect([method, knownMonths, months.length]).toEqual(['theta_combined+mstl', 36, 12]);
    const may = months[4];
    expect(may).toMatchObject({ year: 2026, month: 5 });
    // 18 working days.
    expect(Math.abs((may?.cases ?? NaN) - 180)).toBeLessThan(2);
    expect(Math.abs((may?.lastYear ?? NaN) - 180)).toBeLessThan(2);
    expect([may?.low95, may?.low80, may?.cases, may?.high80, may?.high95].map(Number)).toEqual(
      [may?.low95, may?.low80, may?.cases, may?.high80, may?.high95].map(Number).sort((a, b) => a - b),
    );
    expect(tested?.origins).toBeGreaterThan(5);
  });

  test('a month that is missing is not 0: only what follows it counts, and that is said', async () => {
    const counts = [...Array<number>(6).fill(200), null, ...Array<number>(5).fill(210)];
    await saveVolumes(head, taskId, counts, 4, { fiscalYear: 2025, kind: 'actual' });
    const { method, warnings } = await forecastOf(taskId);
    expect([method, warnings]).toEqual(['mean', ['short_history', 'not_tested', 'gap_in_history']]);
    const other = await loginAs(app, 'other_head');
    expect((await other.get(CAPACITY_PATHS.forecast(taskId))).status).toBe(404);
  });
});
