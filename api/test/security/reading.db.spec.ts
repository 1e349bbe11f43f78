import { ROLE_PERMISSIONS, ROLES, type Role } from '@etatlotse/domain/access';
import { type CensusEntry, takeRouteCensus } from '../../src/platform/http/route-census';
import { type HttpClient, httpClient } from '../http-client';
import { asOwner, type City, createCity, loginAs, seatOn } from '../people';
import { type Planted, plantOneOfEach } from '../plant';
import { ID_SEED, idsFor, isEveryId, plantedIds } from '../planted-ids';
import { markWords, READ_BY, wordsIn } from '../planted-words';
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

describe('A crawl through every address, as everybody there is', () => {
  /** How many ids of its own noun a route is tried with by those who see the city from the inside. */
  const IDS_A_ROUTE = 2;
  const PUBLIC_PAGES = ['', '/2026-10-05', '/barrierefreiheit'].map((page) => `/oeffentlich/musterstadt${page}`);
  let marked: readonly string[];
  let routes: readonly CensusEntry[];

  beforeAll(async () => {
    marked = await markWords(app, city, planted);
    // It goes to a body on which the member of the first crawl does not sit.
    await asOwner(app, (owner) =>
      owner.query(
        `UPDATE council_paper SET state = 'published', published_at = now(), is_public = false WHERE paper_id = $1`,
        [planted.get('council_paper')?.['paper_id']],
      ),
    );
    routes = takeRouteCensus(app.app).filter(({ method, path }) => method === 'GET' && !path.endsWith('/events'));
  });

  /** The columns of which somebody sees a word, and where. */
  async function seenBy(client: HttpClient, idsARoute: number): Promise<Map<string, string>> {
    const seen = new Map<string, string>();
    const ids = plantedIds(planted);
    const look = async (address: string, answer: Promise<{ body: unknown }>): Promise<void> => {
      const { body } = await answer;
      for (const column of wordsIn(typeof body === 'string' ? body : JSON.stringify(body))) seen.set(column, address);
    };
    for (const [at, route] of routes.entries()) {
      const tried = /:\w*id\b/i.test(route.path) ? idsFor(route, ids, at).slice(0, idsARoute) : ids.slice(0, 1);
      for (const [, id] of tried) await look(route.path, sendSample(client, route, id));
    }
    for (const page of PUBLIC_PAGES) await look(page, client.get(page));
    return seen;
  }

  test('words stand in most tables, or the crawl would prove nothing', () => {
    expect(new Set(marked.map((column) => column.split('.')[0])).size).toBeGreaterThan(60);
    expect(marked).toEqual(expect.arrayContaining(['note.text', 'budget_line.explanation', 'council_paper.title']));
  });

  test.each(['committee', 'nobody'] as const)(
    '%s reads no word of the house: no note, no draft, no line, no name',
    async (who) => {
      const client = who === 'nobody' ? httpClient(app.url) : await loginAs(app, who);
      expect([...(await seenBy(client, 12))]).toEqual([]);
    },
    60_000,
  );

  test('what was published for a body its members read, and nobody else outside does', async () => {
    const paper = planted.get('council_paper')?.['paper_id'];
    const member = await loginAs(app, 'committee');
    expect((await member.get(`/api/v1/council/papers/${String(paper)}`)).status).toBe(404);
    await seatOn(app, city, String(planted.get('council_body')?.['body_id']));
    expect((await member.get(`/api/v1/council/papers/${String(paper)}`)).body).toMatchObject({ state: 'published' });
    const read = [...(await seenBy(member, 12)).keys()];
    expect(read).toContain('council_paper.title');
    expect(read.filter((column) => !/^(council_paper|council_body|meeting)\./.test(column))).toEqual([]);
    expect([...(await seenBy(httpClient(app.url), 12)).keys()]).toEqual([]);
  }, 60_000);

  const inside = ROLES.filter((role) => role !== 'committee');
  test.each(inside)(
    '%s reads words of a table only with the permission for it',
    async (role: Role) => {
      const seen = await seenBy(await loginAs(app, role), IDS_A_ROUTE);
      const holds = ROLE_PERMISSIONS[role];
      const wrong = [...seen].filter(([column]) => {
        const asked = READ_BY[column.split('.')[0] ?? ''];
        return asked !== undefined && !asked.some((permission) => holds.includes(permission));
      });
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});
