import type { BoundPlan } from '@etatlotse/domain/authority';
import { cents, fiscalYear, type PlanYears, yearsOf } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** A line or project that contracts from a commitment authority burden in a plan year, and what the version plans for it. */
export interface BoundPlace extends BoundPlan {
  readonly number: string;
  readonly name: string;
}

/**
 * What obligations from commitment authorities take in the years of a plan, against what a version plans for the same
 * project, or for the same line where it belongs to none (T11b). Obligations that were taken back are gone.
 */
export async function readBoundPlaces(tx: Transaction, versionId: string, plan: PlanYears): Promise<BoundPlace[]> {
  const rows = await tx.query<PlaceRow>(boundSql, [tx.tenantId, versionId, yearsOf(plan)]);
  return rows.map((row) => ({
    lineId: row.line_id,
    number: row.number,
    name: row.name,
    fiscalYear: fiscalYear(row.fiscal_year),
    boundCents: cents(row.bound_cents),
    plannedCents: cents(row.planned_cents),
  }));
}

interface PlaceRow {
  readonly line_id: string;
  readonly number: string;
  readonly name: string;
  readonly fiscal_year: number;
  readonly bound_cents: number;
  readonly planned_cents: number;
}

/** Lines of one project are one place; a line without a project is its own. */
const place = `coalesce(nullif(l.project_key, ''), l.line_id::text)`;

const boundSql = `
  WITH bound AS (
    SELECT ${place} AS place, m.fiscal_year, sum(m.amount_cents)::bigint AS bound_cents,
      (array_agg(l.line_id ORDER BY m.amount_cents DESC, l.line_id))[1] AS line_id
    FROM obligation o
    JOIN obligation_amount m ON m.tenant_id = o.tenant_id AND m.obligation_id = o.obligation_id
    JOIN budget_line l ON l.tenant_id = o.tenant_id AND l.line_id = o.line_id
    WHERE o.tenant_id = $1 AND o.authority_id IS NOT NULL AND m.fiscal_year = ANY ($3::smallint[])
    GROUP BY 1, 2 HAVING sum(m.amount_cents) > 0
  ), planned AS (
    SELECT ${place} AS place, a.fiscal_year, sum(a.amount_cents)::bigint AS planned_cents
    FROM plan_amount a JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
    WHERE a.tenant_id = $1 AND a.version_id = $2 AND a.fiscal_year = ANY ($3::smallint[]) AND l.sphere = 'investing'
      AND l.direction IN ('expense', 'payment')
    GROUP BY 1, 2
  )
  SELECT b.line_id, l.number, l.name, b.fiscal_year, b.bound_cents, coalesce(p.planned_cents, 0)::bigint AS planned_cents
  FROM bound b
  JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = b.line_id
  LEFT JOIN planned p ON p.place = b.place AND p.fiscal_year = b.fiscal_year
  ORDER BY l.number, b.fiscal_year`;
