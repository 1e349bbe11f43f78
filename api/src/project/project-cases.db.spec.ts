import type { BoundYearsView } from '@etatlotse/contracts/authority/plain';
import type { Project } from '@etatlotse/contracts/project';
import { plantLines, plantPool, plantYear } from '../../test/budget-city';
import type { Answer, HttpClient } from '../../test/http-client';
import { type City, createCity, loginAs } from '../../test/people';
import { BASELINE_DEED, PROJECT_FACE, PROJECT_PLAN, ProjectOffice, PROJECTS } from '../../test/project-office';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;
let finance2: HttpClient;
let head: HttpClient;
let office: ProjectOffice;
let lines: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  [finance, finance2] = [await loginAs(app, 'finance'), await loginAs(app, 'finance2')];
  head = await loginAs(app, 'department_head');
  office = new ProjectOffice(finance, finance2);
  await plantYear(app, city);
  const poolId = await plantPool(app, city, 'DK 10-3');
  lines = await plantLines(app, city, [
    { number: 'P-1', poolId, unitId: city.units.parks, movements: [{ kind: 'actual', amountCents: 5_000 }] },
    { number: 'P-2', poolId, unitId: city.units.parks, appropriationCents: 10_000 },
    { number: 'O-1', unitId: city.units.parks, appropriationCents: 100, projectKey: '4S.100005' },
    { number: 'E-1', direction: 'revenue', appropriationCents: 100 },
  ]);
});
afterAll(() => app.stop());

describe('bad input', () => {
  test.each([
    [
      'a milestone before the start',
      { milestones: [{ name: 'A', plannedOn: '2024-12-31', weightBasisPoints: 10_000 }] },
      'PROJECT_MILESTONE_OUTSIDE',
    ],
    [
      'shares of 99 %',
      { milestones: [{ name: 'A', plannedOn: '2025-12-31', weightBasisPoints: 9_900 }] },
      'PROJECT_WEIGHTS',
    ],
    ['the end before the start', { plannedEnd: '2024-12-31' }, 'PROJECT_END_BEFORE_START'],
  ])('%s is refused and nothing is saved', async (_, changes, code) => {
    const id = await office.create();
    expect((await office.savePlan(id, changes)).body.code).toBe(code);
    expect(await office.show(id)).toMatchObject({ milestones: [], costs: [], version: 1 });
  });

  test('a share above 100 % does not even reach the rules', async () => {
    const id = await office.create();
    const milestones = [{ name: 'A', plannedOn: '2025-12-31', weightBasisPoints: 10_001 }];
    expect((await office.savePlan(id, { milestones })).status).toBe(422);
  });

  test.each([
    ['a key that is none', { key: 'DMS' }, 'PROJECT_KEY_FORM'],
    ['the end before the start', { plannedEnd: '2024-12-31' }, 'PROJECT_END_BEFORE_START'],
    ['a programme that does not exist', { parentId: '0195a0b0-0000-7000-8000-000000000000' }, 'PROJECT_PARENT_UNKNOWN'],
  ])('%s: no project', async (_, changes, code) => {
    expect((await finance.post(PROJECTS, { ...PROJECT_FACE, ...changes })).body.code).toBe(code);
  });

  test('a key belongs to one project', async () => {
    await office.create({ key: '4S.100005' });
    expect((await finance.post(PROJECTS, { ...PROJECT_FACE, key: '4S.100005' })).body.code).toBe('PROJECT_KEY_TAKEN');
  });

  test('a milestone is not reached tomorrow', async () => {
    const id = await office.planned();
    expect((await office.report(id, 'Pilot', { actualOn: '2030-01-01' })).body.code).toBe('PROJECT_MILESTONE_FUTURE');
  });

  test('a project without anything on it may go', async () => {
    const id = await office.create();
    expect((await finance.delete(`${PROJECTS}/${id}?version=1`)).status).toBe(200);
    expect((await finance.get(`${PROJECTS}/${id}`)).status).toBe(404);
  });

  test('a programme has no plan of its own', async () => {
    const id = await office.create({ level: 'programme' });
    expect((await office.savePlan(id)).body.code).toBe('PROJECT_GROUP');
  });
});

describe('money stays where it was spent', () => {
  test('a line moves to another project at the turn of a year and leaves its history behind', async () => {
    const [first, second] = [await office.create({ name: 'Altes Netz' }), await office.create({ name: 'Neues Netz' })];
    const line = lines['P-2'];
    const link = async (id: string, fromYear: number): Promise<Answer> =>
      finance.post(`${PROJECTS}/${id}/lines`, { lineId: line, fromYear, version: await office.versionOf(id) });
    expect((await link(first, 2026)).status).toBe(201);
    expect((await link(second, 2027)).body.code).toBe('PROJECT_LINE_TAKEN');
    const { linkId } = (await office.show(first)).lines[0] ?? { linkId: '' };
    const end = { toYear: 2026, reason: 'Ab 2027 neues Netz', version: await office.versionOf(first) };
    expect((await finance.post(`${PROJECTS}/${first}/lines/${linkId}/end`, { ...end, toYear: 2025 })).body.code).toBe(
      'PROJECT_LINE_END',
    );
    expect((await finance.post(`${PROJECTS}/${first}/lines/${linkId}/end`, end)).status).toBe(200);
    expect((await link(second, 2027)).status).toBe(201);
    expect((await office.show(first)).years).toMatchObject([{ fiscalYear: 2026, adjustedCents: 10_000 }]);
    expect((await office.show(second)).years).toEqual([]);
    expect((await office.show(first)).lines).toMatchObject([{ toYear: 2026, endReason: 'Ab 2027 neues Netz' }]);
  });

  test('revenue is no cost of a project', async () => {
    const id = await office.create();
    const body = { lineId: lines['E-1'], fromYear: 2026, version: 1 };
    expect((await finance.post(`${PROJECTS}/${id}/lines`, body)).body.code).toBe('PROJECT_LINE_KIND');
  });

  test('a line in the red is fine while its pool has money: availability is that of the pool', async () => {
    const id = await office.create();
    await finance.post(`${PROJECTS}/${id}/lines`, { lineId: lines['P-1'], fromYear: 2026, version: 1 });
    expect((await office.show(id)).findings.map(({ reason }) => reason)).toEqual(['no_baseline']);
  });

  test('two who link the same line at the same moment: one of them has it', async () => {
    const [a, b] = [await office.create(), await office.create()];
    const link = (id: string, client: HttpClient): Promise<Answer> =>
      client.post(`${PROJECTS}/${id}/lines`, { lineId: lines['O-1'], fromYear: 2026, version: 1 });
    const answers = await Promise.all([link(a, finance), link(b, finance2)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('at the same moment', () => {
  test('two ask for a new baseline: one waits, the other is told', async () => {
    const id = await office.planned();
    const version = await office.versionOf(id);
    const ask = (client: HttpClient): Promise<Answer> =>
      client.post(`${PROJECTS}/${id}/baselines`, { ...BASELINE_DEED, version });
    const answers = await Promise.all([ask(finance), ask(finance2)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await office.askBaseline(id)).body.code).toBe('APPROVAL_PENDING');
    expect((await office.show(id)).allBaselines).toHaveLength(1);
  });

  test('two save the plan: nothing is lost, the second one is asked to look again', async () => {
    const id = await office.create();
    const save = (client: HttpClient): Promise<Answer> =>
      client.put(`${PROJECTS}/${id}/plan`, { ...PROJECT_PLAN, version: 1 });
    const answers = await Promise.all([save(finance), save(finance2)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await office.show(id)).milestones).toHaveLength(3);
  });

  test('two report on two milestones: both stand', async () => {
    const id = await office.planned();
    const answers = await Promise.all([
      office.report(id, 'Pilot', { actualOn: '2026-01-10' }),
      office.report(id, 'Alle Bereiche', { forecastOn: '2027-03-31' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await office.show(id)).milestones).toMatchObject([
      { actualOn: '2026-01-10' },
      { actualOn: null },
      { forecastOn: '2027-03-31' },
    ]);
  });

  test('two dependencies that would close a circle together: one passes', async () => {
    const [a, b] = [await office.planned(), await office.planned()];
    const wait = async (id: string, other: string, client: HttpClient): Promise<Answer> => {
      const milestoneId = (await office.show(other)).milestones[0]?.id;
      return client.post(`${PROJECTS}/${id}/dependencies`, { milestoneId, version: await office.versionOf(id) });
    };
    const answers = await Promise.all([wait(a, b, finance), wait(b, a, finance2)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.map(({ body }) => body.code)).toContain('DEPENDENCY_CYCLE');
  });
});

test('process management starts when the milestone of the DMS is reached, not before', async () => {
  const [dms, processes] = [await office.planned({ name: 'DMS' }), await office.create({ name: 'Prozessmanagement' })];
  const milestoneId = (await office.show(dms)).milestones[2]?.id;
  await finance.post(`${PROJECTS}/${processes}/dependencies`, { milestoneId, version: 1 });
  const start = async (): Promise<Answer> =>
    finance.post(`${PROJECTS}/${processes}/steps`, { step: 'start', version: await office.versionOf(processes) });
  expect([(await start()).body.code, (await start()).body.count]).toEqual(['PROJECT_BLOCKED', 1]);
  const kept = await office.savePlan(dms, {
    milestones: [{ name: 'Anderes', plannedOn: '2026-06-30', weightBasisPoints: 10_000 }],
  });
  expect([kept.body.code, kept.body.name]).toEqual(['PROJECT_MILESTONE_NEEDED', 'Alle Bereiche']);
  expect((await office.report(dms, 'Alle Bereiche', { actualOn: '2026-09-30' })).status).toBe(200);
  expect((await start()).status).toBe(200);
  expect(await office.show(processes)).toMatchObject({ state: 'running', dependencies: [{ isReached: true }] });
});

describe('risks', () => {
  test('25 % of 20,000 to 80,000 are worth 12,500; what is over no longer counts', async () => {
    const id = await office.create();
    const risk = {
      title: 'Lieferant fällt aus',
      probabilityBasisPoints: 2_500,
      lowCents: 2_000_000,
      likelyCents: 5_000_000,
      highCents: 8_000_000,
      delayDays: 60,
    };
    const added = await finance.post(`${PROJECTS}/${id}/risks`, risk);
    expect((await office.show(id)).expectedRiskCents).toBe(1_250_000);
    const wrong = await finance.post(`${PROJECTS}/${id}/risks`, { ...risk, lowCents: 9_000_000 });
    expect(wrong.body.code).toBe('RISK_RANGE');
    const path = `${PROJECTS}/${id}/risks/${added.body.id}`;
    expect((await finance.put(path, { ...risk, state: 'closed', version: 1 })).status).toBe(200);
    expect((await finance.put(path, { ...risk, state: 'open', version: 1 })).body.code).toBe('VERSION_STALE');
    expect((await office.show(id)).expectedRiskCents).toBe(0);
  });
});

describe('who sees and leads what', () => {
  test('a head leads the projects of the own unit; those of others do not exist', async () => {
    const own = await office.create({ unitId: city.units.school }, head);
    const others = await office.create({ unitId: city.units.parks });
    expect((await office.show(own, head)).mayWrite).toBe(true);
    expect((await head.get(`${PROJECTS}/${others}`)).status).toBe(404);
    expect((await head.post(PROJECTS, { ...PROJECT_FACE, unitId: city.units.parks })).status).toBe(404);
    const { rows } = (await head.get(`${PROJECTS}?level=project`)).body;
    expect(rows.map(({ id }: Project) => id)).toEqual([own]);
    const lead = { status: 'green', text: 'Läuft.' };
    expect((await head.post(`${PROJECTS}/${others}/assessments`, lead)).status).toBe(404);
  });

  test('what a project cost is told to whoever answers for it; a line of another unit keeps its name', async () => {
    const id = await office.create({ unitId: city.units.school });
    const planted = await plantLines(app, city, [
      { number: 'F-1', unitId: city.units.parks, movements: [{ kind: 'actual', amountCents: 700 }] },
    ]);
    await finance.post(`${PROJECTS}/${id}/lines`, { lineId: planted['F-1'], fromYear: 2026, version: 1 });
    const seen = await office.show(id, head);
    expect([seen.actualCents, seen.lines[0]?.line]).toEqual([700, null]);
  });
});

describe('what operation costs afterwards', () => {
  const followUp = async (year: number): Promise<number> => {
    const { rows } = (await finance.get('/api/v1/budget/bound-years?fiscalYear=2026')).body as BoundYearsView;
    const parts = rows.filter(({ frame, fiscalYear }) => frame === 'CORE' && fiscalYear === year);
    return parts.flatMap((row) => row.parts).find(({ kind }) => kind === 'follow_up_cost')?.amountCents ?? 0;
  };

  test('slipping the go-live moves the bound years to the cent; what nobody has agreed to binds nothing', async () => {
    const own = await plantLines(app, city, [{ number: 'B-1', frame: 'CORE', unitId: city.units.parks }]);
    const id = await office.planned();
    const milestoneId = (await office.show(id)).milestones[2]?.id;
    const cost = { name: 'Pflege der Akte', milestoneId, lineId: own['B-1'], yearlyCents: 9_000_000 };
    const path = `${PROJECTS}/${id}/follow-up-costs`;
    const added = await finance.post(path, { ...cost, version: await office.versionOf(id) });
    expect([added.status, await followUp(2027)]).toEqual([201, 0]);
    await office.baselined(id);
    expect([await followUp(2026), await followUp(2027)]).toEqual([750_000, 9_000_000]);
    await office.report(id, 'Alle Bereiche', { forecastOn: '2027-07-31' });
    expect([await followUp(2026), await followUp(2027), await followUp(2028)]).toEqual([0, 4_500_000, 9_000_000]);
    expect((await office.show(id)).followUps).toMatchObject([{ startsOn: '2027-07-31', yearlyCents: 9_000_000 }]);
    const dropped = await office.savePlan(id, {
      milestones: [{ name: 'Anderes', plannedOn: '2026-06-30', weightBasisPoints: 10_000 }],
    });
    expect(dropped.body.code).toBe('PROJECT_MILESTONE_NEEDED');
    const end = { reason: 'Der Wartungsvertrag trägt es', version: await office.versionOf(id) };
    expect((await finance.post(`${path}/${added.body.id}/end`, end)).status).toBe(200);
    expect([await followUp(2028), (await office.show(id)).followUps]).toEqual([0, []]);
  });

  test('revenue bears no cost, and a milestone of another project begins nothing here', async () => {
    const [id, other] = [await office.planned(), await office.planned()];
    const milestoneId = (await office.show(id)).milestones[0]?.id;
    const cost = { name: 'Betrieb', milestoneId, lineId: lines['E-1'], yearlyCents: 100, version: 2 };
    expect((await finance.post(`${PROJECTS}/${id}/follow-up-costs`, cost)).body.code).toBe('PROJECT_LINE_KIND');
    const elsewhere = { ...cost, lineId: lines['P-1'] };
    expect((await finance.post(`${PROJECTS}/${other}/follow-up-costs`, elsewhere)).body.code).toBe(
      'PROJECT_MILESTONE_UNKNOWN',
    );
  });
});

test('each purchase says which way it goes and when procurement has to begin; the limits are examples until confirmed', async () => {
  const id = await office.create();
  const buy = async (name: string, netCents: number, more: object = {}): Promise<Answer> =>
    finance.post(`${PROJECTS}/${id}/purchases`, {
      ...{ name, netCents, wantedOn: '2027-03-01', isInHouse: false, version: await office.versionOf(id) },
      ...more,
    });
  await buy('Notebooks', 3_960_000);
  await buy('Server', 25_000_000);
  const monitors = await buy('Monitore', 25_000_000, { framework: 'Rahmenvertrag Monitore' });
  expect(
    (await office.show(id)).purchases.map(({ name, advice }) => [name, advice.path, advice.latestStartOn]),
  ).toEqual([
    ['Notebooks', 'negotiated', '2026-12-31'],
    ['Server', 'eu', '2026-09-02'],
    ['Monitore', 'framework', '2027-02-08'],
  ]);
  const { purchases } = await office.show(id);
  expect(purchases[1]?.advice).toMatchObject({ isLate: true, isExample: true, aboveCents: 21_600_000 });
  const end = { reason: 'Bestellt', version: await office.versionOf(id) };
  expect((await finance.post(`${PROJECTS}/${id}/purchases/${monitors.body.id}/end`, end)).status).toBe(200);
  expect((await office.show(id)).purchases).toHaveLength(2);
  const asked = await finance.get('/api/v1/procurement/advice?netCents=2000001&isInHouse=true');
  expect(asked.body).toMatchObject({ path: 'in_house', latestStartOn: null, wantedOn: null });
});

test('the list goes on where a page ended', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await finance.get(`${PROJECTS}?limit=3&withClosed=true${after}`);
    seen.push(...body.rows.map(({ id }: Project) => id));
    cursor = body.nextCursor;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(seen.length);
  const all = (await finance.get(`${PROJECTS}?limit=100&withClosed=true`)).body.rows;
  expect(seen).toEqual(all.map(({ id }: Project) => id));
});
