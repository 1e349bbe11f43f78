import { LINE_GROUPINGS, LINE_SORTS } from '@etatlotse/contracts/budget/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { type CensusEntry, takeRouteCensus } from '../../src/platform/http/route-census';
import { inputFieldsOf } from '../../src/platform/openapi/input-fields';
import { routeInputsOf } from '../../src/platform/openapi/route-inputs';
import { plantBudget, plantYear } from '../budget-city';
import type { Answer, HttpClient } from '../http-client';
import { type City, createCity, loginAs } from '../people';
import { sampleQuery } from '../sample-request';
import { ID_SEED, isEveryId } from '../planted-ids';
import { startTestApp, type TestApp } from '../test-app';

let app: TestApp;
let city: City;
let routes: CensusEntry[];
let callers: Record<'finance' | 'admin' | 'auditor' | 'clerk', HttpClient>;
let lineId: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await plantYear(app, city);
  lineId = (await plantBudget(app, city))['4S.100210'] ?? '';
  const [finance, admin, auditor, clerk] = await Promise.all(
    (['finance', 'admin', 'auditor', 'clerk'] as const).map((role) => loginAs(app, role)),
  );
  callers = { finance, admin, auditor, clerk } as typeof callers;
  routes = takeRouteCensus(app.app).filter(({ method, path }) => method === 'GET' && !path.endsWith('/events'));
});
afterAll(() => app.stop());

/** Texts that do something where they are read as SQL: a second statement, a sleep, a condition that is always true. */
const SQL = [
  'name;select pg_sleep(2)',
  `name'; select pg_sleep(2);--`,
  `' OR '1'='1`,
  `(select case when (1=1) then pg_sleep(2) else null end)`,
  'number desc, (select version())',
  '$1',
  '%_%\\',
];

/** Somebody whose role may ask this. */
function callerFor({ access }: CensusEntry): HttpClient {
  const role = (['finance', 'admin', 'auditor', 'clerk'] as const).find(
    (one) => access?.kind === 'permission' && ROLE_PERMISSIONS[one].includes(access.permission),
  );
  return callers[role ?? 'finance'];
}

async function ask(route: CensusEntry, name: string, value: string): Promise<Answer & { tookMs: number }> {
  const query = routeInputsOf(route).query;
  const address = route.path.replaceAll(/:(\w+)/g, (_, part: string) => (part === 'fiscalYear' ? '2026' : lineId));
  const words = new URLSearchParams({ ...(query === null ? {} : sampleQuery(query, lineId)), [name]: value });
  const began = performance.now();
  const answer = await callerFor(route).get(`${address}?${words.toString()}`);
  return { ...answer, tookMs: performance.now() - began };
}

const fieldsOf = (route: CensusEntry) => {
  const { query } = routeInputsOf(route);
  return query === null ? [] : inputFieldsOf(query);
};

/** What went wrong with an answer, or null. A rule that takes no free text must refuse. */
function wrongWith({ status, body, tookMs }: Answer & { tookMs: number }, mayAccept: boolean): string | null {
  if (status >= 500 || tookMs > 1000) return `${status} in ${Math.round(tookMs)} ms`;
  if (status < 400 && !mayAccept) return `${status} although the value is not allowed`;
  return /syntax error|pg_sleep|relation|PostgreSQL \d/i.test(JSON.stringify(body)) && status >= 400
    ? 'tells SQL'
    : null;
}

/** A field that takes words gets every text, one that takes none every fourth, different ones for each field and each day. */
const textsFor = (takesWords: boolean, at: number): readonly string[] =>
  takesWords || isEveryId ? SQL : SQL.filter((_, index) => (index + at + ID_SEED) % 4 === 0);

test(
  `F40 SQL through every field of every address never runs, by ETATLOTSE_SEED=${ID_SEED}`,
  async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const route of routes) {
      for (const [at, { name, rule }] of fieldsOf(route).entries()) {
        const takesWords = rule === 'isText' || rule === 'isList';
        for (const text of textsFor(takesWords, at)) {
          asked += 1;
          const problem = wrongWith(await ask(route, name, text), takesWords);
          if (problem !== null) wrong.push(`${route.path}?${name}=${text}: ${problem}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(200);
  },
  isEveryId ? 600_000 : 120_000,
);

/**
 * Every list of one and of two parts, each a text or a number, and every fifth of three parts, a different fifth for each
 * route and each day: among them the shape that the route expects.
 */
function forgedCursors(at: number): string[] {
  const parts: (string | number)[] = [`x'; select pg_sleep(2);--`, '2026-02-30', 1.5, 1e300, Number.MAX_SAFE_INTEGER];
  const lists: (string | number)[][] = [[]];
  const cursors: string[] = [];
  for (let length = 1; length <= 3; length++) {
    const longer = lists
      .filter((list) => list.length === length - 1)
      .flatMap((list) => parts.map((part) => [...list, part]));
    lists.push(...longer);
    const tried = length < 3 || isEveryId ? longer : longer.filter((_, index) => (index + at + ID_SEED) % 5 === 0);
    cursors.push(...tried.map((list) => Buffer.from(JSON.stringify(list)).toString('base64url')));
  }
  return cursors;
}

test(
  `F40 a forged cursor is refused on every list, by ETATLOTSE_SEED=${ID_SEED}`,
  async () => {
    const wrong: string[] = [];
    const lists = routes.filter((route) => fieldsOf(route).some(({ name }) => name === 'cursor'));
    for (const [at, route] of lists.entries()) {
      for (const cursor of forgedCursors(at)) {
        const problem = wrongWith(await ask(route, 'cursor', cursor), true);
        if (problem !== null) wrong.push(`${route.path}: ${Buffer.from(cursor, 'base64url').toString()}: ${problem}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(lists.length).toBeGreaterThan(6);
  },
  isEveryId ? 600_000 : 120_000,
);

test.each(LINE_SORTS)('lines sort by %s, and by nothing beside it', async (sort) => {
  const path = '/api/v1/budget/lines?fiscalYear=2026&sort=';
  expect((await callers.finance.get(path + encodeURIComponent(sort))).status).toBe(200);
  for (const more of [`${sort};select 1`, `${sort} desc`, `${sort},name`, `"${sort}"`, sort.toUpperCase()]) {
    const { status, body } = await callers.finance.get(path + encodeURIComponent(more));
    expect([more, status, body.code]).toEqual([more, 422, 'QUERY_INVALID']);
  }
});

test.each(LINE_GROUPINGS)('lines group by %s, and by nothing beside it', async (groupBy) => {
  const path = '/api/v1/budget/lines/groups?fiscalYear=2026&groupBy=';
  expect((await callers.finance.get(path + groupBy)).status).toBe(200);
  const { status, body } = await callers.finance.get(path + encodeURIComponent(`${groupBy}) as x; select (1`));
  expect([status, body.code]).toEqual([422, 'QUERY_INVALID']);
});

test('a search reads its wildcards as letters', async () => {
  const found = async (q: string): Promise<number> =>
    (await callers.finance.get(`/api/v1/budget/lines?${new URLSearchParams({ fiscalYear: '2026', q }).toString()}`))
      .body.rows.length;
  expect(await found('50 %')).toBe(1);
  for (const text of ['%', '_', '\\', `' OR '1'='1`, `%' --`])
    expect([text, await found(text)]).toEqual([text, text === '%' ? 1 : 0]);
});
