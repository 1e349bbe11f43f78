import type { BenefitRow } from '@etatlotse/contracts/benefit';
import type { Answer, HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { ProjectOffice } from '../../test/project-office';
import { startTestApp, type TestApp } from '../../test/test-app';

const BENEFITS = '/api/v1/benefits';

let app: TestApp;
let city: City;
let finance: HttpClient;
let coordinator: HttpClient;
let projectId = '';
let id = '';

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  [finance, coordinator] = [await loginAs(app, 'finance'), await loginAs(app, 'coordinator')];
  projectId = await new ProjectOffice(finance, finance).create({ unitId: city.units.directorate });
});
afterAll(() => app.stop());

const create = (changes: object = {}, client = finance): Promise<Answer> =>
  client.post(BENEFITS, {
    projectId,
    name: 'Kürzere Aktensuche',
    owner: 'Fachbereich Schule',
    unitId: city.units.school,
    capability: 'e_file',
    reviewOn: '2026-11-30',
    ...changes,
  });
const show = async (client = finance): Promise<BenefitRow> => (await client.get(`${BENEFITS}/${id}`)).body;
const record = async (changes: object, client = finance): Promise<Answer> =>
  client.post(`${BENEFITS}/${id}/figures`, {
    fiscalYear: 2026,
    kind: 'planned',
    hours: 800,
    amountCents: 4_000_000,
    version: (await show()).version,
    ...changes,
  });

test('a benefit belongs to a project, has an owner and a day of review to come', async () => {
  expect((await create({ reviewOn: '2026-10-05' })).body.code).toBe('REVIEW_PAST');
  expect((await create({ projectId: city.units.school })).body.code).toBe('ROLLOUT_PROJECT');
  expect((await create({}, coordinator)).body.code).toBe('ROLLOUT_PROJECT');
  const created = await create();
  expect(created.status).toBe(201);
  id = created.body.id;
});

test('planned and realised by year; another plan says why, and the first one stays', async () => {
  expect((await record({ hours: 1_000, amountCents: 5_000_000 })).status).toBe(200);
  expect((await record({})).body.code).toBe('BENEFIT_REASON');
  expect((await record({ reason: 'Weniger Fälle' })).status).toBe(200);
  expect((await record({ fiscalYear: 2025, hours: 400, amountCents: 0 })).status).toBe(200);
  const { years, sums } = await show();
  expect(years[1]).toMatchObject({ firstHours: 1_000, plannedHours: 800, realisedHours: null });
  expect(sums).toMatchObject({ plannedHours: 1_200, realisedHours: null, unreported: 1 });
});

test('negative numbers and results of a year to come are refused', async () => {
  expect((await record({ hours: -1 })).body.code).toBe('BENEFIT_NEGATIVE');
  expect((await record({ hours: 1, amountCents: -1 })).body.code).toBe('BENEFIT_NEGATIVE');
  expect((await record({ kind: 'realised', fiscalYear: 2027 })).body.code).toBe('BENEFIT_NOT_YET');
});

test('those of the unit report what came, without seeing the project; others see nothing', async () => {
  expect((await record({ kind: 'realised', fiscalYear: 2025, hours: 320, amountCents: 0 }, coordinator)).status).toBe(
    200,
  );
  expect(await show(coordinator)).toMatchObject({
    project: null,
    mayWrite: true,
    sums: { realisedHours: 320, unreported: 0 },
  });
  const other = await loginAs(app, 'other_head');
  expect((await other.get(`${BENEFITS}/${id}`)).status).toBe(404);
  expect((await record({ fiscalYear: 2027 }, other)).status).toBe(404);
});

test('an overdue review is seen, and a review that was held names the next one', async () => {
  await asOwner(app, (owner) => owner.query(`UPDATE benefit SET review_on = '2026-10-04' WHERE benefit_id = $1`, [id]));
  expect((await finance.get(`${BENEFITS}/summary`)).body).toMatchObject({
    years: [
      { fiscalYear: 2025, realisedHours: 320 },
      { fiscalYear: 2026, plannedHours: 800, unreported: 1 },
    ],
    benefits: 1,
    overdue: 1,
    plannedHours: 1_200,
    plannedCents: 4_000_000,
    realisedHours: 320,
    realisedCents: 0,
    unreported: 0,
  });
  expect((await finance.get(`${BENEFITS}?overdue=true`)).body.rows).toHaveLength(1);
  const { version } = await show();
  const review = { text: 'Die Suche dauert noch 4 statt 9 Minuten.', nextOn: '2027-03-31', version };
  expect((await finance.post(`${BENEFITS}/${id}/reviews`, { ...review, nextOn: '2026-10-05' })).body.code).toBe(
    'REVIEW_PAST',
  );
  const both = await Promise.all([1, 2].map(() => finance.post(`${BENEFITS}/${id}/reviews`, review)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await show()).toMatchObject({
    reviewOn: '2027-03-31',
    isOverdue: false,
    lastReview: { heldOn: '2026-10-05', text: review.text },
  });
});

test('the hours of a unit and year go to the capacity side with the day since when the capability is live', async () => {
  const [before] = (await finance.get(`${BENEFITS}/hours?fiscalYear=2026`)).body;
  expect(before).toMatchObject({
    unitName: 'Fachbereich Schule',
    plannedHours: 800,
    realisedHours: null,
    liveOn: null,
  });
  const rollout = { projectId, name: 'DMS', startedOn: '2026-01-01', quotaBasisPoints: 0 };
  const started = (await finance.post('/api/v1/rollouts', rollout)).body.id;
  await finance.post(`/api/v1/rollouts/${started}/units`, { unitId: city.units.school });
  const live = { state: 'live', plannedOn: null, pilotOn: null, liveOn: '2026-09-01', version: 0 };
  await finance.put(`/api/v1/rollouts/${started}/units/${city.units.school}/capabilities/e_file`, live);
  const [after] = (await finance.get(`${BENEFITS}/hours?fiscalYear=2026`)).body;
  expect(after).toMatchObject({ capability: 'e_file', liveOn: '2026-09-01' });
});

test('names change with their version', async () => {
  const { version } = await show();
  const body = {
    name: 'Schnelle Aktensuche',
    owner: 'Kim Kramer',
    unitId: city.units.school,
    capability: null,
    version,
  };
  expect((await finance.put(`${BENEFITS}/${id}`, body)).status).toBe(200);
  expect((await finance.put(`${BENEFITS}/${id}`, body)).body.code).toBe('VERSION_STALE');
  expect((await coordinator.put(`${BENEFITS}/${id}`, { ...body, unitId: null, version: version + 1 })).status).toBe(
    404,
  );
});
