import { createOtherCity, createCity, loginAs } from './people';
import { startTestApp, type TestApp } from './test-app';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await createCity(app);
});
afterAll(() => app.stop());

test('The auditor of one city reads its log and not that of the other', async () => {
  const other = await createOtherCity(app);
  const [own, foreign] = await Promise.all([loginAs(app, 'auditor'), loginAs(app, 'auditor', other)]);
  expect((await own.get('/api/v1/audit')).status).toBe(200);
  expect((await foreign.get('/api/v1/audit')).body).toEqual({ rows: [], nextCursor: null });
  expect((await (await loginAs(app, 'clerk')).get('/api/v1/audit')).status).toBe(403);
});
