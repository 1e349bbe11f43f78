import { asOwner, type City, createCity, loginAs, loginPerson, TEST_PASSWORD } from '../../test/people';
import { type HttpClient, httpClient } from '../../test/http-client';
import { startTestApp, TEST_NOW, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set(new Date(TEST_NOW)));

const minutesLater = (minutes: number): void =>
  app.clock.set(new Date(new Date(TEST_NOW).getTime() + minutes * 60_000));
const me = '/api/v1/session';

describe('Sessions', () => {
  test('end 30 minutes after the last call, and every call keeps them', async () => {
    const client = await loginAs(app, 'clerk');
    for (const minutes of [29, 58, 87]) {
      minutesLater(minutes);
      expect((await client.get(me)).status).toBe(200);
    }
    minutesLater(118);
    expect((await client.get(me)).status).toBe(401);
  });

  test('end after ten hours however busy', async () => {
    const client = await loginAs(app, 'clerk');
    for (let minutes = 20; minutes < 600; minutes += 20) {
      minutesLater(minutes);
      expect((await client.get(me)).status).toBe(200);
    }
    minutesLater(600);
    expect((await client.get(me)).status).toBe(401);
  });

  test('can be listed and ended one by one or all others at once', async () => {
    const [desk, phone, tablet] = await Promise.all([
      loginAs(app, 'coordinator'),
      loginAs(app, 'coordinator'),
      loginAs(app, 'coordinator'),
    ]);
    const listed = (await desk.get('/api/v1/sessions')).body.rows;
    expect(listed).toHaveLength(3);
    expect(listed.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
    const own = (await phone.get('/api/v1/sessions')).body.rows.find(
      ({ isCurrent }: { isCurrent: boolean }) => isCurrent,
    );
    expect((await desk.delete(`/api/v1/sessions/${own.id}`)).status).toBe(204);
    expect((await phone.get(me)).status).toBe(401);
    expect((await desk.delete('/api/v1/sessions')).body).toEqual({ ended: 1 });
    expect((await tablet.get(me)).status).toBe(401);
    expect((await desk.get(me)).status).toBe(200);
  });

  test('of somebody else are as unknown', async () => {
    const [clerk, finance] = [await loginAs(app, 'clerk'), await loginAs(app, 'finance')];
    const [session] = (await clerk.get('/api/v1/sessions')).body.rows;
    expect((await finance.delete(`/api/v1/sessions/${session.id}`)).body.code).toBe('NOT_FOUND');
    expect((await clerk.get(me)).status).toBe(200);
  });

  test('of a disabled person and rights of an ended role are gone with the next call', async () => {
    const [head, auditor] = [await loginAs(app, 'other_head'), await loginAs(app, 'auditor')];
    expect((await auditor.get('/api/v1/audit')).status).toBe(200);
    await asOwner(app, async (owner) => {
      await owner.query(`UPDATE person SET status = 'disabled' WHERE person_id = $1`, [city.people.other_head.id]);
      await owner.query(`UPDATE role_assignment SET ended_at = now() WHERE person_id = $1`, [city.people.auditor.id]);
    });
    expect((await head.get(me)).status).toBe(401);
    expect((await auditor.get('/api/v1/audit')).status).toBe(403);
    expect((await auditor.get(me)).body).toMatchObject({
      roles: [],
      permissions: ['session.own', 'token.own', 'inbox.own'],
    });
  });

  test('the database holds no secret, only hashes', async () => {
    const client = await loginAs(app, 'clerk');
    const secret = client.headers['cookie']?.slice(4) ?? '';
    const rows = await asOwner(
      app,
      async (owner) => (await owner.query(`SELECT s::text AS row FROM login_session s`)).rows,
    );
    expect(rows.some(({ row }) => row.includes(secret) || row.includes(Buffer.from(secret).toString('hex')))).toBe(
      false,
    );
  });
});

describe('Personal tokens', () => {
  const bearer = (token: string): HttpClient => httpClient(app.url, { authorization: `Bearer ${token}` });

  test('do what their owner may, are shown once, end on their day and when revoked', async () => {
    const client = await loginAs(app, 'finance');
    const made = await client.post('/api/v1/tokens', { name: 'Nächtlicher Import', days: 30 });
    expect([made.status, made.body.token]).toEqual([201, expect.stringMatching(/^etl_[\w-]{43}$/)]);
    const script = bearer(made.body.token);
    expect((await script.get('/api/v1/approvals')).status).toBe(200);
    expect((await script.get(me)).body).toMatchObject({ person: { id: city.people.finance.id }, csrfToken: null });
    const listed = (await client.get('/api/v1/tokens')).body.rows;
    expect(JSON.stringify(listed)).not.toContain(made.body.token);
    expect(listed).toEqual([
      {
        id: made.body.id,
        name: 'Nächtlicher Import',
        createdAt: expect.any(String),
        expiresAt: expect.any(String),
        lastUsedAt: expect.any(String),
      },
    ]);
    expect(Date.parse(listed[0].expiresAt)).toBe(Date.parse(made.body.expiresAt));
    expect((await client.delete(`/api/v1/tokens/${made.body.id}`)).status).toBe(204);
    expect((await script.get('/api/v1/approvals')).status).toBe(401);
    const short = bearer((await client.post('/api/v1/tokens', { name: 'Ein Tag', days: 1 })).body.token);
    minutesLater(24 * 60 - 1);
    expect((await short.get('/api/v1/approvals')).status).toBe(200);
    minutesLater(24 * 60);
    expect((await short.get('/api/v1/approvals')).status).toBe(401);
  });

  test('make no tokens, change no passwords, end no sessions and change no people', async () => {
    const admin = await loginAs(app, 'admin');
    const script = bearer((await admin.post('/api/v1/tokens', { name: 'Skript', days: 1 })).body.token);
    const refused = await Promise.all([
      script.post('/api/v1/tokens', { name: 'Noch einer', days: 366 }),
      script.put('/api/v1/session/password', { currentPassword: TEST_PASSWORD, newPassword: 'krumme gurke tanzt' }),
      script.delete('/api/v1/sessions'),
      script.post(`/api/v1/person/${city.people.finance.id}/links`),
      script.post('/api/v1/person', { email: 'neu@musterstadt.example', displayName: 'Neu' }),
      script.post(`/api/v1/person/${city.people.clerk.id}/roles`, { roles: [{ role: 'admin' }], reason: 'weil' }),
    ]);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [403, 'FORBIDDEN']));
  });

  test('last at most 366 days, and an invented one opens nothing', async () => {
    const client = await loginAs(app, 'finance');
    const long = await client.post('/api/v1/tokens', { name: 'Ewig', days: 367 });
    expect([long.status, long.body.code]).toEqual([422, 'NUMBER_INVALID']);
    for (const token of ['etl_', `etl_${'a'.repeat(43)}`, 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.']) {
      expect((await bearer(token).get(me)).status).toBe(401);
    }
  });

  test('one beyond the twentieth is refused', async () => {
    const client = await loginAs(app, 'reviewer');
    for (let at = 0; at < 20; at++) await client.post('/api/v1/tokens', { name: `Nr. ${at}`, days: 1 });
    expect((await client.post('/api/v1/tokens', { name: 'Nr. 20', days: 1 })).body).toMatchObject({
      code: 'TOKENS_MAX',
      max: 20,
    });
  });
});

describe('The own password', () => {
  test('changes with the current one, ends other logins, and refuses weak ones', async () => {
    const { tenantId, people } = city;
    const here = await loginPerson(app, tenantId, people.clerk.id);
    const there = await loginPerson(app, tenantId, people.clerk.id);
    const change = (currentPassword: string, newPassword: string): ReturnType<HttpClient['put']> =>
      here.put('/api/v1/session/password', { currentPassword, newPassword });
    expect((await change('falsch geraten', 'krumme gurke tanzt')).body.code).toBe('PASSWORD_WRONG');
    expect((await change(TEST_PASSWORD, 'Musterstadt2026')).body).toMatchObject({
      code: 'PASSWORD_WEAK',
      errors: [{ field: 'newPassword', code: 'PASSWORD_WEAK' }],
    });
    expect((await change(TEST_PASSWORD, 'krumme gurke tanzt')).status).toBe(204);
    expect([(await here.get(me)).status, (await there.get(me)).status]).toEqual([200, 401]);
    const login = (password: string): ReturnType<HttpClient['post']> =>
      httpClient(app.url).post('/api/v1/session', { email: people.clerk.email, password });
    expect((await login(TEST_PASSWORD)).status).toBe(401);
    expect((await login('krumme gurke tanzt')).status).toBe(200);
  });
});
