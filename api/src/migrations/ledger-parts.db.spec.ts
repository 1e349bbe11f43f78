import { DataSource } from 'typeorm';
import { Client } from 'pg';
import { createTestDatabase } from '../../test/database/test-database';
import { ownerDataSourceOptions } from '../platform/database/data-source';
import { migrations } from '.';
import { LedgerParts1700000000291 } from './0291-ledger-parts';

const server = process.env['ETATLOTSE_TEST_DATABASE_URL'] ?? '';
const name = `test_ledger_parts_${process.pid}`;
const tenant = '01900000-0000-7000-8000-000000000001';
const line = '01900000-0003-7000-8000-000000000001';
const id = (number: number): string => `01900000-0006-7000-8000-${String(number).padStart(12, '0')}`;

let database: DataSource;

/** A database as it was before a ledger had parts, with a booking of each of two years, one of them taken back. */
beforeAll(async () => {
  await (await createTestDatabase()).drop(); // the server knows the roles
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const before = migrations.filter((migration) => migration !== LedgerParts1700000000291);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const old = await new DataSource({
    ...ownerDataSourceOptions(url.href),
    logging: false,
    migrations: [...before],
  }).initialize();
  await old.runMigrations({ transaction: 'each' });
  await old.query(
    `INSERT INTO tenant (tenant_id, slug, name, land, created_at) VALUES ($1, 'alt', 'Altstadt', 'NI', now())`,
    [tenant],
  );
  await old.query(
    `INSERT INTO budget_line (tenant_id, line_id, number, name, account, account_frame, direction, sphere, created_at)
     VALUES ($1, $2, '111.4271', 'IT', '4271', 'NI', 'expense', 'operating', now())`,
    [tenant, line],
  );
  for (const [year, number, cents, reverses] of [
    [2025, 1, 100, null],
    [2026, 2, 200, null],
    [2026, 3, -200, id(2)],
  ] as const) {
    await old.query(insertSql, [tenant, year, id(number), line, cents, reverses, null]);
  }
  await old.destroy();
  database = await new DataSource({ ...ownerDataSourceOptions(url.href), logging: false }).initialize();
  await database.runMigrations({ transaction: 'each' });
});

afterAll(async () => {
  await database.destroy();
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await client.end();
});

const insertSql = `
  INSERT INTO movement (tenant_id, fiscal_year, movement_id, line_id, kind, amount_cents, booked_on, recorded_at, source, reverses_id, reduces_id)
  VALUES ($1, $2::integer, $3, $4, 'actual', $5, make_date($2::integer, 3, 1), now(), 'person', $6, $7)`;

const codeOf = async (params: readonly unknown[]): Promise<string> =>
  database.query(insertSql, [...params]).then(
    () => 'written',
    ({ code }: { code: string }) => code,
  );

test('A ledger that stands keeps its bookings, each in its year', async () => {
  const rows = await database.query(`
    SELECT tableoid::regclass::text AS part, movement_id AS id, amount_cents::int AS cents FROM movement ORDER BY 2`);
  expect(rows).toEqual([
    { part: 'movement_2025', id: id(1), cents: 100 },
    { part: 'movement_2026', id: id(2), cents: 200 },
    { part: 'movement_2026', id: id(3), cents: -200 },
  ]);
});

test('It stays as strict: lines, references, one reversal, and nothing that was booked ever changes', async () => {
  const [unique, foreignKey] = ['23505', '23503'];
  expect(await codeOf([tenant, 2026, id(4), line, -200, id(2), null])).toBe(unique);
  expect(await codeOf([tenant, 2026, id(5), line, 1, id(99), null])).toBe(foreignKey);
  expect(await codeOf([tenant, 2026, id(6), line, 1, null, id(99)])).toBe(foreignKey);
  expect(await codeOf([tenant, 2026, id(7), id(1), 1, null, null])).toBe(foreignKey);
  await expect(database.query(`UPDATE movement SET amount_cents = 1`)).rejects.toThrow(/append-only/);
  await expect(database.query(`DELETE FROM movement`)).rejects.toThrow(/append-only/);
});

test('A year that comes later is as strict', async () => {
  await database.query(`SELECT app.ensure_movement_partitions(2045, 2045)`);
  expect(await codeOf([tenant, 2045, id(8), line, 100, null, null])).toBe('written');
  expect(await codeOf([tenant, 2045, id(9), line, -100, id(8), null])).toBe('written');
  expect(await codeOf([tenant, 2045, id(10), line, -100, id(8), null])).toBe('23505');
});
