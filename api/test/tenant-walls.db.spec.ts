import { Client } from 'pg';
import { asOwner, type City, createCity, createOtherCity } from './people';
import { type Planted, plantOneOfEach } from './plant';
import { startTestApp, type TestApp } from './test-app';

/** Tables without a tenant: the steps of the schema, and counters that know no city yet. Nothing else may join them. */
const WITHOUT_TENANT = ['attempt_counter', 'migration'];

let app: TestApp;
let planted: Planted;
let other: City;

beforeAll(async () => {
  app = await startTestApp();
  planted = await plantOneOfEach(app, await createCity(app));
  other = await createOtherCity(app);
});
afterAll(() => app.stop());

const asApi = async <Result>(work: (client: Client) => Promise<Result>, url = app.database.appUrl): Promise<Result> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const rowsOf = <Row>(sql: string): Promise<Row[]> =>
  asOwner(app, async (owner) => (await owner.query(sql)).rows as Row[]);

/** How many rows a role sees, or `denied`. */
async function count(client: Client, table: string): Promise<number | 'denied'> {
  try {
    return Number((await client.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n);
  } catch (fault) {
    if ((fault as { code?: string }).code === '42501') return 'denied';
    throw fault;
  }
}

const tablesSql = `
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')`;

test('every table holds a row of the city, so that the walls below have something to hide', async () => {
  const empty: string[] = [];
  for (const table of planted.keys()) {
    const [row] = await rowsOf<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
    if (row?.n === '0') empty.push(table);
  }
  expect(empty).toEqual([]);
  expect(planted.size).toBeGreaterThan(25);
});

test('each table counted by the API’s role without a city gives 0 rows', async () => {
  const tables = (await rowsOf<{ name: string }>(tablesSql)).map(({ name }) => name);
  const seen = await asApi(async (client) => {
    const counts: [string, number | 'denied'][] = [];
    for (const table of tables) counts.push([table, await count(client, table)]);
    return counts;
  });
  const visible = seen.filter(([, rows]) => rows !== 0 && rows !== 'denied').map(([table]) => table);
  expect(visible.filter((table) => !WITHOUT_TENANT.includes(table))).toEqual([]);
});

test('each table counted for one city shows nothing of the other, and takes no row for it', async () => {
  const leaks = await asApi(async (client) => {
    const found: string[] = [];
    for (const [table, row] of planted) {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.tenant_id', $1, true)`, [other.tenantId]);
      const own = await client.query(`SELECT count(*) AS n FROM ${table} WHERE tenant_id = $1`, [row['tenant_id']]);
      if (own.rows[0].n !== '0') found.push(`${table} is read`);
      // Parts of the ledger are chosen before the wall is asked, so the year and the id are given.
      const names = ['tenant_id', 'fiscal_year', 'movement_id'].filter((name) => name in row);
      const written = await client
        .query(
          `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
          names.map((name) => row[name]),
        )
        .then(() => 'stored')
        .catch((fault: { code?: string }) => fault.code);
      if (written !== '42501') found.push(`${table} is written: ${written}`);
      await client.query('ROLLBACK');
    }
    return found;
  });
  expect(leaks).toEqual([]);
});

test('the role of public pages sees no table at all', async () => {
  const tables = (await rowsOf<{ name: string }>(tablesSql)).map(({ name }) => name);
  const seen = await asApi(async (client) => {
    const counts: [string, number | 'denied'][] = [];
    for (const table of tables) counts.push([table, await count(client, table)]);
    return counts;
  }, app.database.publicUrl);
  expect(seen.filter(([, rows]) => rows !== 'denied' && rows !== 0)).toEqual([]);
});

test('tables without a tenant are a short list; every other is closed, also to its owner', async () => {
  const open = await rowsOf<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull))
    ORDER BY c.relname`);
  expect(open.map(({ name }) => name)).toEqual(WITHOUT_TENANT);
});

test('keys of one city cannot point into another: each foreign key carries the tenant', async () => {
  const loose = await rowsOf<{ name: string }>(`
    SELECT k.conname AS name FROM pg_constraint k JOIN pg_class t ON t.oid = k.confrelid
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND NOT EXISTS (
      SELECT FROM unnest(k.conkey) num JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = num
      WHERE a.attname = 'tenant_id')`);
  expect(loose).toEqual([]);
});

test('unique keys are unique in a city; across cities only what a login starts from', async () => {
  const shared = await rowsOf<{ name: string }>(`
    SELECT i.relname AS name FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
    WHERE x.indisunique AND c.relnamespace = 'public'::regnamespace AND NOT c.relispartition
      AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id'
        AND a.attnum = ANY (x.indkey))
    ORDER BY i.relname`);
  expect(shared.map(({ name }) => name).filter((name) => !/^(attempt_counter|PK_|migration)/.test(name))).toEqual([
    'login_session_secret',
    'one_time_link_secret',
    'person_email',
    'personal_token_secret',
    'tenant_slug_key',
  ]);
});

test('functions with the owner’s rights have a fixed search path and are open to nobody else', async () => {
  const risky = await rowsOf<{ name: string }>(`
    SELECT p.proname AS name FROM pg_proc p
    WHERE p.pronamespace IN ('public'::regnamespace, 'app'::regnamespace) AND p.prosecdef
      AND (NOT coalesce(p.proconfig::text LIKE '%search_path%', false)
        OR has_function_privilege('app_public', p.oid, 'EXECUTE'))`);
  expect(risky).toEqual([]);
  const views = await rowsOf<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'
      AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)`);
  expect(views).toEqual([]);
});

test('the API’s role can change neither the log nor the movements, nor the schema', async () => {
  const denied = await asApi(async (client) => {
    const codes: (string | undefined)[] = [];
    for (const sql of [
      'UPDATE audit_entry SET action = action',
      'DELETE FROM audit_entry',
      'INSERT INTO audit_head SELECT * FROM audit_head',
      'UPDATE movement SET amount_cents = 1',
      'DELETE FROM movement',
      'DELETE FROM role_assignment',
      'CREATE TABLE own (id integer)',
      'ALTER TABLE person DISABLE ROW LEVEL SECURITY',
      'SET session_replication_role = replica',
      'SET ROLE postgres',
      `SELECT app.actor_of(gen_random_uuid(), gen_random_uuid(), current_date)`,
    ]) {
      codes.push(
        await client.query(sql).then(
          () => sql,
          (fault: { code?: string }) => fault.code,
        ),
      );
    }
    return codes;
  });
  expect([...new Set(denied)].sort()).toEqual(expect.arrayContaining(['42501']));
  expect(denied.filter((code) => code !== '42501' && code !== '22023')).toEqual([]);
});
