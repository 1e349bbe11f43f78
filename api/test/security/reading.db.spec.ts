import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { type CensusEntry, takeRouteCensus } from '../../src/platform/http/route-census';
import type { HttpClient } from '../http-client';
import { asOwner, type City, createCity, loginAs } from '../people';
import { type Planted, plantOneOfEach } from '../plant';
import { ID_SEED, idsFor, isEveryId, plantedIds } from '../planted-ids';
import { sendSample } from '../sample-request';
import { startTestApp, type TestApp } from '../test-app';

let app: TestApp;
let city: City;
let planted: Planted;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  planted = await plantOneOfEach(app, city);
});
afterAll(() => app.stop());

/** A sum over every row of every table; a session's last visit and counters of attempts may move. */
async function checksums(): Promise<Record<string, string>> {
  return asOwner(app, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND NOT c.relispartition AND c.relname NOT IN ('attempt_counter', 'login_session') ORDER BY 1`,
    );
    const sums = rows.map(
      ({ name }) => `(SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${name} t) AS ${name}`,
    );
    return (await owner.query<Record<string, string>>(`SELECT ${sums.join(', ')}`)).rows[0] ?? {};
  });
}

test(
  `V3.5.3 no GET changes anything: every route, every table, by ETATLOTSE_SEED=${ID_SEED}`,
  async () => {
    const roles = ['finance', 'admin', 'auditor', 'clerk', 'committee'] as const;
    const clients = new Map<string, HttpClient>();
    for (const role of roles) clients.set(role, await loginAs(app, role));
    const callerFor = ({ access }: CensusEntry): HttpClient | undefined =>
      clients.get(
        roles.find((role) => access?.kind === 'permission' && ROLE_PERMISSIONS[role].includes(access.permission)) ??
          'finance',
      );
    const routes = takeRouteCensus(app.app).filter(({ method, path }) => method === 'GET' && !path.endsWith('/events'));
    const before = await checksums();
    const faults: string[] = [];
    let read = 0;
    const ids = plantedIds(planted);
    for (const [at, route] of routes.entries()) {
      const tried = /:\w*id\b/i.test(route.path) ? idsFor(route, ids, at) : ids.slice(0, 1);
      for (const [, id] of tried) {
        const { status } = await sendSample(callerFor(route) as HttpClient, route, id);
        if (status === 200) read += 1;
        if (status >= 500) faults.push(`${route.path} ${id}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
    expect(read).toBeGreaterThan(20);
    expect(await checksums()).toEqual(before);
  },
  isEveryId ? 1_800_000 : 120_000,
);

test('V3.5.1 a change by GET does not exist, however it is asked for', async () => {
  const finance = await loginAs(app, 'finance');
  const before = await checksums();
  for (const path of ['?_method=DELETE&fiscalYear=2026', '?fiscalYear=2026&method=POST']) {
    expect((await finance.get(`/api/v1/budget/lines${path}`)).status).toBe(422);
  }
  for (const name of ['x-http-method', 'x-http-method-override', 'x-method-override']) {
    expect((await finance.get('/api/v1/budget/lines?fiscalYear=2026', { [name]: 'DELETE' })).status).toBe(200);
  }
  expect(await checksums()).toEqual(before);
});
