import { httpClient, type HttpClient } from '../http-client';
import { asOwner, loginAs, TEST_PASSWORD } from '../people';
import type { Attempt } from './attempt';
import type { BadInputCase } from './bad-input-case';
import { goodBooking, type Stage } from './stage';

const MOVEMENTS = '/api/v1/budget/movements';
const LINES = '/api/v1/budget/lines';
const SESSION = '/api/v1/session';

/** Who is let in, and by what. */
export function signInAttempts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  if (item.kind === 'headers') return withHeaders(stage, item.headers ?? {});
  if (item.kind === 'query') {
    return [{ at: 'a list', send: () => stage.finance.get(`${LINES}?fiscalYear=2026&${item.query}`) }];
  }
  if (item.kind === 'value') return [withEmail(stage, String(item.value))];
  return FLOWS[item.flow ?? '']?.(stage) ?? [];
}

/** A wrong identity beside a good session is refused as well: the caller named what should count. */
function withHeaders(stage: Stage, headers: Readonly<Record<string, string>>): readonly Attempt[] {
  const isAnonymous = headers['cookie'] === '';
  const callers: [string, HttpClient][] = [['without a session', httpClient(stage.app.url)]];
  if (!isAnonymous) callers.push(['beside a session', stage.finance]);
  return callers.flatMap(([at, client]) => [
    { at: `reading ${at}`, send: () => client.get(`${LINES}?fiscalYear=2026`, { ...headers }) },
    { at: `booking ${at}`, send: () => client.post(MOVEMENTS, goodBooking(stage), { ...headers }) },
  ]);
}

function withEmail({ app }: Stage, email: string): Attempt {
  const send = () => httpClient(app.url).post(SESSION, { email, password: TEST_PASSWORD });
  return { at: 'a login', send, status: [422], code: 'EMAIL_INVALID' };
}

const FLOWS: Readonly<Record<string, (stage: Stage) => readonly Attempt[]>> = {
  fixation: ({ app, city }) => [
    {
      at: 'a login with an id brought along, which stays worthless',
      send: async () => {
        const planted = 'p'.repeat(43);
        const visitor = httpClient(app.url, { cookie: `sid=${planted}` });
        const opened = await visitor.post(SESSION, { email: city.people.finance.email, password: TEST_PASSWORD });
        expect(opened.status).toBe(200);
        expect(opened.headers.get('set-cookie')).not.toContain(planted);
        return visitor.get(SESSION);
      },
      // The login itself is an entry of the log.
      stores: true,
    },
  ],
  jwtExpired: (stage) => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'admin', exp: 1 })}.${part({})}`;
    return [...withHeaders(stage, { authorization: `Bearer ${token}` }), expiredToken(stage)];
  },
  oidcReplay: ({ app }) => [
    {
      at: 'a code instead of a password',
      send: () => httpClient(app.url).post(SESSION, { code: 'x', state: 'y' }),
      status: [422],
      code: 'FIELD_NOT_ALLOWED',
    },
    { at: 'a way back from elsewhere', send: () => httpClient(app.url).get(`${SESSION}/callback?code=x&state=y`) },
  ],
  roleMatrix: (stage) => [
    {
      at: 'a booking by the committee',
      send: async () => (await loginAs(stage.app, 'committee', stage.city)).post(MOVEMENTS, goodBooking(stage)),
      code: 'FORBIDDEN',
    },
    {
      at: 'the list of lines for the committee',
      send: async () => (await loginAs(stage.app, 'committee', stage.city)).get(`${LINES}?fiscalYear=2026`),
      code: 'FORBIDDEN',
    },
  ],
};

/** What a JWT would be elsewhere: a key for scripts after its last day. */
function expiredToken({ app, finance }: Stage): Attempt {
  return {
    at: 'a personal token after its last day',
    send: async () => {
      const { body } = await finance.post('/api/v1/tokens', { name: 'Skript', days: 1 });
      const script = httpClient(app.url, { authorization: `Bearer ${body.token}` });
      expect((await script.get(`${LINES}?fiscalYear=2026`)).status).toBe(200);
      await asOwner(app, (owner) =>
        owner.query(`UPDATE personal_token SET created_at = $1, expires_at = $2`, [
          new Date(app.clock.now().getTime() - 2 * 86_400_000),
          new Date(app.clock.now().getTime() - 1000),
        ]),
      );
      return script.get(`${LINES}?fiscalYear=2026`);
    },
    code: 'NOT_LOGGED_IN',
    stores: true,
  };
}
