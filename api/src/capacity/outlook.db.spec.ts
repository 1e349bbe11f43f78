import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, type ClientRequest, get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BENEFIT_PATHS } from '@etatlotse/contracts/benefit/plain';
import {
  CAPACITY_PATHS,
  type CapacityRiskView,
  type CapacityUnitYear,
  OUTLOOK_PATHS,
  type ReleaseCandidate,
  type ReleaseRow,
  type ReleaseSums,
  type TaskOutlook,
  type WhatIfAnswer,
} from '@etatlotse/contracts/capacity/plain';
import type { HttpClient } from '../../test/http-client';
import { type City, createCity, loginAs } from '../../test/people';
import { ProjectOffice } from '../../test/project-office';
import { addPost, figureOf, rowOf, saveVolumes, taskOf } from '../../test/staffing';
import { startTestApp, type TestApp } from '../../test/test-app';
import { until } from '../../test/until';
import { RiskRunner } from './risk-runner';
import type { RiskJob } from './risk-simulation';

const YEAR = 2027;
/** 20,000 cases in whole numbers. */
const MONTHS = [1_667, 1_667, 1_666, 1_667, 1_667, 1_666, 1_667, 1_667, 1_666, 1_667, 1_667, 1_666];
const ARRIVALS = [420, 400, 450, 430, 400, 380, 360, 340, 420, 460, 440, 300];

let app: TestApp;
let city: City;
let head: HttpClient;
let office: HttpClient;
let finance: HttpClient;
let projects: ProjectOffice;
let projectId: string;
let milestoneId: string;
let taskId: string;
let unitId: string;
const posts: string[] = [];

const GO_LIVE = {
  onlineSeconds: 18 * 60,
  course: 'linear',
  onlinePercent: 60,
  months: 6,
  dipPercents: [10, 5],
  reboundPercent: 0,
  operationFteHundredths: 20,
};

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  [head, office, finance] = [
    await loginAs(app, 'department_head'),
    await loginAs(app, 'personnel_office'),
    await loginAs(app, 'finance'),
  ];
  unitId = city.units.schoolDivision;
  for (const figure of [
    figureOf('yearly_minutes', 93_660, { key: 'employee' }),
    figureOf('yearly_minutes', 96_120, { key: 'official' }),
    figureOf('allowance', 0, { basis: 'surcharge_on_base_time' }),
    figureOf('hourly_rate', 6_302, { key: 'E 9a' }),
    figureOf('workplace_cost', 970_000),
    figureOf('overhead', 0.2),
    figureOf('bundling_threshold', 0.25),
  ]) {
    expect((await office.post(CAPACITY_PATHS.parameters, figure)).status).toBe(201);
  }
  projects = new ProjectOffice(finance, await loginAs(app, 'finance2'));
  const milestones = [{ name: 'Online-Antrag geht live', plannedOn: `${YEAR}-07-01`, weightBasisPoints: 10_000 }];
  projectId = await projects.create({ unitId: city.units.school, plannedEnd: `${YEAR}-12-31` });
  await projects.savePlan(projectId, { plannedEnd: `${YEAR}-12-31`, costs: [], milestones });
  milestoneId = (await projects.show(projectId)).milestones[0]?.id ?? '';
  for (let at = 0; at < 6; at += 1) posts.push(await addPost(office, unitId));
  taskId = (await head.post(CAPACITY_PATHS.tasks, taskOf(unitId, { baseSeconds: 1_800 }))).body.id;
  await saveVolumes(head, taskId, MONTHS, 1, { fiscalYear: YEAR });
  const goLive = { ...GO_LIVE, milestoneId, version: 2 };
  expect((await head.put(CAPACITY_PATHS.goLive(taskId), goLive)).status).toBe(200);
});
afterAll(() => app.stop());

test('the personnel office hangs a task on a milestone that it knows by name and day, and sees nothing else of the project', async () => {
  const { rows } = (await office.get(OUTLOOK_PATHS.milestones)).body;
  const known = { id: milestoneId, name: 'Online-Antrag geht live', project: expect.any(String) };
  expect(rows).toEqual([{ ...known, goLiveOn: `${YEAR}-07-01` }]);
  const { version } = (await office.get(`${CAPACITY_PATHS.task(taskId)}?fiscalYear=${YEAR}`)).body;
  expect((await office.put(CAPACITY_PATHS.goLive(taskId), { ...GO_LIVE, milestoneId, version })).status).toBe(200);
  const { goLive } = (await office.get(`${CAPACITY_PATHS.task(taskId)}?fiscalYear=${YEAR}`)).body;
  expect(goLive).toMatchObject({ milestone: 'Online-Antrag geht live', goLiveOn: `${YEAR}-07-01`, project: null });
  expect((await office.get(`/api/v1/projects/${projectId}`)).status).toBe(403);
});

const ask = async (client: HttpClient, wish = ''): Promise<WhatIfAnswer> =>
  (await client.get(`${OUTLOOK_PATHS.whatIf}?unitId=${unitId}&fiscalYear=${YEAR}${wish}`)).body;
const codeOf = async (answer: Promise<{ status: number; body: { code?: string } }>): Promise<[number, string]> => {
  const { status, body } = await answer;
  return [status, body.code ?? ''];
};
const near = (value: number, digits = 4): unknown => expect.closeTo(value, digits);

describe('Was wäre, wenn', () => {
  test('nothing turned is today: no FTE, no euro, no cases', async () => {
    const { today, asked, released, posts: added } = await ask(finance);
    expect(asked).toEqual(today);
    expect(released).toMatchObject({ yearFte: 0, runRateFte: 0, fullCostCents: 0, personnelCents: 0, cases: 0 });
    expect([today.requiredFte, added]).toEqual([near(6.0336), null]);
  });

  test('AT-10 a go-live beyond the year takes 0.3726 FTE away this year and 1.5375 a year later; three values apart', async () => {
    const { released, asked, rates, goLives } = await ask(finance, '&slipMonths=6');
    expect([asked.requiredFte, released.yearFte, released.runRateFte]).toEqual([
      near(6.4061),
      near(-0.3726),
      near(-1.5375),
    ]);
    expect([released.fullCostCents, released.personnelCents]).toEqual([-15_124_800, -11_361_207]);
    expect(released.cases).toBeCloseTo(-4_800, 6);
    expect(rates).toMatchObject({ hourlyRateCents: 6_302, grades: ['E 9a'], missingGrades: [] });
    expect(goLives[0]).toMatchObject({ askedGoLiveOn: `${YEAR + 1}-01-01`, goLive: { goLiveOn: `${YEAR}-07-01` } });
  });

  test('IT operation needs its fifth of a post from the go-live on: both sides are shown', async () => {
    const { today, asked } = await ask(finance, '&slipMonths=3');
    expect([today.operationFte[5], today.operationFte[6], today.operationFte[11]]).toEqual([0, 0.2, 0.2]);
    expect([asked.operationFte[6], asked.operationFte[9]]).toEqual([0, 0.2]);
  });

  test('half a post more costs full and personnel cost, beside each other', async () => {
    const { posts: added, asked, today } = await ask(finance, '&postFteHundredths=50&volumePercent=110');
    expect(added).toEqual({ fullCostCents: 4_918_711, personnelCents: 3_694_759 });
    expect((asked.availableNormFte ?? 0) - (today.availableNormFte ?? 0)).toBeCloseTo(0.5, 9);
    expect(asked.requiredFte).toBeCloseTo((today.requiredFte ?? 0) * 1.1, 6);
  });

  test('a question is kept, opened again by others of the unit, and deleted by who kept it', async () => {
    const levers = { unitId, fiscalYear: YEAR, fromMonth: 1, volumePercent: 100, minutesPercent: 100 };
    const scenario = { ...levers, name: 'Start erst 2028', postFteHundredths: 0, slipMonths: 6, milestoneId: null };
    const kept = await finance.post(OUTLOOK_PATHS.scenarios, scenario);
    expect(kept.status).toBe(201);
    expect(await codeOf(head.post(OUTLOOK_PATHS.scenarios, scenario))).toEqual([409, 'SCENARIO_NAME_TAKEN']);
    const [row] = (await head.get(`${OUTLOOK_PATHS.scenarios}?unitId=${unitId}`)).body.rows;
    expect(row).toMatchObject({
      name: 'Start erst 2028',
      levers: { slipMonths: 6, milestoneId: null },
      saved: { requiredFte: near(6.4061), todayRequiredFte: near(6.0336), fullCostCents: -15_124_800 },
      mayDelete: false,
    });
    const other = await loginAs(app, 'other_head');
    expect((await other.get(OUTLOOK_PATHS.scenario(kept.body.id))).status).toBe(404);
    expect(await codeOf(head.delete(OUTLOOK_PATHS.scenario(kept.body.id)))).toEqual([409, 'SCENARIO_NOT_OWN']);
    expect((await finance.delete(OUTLOOK_PATHS.scenario(kept.body.id))).status).toBe(200);
    expect((await finance.get(OUTLOOK_PATHS.scenario(kept.body.id))).status).toBe(404);
  });
});

describe('Rückstand und Ausscheiden', () => {
  const other = (): string => city.units.parks;
  const second: string[] = [];
  let otherTask: string;

  beforeAll(async () => {
    for (let at = 0; at < 2; at += 1) second.push(await addPost(office, other()));
    const counted = { baseSeconds: 2_400, backlog: 600, backlogCountedOn: `${YEAR - 1}-12-31` };
    otherTask = (await office.post(CAPACITY_PATHS.tasks, taskOf(other(), counted))).body.id;
    await saveVolumes(office, otherTask, ARRIVALS, 1, { fiscalYear: YEAR });
    await saveVolumes(office, otherTask, ARRIVALS, 2, { fiscalYear: YEAR - 1 });
  });
  const unitYear = async (client = office): Promise<CapacityUnitYear> =>
    (await client.get(`${OUTLOOK_PATHS.unit(other())}?fiscalYear=${YEAR}`)).body;

  test('AT-11 the backlog goes on from the day of its count, month by month; before it none is known', async () => {
    const { row } = await unitYear();
    const done = row.months.map(({ backlogCases }) => backlogCases);
    // 2027 has other working days than 2026; conservation holds: what was there and came in is done or lies there.
    const capacity = (2 * 93_660) / 40;
    expect(done[11]).toBeCloseTo(600 + ARRIVALS.reduce((sum, one) => sum + one, 0) - capacity, 6);
    const before = await rowOf(office, other(), YEAR - 1);
    expect(before.months.slice(0, 11).map(({ backlogCases }) => backlogCases)).toEqual(Array(11).fill(null));
    expect(before.months[11]?.backlogCases).toBeCloseTo(600, 9);
  });

  test('a retirement with half a year to fill: the backlog grows by what nobody does', async () => {
    const note = { leavesOn: `${YEAR}-02-28`, daysToFill: 184, rampUpPercents: [50] };
    expect(await codeOf(head.put(OUTLOOK_PATHS.departure(second[0] ?? ''), note))).toEqual([403, 'FORBIDDEN']);
    expect((await office.put(OUTLOOK_PATHS.departure(second[0] ?? ''), note)).status).toBe(200);
    const { row, withoutDepartures, departures } = await unitYear();
    const [after, before] = [row.months[11]?.backlogCases ?? 0, withoutDepartures?.[11]?.backlogCases ?? 0];
    expect(after).toBeGreaterThan(before + 1_100);
    expect(row.months.map(({ availableFte }) => Math.round((availableFte ?? 0) * 100) / 100).slice(0, 10)).toEqual([
      2, 2, 1, 1, 1, 1, 1, 1, 1.5, 2,
    ]);
    // The page of the task shows the same: its part of the time shrinks with the unit's.
    const task: TaskOutlook = (await office.get(`${CAPACITY_PATHS.outlook(otherTask)}?fiscalYear=${YEAR}`)).body;
    expect(task.months.slice(0, 4).map(({ availableFte }) => availableFte)).toEqual(
      [2, 2, 1, 1].map((one) => near(one)),
    );
    expect(departures).toMatchObject([{ postId: second[0], leavesOn: `${YEAR}-02-28`, daysToFill: 184 }]);
    // Below five people nobody else is told who is there, and no backlog, because it would tell it.
    const told = await unitYear(finance);
    expect([told.departures, told.row.months[11]?.backlogCases]).toEqual([null, null]);
    const vacant = await addPost(office, other(), { occupancies: [] });
    expect(await codeOf(office.put(OUTLOOK_PATHS.departure(vacant), note))).toEqual([409, 'DEPARTURE_POST_VACANT']);
    expect((await office.delete(OUTLOOK_PATHS.departure(second[0] ?? ''))).status).toBe(200);
    expect((await unitYear()).withoutDepartures).toBeNull();
  });
});

describe('Risiko', () => {
  const risk = async (wish = ''): Promise<CapacityRiskView> =>
    (await finance.get(`${OUTLOOK_PATHS.risk}?fiscalYear=${YEAR}&unitId=${unitId}${wish}`)).body;

  test('the same seed gives the same view, another one nearly the same; more certainty needs more FTE', async () => {
    const [first, again, other, safer] = [
      await risk(),
      await risk(),
      await risk('&seed=7'),
      await risk('&certaintyPercent=95'),
    ];
    expect({ ...again, dataAsOf: '' }).toEqual({ ...first, dataAsOf: '' });
    const [row, second] = [first.rows[0], other.rows[0]];
    expect(row?.withoutHistory).toHaveLength(1);
    expect(row?.overload).toHaveLength(12);
    expect(second?.overload).not.toEqual(row?.overload);
    row?.overload?.forEach((share, month) =>
      expect(Math.abs(share - (second?.overload?.[month] ?? NaN))).toBeLessThan(0.03),
    );
    expect(safer.rows[0]?.requiredFte?.[5]).toBeGreaterThan(row?.requiredFte?.[5] ?? NaN);
  });

  describe('on a connection that is kept', () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    interface Runner {
      readonly file: () => string;
      readonly run: RiskRunner['run'];
    }
    const runner = (): Runner => app.app.get<RiskRunner, Runner>(RiskRunner);
    const ask = (): { readonly sent: ClientRequest; readonly answered: Promise<number | null> } => {
      const address = `${app.url}${OUTLOOK_PATHS.risk}?fiscalYear=${YEAR}&unitId=${unitId}`;
      const sent = get(address, { agent, headers: { ...finance.headers } });
      const answered = new Promise<number | null>((resolve) => {
        sent.once('error', () => resolve(null));
        sent.once('response', (answer) => answer.resume().once('end', () => resolve(answer.statusCode ?? 0)));
      });
      return { sent, answered };
    };
    let thread: string;
    beforeAll(async () => {
      // A thread that never comes to an end by itself.
      thread = path.join(await mkdtemp(path.join(tmpdir(), 'etatlotse-risk-')), 'endless.js');
      await writeFile(thread, 'setInterval(() => undefined, 1000);');
    });
    afterAll(async () => {
      agent.destroy();
      await rm(path.dirname(thread), { recursive: true });
    });
    afterEach(() => jest.restoreAllMocks());

    test('a run that was stopped ends its thread, and the next one works', async () => {
      expect(await ask().answered).toBe(200);
      const file = jest.spyOn(runner(), 'file').mockReturnValue(thread);
      const runs = jest.spyOn(runner(), 'run');
      const { sent, answered } = ask();
      await until(async () => file.mock.calls.length > 0);
      expect(sent.reusedSocket).toBe(true);
      sent.destroy();
      // Nothing comes of it, and that is known only once the thread has ended.
      expect([await answered, await runs.mock.results[0]?.value]).toEqual([null, null]);
      file.mockRestore();
      expect(await ask().answered).toBe(200);
    });

    test('whoever leaves while waiting for a turn waits no longer, and takes none', async () => {
      const file = jest.spyOn(runner(), 'file').mockReturnValue(thread);
      const [job, stops] = [{} as RiskJob, Array.from({ length: 3 }, () => new AbortController())];
      const [first, second, third] = stops.map(({ signal }) => runner().run(job, signal));
      stops[2]?.abort();
      expect([await third, file.mock.calls.length]).toEqual([null, 2]);
      stops.forEach((stop) => stop.abort());
      expect(await Promise.all([first, second])).toEqual([null, null]);
    });
  });
});

describe('Verzeichnis der Freisetzungen', () => {
  const list = async (): Promise<readonly ReleaseRow[]> => (await head.get(OUTLOOK_PATHS.releases)).body.rows;
  const candidates = async (): Promise<readonly ReleaseCandidate[]> =>
    (await finance.get(`${OUTLOOK_PATHS.releaseCandidates}?fiscalYear=${YEAR}`)).body;
  const sums = async (): Promise<ReleaseSums> => (await finance.get(OUTLOOK_PATHS.releaseSums)).body;

  test('a go-live and the hours of a benefit are proposed, and each can be entered once', async () => {
    const benefit = {
      projectId,
      name: 'Weniger Rückfragen',
      owner: 'Leitung Schule',
      unitId,
      capability: null,
      reviewOn: null,
    };
    const { id } = (await finance.post(BENEFIT_PATHS.benefits, benefit)).body;
    const figure = { fiscalYear: YEAR, kind: 'planned', hours: 800, amountCents: 0, version: 1 };
    expect((await finance.post(BENEFIT_PATHS.figures(id), figure)).status).toBe(200);
    const found = await candidates();
    expect(found).toMatchObject([
      {
        source: 'go_live',
        sourceId: taskId,
        yearHours: 582,
        runRateHours: 2_400,
        secondsPerCase: 1_080,
        grade: 'E 9a',
      },
      { source: 'benefit', sourceId: id, yearHours: 800, runRateHours: 800 },
    ]);
    const [goLive, hours] = found;
    const entryOf = ({ name, fiscalYear, yearHours, runRateHours, grade }: ReleaseCandidate, wish: object): object => ({
      ...{ name, unitId, fiscalYear, yearHours, runRateHours, grade },
      ...wish,
    });
    const first = entryOf(goLive!, { taskId, secondsPerCase: goLive?.secondsPerCase });
    expect((await head.post(OUTLOOK_PATHS.releases, first)).status).toBe(201);
    expect(await codeOf(head.post(OUTLOOK_PATHS.releases, first))).toEqual([409, 'RELEASE_ENTERED']);
    expect((await head.post(OUTLOOK_PATHS.releases, entryOf(hours!, { benefitId: id }))).status).toBe(201);
    expect(await candidates()).toEqual([]);
    expect(await list()).toMatchObject([
      { source: 'go_live', stage: 'assumed', runRateFte: near(1.5375), fullCostCents: 15_124_800, cases: near(8_000) },
      { source: 'benefit', stage: 'assumed', fullCostCents: 5_041_600, cases: null, operationFte: null },
    ]);
  });

  test('angenommen, geplant, gemessen, realisiert: a stage at a time with its evidence, and only kw counts for the budget', async () => {
    const id = (await list()).find(({ source }) => source === 'go_live')?.id ?? '';
    const move = (wish: object): Promise<{ status: number; body: { code?: string } }> =>
      head.put(OUTLOOK_PATHS.release(id), wish);
    expect(await codeOf(move({ stage: 'measured', version: 1 }))).toEqual([409, 'RELEASE_STAGE_ORDER']);
    // The milestone of the go-live is its evidence.
    expect((await move({ stage: 'planned', version: 1 })).status).toBe(200);
    const measured = { stage: 'measured', surveyedOn: `${YEAR + 1}-02-01`, version: 2 };
    expect(await codeOf(move(measured))).toEqual([409, 'RELEASE_HOURS_MISSING']);
    expect((await move({ ...measured, runRateHours: 1_561 })).status).toBe(200);
    expect(await codeOf(move({ stage: 'realised', version: 3 }))).toEqual([409, 'RELEASE_EVIDENCE_MISSING']);
    expect(await codeOf(move({ stage: 'realised', postId: posts[0], version: 3 }))).toEqual([
      409,
      'RELEASE_POST_STAYS',
    ]);
    expect((await sums()).stages.map(({ budgetCents }) => budgetCents)).toEqual([0, 0, 0, 0]);
    const kw = await addPost(office, unitId, { note: { kind: 'kw', from: `${YEAR + 1}-01-01` }, occupancies: [] });
    expect((await move({ stage: 'realised', postId: kw, version: 3 })).status).toBe(200);
    const { stages, operationFte, operationUnknown } = await sums();
    expect(stages.map(({ entries, budgetCents }) => [entries, budgetCents])).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
      [1, 7_389_518],
    ]);
    expect(stages[3]).toMatchObject({ runRateFte: 1, realisableFte: 1, fullCostCents: 9_837_422 });
    expect([operationFte, operationUnknown]).toEqual([0.2, 1]);
    // Back down, the post is no evidence any more.
    expect((await move({ stage: 'planned', version: 4 })).status).toBe(200);
    expect((await list()).find((row) => row.id === id)).toMatchObject({ surveyedOn: null, postNumber: null });
  });
});
