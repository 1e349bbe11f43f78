import type { MonthsKind, PlanText } from '@etatlotse/contracts/planning/plain';
import type { Transaction } from '../platform/database/transactions';

/** A cell of a plan version. */
export interface PlanCell {
  readonly versionId: string;
  readonly lineId: string;
  readonly fiscalYear: number;
}

/** Whether the line exists and is in use, or the version plans something on it. */
export async function isLineOfPlan(tx: Transaction, versionId: string, lineId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM budget_line l WHERE l.tenant_id = $1 AND l.line_id = $3 AND (l.archived_at IS NULL OR EXISTS (
       SELECT FROM plan_amount a WHERE a.tenant_id = $1 AND a.version_id = $2 AND a.line_id = l.line_id))`,
    [tx.tenantId, versionId, lineId],
  );
  return rows.length > 0;
}

/** What the version plans in a cell; null = nothing. */
export async function findAmountCents(tx: Transaction, cell: PlanCell): Promise<number | null> {
  const [row] = await tx.query<{ amount_cents: number }>(
    `SELECT amount_cents FROM plan_amount
     WHERE tenant_id = $1 AND version_id = $2 AND line_id = $3 AND fiscal_year = $4`,
    [tx.tenantId, cell.versionId, cell.lineId, cell.fiscalYear],
  );
  return row?.amount_cents ?? null;
}

/** Writes a note over the version that was seen (0: none); false when somebody else has written meanwhile. */
export async function writeNote(tx: Transaction, cell: PlanCell, text: string, seenVersion: number): Promise<boolean> {
  const written = await tx.execute(
    `INSERT INTO plan_note AS n (tenant_id, version_id, line_id, fiscal_year, text, written_by, written_at, version)
     SELECT $1, $2, $3, $4::smallint, $5, $6::uuid, $7::timestamptz, 1 WHERE $8 = 0 OR EXISTS (
       SELECT FROM plan_note o WHERE o.tenant_id = $1 AND o.version_id = $2 AND o.line_id = $3 AND o.fiscal_year = $4)
     ON CONFLICT (tenant_id, version_id, line_id, fiscal_year) DO UPDATE
     SET text = excluded.text, written_by = excluded.written_by, written_at = excluded.written_at, version = n.version + 1
     WHERE n.version = $8`,
    [tx.tenantId, cell.versionId, cell.lineId, cell.fiscalYear, text, tx.personId, tx.now, seenVersion],
  );
  return written === 1;
}

/** Writes the explanation of a line over the version that was seen (0: none); false when that is no longer the last one. */
export async function writeExplanation(
  tx: Transaction,
  line: { readonly versionId: string; readonly lineId: string },
  text: string,
  seenVersion: number,
): Promise<boolean> {
  const written = await tx.execute(
    `INSERT INTO plan_explanation AS e (tenant_id, version_id, line_id, text, written_by, written_at, version)
     SELECT $1, $2, $3, $4, $5::uuid, $6::timestamptz, 1 WHERE $7 = 0 OR EXISTS (
       SELECT FROM plan_explanation o WHERE o.tenant_id = $1 AND o.version_id = $2 AND o.line_id = $3)
     ON CONFLICT (tenant_id, version_id, line_id) DO UPDATE
     SET text = excluded.text, written_by = excluded.written_by, written_at = excluded.written_at, version = e.version + 1
     WHERE e.version = $7`,
    [tx.tenantId, line.versionId, line.lineId, text, tx.personId, tx.now, seenVersion],
  );
  return written === 1;
}

/** Writes how a year falls into months over the version that was seen (0: none); false when that is no longer the last. */
export async function writeMonths(
  tx: Transaction,
  cell: PlanCell,
  phasing: { readonly kind: MonthsKind; readonly months: readonly number[] },
  seenVersion: number,
): Promise<boolean> {
  const written = await tx.execute(
    `INSERT INTO plan_phasing AS p (tenant_id, version_id, line_id, fiscal_year, kind, months, set_by, set_at, version)
     SELECT $1, $2, $3, $4::smallint, $5, $6::jsonb, $7::uuid, $8::timestamptz, 1 WHERE $9 = 0 OR EXISTS (
       SELECT FROM plan_phasing o WHERE o.tenant_id = $1 AND o.version_id = $2 AND o.line_id = $3 AND o.fiscal_year = $4)
     ON CONFLICT (tenant_id, version_id, line_id, fiscal_year) DO UPDATE
     SET kind = excluded.kind, months = excluded.months, set_by = excluded.set_by, set_at = excluded.set_at,
       version = p.version + 1
     WHERE p.version = $9`,
    [
      ...[tx.tenantId, cell.versionId, cell.lineId, cell.fiscalYear, phasing.kind, JSON.stringify(phasing.months)],
      ...[tx.personId, tx.now, seenVersion],
    ],
  );
  return written === 1;
}

/**
 * Copies notes, explanations and own months of another version, notes and months for the years of the new window only.
 * Who wrote them and when stays. Lines that were shut down are left behind, as their amounts are.
 */
export async function copyNotes(
  tx: Transaction,
  copy: { readonly fromId: string; readonly toId: string; readonly years: readonly number[] },
): Promise<void> {
  const params = [tx.tenantId, copy.fromId, copy.toId];
  await tx.execute(copySql('plan_explanation', 'text, written_by, written_at'), params);
  const years = [...params, copy.years];
  await tx.execute(copySql('plan_note', 'fiscal_year, text, written_by, written_at', inYears), years);
  await tx.execute(copySql('plan_phasing', 'fiscal_year, kind, months, set_by, set_at', inYears), years);
}

const inYears = 'AND r.fiscal_year = ANY($4::smallint[])';

/** Table and columns are words of this file. */
const copySql = (table: string, columns: string, condition = ''): string => `
  INSERT INTO ${table} (tenant_id, version_id, line_id, ${columns}, version)
  SELECT r.tenant_id, $3, r.line_id, ${columns.replaceAll(/\w+/g, 'r.$&')}, 1 FROM ${table} r
  JOIN budget_line l ON l.tenant_id = r.tenant_id AND l.line_id = r.line_id AND l.archived_at IS NULL
  WHERE r.tenant_id = $1 AND r.version_id = $2 ${condition}`;

/** What nobody has written yet. */
export const NO_TEXT: PlanText = { text: '', writtenBy: null, writtenAt: null, version: 0 };
