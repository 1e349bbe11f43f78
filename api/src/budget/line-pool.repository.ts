import { MOVEMENT_KINDS } from '@etatlotse/domain/budget';
import type { Transaction } from '../platform/database/transactions';
import type { StoredLine } from './line.repository';

/** What is missing in an open year, over all pools and lines that were asked about. */
export interface OverdrawnYear {
  readonly fiscalYear: number;
  readonly missingCents: number;
}

/**
 * Computes the balances of a pool anew from its lines, for every year. The caller holds the pool and the lines that move
 * (`lockPoolMove`), so no booking can come between the lines and their sum.
 */
export async function rebuildPoolBalance(tx: Transaction, poolId: string): Promise<void> {
  await tx.query(createPoolYears, [tx.tenantId, [poolId]]);
  await tx.query(rebuildSql, [tx.tenantId, poolId, tx.now]);
}

/**
 * Holds everything a move between pools touches, in the order bookings take their locks: pools, then lines, each by id.
 * The balance rows of every year are made first; a booking that was about to make one waits or is waited for.
 */
export async function lockPoolMove(
  tx: Transaction,
  poolIds: readonly string[],
  lineIds: readonly string[],
): Promise<void> {
  await tx.query(lockPools, [tx.tenantId, poolIds]);
  await tx.query(createPoolYears, [tx.tenantId, poolIds]);
  await tx.query(lockPoolBalances, [tx.tenantId, poolIds]);
  await tx.query(createLineYears, [tx.tenantId, lineIds]);
  await tx.query(lockLineBalances, [tx.tenantId, lineIds]);
}

/** Puts lines into a pool, or out of any with null. */
export async function setPool(tx: Transaction, lineIds: readonly string[], poolId: string | null): Promise<void> {
  await tx.execute(
    `UPDATE budget_line SET pool_id = $3, version = version + 1 WHERE tenant_id = $1 AND line_id = ANY ($2::uuid[])`,
    [tx.tenantId, lineIds, poolId],
  );
}

/** Lines of a pool that are there already, for the check of what fits together. */
export async function findMembers(tx: Transaction, poolId: string): Promise<Pick<StoredLine, 'id' | 'sphere'>[]> {
  return tx.query(`SELECT line_id AS id, sphere FROM budget_line WHERE tenant_id = $1 AND pool_id = $2`, [
    tx.tenantId,
    poolId,
  ]);
}

/** What is missing in open years in these pools, and on those of these lines that stand outside any pool. */
export async function findOverdrawn(
  tx: Transaction,
  poolIds: readonly string[],
  lineIds: readonly string[],
): Promise<OverdrawnYear[]> {
  return tx.query<OverdrawnYear>(overdrawnSql, [tx.tenantId, poolIds, lineIds]);
}

export interface NewPool {
  readonly code: string;
  readonly name: string;
  readonly budgetNote: string;
}

/** Adds a pool; null when the code is taken. */
export async function insertPool(tx: Transaction, pool: NewPool): Promise<string | null> {
  const poolId = tx.nextId();
  const added = await tx.execute(
    `INSERT INTO cover_pool (tenant_id, pool_id, code, name, budget_note) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, code) DO NOTHING`,
    [tx.tenantId, poolId, pool.code, pool.name, pool.budgetNote],
  );
  return added === 1 ? poolId : null;
}

/** Stores name and note; the new version, or null when somebody else was faster. */
export async function savePool(
  tx: Transaction,
  poolId: string,
  version: number,
  names: { readonly name?: string; readonly budgetNote?: string },
): Promise<number | null> {
  const [pool] = await tx.query<{ version: number }>(
    `UPDATE cover_pool SET version = version + 1, name = coalesce($4, name), budget_note = coalesce($5, budget_note)
     WHERE tenant_id = $1 AND pool_id = $2 AND version = $3 RETURNING version`,
    [tx.tenantId, poolId, version, names.name ?? null, names.budgetNote ?? null],
  );
  return pool?.version ?? null;
}

export async function isPool(tx: Transaction, poolId: string): Promise<boolean> {
  const pools = await tx.query(`SELECT pool_id FROM cover_pool WHERE tenant_id = $1 AND pool_id = $2`, [
    tx.tenantId,
    poolId,
  ]);
  return pools.length === 1;
}

const lockPools = `
  SELECT pool_id FROM cover_pool WHERE tenant_id = $1 AND pool_id = ANY ($2::uuid[]) ORDER BY pool_id FOR UPDATE`;

const createPoolYears = `
  INSERT INTO pool_balance (tenant_id, pool_id, fiscal_year)
  SELECT $1::uuid, pool_id, fiscal_year FROM unnest($2::uuid[]) AS pool_id, (
    SELECT fiscal_year FROM fiscal_year WHERE tenant_id = $1
    UNION SELECT b.fiscal_year FROM budget_line l
      JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id
      WHERE l.tenant_id = $1 AND l.pool_id = ANY ($2::uuid[])) years
  ORDER BY 2, 3
  ON CONFLICT DO NOTHING`;

const lockPoolBalances = `
  SELECT pool_id FROM pool_balance WHERE tenant_id = $1 AND pool_id = ANY ($2::uuid[])
  ORDER BY pool_id, fiscal_year FOR UPDATE`;

const createLineYears = `
  INSERT INTO line_balance (tenant_id, line_id, fiscal_year)
  SELECT $1::uuid, line_id, y.fiscal_year FROM unnest($2::uuid[]) AS line_id
  JOIN fiscal_year y ON y.tenant_id = $1 ORDER BY 2, 3
  ON CONFLICT DO NOTHING`;

const lockLineBalances = `
  SELECT line_id FROM line_balance WHERE tenant_id = $1 AND line_id = ANY ($2::uuid[])
  ORDER BY line_id, fiscal_year FOR UPDATE`;

const setSums = [
  ...MOVEMENT_KINDS.map((kind) => `${kind}_cents = s.${kind}_cents`),
  'movements = s.movements',
  'last_recorded_at = coalesce(s.last_recorded_at, $3)',
].join(', ');

const memberSums = [
  ...MOVEMENT_KINDS.map((kind) => `coalesce(sum(b.${kind}_cents), 0)::bigint AS ${kind}_cents`),
  'coalesce(sum(b.movements), 0)::bigint AS movements',
  'max(b.last_recorded_at) AS last_recorded_at',
].join(', ');

const rebuildSql = `
  UPDATE pool_balance p SET ${setSums}
  FROM (
    SELECT y.fiscal_year, ${memberSums}
    FROM pool_balance y
    LEFT JOIN budget_line l ON l.tenant_id = y.tenant_id AND l.pool_id = y.pool_id
    LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = y.fiscal_year
    WHERE y.tenant_id = $1 AND y.pool_id = $2 GROUP BY y.fiscal_year) s
  WHERE p.tenant_id = $1 AND p.pool_id = $2 AND p.fiscal_year = s.fiscal_year`;

const overdrawnSql = `
  SELECT b.fiscal_year AS "fiscalYear", sum(-b.available_cents)::bigint AS "missingCents" FROM (
    SELECT fiscal_year, available_cents FROM pool_balance WHERE tenant_id = $1 AND pool_id = ANY ($2::uuid[])
    UNION ALL
    SELECT b.fiscal_year, b.available_cents FROM line_balance b
    JOIN budget_line l ON l.tenant_id = b.tenant_id AND l.line_id = b.line_id AND l.pool_id IS NULL
    WHERE b.tenant_id = $1 AND b.line_id = ANY ($3::uuid[])) b
  JOIN fiscal_year y ON y.tenant_id = $1 AND y.fiscal_year = b.fiscal_year AND y.books_state = 'open'
  WHERE b.available_cents < 0 GROUP BY b.fiscal_year ORDER BY b.fiscal_year`;
