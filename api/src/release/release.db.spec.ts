import { createHash, randomUUID } from 'node:crypto';
import { BUDGET_YEAR, plantBudget, plantLines, plantYear } from '../../test/budget-city';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { canonicalJson } from './canonical-json';

let app: TestApp;
let city: City;
let other: City;
let finance: HttpClient;
let second: HttpClient;
let committee: HttpClient;

const releases = '/api/v1/releases';
const current = `${releases}/current?fiscalYear=${BUDGET_YEAR}`;
const prepare = (client: HttpClient, more: object = {}) =>
  client.post(releases, { fiscalYear: BUDGET_YEAR, remark: 'Stand vor der Sitzung am 20.10.', ...more });

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  other = await createOtherCity(app);
  await plantYear(app, city);
  await plantBudget(app, city);
  finance = await loginAs(app, 'finance');
  second = await loginAs(app, 'finance2');
  committee = await loginAs(app, 'committee');
});
afterAll(() => app.stop());

test('until finance has released something the committee sees nothing', async () => {
  expect((await committee.get(current)).status).toBe(404);
  expect((await committee.get(releases)).body).toEqual([]);
  expect((await committee.get(`/api/v1/budget/overview?fiscalYear=${BUDGET_YEAR}`)).status).toBe(403);
});

test('two people of finance let the figures go; the committee sees exactly these, with their hash', async () => {
  const { body: prepared, status } = await prepare(finance);
  expect(status).toBe(201);
  expect((await committee.get(`${releases}/${prepared.id}`)).status).toBe(404);
  expect((await committee.get(current)).status).toBe(404);
  expect((await second.get(`${releases}/${prepared.id}`)).body).toMatchObject({
    state: 'prepared',
    figures: { fiscalYear: BUDGET_YEAR },
  });

  const own = await finance.post(`${releases}/${prepared.id}/release`);
  expect([own.status, own.body.code]).toEqual([409, 'FOUR_EYES']);
  expect((await second.post(`${releases}/${prepared.id}/release`)).body).toEqual({
    id: prepared.id,
    state: 'released',
  });

  const { body } = await committee.get(current);
  expect(body).toMatchObject({
    id: prepared.id,
    sha256: prepared.sha256,
    preparedByName: 'Test finance',
    releasedByName: 'Test finance2',
    remark: 'Stand vor der Sitzung am 20.10.',
  });
  expect(createHash('sha256').update(canonicalJson(body.figures)).digest('hex')).toBe(body.sha256);
  const { attention, ...live } = (await finance.get(`/api/v1/budget/overview?fiscalYear=${BUDGET_YEAR}`)).body;
  expect(attention.length).toBeGreaterThan(0);
  expect(body.figures).toEqual(live);
  expect(body.figures.totals.unknownFrames).toEqual(['FEES']);
  expect(JSON.stringify(body)).not.toContain('attention');
});

test('what is booked afterwards changes nothing in what was released', async () => {
  const before = (await committee.get(current)).body;
  await plantLines(app, city, [{ number: 'Neu.1', appropriationCents: 12_345_600 }]);
  expect((await committee.get(current)).body).toEqual(before);
  const live = (await finance.get(`/api/v1/budget/overview?fiscalYear=${BUDGET_YEAR}`)).body;
  expect(live.totals.adjustedCents).not.toBe(before.figures.totals.adjustedCents);
});

test('one preparation waits at a time; taken back it leaves the current release as it is', async () => {
  const before = (await committee.get(current)).body.id;
  const { body } = await prepare(finance);
  expect((await prepare(second)).body.code).toBe('APPROVAL_PENDING');
  expect((await finance.post(`${releases}/${body.id}/reject`)).body).toEqual({ id: body.id, state: 'rejected' });
  expect((await second.post(`${releases}/${body.id}/release`)).body.code).toBe('RELEASE_STATE');
  expect((await committee.get(current)).body.id).toBe(before);
  expect((await committee.get(releases)).body).toHaveLength(1);
  expect(
    (await finance.get(`${releases}?fiscalYear=${BUDGET_YEAR}`)).body.map(({ state }: { state: string }) => state),
  ).toEqual(['rejected', 'released']);
  expect((await (await loginAs(app, 'auditor')).get(releases)).body).toHaveLength(2);
});

test('the newest release is the current one', async () => {
  app.clock.set(new Date(app.clock.now().getTime() + 60_000));
  const { body } = await prepare(second);
  await finance.post(`${releases}/${body.id}/release`);
  expect((await committee.get(current)).body.id).toBe(body.id);
});

test('ten people who prepare at once leave one preparation', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => prepare(finance)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const waiting = answers.find(({ status }) => status === 201);
  await finance.post(`${releases}/${waiting?.body.id}/reject`);
});

test('nobody but finance prepares or releases; the table itself wants the second person', async () => {
  const { body } = await prepare(finance);
  for (const who of ['committee', 'auditor', 'clerk', 'department_head', 'admin', 'council_office'] as const) {
    const client = await loginAs(app, who);
    expect([who, (await prepare(client)).status]).toEqual([who, 403]);
    expect([who, (await client.post(`${releases}/${body.id}/release`)).status]).toEqual([who, 403]);
    expect([who, (await client.get(`${releases}/${body.id}`)).status]).toEqual([
      who,
      who === 'auditor' ? 200 : ['committee', 'council_office'].includes(who) ? 404 : 403,
    ]);
  }
  await expect(
    asOwner(app, (owner) =>
      owner.query(`UPDATE overview_release SET state = 'released', released_by = prepared_by WHERE release_id = $1`, [
        body.id,
      ]),
    ),
  ).rejects.toThrow(/four_eyes/);
});

test('another city neither sees nor decides it; an unknown year is refused', async () => {
  const foreign = await loginAs(app, 'finance', other);
  const [{ id }] = (await finance.get(releases)).body;
  expect((await foreign.get(`${releases}/${id}`)).status).toBe(404);
  expect((await foreign.post(`${releases}/${id}/release`)).status).toBe(404);
  expect((await foreign.get(current)).status).toBe(404);
  expect((await prepare(finance, { fiscalYear: 2031 })).body.code).toBe('YEAR_UNKNOWN');
  expect((await finance.get(`${releases}/${randomUUID()}`)).status).toBe(404);
  expect((await finance.get(`${releases}?fiscalYear=2026'--`)).body.code).toBe('QUERY_INVALID');
});
