import { MOVEMENT_KINDS, type MovementKind } from '@etatlotse/domain/budget';
import type { Transaction } from '../platform/database/transactions';
import { addedKinds, addSumsToBalance, monthOfBooking } from './ledger.repository';

/** Where movements of a file are written: among all others, or into a part of the ledger that a big file gets for itself. */
export type LedgerPlace = 'movement' | 'ledger_part';

/**
 * Holds the balances that the staged amounts of an import will change: pools before lines, each in id order, as single
 * bookings do. Balances that do not exist yet are made.
 */
export async function lockBalancesOfStagedAmounts(tx: Transaction, importId: string): Promise<void> {
  await lockBalances(tx, keepStagedKeys, importId);
}

/** The same for imports that are taken back together: its movements name the balances. */
export async function lockBalancesOfImports(tx: Transaction, importIds: readonly string[]): Promise<void> {
  await lockBalances(tx, keepImportedKeys, importIds);
}

/** A file has many rows for each line: which lines and years they are is looked for once. */
async function lockBalances(tx: Transaction, keepKeys: string, imports: string | readonly string[]): Promise<void> {
  await tx.query(keepKeys, [tx.tenantId, imports]);
  for (const sql of lockSql) await tx.query(sql, [tx.tenantId]);
  await tx.query(`DROP TABLE balance_key`);
}

/**
 * Adds movements of an import to the balances of lines and pools and to the months: those it brought to this place, or those
 * that undo it. They are written already; the caller holds the locks.
 */
export async function countMovementsOfImport(
  tx: Transaction,
  importId: string,
  which: LedgerPlace | 'undone',
): Promise<void> {
  // The planner knows nothing of these rows yet and would sort a million of them to add them up.
  await tx.query(`SELECT set_config('enable_sort', 'off', true)`);
  await tx.query(keepSums[which], [tx.tenantId, importId]);
  await tx.query(`SELECT set_config('enable_sort', 'on', true)`);
  await tx.query(countPools, [tx.tenantId, tx.now]);
  await tx.query(countLines, [tx.tenantId, tx.now]);
  await tx.query(countMonths, [tx.tenantId]);
  await tx.query(`DROP TABLE movement_sum`);
}

const keepStagedKeys = `
  CREATE TEMPORARY TABLE balance_key ON COMMIT DROP AS
  SELECT DISTINCT l.line_id, l.pool_id, a.fiscal_year FROM import_amount a
  JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.number = a.line_number
  WHERE a.tenant_id = $1 AND a.import_id = $2 AND a.kind <> 'plan'`;

const keepImportedKeys = `
  CREATE TEMPORARY TABLE balance_key ON COMMIT DROP AS
  SELECT DISTINCT l.line_id, l.pool_id, m.fiscal_year FROM movement m
  JOIN budget_line l ON l.tenant_id = m.tenant_id AND l.line_id = m.line_id
  WHERE m.tenant_id = $1 AND m.import_id = ANY ($2::uuid[])`;

const lockSql = [
  `INSERT INTO pool_balance (tenant_id, pool_id, fiscal_year)
   SELECT DISTINCT $1::uuid, k.pool_id, k.fiscal_year FROM balance_key k WHERE k.pool_id IS NOT NULL ORDER BY 2, 3
   ON CONFLICT DO NOTHING`,
  `INSERT INTO line_balance (tenant_id, line_id, fiscal_year)
   SELECT $1::uuid, k.line_id, k.fiscal_year FROM balance_key k ORDER BY 2, 3
   ON CONFLICT DO NOTHING`,
  `SELECT FROM pool_balance b WHERE b.tenant_id = $1
     AND (b.pool_id, b.fiscal_year) IN (SELECT k.pool_id, k.fiscal_year FROM balance_key k)
   ORDER BY b.pool_id, b.fiscal_year FOR UPDATE`,
  `SELECT FROM line_balance b WHERE b.tenant_id = $1
     AND (b.line_id, b.fiscal_year) IN (SELECT k.line_id, k.fiscal_year FROM balance_key k)
   ORDER BY b.line_id, b.fiscal_year FOR UPDATE`,
];

const sumOfKind = (kind: MovementKind): string =>
  `coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = '${kind}'), 0)::bigint AS ${kind}_cents`;

/** The movements are gone through once; a line has few months. */
const keepSumsSql = (place: LedgerPlace, which: string): string => `
  CREATE TEMPORARY TABLE movement_sum ON COMMIT DROP AS
  SELECT m.line_id, m.fiscal_year, ${monthOfBooking} AS month, count(*) AS movements,
    count(*) FILTER (WHERE m.kind = 'actual') AS actual_movements, ${MOVEMENT_KINDS.map(sumOfKind).join(', ')}
  FROM ${place} m WHERE m.tenant_id = $1 AND m.import_id = $2 AND m.reverses_id ${which}
  GROUP BY m.line_id, m.fiscal_year, ${monthOfBooking}`;

const keepSums: Readonly<Record<LedgerPlace | 'undone', string>> = {
  movement: keepSumsSql('movement', 'IS NULL'),
  ledger_part: keepSumsSql('ledger_part', 'IS NULL'),
  undone: keepSumsSql('movement', 'IS NOT NULL'),
};

const sumOfMonths = `sum(s.movements)::bigint AS movements, ${addedKinds}`;

const countPools = `
  UPDATE pool_balance b SET ${addSumsToBalance}, last_recorded_at = $2
  FROM (SELECT l.pool_id, s.fiscal_year, ${sumOfMonths}
        FROM movement_sum s JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = s.line_id
        WHERE l.pool_id IS NOT NULL GROUP BY l.pool_id, s.fiscal_year) s
  WHERE b.tenant_id = $1 AND b.pool_id = s.pool_id AND b.fiscal_year = s.fiscal_year`;

const countLines = `
  UPDATE line_balance b SET ${addSumsToBalance}, last_recorded_at = $2
  FROM (SELECT s.line_id, s.fiscal_year, ${sumOfMonths} FROM movement_sum s GROUP BY s.line_id, s.fiscal_year) s
  WHERE b.tenant_id = $1 AND b.line_id = s.line_id AND b.fiscal_year = s.fiscal_year`;

const countMonths = `
  INSERT INTO line_month AS t (tenant_id, line_id, fiscal_year, month, actual_cents)
  SELECT $1, s.line_id, s.fiscal_year, s.month, s.actual_cents FROM movement_sum s
  WHERE s.actual_movements > 0 ORDER BY 2, 3, 4
  ON CONFLICT (tenant_id, line_id, fiscal_year, month) DO UPDATE SET actual_cents = t.actual_cents + excluded.actual_cents`;
