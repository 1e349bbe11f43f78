import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { asOwner, type City } from './people';
import type { TestApp } from './test-app';

/** The planted row of each table, by table and column. */
export type Planted = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
}

interface Key {
  readonly table: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
}

/** One choice a CHECK allows: `state` may be `draft`. */
type Choices = ReadonlyMap<string, string>;

/**
 * Puts one row of the city into every table that has a tenant, whatever tables there are: values follow the columns'
 * types, their CHECKs and their foreign keys. So a new table is in the tests of the walls from its first day.
 */
export async function plantOneOfEach(
  app: TestApp,
  city: City,
  fixed: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Promise<Planted> {
  return asOwner(app, async (owner) => {
    const gardener = new Gardener(owner, city.tenantId, fixed);
    await gardener.study();
    for (const table of gardener.tables) await gardener.plant(table);
    return gardener.planted;
  });
}

/** `json` keeps what was frozen as it was written: only snapshots have it. */
const EMPTY_SNAPSHOT = JSON.stringify({
  city: 'Musterstadt',
  citySlug: 'musterstadt',
  fiscalYear: 2026,
  ledgerAsOf: '2026-10-05',
  frozenAt: '2026-10-05T07:30:00.000Z',
  meeting: null,
  overview: {
    frames: [],
    totals: { ceilingCents: 0, actualCents: 0, commitmentCents: 0, availableCents: 0, unknownFrames: [] },
  },
  lines: [],
  bookings: [],
  projects: [],
  rollouts: [],
  staffing: { rows: [] },
  boundYears: { rows: [] },
  extras: [],
});

class Gardener {
  readonly planted = new Map<string, Record<string, unknown>>();
  tables: string[] = [];
  private columns: Column[] = [];
  private keys: Key[] = [];
  private choices: Choices = new Map();

  constructor(
    private readonly owner: Client,
    private readonly tenantId: string,
    private readonly fixed: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) {}

  async study(): Promise<void> {
    this.columns = (await this.owner.query<Column>(columnsSql)).rows;
    this.keys = (await this.owner.query<Key>(keysSql)).rows;
    const checks = (await this.owner.query<{ table: string; text: string }>(checksSql)).rows;
    this.choices = new Map(
      checks.flatMap(({ table, text }) => {
        const match = /\(\(?(\w+) = ANY \(ARRAY\['([^']+)'/.exec(text);
        return match === null ? [] : [[`${table}.${match[1]}`, match[2] ?? ''] as const];
      }),
    );
    this.tables = [...new Set(this.columns.map(({ table }) => table))].filter((table) => table !== 'tenant');
  }

  async plant(table: string): Promise<Record<string, unknown>> {
    const known = this.planted.get(table);
    if (known !== undefined) return known;
    const row: Record<string, unknown> = {};
    this.planted.set(table, row);
    for (const column of this.columns.filter((one) => one.table === table && one.isRequired)) {
      row[column.name] = this.valueOf(column);
    }
    for (const key of this.keys.filter((one) => one.table === table)) await this.fillKey(row, key);
    Object.assign(row, this.fixed[table]);
    const names = Object.keys(row);
    const places = names.map((_, at) => `$${at + 1}`);
    const stored = await this.owner.query(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')}) ON CONFLICT DO NOTHING RETURNING *`,
      names.map((name) => row[name]),
    );
    Object.assign(row, stored.rows[0]);
    return row;
  }

  private async fillKey(row: Record<string, unknown>, key: Key): Promise<void> {
    const isAsked = key.columns.some((column) => column !== 'tenant_id' && column in row);
    if (!isAsked || key.target === 'tenant' || key.target === key.table) return;
    const target = await this.plant(key.target);
    key.columns.forEach((column, at) => {
      row[column] = target[key.targetColumns[at] ?? ''] ?? row[column];
    });
  }

  private valueOf({ table, name, type }: Column): unknown {
    if (name === 'tenant_id') return this.tenantId;
    const choice = this.choices.get(`${table}.${name}`);
    if (choice !== undefined) return choice;
    switch (type) {
      case 'uuid':
        return randomUUID();
      case 'int2':
      case 'int4':
        return name.includes('year') && !name.endsWith('_count') ? 2026 : 1;
      case 'int8':
        return 100;
      case 'bool':
        return false;
      case 'bytea':
        return Buffer.from('planted');
      case 'json':
        return EMPTY_SNAPSHOT;
      case 'jsonb':
      case '_uuid':
      case '_int2':
      case '_int8':
        return '{}';
      case 'date':
        return '2026-10-05';
      case 'timestamptz':
        return '2026-10-05T07:30:00+02:00';
      default:
        return 'planted-1';
    }
  }
}

const columnsSql = `
  SELECT c.relname AS table, a.attname AS name, t.typname AS type,
    (a.attnotnull AND NOT a.atthasdef AND a.attidentity = '') AS "isRequired"
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND EXISTS (SELECT FROM pg_attribute x WHERE x.attrelid = c.oid AND x.attname = 'tenant_id')
  ORDER BY c.relname, a.attnum`;

const keysSql = `
  SELECT c.relname AS table, t.relname AS target,
    ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u (num, at)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num ORDER BY u.at) AS columns,
    ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u (num, at)
      JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num ORDER BY u.at) AS "targetColumns"
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
  WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND NOT c.relispartition AND NOT t.relispartition
  ORDER BY c.relname, k.conname`;

const checksSql = `
  SELECT c.relname AS table, pg_get_constraintdef(k.oid) AS text
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
  WHERE k.contype = 'c' AND c.relnamespace = 'public'::regnamespace`;
