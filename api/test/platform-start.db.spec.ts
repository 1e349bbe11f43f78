import { startTestApp, type TestApp } from './test-app';

let city: TestApp;

beforeAll(async () => {
  city = await startTestApp();
});
afterAll(() => city.stop());

test('The API is ready when its schema is complete, and says so without a login', async () => {
  const answer = await fetch(`${city.url}/api/v1/health/ready`);
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready' }]);
});

test('Somebody unknown gets a problem with a code and a request number, in German', async () => {
  const answer = await fetch(`${city.url}/api/v1/audit`);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(await answer.json()).toEqual({
    type: 'urn:etatlotse:problem:not-logged-in',
    title: 'Bitte anmelden',
    status: 401,
    code: 'NOT_LOGGED_IN',
    detail: 'Sie sind nicht angemeldet oder Ihre Anmeldung ist abgelaufen.',
    requestId: answer.headers.get('x-request-id'),
  });
});

test('An address that does not exist is a problem, too', async () => {
  const answer = await fetch(`${city.url}/api/v1/nix`);
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'NOT_FOUND']);
});
