import { type City, createCity, loginAs } from '../../test/people';
import type { Answer, HttpClient } from '../../test/http-client';
import { startTestApp, TEST_NOW, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let admin: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set(new Date(TEST_NOW));
  admin = await loginAs(app, 'admin');
});

const reset = (client: HttpClient, personId: string): Promise<Answer> =>
  client.post(`/api/v1/person/${personId}/links`);
const decide = (client: HttpClient, id: string): Promise<Answer> =>
  client.post(`/api/v1/approvals/${id}/decision`, { decision: 'approve', version: 1 });

test('an administrator cannot become finance by resetting its password alone', async () => {
  const { id } = city.people.finance;
  const asked = await reset(admin, id);
  expect(asked.body).toEqual({ link: null, approvalId: expect.any(String) });
  expect((await reset(admin, id)).body.code).toBe('APPROVAL_PENDING');
  expect((await decide(admin, asked.body.approvalId)).body.code).toBe('FOUR_EYES');
  expect((await decide(await loginAs(app, 'finance2'), asked.body.approvalId)).status).toBe(200);
  expect((await reset(await loginAs(app, 'admin2'), id)).body.link).toBe(null);
  expect((await reset(admin, id)).body.link).toMatchObject({ purpose: 'password_reset' });
  expect((await reset(admin, id)).body.code).toBe('APPROVAL_PENDING');
});

test('the consent lasts two hours', async () => {
  const { id } = city.people.finance2;
  const { approvalId } = (await reset(admin, id)).body;
  await decide(await loginAs(app, 'finance'), approvalId);
  app.clock.set(new Date(new Date(TEST_NOW).getTime() + 2 * 3_600_000));
  expect((await reset(await loginAs(app, 'admin'), id)).body).toEqual({ link: null, approvalId: expect.any(String) });
});

test('for everybody else one administrator is enough', async () => {
  expect((await reset(admin, city.people.clerk.id)).body).toEqual({
    link: expect.objectContaining({ purpose: 'password_reset', path: expect.stringMatching(/^\/zugang#[\w-]{43}$/) }),
    approvalId: null,
  });
  expect((await reset(admin, '00000000-0000-4000-8000-000000000000')).body.code).toBe('NOT_FOUND');
});
