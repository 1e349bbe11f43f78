import { MOVEMENT_KINDS } from '@etatlotse/domain/budget';
import type { Transaction } from '../platform/database/transactions';
import { addSumsToBalance, monthOfBooking } from './ledger.repository';

/** Which movements of an import: those it brought, or those that undo it. */
export type ImportedPart = 'brought' | 'undone';

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
 * Adds the movements of an import to the balances of lines and pools and to the months, in one statement each. The
 * movements stand already in the ledger; the caller holds the locks.
 */
export async function countMovementsOfImport(tx: Transaction, importId: string, part: ImportedPart): Promise<void> {
  await tx.query(count[part].pools, [tx.tenantId, importId, tx.now]);
  await tx.query(count[part].lines, [tx.tenantId, importId, tx.now]);
  await tx.query(count[part].months, [tx.tenantId, importId]);
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

const sumsByKind = MOVEMENT_KINDS.map(
  (kind) => `coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = '${kind}'), 0)::bigint AS ${kind}_cents`,
).join(', ');

const ownMovements: Readonly<Record<ImportedPart, string>> = {
  brought: `m.tenant_id = $1 AND m.import_id = $2 AND m.reverses_id IS NULL`,
  undone: `m.tenant_id = $1 AND m.import_id = $2 AND m.reverses_id IS NOT NULL`,
};

interface CountSql {
  readonly pools: string;
  readonly lines: string;
  readonly months: string;
}

const countSql = (own: string): CountSql => ({
  pools: `UPDATE pool_balance b SET ${addSumsToBalance}, last_recorded_at = $3
   FROM (SELECT l.pool_id, m.fiscal_year, count(*) AS movements, ${sumsByKind}
         FROM movement m JOIN budget_line l ON l.tenant_id = m.tenant_id AND l.line_id = m.line_id
         WHERE ${own} AND l.pool_id IS NOT NULL GROUP BY l.pool_id, m.fiscal_year) s
   WHERE b.tenant_id = $1 AND b.pool_id = s.pool_id AND b.fiscal_year = s.fiscal_year`,
  lines: `UPDATE line_balance b SET ${addSumsToBalance}, last_recorded_at = $3
   FROM (SELECT m.line_id, m.fiscal_year, count(*) AS movements, ${sumsByKind}
         FROM movement m WHERE ${own} GROUP BY m.line_id, m.fiscal_year) s
   WHERE b.tenant_id = $1 AND b.line_id = s.line_id AND b.fiscal_year = s.fiscal_year`,
  months: `INSERT INTO line_month AS t (tenant_id, line_id, fiscal_year, month, actual_cents)
   SELECT $1, line_id, fiscal_year, ${monthOfBooking}, sum(amount_cents)::bigint
   FROM movement m WHERE ${own} AND m.kind = 'actual'
   GROUP BY line_id, fiscal_year, ${monthOfBooking} ORDER BY 2, 3, 4
   ON CONFLICT (tenant_id, line_id, fiscal_year, month) DO UPDATE SET actual_cents = t.actual_cents + excluded.actual_cents`,
});

const count: Readonly<Record<ImportedPart, CountSql>> = {
  brought: countSql(ownMovements.brought),
  undone: countSql(ownMovements.undone),
};
