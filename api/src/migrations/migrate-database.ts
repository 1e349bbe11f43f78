import { DataSource, type QueryRunner } from 'typeorm';
import { PgBoss } from 'pg-boss';
import { ownerDataSourceOptions } from '../platform/database/data-source';
import { migrations } from '.';

type Report = (event: Readonly<Record<string, unknown>>) => void;

/** Any number will do as long as all migrators use the same one. */
const MIGRATION_LOCK = 4_711_2026;

/**
 * Brings the database to the schema of this program: roles, tables, job queue. One migrator at a time; a database that
 * knows steps this program does not is newer and refused.
 */
export async function migrateDatabase(env: NodeJS.ProcessEnv, report: Report): Promise<void> {
  const url = env['DATABASE_URL'];
  if (url === undefined) throw new Error('Die Einstellung DATABASE_URL fehlt.');
  const dataSource = await new DataSource(ownerDataSourceOptions(url)).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock($1)`, [MIGRATION_LOCK]);
    await ensureRole(lock, 'app_rw', env['ETATLOTSE_APP_PASSWORD']);
    await ensureRole(lock, 'app_public', env['ETATLOTSE_PUBLIC_PASSWORD']);
    await refuseNewerDatabase(lock);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    for (const { name } of done) report({ event: 'migrated', name });
    await lock.query(`GRANT SELECT ON migration TO app_rw`);
    await prepareJobQueue(url, lock);
    await preparePartitions(lock);
    const [city] = (await lock.query(withoutCitySql)) as readonly { readonly is_missing: boolean }[];
    report({ event: 'ready', migrations: migrations.length, isWithoutCity: city?.is_missing === true });
  } finally {
    await lock.query(`SELECT pg_advisory_unlock($1)`, [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}

/** An owner for whom row-level security counts, too, sees no city and cannot tell. */
const withoutCitySql = `SELECT NOT row_security_active('tenant') AND NOT EXISTS (SELECT FROM tenant) AS is_missing`;

/** Creates the role without any right beyond logging in; the password is set at every start. */
async function ensureRole(
  runner: QueryRunner,
  role: 'app_rw' | 'app_public',
  password: string | undefined,
): Promise<void> {
  const [existing] = (await runner.query(`SELECT rolname FROM pg_roles WHERE rolname = $1`, [role])) as unknown[];
  if (existing === undefined) {
    await runner.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT`);
  }
  if (password === undefined) return;
  const [quoted] = (await runner.query(`SELECT quote_literal($1::text) AS text`, [password])) as { text: string }[];
  if (quoted !== undefined) await runner.query(`ALTER ROLE ${role} PASSWORD ${quoted.text}`);
}

async function refuseNewerDatabase(runner: QueryRunner): Promise<void> {
  const [table] = (await runner.query(`SELECT to_regclass('public.migration') AS name`)) as { name: string | null }[];
  if (table?.name === null || table === undefined) return;
  const taken = (await runner.query(`SELECT name FROM migration`)) as { name: string }[];
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = taken.filter(({ name }) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error('Diese Daten gehören zu einer neueren Fassung von Etatlotse. Bitte die neuere Fassung starten.');
  }
}

/** The queue's tables are made here, with the owner's rights; the API only reads and writes rows. */
async function prepareJobQueue(url: string, runner: QueryRunner): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', max: 1, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue('etatlotse', { retryLimit: 0, expireInSeconds: 3600 });
  await boss.updateQueue('etatlotse', { notify: true });
  await boss.stop({ graceful: false });
  await runner.query(`GRANT USAGE ON SCHEMA pgboss TO app_rw`);
  await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO app_rw`);
  await runner.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO app_rw`);
}

/** Partitions of the ledger for the next two years, so that nobody waits for them at New Year. */
async function preparePartitions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    SELECT app.ensure_movement_partitions(2014, extract(year FROM current_date)::integer + 2)`);
}
