import type { Rollout, RolloutRow } from '@etatlotse/contracts/rollout';
import { plantLines, plantYear } from '../../test/budget-city';
import type { Answer, HttpClient } from '../../test/http-client';
import { type City, createCity, loginAs } from '../../test/people';
import { ProjectOffice, PROJECTS } from '../../test/project-office';
import { addRecord } from '../../test/registers';
import { startTestApp, type TestApp } from '../../test/test-app';

const ROLLOUTS = '/api/v1/rollouts';
const NOTHING = { numerator: null, denominator: null, shareBasisPoints: null };

let app: TestApp;
let city: City;
let finance: HttpClient;
let coordinator: HttpClient;
let projectId = '';
let rolloutId = '';
let goalId = '';

/** The app's day is 05.10.2026. */
beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  [finance, coordinator] = [await loginAs(app, 'finance'), await loginAs(app, 'coordinator')];
  await plantYear(app, city);
  const lines = await plantLines(app, city, [
    {
      number: '4E.100002',
      unitId: city.units.directorate,
      movements: [
        { kind: 'appropriation', amountCents: 18_000_000 },
        { kind: 'commitment', amountCents: 2_000_000 },
        { kind: 'actual', amountCents: 15_000_000 },
        { kind: 'actual', amountCents: 6_000_000, fiscalYear: 2025 },
      ],
    },
  ]);
  const office = new ProjectOffice(finance, finance);
  projectId = await office.create({ unitId: city.units.directorate });
  const link = { lineId: lines['4E.100002'], fromYear: 2025, version: 1 };
  expect((await finance.post(`${PROJECTS}/${projectId}/lines`, link)).status).toBe(201);
});
afterAll(() => app.stop());

const board = async (client = finance): Promise<Rollout> => (await client.get(`${ROLLOUTS}/${rolloutId}`)).body;
const measure = (changes: object, client = finance): Promise<Answer> =>
  client.post(`${ROLLOUTS}/${rolloutId}/goals/${goalId}/measurements`, {
    ...NOTHING,
    measuredOn: '2026-04-27',
    operator: 'exact',
    source: 'Mitteilung',
    ...changes,
  });
const codeOf = async (answer: Promise<Answer>): Promise<string> => (await answer).body.code ?? 'stored';

describe('T28 the DMS: more than 70 % of the workplaces on 27.04.2026, all by 31.12.2026', () => {
  test('a roll-out belongs to a single, open project that one may see', async () => {
    const body = { projectId, name: 'DMS stadtweit', startedOn: '2024-07-01', quotaBasisPoints: 8_000 };
    const created = await finance.post(ROLLOUTS, body);
    expect(created.status).toBe(201);
    rolloutId = created.body.id;
    const others = await coordinator.post(ROLLOUTS, body);
    expect([others.status, others.body.code]).toEqual([409, 'ROLLOUT_PROJECT']);
  });

  test('its goal has a day that is not before the start', async () => {
    const goal = { name: 'Arbeitsplätze angeschlossen', counted: 'Büroarbeitsplätze', capability: null };
    const path = `${ROLLOUTS}/${rolloutId}/goals`;
    expect(await codeOf(finance.post(path, { ...goal, goalOn: '2024-06-30' }))).toBe('ROLLOUT_GOAL_ORDER');
    const added = await finance.post(path, { ...goal, goalOn: '2026-12-31' });
    expect(added.status).toBe(201);
    goalId = added.body.id;
  });

  test('T28 30 points in 248 days: at most 3.68 points a month, and it says that the statement is old', async () => {
    expect((await measure({ operator: 'above', shareBasisPoints: 7_000 })).status).toBe(201);
    const [goal] = (await board()).goals;
    expect(goal?.newest).toMatchObject({
      operator: 'above',
      numerator: null,
      source: 'Mitteilung',
      byName: 'Test finance',
    });
    expect(goal?.share).toEqual({ value: 7_000, bound: 'lower' });
    expect(goal?.pace).toMatchObject({
      missingBasisPoints: { value: 3_000, bound: 'upper' },
      daysFromMeasured: 248,
      neededPerMonth: { value: 368, bound: 'upper' },
      daysFromToday: 87,
      arrival: { kind: 'unknown' },
      isStale: true,
    });
  });

  test('T28 with the start at 0 %: 100 % on 06.02.2027 at the latest, at most 37 days late', async () => {
    expect((await measure({ measuredOn: '2024-07-01', numerator: 0, denominator: 2_400 })).status).toBe(201);
    const [goal] = (await board()).goals;
    expect(goal?.pace).toMatchObject({
      rate: { since: '2024-07-01', perMonth: { value: 320, bound: 'lower' } },
      arrival: { kind: 'on', day: '2027-02-06', bound: 'upper' },
      gapDays: { value: 37, bound: 'upper' },
    });
  });

  test('what the rest costs comes from the ledger of the project: at most 90,000, at most 60,000 missing', async () => {
    const [goal] = (await board()).goals;
    expect(goal?.money).toMatchObject({
      spentCents: 21_000_000,
      toCompleteCents: { value: 9_000_000, bound: 'upper' },
      leftCents: 3_000_000,
      missingCents: { value: 6_000_000, bound: 'upper' },
    });
  });

  test.each([
    ['above 100 %', { shareBasisPoints: 10_001, measuredOn: '2026-05-01' }, 'MEASURED_SHARE_RANGE'],
    [
      'numerator above denominator',
      { numerator: 25, denominator: 24, measuredOn: '2026-05-01' },
      'MEASURED_ABOVE_WHOLE',
    ],
    ['negative', { numerator: -1, denominator: 24, measuredOn: '2026-05-01' }, 'MEASURED_NEGATIVE'],
    ['several with a number', { operator: 'several', numerator: 3, measuredOn: '2026-05-01' }, 'MEASURED_SEVERAL'],
    ['a day to come', { shareBasisPoints: 7_000, measuredOn: '2026-10-06' }, 'MEASURED_FUTURE'],
    ['before the start', { shareBasisPoints: 7_000, measuredOn: '2024-06-30' }, 'MEASURED_BEFORE_START'],
    ['a second one of the day', { shareBasisPoints: 7_100 }, 'MEASURED_TWICE'],
  ])('%s is refused', async (_, changes, code) => {
    expect(await codeOf(measure(changes))).toBe(code);
  });

  test('a correction needs a reason, takes the place of one measurement, and both stay', async () => {
    const wrong = await measure({ measuredOn: '2026-09-30', numerator: 2_100, denominator: 2_400 });
    const right = { measuredOn: '2026-09-30', numerator: 1_890, denominator: 2_400, supersedesId: wrong.body.id };
    expect(await codeOf(measure(right))).toBe('MEASURED_REASON');
    expect(await codeOf(measure({ ...right, reason: 'Zahlendreher' }))).toBe('stored');
    expect(await codeOf(measure({ ...right, reason: 'noch einmal' }))).toBe('MEASURED_SUPERSEDED');
    const { goals, measurements } = await board();
    expect(goals[0]?.share).toEqual({ value: 7_875, bound: 'exact' });
    expect(measurements[goalId]?.map(({ share, isSuperseded }) => [share?.value, isSuperseded])).toEqual([
      [7_875, false],
      [8_750, true],
      [7_000, false],
      [0, false],
    ]);
  });

  test('another goal day needs a reason; the first one stays', async () => {
    const path = `${ROLLOUTS}/${rolloutId}/goals/${goalId}`;
    const body = {
      name: 'Arbeitsplätze angeschlossen',
      counted: 'Büroarbeitsplätze',
      goalOn: '2027-03-31',
      version: 1,
    };
    expect(await codeOf(finance.put(path, body))).toBe('ROLLOUT_GOAL_REASON');
    expect((await finance.put(path, { ...body, reason: 'Zwei Bereiche ziehen um' })).status).toBe(200);
    expect(await codeOf(finance.put(path, { ...body, reason: 'x' }))).toBe('VERSION_STALE');
    expect((await board()).goals[0]).toMatchObject({ goalOn: '2027-03-31', firstGoalOn: '2026-12-31' });
  });

  test('R26 digital post "in several units" is told as that, and nothing is reckoned from it', async () => {
    const path = `${ROLLOUTS}/${rolloutId}/goals`;
    const goal = {
      name: 'Digitale Post',
      counted: 'Organisationseinheiten',
      capability: 'digital_post',
      goalOn: '2027-06-30',
    };
    const { body } = await finance.post(path, goal);
    const told = { ...NOTHING, measuredOn: '2026-04-27', operator: 'several', source: 'Mitteilung' };
    expect((await finance.post(`${path}/${body.id}/measurements`, told)).status).toBe(201);
    expect((await board()).goals[1]).toMatchObject({
      share: null,
      pace: { neededPerMonth: null },
      money: { toCompleteCents: null },
    });
  });
});

describe('the matrix of units and capabilities', () => {
  const school = (): string => `${ROLLOUTS}/${rolloutId}/units/${city.units.school}`;
  const tell = (changes: object, client = coordinator): Promise<Answer> =>
    client.put(`${school()}/capabilities/e_file`, {
      state: 'live',
      plannedOn: null,
      pilotOn: '2026-05-01',
      liveOn: '2026-10-01',
      version: 0,
      ...changes,
    });
  const train = (changes: object, client = coordinator): Promise<Answer> =>
    client.put(school(), { persons: 24, trained: 12, quotaBasisPoints: 8_000, version: 1, ...changes });

  test('a unit is taken in once, with numbers that nobody knows yet', async () => {
    expect((await coordinator.get(`${ROLLOUTS}/${rolloutId}`)).status).toBe(404);
    for (const unitId of [city.units.school, city.units.parks]) {
      expect((await finance.post(`${ROLLOUTS}/${rolloutId}/units`, { unitId })).status).toBe(201);
    }
    const again = finance.post(`${ROLLOUTS}/${rolloutId}/units`, { unitId: city.units.school });
    expect(await codeOf(again)).toBe('ROLLOUT_UNIT_TWICE');
    expect((await board()).rows[0]).toMatchObject({ code: '40', persons: null, training: 'unknown', cells: [] });
  });

  test('roll-out rule: below its training quota a unit does not go live, and hears the way out', async () => {
    expect(await codeOf(tell({}))).toBe('TRAINING_UNKNOWN');
    expect((await train({})).status).toBe(200);
    const refused = await tell({});
    expect([refused.status, refused.body.code]).toEqual([409, 'TRAINING_BELOW_QUOTA']);
    expect(refused.body.detail).toContain(
      'Geschult sind 12 von 24 Personen, für den Echtbetrieb sind 20 nötig (80 %). Es fehlen 8.',
    );
    expect((await tell({ state: 'pilot', liveOn: null })).status).toBe(200);
    expect((await train({ trained: 20, version: 2 })).status).toBe(200);
    expect((await tell({ version: 1 })).status).toBe(200);
    expect((await board()).rows[0]).toMatchObject({
      training: 'live',
      cells: [{ capability: 'e_file', state: 'live', liveOn: '2026-10-01', version: 2 }],
    });
  });

  test('the unit does not lower its own quota, and trains no more people than it has', async () => {
    expect(await codeOf(train({ quotaBasisPoints: 0, version: 3 }))).toBe('ROLLOUT_QUOTA_LEAD');
    expect(await codeOf(train({ trained: 25, version: 3 }))).toBe('TRAINED_ABOVE_PERSONS');
    expect((await train({ trained: 20, quotaBasisPoints: 7_500, version: 3 }, finance)).status).toBe(200);
  });

  test('days run forward, a step back says why, and two people do not overwrite each other', async () => {
    expect(await codeOf(tell({ liveOn: '2026-04-30', version: 2 }))).toBe('CAPABILITY_DAYS_ORDER');
    expect(await codeOf(tell({ liveOn: '2026-10-06', version: 2 }))).toBe('CAPABILITY_DAY_FUTURE');
    const back = { state: 'pilot', liveOn: null, version: 2 };
    expect(await codeOf(tell(back))).toBe('CAPABILITY_STEP_BACK');
    const both = await Promise.all([tell({ ...back, note: 'Störung' }), tell({ ...back, note: 'Störung' }, finance)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409);
    expect(lost?.body.code).toBe('VERSION_STALE');
    expect((await board()).counts.e_file).toEqual({ planned: 0, pilot: 1, live: 0 });
  });

  test('who does not see the project sees the own unit, no money, and of the rest only how many there are', async () => {
    const own = await board(coordinator);
    expect(own.rows.map(({ code, mayTell }) => [code, mayTell])).toEqual([['40', true]]);
    expect(own).toMatchObject({ units: 2, hiddenUnits: 1, mayLead: false, project: null });
    expect(own.goals.map(({ money, project }) => [money, project])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(await codeOf(measure({ measuredOn: '2026-10-01', shareBasisPoints: 1 }, coordinator))).toBe('NOT_FOUND');
    const parks = `${ROLLOUTS}/${rolloutId}/units/${city.units.parks}`;
    expect(await codeOf(coordinator.put(parks, { persons: 1, trained: 1, quotaBasisPoints: 8_000, version: 1 }))).toBe(
      'NOT_FOUND',
    );
  });

  test('a small survey says how staff takes it, and none says who said what', async () => {
    const survey = {
      heldOn: '2026-09-15',
      question: 'Hilft mir die E-Akte?',
      invited: 120,
      answers: [2, 5, 11, 20, 12],
    };
    const path = `${ROLLOUTS}/${rolloutId}/surveys`;
    expect(await codeOf(finance.post(path, { ...survey, answers: [1, 1, 1, 1, 0] }))).toBe('SURVEY_TOO_FEW');
    expect(await codeOf(finance.post(path, { ...survey, invited: 40 }))).toBe('SURVEY_ABOVE_INVITED');
    expect((await finance.post(path, { ...survey, answers: [1, 2, -3, 4, 5] })).status).toBe(422);
    expect((await finance.post(path, survey)).status).toBe(201);
    expect((await board()).acceptance).toMatchObject({ answered: 50, meanHundredths: 370, contentBasisPoints: 6_400 });
  });

  test('the list answers for every roll-out; names change with their version', async () => {
    const body = { name: 'DMS der Stadt', quotaBasisPoints: 9_000, version: 1 };
    expect((await finance.put(`${ROLLOUTS}/${rolloutId}`, body)).status).toBe(200);
    expect(await codeOf(finance.put(`${ROLLOUTS}/${rolloutId}`, body))).toBe('VERSION_STALE');
    expect((await coordinator.put(`${ROLLOUTS}/${rolloutId}`, { ...body, version: 2 })).status).toBe(404);
    const { rows } = (await finance.get(`${ROLLOUTS}?limit=1`)).body as { rows: RolloutRow[] };
    expect(rows).toMatchObject([
      { name: 'DMS der Stadt', units: 2, states: { planned: 0, pilot: 1, live: 0 }, trainedUnits: 1, isStale: false },
    ]);
  });
});

test('a unit goes live by the register of trainings where the roll-out names a technology, not by what somebody typed', async () => {
  const unitId = city.units.school;
  const face = { name: 'DMS mit Schulungen', quotaBasisPoints: 8_000, technology: 'dms' };
  const { body } = await finance.post(ROLLOUTS, { ...face, projectId, startedOn: '2024-07-01' });
  const path = `${ROLLOUTS}/${body.id}`;
  const unit = async () => ((await finance.get(path)).body as Rollout).rows[0];
  await finance.post(`${path}/units`, { unitId });
  expect(await unit()).toMatchObject({ persons: null, trained: null, training: 'unknown' });
  const told = { quotaBasisPoints: 8_000, version: 1 };
  expect(await codeOf(finance.put(`${path}/units/${unitId}`, { persons: 10, trained: 10, ...told }))).toBe(
    'TRAINED_BY_REGISTER',
  );
  const training = await addRecord(finance, 'trainings', { technology: 'dms' });
  await finance.put('/api/v1/trainings/targets', { unitId, technology: 'dms', people: 10, version: 0 });
  const session = { startsOn: '2026-09-01', seats: 20, place: '' };
  const added = await finance.post(`/api/v1/trainings/${training}/sessions`, { ...session, version: 1 });
  const attend = (people: number, version: number): Promise<Answer> =>
    finance.put(`/api/v1/trainings/${training}/sessions/${added.body.id}`, {
      ...session,
      attendance: [{ unitId, people }],
      version,
    });
  const live = { state: 'live', plannedOn: null, pilotOn: null, liveOn: '2026-10-01', version: 0 };
  const goLive = (): Promise<Answer> => finance.put(`${path}/units/${unitId}/capabilities/e_file`, live);
  expect((await attend(7, 2)).status).toBe(200);
  expect((await goLive()).body).toMatchObject({ code: 'TRAINING_BELOW_QUOTA', trained: 7, needed: 8 });
  expect((await attend(8, 3)).status).toBe(200);
  expect((await goLive()).status).toBe(200);
  expect(await unit()).toMatchObject({ persons: 10, trained: 8, training: 'live' });
});

test('how old a statement may be is a setting of the city: asked for every three days, that of last week is old', async () => {
  const admin = await loginAs(app, 'admin');
  const isOld = async (): Promise<unknown> => {
    const { goals, reportDays } = await board();
    return [goals[0]?.pace.isStale, reportDays];
  };
  expect(await isOld()).toEqual([false, 30]);
  const face = { validFrom: 2026, value: 3, source: 'Projekthandbuch', reason: 'Lenkungsgruppe' };
  const { body } = await admin.put('/api/v1/authority/rules', { key: 'projectReportDays', ...face });
  await finance.post(`/api/v1/approvals/${body.approvalId}/decision`, { decision: 'approve', version: 1 });
  expect(await isOld()).toEqual([true, 3]);
});
