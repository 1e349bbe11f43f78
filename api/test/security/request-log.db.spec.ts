import { type ApiProcess, startApi } from '../faults/api-process';
import { httpClient } from '../http-client';
import { asOwner, type City, createCity, loginAs, TEST_PASSWORD } from '../people';
import { startTestApp, type TestApp } from '../test-app';

let app: TestApp;
let city: City;
let api: ApiProcess;

beforeAll(async () => {
  app = await startTestApp({ now: new Date(Date.now()).toISOString() });
  city = await createCity(app);
  api = await startApi(app.database.appUrl, { LOG_LEVEL: 'trace' });
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await app.stop();
});

test('V14.2.1 V16.4.1 the log tells who called what, in one line each, and holds no secret and no name', async () => {
  const visitor = httpClient(api.url);
  const { email } = city.people.admin;
  const wrong = 'Ganz-falsches-Passwort-7';
  await visitor.post('/api/v1/session', { email, password: wrong });
  const opened = await visitor.post('/api/v1/session', { email, password: TEST_PASSWORD });
  const cookie = /sid=([^;]+)/.exec(opened.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const admin = api.as(await loginAs(app, 'admin'));
  const token = (await admin.post('/api/v1/tokens', { name: 'Skript', days: 1 })).body.token as string;
  await httpClient(api.url, { authorization: `Bearer ${token}` }).get('/api/v1/session');
  const invited = await admin.post('/api/v1/person', {
    email: 'neu@musterstadt.example',
    displayName: 'Frau Geheimnisvoll',
  });
  const path = (invited.body.link?.path ??
    (await admin.post(`/api/v1/person/${invited.body.id}/links`)).body.path) as string;
  const secret = path.split('#')[1] ?? '';
  await fetch(`${api.url}${path}`);
  await visitor.post('/api/v1/links/inspect', { token: secret });
  await admin.get('/api/v1/person?q=Geheimnisvoll');
  await admin.get('/api/v1/budget/lines/x%0d%0a%7B%22level%22%3A60%7D?fiscalYear=2026', {
    'user-agent': 'Sonderbar/1',
  });

  const { rows } = await asOwner(app, (owner) => owner.query<{ n: string }>(`SELECT count(*) AS n FROM one_time_link`));
  expect([secret.length > 20, cookie.length, token.length > 20, rows[0]?.n]).toEqual([true, 43, true, '1']);
  // Lines are written together and all of them by the end.
  api.signal('SIGTERM');
  await api.exited;
  const log = api.output();
  const secrets = { wrong, TEST_PASSWORD, cookie, token, secret, csrf: opened.body.csrfToken as string };
  expect(
    Object.entries(secrets)
      .filter(([, text]) => log.includes(text))
      .map(([name]) => name),
  ).toEqual([]);
  for (const personal of [email, 'neu@musterstadt.example', 'Geheimnisvoll', 'Sonderbar'])
    expect(log).not.toContain(personal);

  const lines = log
    .split('\n')
    .filter((line) => line.startsWith('{"level"'))
    .map((line) => JSON.parse(line) as { req?: { path: string; id: string } });
  const paths = lines.flatMap(({ req }) => (req === undefined ? [] : [req.path]));
  expect(paths).toEqual(
    expect.arrayContaining(['/api/v1/session', '/api/v1/links/inspect', '/api/v1/person', '/zugang']),
  );
  expect(lines.filter((line) => JSON.stringify(line).startsWith('{"level":60'))).toEqual([]);
});
