import { asOwner, type City, createCity, createOtherCity, TEST_PASSWORD } from '../../test/people';
import { type Answer, httpClient } from '../../test/http-client';
import { startTestApp, TEST_NOW, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;

beforeAll(async () => {
  app = await startTestApp({
    env: { LOGIN_ATTEMPTS_PER_ACCOUNT: '5', LOGIN_ATTEMPTS_PER_ADDRESS: '100', TRUSTED_PROXY: '127.0.0.1' },
  });
  city = await createCity(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set(new Date(TEST_NOW));
  await asOwner(app, (owner) => owner.query(`TRUNCATE attempt_counter`));
});

/** Logs in from an address of its own, as the proxy in front reports it. */
function login(email: string, password: string, headers: Record<string, string> = {}): Promise<Answer> {
  return httpClient(app.url, { 'x-forwarded-for': '203.0.113.7', ...headers }).post('/api/v1/session', {
    email,
    password,
  });
}

const cookieOf = (answer: Answer): string => /^sid=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';

describe('Login', () => {
  test('opens a session: who am I, what may I do, and a cookie that scripts cannot read', async () => {
    const answer = await login(city.people.clerk.email.toUpperCase(), TEST_PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      person: { id: city.people.clerk.id, displayName: 'Test clerk', email: 'clerk@musterstadt.example' },
      roles: [
        { role: 'clerk', unitId: city.units.school, unitCode: '40', unitName: 'Fachbereich Schule', validTo: null },
      ],
      tenant: { name: 'Musterstadt', slug: 'musterstadt', isDemo: false },
      idleSeconds: 1800,
      expiresAt: '2026-10-05T15:30:00.000Z',
      fiscalYear: 2026,
      fiscalYears: [],
    });
    expect(answer.body.permissions).toContain('budget.order');
    expect(answer.headers.get('set-cookie')).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(JSON.stringify(answer.body)).not.toContain(cookieOf(answer).slice(4));
  });

  test('a reloaded page gets the same CSRF token, and changes need it', async () => {
    const opened = await login(city.people.clerk.email, TEST_PASSWORD);
    const client = httpClient(app.url, { cookie: cookieOf(opened) });
    const reloaded = await client.get('/api/v1/session');
    expect(reloaded.body.csrfToken).toBe(opened.body.csrfToken);
    expect((await client.delete('/api/v1/session')).body.code).toBe('CSRF_REFUSED');
    expect((await client.delete('/api/v1/session', { 'x-csrf-token': 'falsch' })).body.code).toBe('CSRF_REFUSED');
    const foreign = { 'x-csrf-token': opened.body.csrfToken, origin: 'https://elsewhere.example' };
    expect((await client.delete('/api/v1/session', foreign)).body.code).toBe('CSRF_REFUSED');
    const closed = await client.delete('/api/v1/session', { 'x-csrf-token': opened.body.csrfToken });
    expect([closed.status, closed.headers.get('clear-site-data')]).toEqual([204, '"cookies", "storage"']);
    expect((await client.get('/api/v1/session')).status).toBe(401);
  });

  test('forty requests of five people in one moment: everybody is who they are, and who has logged out is nobody', async () => {
    const people = ['finance', 'clerk', 'department_head', 'committee', 'auditor'] as const;
    const clients = await Promise.all(
      people.map(async (role) => {
        const opened = await login(city.people[role].email, TEST_PASSWORD);
        const headers = { cookie: cookieOf(opened), 'x-csrf-token': opened.body.csrfToken as string };
        return { id: city.people[role].id, client: httpClient(app.url, headers) };
      }),
    );
    const everybody = () =>
      Promise.all(
        Array.from({ length: 40 }, async (_, at) => {
          const { id, client } = clients[at % 5] as (typeof clients)[number];
          const { status, body } = await client.get('/api/v1/session');
          return { id, seen: status === 200 ? body.person.id : status };
        }),
      );
    expect((await everybody()).filter(({ id, seen }) => id !== seen)).toEqual([]);
    await clients[1]?.client.delete('/api/v1/session');
    const gone = (await everybody()).filter(({ id, seen }) => id !== seen);
    expect(gone).toEqual(Array.from({ length: 8 }, () => ({ id: city.people.clerk.id, seen: 401 })));
  });

  test('a session planted before the login is not the one after it, and ends (fixation)', async () => {
    const planted = await login(city.people.clerk.email, TEST_PASSWORD);
    const again = await login(city.people.finance.email, TEST_PASSWORD, { cookie: cookieOf(planted) });
    expect(cookieOf(again)).not.toBe(cookieOf(planted));
    expect((await httpClient(app.url, { cookie: cookieOf(planted) }).get('/api/v1/session')).status).toBe(401);
    const invented = await login(city.people.finance.email, TEST_PASSWORD, { cookie: `sid=${'a'.repeat(43)}` });
    expect(cookieOf(invented)).not.toContain('aaaaaaaaaa');
  });

  test('wrong, unknown, invited and disabled have one answer', async () => {
    await asOwner(app, async (owner) => {
      await owner.query(`UPDATE person SET status = 'disabled' WHERE person_id = $1`, [city.people.auditor.id]);
      await owner.query(`UPDATE person SET status = 'invited', password_hash = NULL WHERE person_id = $1`, [
        city.people.reviewer.id,
      ]);
    });
    const answers = [
      await login(city.people.clerk.email, 'falsches Passwort'),
      await login('niemand@musterstadt.example', TEST_PASSWORD),
      await login(city.people.auditor.email, TEST_PASSWORD),
      await login(city.people.reviewer.email, TEST_PASSWORD),
    ];
    const seen = answers.map(({ status, body: { requestId: _, ...body } }) => ({ status, body }));
    expect(seen[0]).toMatchObject({ status: 401, body: { code: 'LOGIN_FAILED' } });
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  test('an unknown address costs as much work as a wrong password', async () => {
    // The work of this process, not the time on the wall: a busy machine changes the one, not the other.
    const median = async (email: string, attempts: number): Promise<number> => {
      const times: number[] = [];
      for (let attempt = 0; attempt < attempts; attempt++) {
        const before = process.cpuUsage();
        await login(email, 'falsches Passwort', { 'x-forwarded-for': `198.51.100.${attempt}` });
        times.push(process.cpuUsage(before).user);
      }
      return times.sort((a, b) => a - b)[Math.floor(attempts / 2)] ?? 0;
    };
    await median('warm@musterstadt.example', 2);
    const [known, unknown] = [await median(city.people.clerk.email, 9), await median('wer@anderswo.example', 9)];
    // A comparison costs tens of milliseconds of work; without one the answer would take a tenth of that.
    expect(unknown).toBeGreaterThan(known * 0.5);
    expect(unknown).toBeLessThan(known * 2);
  });

  test('each city opens by the address alone', async () => {
    const other = await createOtherCity(app);
    const answer = await login(other.people.clerk.email, TEST_PASSWORD);
    expect(answer.body.tenant.slug).toBe('nachbarstadt');
    const client = httpClient(app.url, { cookie: cookieOf(answer), 'x-tenant-id': city.tenantId });
    expect((await client.get('/api/v1/session')).body.code).toBe('TENANT_HEADER');
  });
});

describe('Limits', () => {
  test('guessing at one account ends after five failures; the owner gets in from elsewhere', async () => {
    const { email } = city.people.finance;
    const tries = [];
    for (let attempt = 0; attempt < 7; attempt++) tries.push((await login(email, `falsch ${attempt}`)).status);
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const blocked = await login(email, TEST_PASSWORD);
    expect([blocked.status, blocked.body.code]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    expect(Number(blocked.headers.get('retry-after'))).toBe(60);
    expect((await login(email, TEST_PASSWORD, { 'x-forwarded-for': '198.51.100.20' })).status).toBe(200);
    expect((await login(city.people.clerk.email, TEST_PASSWORD)).status).toBe(200);
    app.clock.set(new Date(new Date(TEST_NOW).getTime() + 61_000));
    expect((await login(email, TEST_PASSWORD)).status).toBe(200);
  });

  test('twenty guesses in the same moment are not more than five', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => login(city.people.finance2.email, `falsch ${at}`)),
    );
    const count = (status: number): number => answers.filter((answer) => answer.status === status).length;
    expect([count(401), count(429)]).toEqual([5, 15]);
  });

  test('a right password of one person does not clear the failures of another, nor their own', async () => {
    const { email } = city.people.admin2;
    for (let attempt = 0; attempt < 4; attempt++) await login(email, 'falsch');
    expect((await login(city.people.clerk.email, TEST_PASSWORD)).status).toBe(200);
    expect((await login(email, TEST_PASSWORD)).status).toBe(200);
    expect([(await login(email, 'falsch')).status, (await login(email, 'falsch')).status]).toEqual([401, 429]);
  });

  test('many addresses against one account meet its own limit, which passes', async () => {
    const { email } = city.people.council_office;
    const from = (at: number): Promise<Answer> => login(email, 'falsch', { 'x-forwarded-for': `198.51.101.${at}` });
    const statuses = [];
    for (let at = 0; at < 51; at++) statuses.push((await from(at)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(50);
    expect(statuses.at(-1)).toBe(429);
    app.clock.set(new Date(new Date(TEST_NOW).getTime() + 601_000));
    expect((await login(email, TEST_PASSWORD)).status).toBe(200);
  });

  test('one password tried on many accounts meets the limit of the address', async () => {
    await asOwner(app, (owner) =>
      owner.query(
        `INSERT INTO attempt_counter SELECT subject, window_start, 100 FROM (
           SELECT 'address:198.51.102.9' AS subject, date_trunc('minute', $1::timestamptz) AS window_start) s`,
        [app.clock.now()],
      ),
    );
    expect((await login('a@b.example', 'falsch', { 'x-forwarded-for': '198.51.102.9' })).status).toBe(429);
  });

  test('sixty people of a meeting room log in behind one address', async () => {
    const statuses = [];
    for (let at = 0; at < 60; at++) statuses.push((await login(city.people.clerk.email, TEST_PASSWORD)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  test('a flood of hashes is turned away, whoever was let in still gets an answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        login(`flut${at}@anderswo.example`, 'falsch', { 'x-forwarded-for': `198.51.103.${at}` }),
      ),
    );
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy[0]?.headers.get('retry-after')).toBe('2');
    expect(answers.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(22);
    expect(answers.every(({ status }) => status === 401 || status === 503)).toBe(true);
  });
});
