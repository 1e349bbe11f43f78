import {
  type AccountDirection,
  isPlanAmount,
  type PlanChangeKind,
  type PlanChangeResult,
  type ShiftAmount,
  type Sphere,
} from '@etatlotse/domain/budget';
import { cents, fiscalYear } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import type { Cells } from './plan-amount.repository';

/** A change as it is stored, without its amounts. */
export interface PlanChangeRecord {
  readonly changeId: string;
  readonly versionId: string;
  readonly number: number;
  readonly kind: PlanChangeKind;
  readonly code: string;
  readonly result: PlanChangeResult;
  readonly version: number;
}

/** A change before it is stored. */
export interface NewChangeRecord {
  readonly versionId: string;
  readonly kind: PlanChangeKind;
  readonly code: string;
  readonly origin: string;
  readonly title: string;
  readonly reason: string;
  readonly result: PlanChangeResult;
}

/** Reads a change of a version that the caller holds. */
export async function findChange(
  tx: Transaction,
  versionId: string,
  changeId: string,
): Promise<PlanChangeRecord | null> {
  const [row] = await tx.query<PlanChangeRecord>(
    `SELECT change_id AS "changeId", version_id AS "versionId", number, kind, code, result, version FROM plan_change
     WHERE tenant_id = $1 AND version_id = $2 AND change_id = $3`,
    [tx.tenantId, versionId, changeId],
  );
  return row ?? null;
}

export async function isCodeTaken(tx: Transaction, versionId: string, code: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM plan_change WHERE tenant_id = $1 AND version_id = $2 AND code = $3 AND code <> ''`,
    [tx.tenantId, versionId, code],
  );
  return rows.length > 0;
}

/** What the lines of a change are; a line that does not exist has no place in the answer. */
export async function readShiftAmounts(tx: Transaction, cells: Cells): Promise<ShiftAmount[]> {
  const rows = await tx.query<{
    line_id: string;
    fiscal_year: number;
    amount_cents: number;
    direction: AccountDirection;
    sphere: Sphere;
  }>(
    `SELECT cell.line_id, cell.fiscal_year, cell.amount_cents, l.direction, l.sphere
     FROM unnest($2::uuid[], $3::smallint[], $4::bigint[]) WITH ORDINALITY AS cell(line_id, fiscal_year, amount_cents, place)
     JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = cell.line_id ORDER BY cell.place`,
    [tx.tenantId, cells.lineIds, cells.fiscalYears, cells.amountCents],
  );
  return rows.map((row) => ({
    lineId: row.line_id,
    fiscalYear: fiscalYear(row.fiscal_year),
    amountCents: cents(row.amount_cents),
    direction: row.direction,
    sphere: row.sphere,
  }));
}

/** Stores a change behind all others of its version, which the caller holds. A result at once is the planners' own. */
export async function insertChange(tx: Transaction, change: NewChangeRecord, cells: Cells): Promise<string> {
  const changeId = tx.nextId();
  const decidedOn = change.result === 'open' ? null : tx.today;
  await tx.query(
    `INSERT INTO plan_change (tenant_id, change_id, version_id, number, kind, code, origin, title, reason, result,
       decided_on, brought_by, brought_at, recorded_by, recorded_at)
     SELECT $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9, $10::date, $11::uuid, $12::timestamptz,
       CASE WHEN $10::date IS NOT NULL THEN $11::uuid END, CASE WHEN $10::date IS NOT NULL THEN $12::timestamptz END
     FROM plan_change WHERE tenant_id = $1 AND version_id = $3`,
    [
      tx.tenantId,
      changeId,
      change.versionId,
      change.kind,
      change.code,
      change.origin,
      change.title,
      change.reason,
      change.result,
      decidedOn,
      tx.personId,
      tx.now,
    ],
  );
  await tx.query(
    `INSERT INTO plan_change_amount (tenant_id, change_id, line_id, fiscal_year, amount_cents)
     SELECT $1, $2, cell.line_id, cell.fiscal_year, cell.amount_cents
     FROM unnest($3::uuid[], $4::smallint[], $5::bigint[]) AS cell(line_id, fiscal_year, amount_cents)`,
    [tx.tenantId, changeId, cells.lineIds, cells.fiscalYears, cells.amountCents],
  );
  return changeId;
}

/** Writes what was decided; the caller holds the version. */
export async function writeChangeResult(
  tx: Transaction,
  changeId: string,
  decision: { readonly result: PlanChangeResult; readonly committee: string; readonly decidedOn: string },
): Promise<void> {
  await tx.query(
    `UPDATE plan_change SET result = $3, committee = $4, decided_on = $5, recorded_by = $6, recorded_at = $7,
       version = version + 1
     WHERE tenant_id = $1 AND change_id = $2`,
    [tx.tenantId, changeId, decision.result, decision.committee, decision.decidedOn, tx.personId, tx.now],
  );
}

export async function deleteChange(tx: Transaction, changeId: string): Promise<void> {
  await tx.query(`DELETE FROM plan_change WHERE tenant_id = $1 AND change_id = $2`, [tx.tenantId, changeId]);
}

/** An amount that a change would bring out of range; null when every cell still holds what it becomes. */
export async function findOutOfRange(
  tx: Transaction,
  change: { readonly versionId: string; readonly changeId: string },
  effect: 1 | -1,
): Promise<{ readonly lineNumber: string; readonly fiscalYear: number } | null> {
  const rows = await tx.query<{ lineNumber: string; fiscalYear: number; amountCents: number }>(
    `SELECT l.number AS "lineNumber", c.fiscal_year AS "fiscalYear",
       coalesce(a.amount_cents, 0) + $4::bigint * c.amount_cents AS "amountCents"
     FROM plan_change_amount c JOIN budget_line l ON l.tenant_id = c.tenant_id AND l.line_id = c.line_id
     LEFT JOIN plan_amount a ON a.tenant_id = c.tenant_id AND a.version_id = $2 AND a.line_id = c.line_id
       AND a.fiscal_year = c.fiscal_year
     WHERE c.tenant_id = $1 AND c.change_id = $3`,
    [tx.tenantId, change.versionId, change.changeId, effect],
  );
  return rows.find(({ amountCents }) => !isPlanAmount(amountCents)) ?? null;
}

/**
 * Lets a change count in the amounts of its version (1), or no longer (-1), and answers how many cells that were. The
 * amounts are always the base and every accepted change, so whoever reads them needs to know nothing of changes.
 */
export async function applyChange(
  tx: Transaction,
  change: { readonly versionId: string; readonly changeId: string },
  effect: 1 | -1,
): Promise<number> {
  return tx.execute(
    `INSERT INTO plan_amount AS a (tenant_id, version_id, line_id, fiscal_year, amount_cents)
     SELECT c.tenant_id, $2, c.line_id, c.fiscal_year, $4::bigint * c.amount_cents FROM plan_change_amount c
     WHERE c.tenant_id = $1 AND c.change_id = $3 ORDER BY c.line_id, c.fiscal_year
     ON CONFLICT (tenant_id, version_id, line_id, fiscal_year) DO UPDATE
     SET amount_cents = a.amount_cents + excluded.amount_cents`,
    [tx.tenantId, change.versionId, change.changeId, effect],
  );
}

/** How many changes of a version wait for a decision. */
export async function countOpenChanges(tx: Transaction, versionId: string): Promise<number> {
  const [row] = await tx.query<{ open: number }>(
    `SELECT count(*)::integer AS open FROM plan_change WHERE tenant_id = $1 AND version_id = $2 AND result = 'open'`,
    [tx.tenantId, versionId],
  );
  return row?.open ?? 0;
}
