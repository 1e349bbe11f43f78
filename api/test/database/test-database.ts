import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrateDatabase } from '../../src/migrations/migrate-database';

const TEMPLATE = 'etatlotse_template';
const APP_PASSWORD = 'only-for-this-test-run';
/** Only one test file at a time builds the template or copies it: PostgreSQL copies no database that is in use. */
const TEMPLATE_LOCK = 4_711;

/** A database of its own for one test file: the migrated template, copied. */
export interface TestDatabase {
  /** The owner, who sees everything: for set-up and for looking behind the API. */
  readonly ownerUrl: string;
  /** The role the API runs as. */
  readonly appUrl: string;
  readonly publicUrl: string;
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['ETATLOTSE_TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('These tests need the database server that the jest set-up starts.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(server, async (client) => {
    await client.query(`SELECT pg_advisory_lock(${TEMPLATE_LOCK})`);
    try {
      const known = await client.query(`SELECT FROM pg_database WHERE datname = $1`, [TEMPLATE]);
      if (known.rowCount === 0) await buildTemplate(client, server);
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
    } finally {
      await client.query(`SELECT pg_advisory_unlock(${TEMPLATE_LOCK})`);
    }
  });
  return {
    ownerUrl: withDatabase(server, name),
    appUrl: withDatabase(server, name, 'app_rw'),
    publicUrl: withDatabase(server, name, 'app_public'),
    drop: () =>
      asOwner(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

async function buildTemplate(client: Client, server: string): Promise<void> {
  const draft = `${TEMPLATE}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft}`);
  await migrateDatabase(
    {
      DATABASE_URL: withDatabase(server, draft),
      ETATLOTSE_APP_PASSWORD: APP_PASSWORD,
      ETATLOTSE_PUBLIC_PASSWORD: APP_PASSWORD,
    },
    () => undefined,
  );
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${TEMPLATE}`);
}

function withDatabase(server: string, database: string, role?: 'app_rw' | 'app_public'): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role !== undefined) {
    url.username = role;
    url.password = APP_PASSWORD;
  }
  return url.href;
}

async function asOwner(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
