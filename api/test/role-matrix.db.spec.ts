import { randomUUID } from 'node:crypto';
import { ROLE_PERMISSIONS, ROLES, type Role, SELF } from '@etatlotse/domain/access';
import { type CensusEntry, takeRouteCensus } from '../src/platform/http/route-census';
import { type Answer, type HttpClient, httpClient } from './http-client';
import { type City, createCity, createOtherCity, loginAs } from './people';
import { type Planted, plantOneOfEach } from './plant';
import { ID_SEED, idsFor, isEveryId, plantedIds } from './planted-ids';
import { sendSample, takesIds } from './sample-request';
import { startTestApp, type TestApp } from './test-app';

let app: TestApp;
let city: City;
let other: City;
let planted: Planted;
let routes: CensusEntry[];

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  other = await createOtherCity(app);
  // What belongs to a unit belongs to one that the clerk and the head of the matrix do not work for.
  planted = await plantOneOfEach(app, city, { budget_line: { unit_id: city.units.parks } });
  routes = takeRouteCensus(app.app).filter(({ access }) => access?.kind !== 'public');
});
afterAll(() => app.stop());

const nameOf = ({ method, path }: CensusEntry): string => `${method} ${path}`;

function holds(role: Role, { access }: CensusEntry): boolean {
  if (access?.kind !== 'permission') return true;
  return SELF.includes(access.permission) || ROLE_PERMISSIONS[role].includes(access.permission);
}

/** A login that is used until a route has ended it. */
function visitor(role: Role, home: City): (route: CensusEntry) => Promise<HttpClient> {
  let open: HttpClient | null = null;
  return async (route) => {
    const client = open ?? (await loginAs(app, role, home));
    open = route.path.startsWith('/api/v1/session') ? null : client;
    return client;
  };
}

/**
 * What a caller learns from an answer: of something that was made or changed that it was, of everything else every word.
 * Texts that the sample made up are one and the same.
 */
function seen(route: CensusEntry, { status, body }: Answer, id: string): string {
  if (status < 300 && route.method !== 'GET') return String(status);
  const { requestId: _, ...said } = typeof body === 'object' && body !== null ? body : { text: body };
  return JSON.stringify({ status, said })
    .replaceAll(id, '<id>')
    .replaceAll(/Probe \d+/g, 'Probe');
}

/** Routes where an id of these answers differently from one that nobody has. */
async function tellsApart(
  route: CensusEntry,
  visit: (route: CensusEntry) => Promise<HttpClient>,
  ids: readonly (readonly [string, string])[],
): Promise<string[]> {
  const probe = async (id: string): Promise<string> => seen(route, await sendSample(await visit(route), route, id), id);
  const unknown = await probe(randomUUID());
  const answers: (readonly [string, string])[] = [];
  // One after the other: some routes serve one request of a person at a time, and say so.
  for (const [kind, id] of ids) answers.push([kind, await probe(id)]);
  return answers
    .filter(([, answer]) => answer !== unknown)
    .map(([kind, answer]) => `${nameOf(route)} with ${kind}: ${answer} instead of ${unknown}`);
}

test('without a login every route that is not public answers 401', async () => {
  const answers = await Promise.all(
    routes.map(async (route) => {
      const { status, body } = await sendSample(httpClient(app.url), route, randomUUID());
      return `${nameOf(route)} ${status} ${body.code}`;
    }),
  );
  expect(answers).toEqual(routes.map((route) => `${nameOf(route)} 401 NOT_LOGGED_IN`));
});

test.each(ROLES)('%s gets 403 exactly where the table gives no permission, and never a fault', async (role) => {
  const visit = visitor(role, other);
  const wrong: string[] = [];
  for (const route of routes) {
    const { status, body } = await sendSample(await visit(route), route, randomUUID());
    const isRefused = status === 403 && body.code === 'FORBIDDEN';
    if (status >= 500 || status === 401 || isRefused === holds(role, route)) {
      wrong.push(`${nameOf(route)}: ${status} ${body.code ?? ''}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the committee gets nothing but its own account and what was released', async () => {
  const visit = visitor('committee', other);
  const open: string[] = [];
  for (const route of routes) {
    const { status } = await sendSample(await visit(route), route, randomUUID());
    if (status !== 403 && status !== 404) open.push(nameOf(route));
  }
  const permitted = routes.filter(({ access }) =>
    access?.kind === 'permission'
      ? [...SELF, 'budget.read_released', 'meeting.read', 'paper.read', 'paper.ask', 'motion.read'].includes(
          access.permission,
        )
      : true,
  );
  expect(open.filter((name) => !permitted.map(nameOf).includes(name))).toEqual([]);
});

test(
  `ids of another city answer exactly as ids that nobody has, by ETATLOTSE_SEED=${ID_SEED}`,
  async () => {
    const ids = plantedIds(planted);
    expect(ids.length).toBeGreaterThan(20);
    const different: string[] = [];
    const visitors = new Map(ROLES.map((role) => [role, visitor(role, other)] as const));
    for (const [at, route] of routes.filter(takesIds).entries()) {
      const role = (['finance', 'admin', 'clerk', 'personnel_office'] as const).find((one) => holds(one, route));
      different.push(...(await tellsApart(route, visitors.get(role ?? 'auditor')!, idsFor(route, ids, at))));
    }
    expect(different).toEqual([]);
  },
  isEveryId ? 1_800_000 : 300_000,
);

test.each(['clerk', 'department_head', 'coordinator'] as const)(
  'lines, orders and movements of another unit do not exist for a %s',
  async (role) => {
    const ids = [
      ['line', planted.get('budget_line')?.['line_id']],
      ['order', planted.get('purchase_order')?.['order_id']],
      ['movement', planted.get('movement')?.['movement_id']],
    ] as [string, string][];
    const different: string[] = [];
    const visit = visitor(role, city);
    for (const route of routes.filter((one) => takesIds(one) && holds(role, one))) {
      different.push(...(await tellsApart(route, visit, ids)));
    }
    expect(different).toEqual([]);
  },
  60_000,
);
