import type { ExtraAnswer, GrantedExtra, SupplementCell } from '@etatlotse/domain/budget';
import { type Cents, cents, fiscalYear, yearsOf } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { findVersion, type PlanVersionRecord } from './plan-version.repository';

interface CellRow {
  readonly line_id: string;
  readonly fiscal_year: number;
  readonly old_cents: number | null;
  readonly new_cents: number | null;
}

interface ExtraRow {
  readonly line_id: string;
  readonly fiscal_year: number;
  readonly over_plan_cents: number;
  readonly outside_plan_cents: number;
}

/** Whether the plan that a supplementary budget changes is in force; true for every other version. */
export async function isBaseInForce(tx: Transaction, version: PlanVersionRecord): Promise<boolean> {
  if (version.kind !== 'supplementary') return true;
  const base = version.basedOnId === null ? null : await findVersion(tx, version.basedOnId);
  return base?.state === 'in_force';
}

/** The cells of the plan years in which a supplementary budget differs from the plan it changes. */
export async function readSupplementCells(tx: Transaction, version: PlanVersionRecord): Promise<SupplementCell[]> {
  if (version.kind !== 'supplementary' || version.basedOnId === null) return [];
  const rows = await tx.query<CellRow>(
    `SELECT line_id, fiscal_year, before.amount_cents AS old_cents, own.amount_cents AS new_cents
     FROM (SELECT line_id, fiscal_year, amount_cents FROM plan_amount
           WHERE tenant_id = $1 AND version_id = $2 AND fiscal_year = ANY($4::smallint[])) own
     FULL JOIN (SELECT line_id, fiscal_year, amount_cents FROM plan_amount
           WHERE tenant_id = $1 AND version_id = $3 AND fiscal_year = ANY($4::smallint[])) before
       USING (line_id, fiscal_year)
     WHERE own.amount_cents IS DISTINCT FROM before.amount_cents ORDER BY line_id, fiscal_year`,
    [tx.tenantId, version.versionId, version.basedOnId, yearsOf(version.plan)],
  );
  return rows.map((row) => ({
    lineId: row.line_id,
    fiscalYear: fiscalYear(row.fiscal_year),
    oldCents: orNull(row.old_cents),
    newCents: orNull(row.new_cents),
  }));
}

/** Extra authority that stands in the ledger for the years of a plan. */
export async function readGrantedExtra(tx: Transaction, version: PlanVersionRecord): Promise<GrantedExtra[]> {
  const rows = await tx.query<ExtraRow>(
    `SELECT line_id, fiscal_year, over_plan_cents, outside_plan_cents FROM line_balance
     WHERE tenant_id = $1 AND fiscal_year = ANY($2::smallint[]) AND (over_plan_cents <> 0 OR outside_plan_cents <> 0)
     ORDER BY line_id, fiscal_year`,
    [tx.tenantId, yearsOf(version.plan)],
  );
  return rows.map(toExtra);
}

export async function readExtraAnswers(tx: Transaction, versionId: string): Promise<ExtraAnswer[]> {
  const rows = await tx.query<ExtraRow & { readonly includes_extra: boolean }>(
    `SELECT line_id, fiscal_year, over_plan_cents, outside_plan_cents, includes_extra FROM plan_extra_answer
     WHERE tenant_id = $1 AND version_id = $2 ORDER BY line_id, fiscal_year`,
    [tx.tenantId, versionId],
  );
  return rows.map((row) => ({ ...toExtra(row), includesExtra: row.includes_extra }));
}

/** Keeps what a person said; a later answer takes the place of an earlier one. */
export async function writeExtraAnswer(tx: Transaction, versionId: string, answer: ExtraAnswer): Promise<void> {
  await tx.query(
    `INSERT INTO plan_extra_answer (tenant_id, version_id, line_id, fiscal_year, includes_extra, over_plan_cents,
       outside_plan_cents, answered_by, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (tenant_id, version_id, line_id, fiscal_year) DO UPDATE
     SET includes_extra = excluded.includes_extra, over_plan_cents = excluded.over_plan_cents,
       outside_plan_cents = excluded.outside_plan_cents, answered_by = excluded.answered_by,
       answered_at = excluded.answered_at`,
    [
      tx.tenantId,
      versionId,
      answer.lineId,
      answer.fiscalYear,
      answer.includesExtra,
      answer.overPlanCents,
      answer.outsidePlanCents,
      tx.personId,
      tx.now,
    ],
  );
}

function toExtra(row: ExtraRow): GrantedExtra {
  return {
    lineId: row.line_id,
    fiscalYear: fiscalYear(row.fiscal_year),
    overPlanCents: cents(row.over_plan_cents),
    outsidePlanCents: cents(row.outside_plan_cents),
  };
}

const orNull = (amountCents: number | null): Cents | null => (amountCents === null ? null : cents(amountCents));
