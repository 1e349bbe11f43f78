import { asOwner, type City, createCity, loginAs } from './people';
import { type HttpClient, httpClient } from './http-client';
import { startTestApp, type TestApp } from './test-app';

let app: TestApp;
let city: City;
let admin: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  admin = await loginAs(app, 'admin');
});
afterAll(() => app.stop());

const person = { email: 'einmal@musterstadt.example', displayName: 'Nur einmal' };
const key = { 'idempotency-key': 'twenty-at-once' };

const accounts = (): Promise<number> =>
  asOwner(app, async (owner) =>
    Number((await owner.query(`SELECT count(*) AS n FROM person WHERE email = $1`, [person.email])).rows[0].n),
  );

test('F18 twenty equal requests in the same moment make one account and get one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => admin.post('/api/v1/person', person, key)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await accounts()).toBe(1);
});

test('F18 another request under the same key is refused', async () => {
  const other = await admin.post('/api/v1/person', { ...person, displayName: 'Ein anderer' }, key);
  expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_CONFLICT']);
});

test('F18 the answer survives a restart, and a key belongs to one person', async () => {
  const [before] = (await admin.get('/api/v1/person?q=einmal')).body.rows;
  const restarted = await startTestApp({ database: app.database });
  const again = await httpClient(restarted.url, admin.headers).post('/api/v1/person', person, key);
  await restarted.stop();
  expect([again.status, again.body.id]).toEqual([201, before.id]);
  const admin2 = await loginAs(app, 'admin2');
  expect((await admin2.post('/api/v1/person', person, key)).body.code).toBe('EMAIL_TAKEN');
});

test('without a key nothing is created', async () => {
  const without = await admin.post(
    '/api/v1/person',
    { ...person, email: 'ohne@musterstadt.example' },
    { 'idempotency-key': '' },
  );
  expect(without.body.code).toBe('IDEMPOTENCY_KEY');
  const [{ n }] = await asOwner(
    app,
    async (owner) =>
      (
        await owner.query(`SELECT count(*) AS n FROM person WHERE tenant_id = $1 AND email LIKE 'ohne@%'`, [
          city.tenantId,
        ])
      ).rows,
  );
  expect(n).toBe('0');
});
