import type { IndexBasis, PlanChangeKind, PlanChangeResult } from '@etatlotse/domain/budget';
import type { Transaction } from '../../platform/database/transactions';
import { isRuleFor } from '../plan-comparison.sql';

/** What a printed plan says about its changes: the steps it took, and where it differs from the one before. */
export interface PaperChanges {
  /** Version in force, or the one this plan follows; null where there is none to compare with. */
  readonly base: { readonly name: string; readonly isInForce: boolean } | null;
  readonly steps: readonly PaperStep[];
  /** Amounts of the plan years that differ from the base, by number of the line. */
  readonly cells: readonly PaperCell[];
  /** How many differ in all; more than are printed where a new plan moves nearly everything. */
  readonly cellCount: number;
}

/** A dated change of the draft (R22). */
export interface PaperStep {
  readonly number: number;
  readonly kind: PlanChangeKind;
  readonly code: string;
  readonly origin: string;
  readonly title: string;
  readonly reason: string;
  readonly result: PlanChangeResult;
  readonly committee: string;
  readonly decidedOn: string | null;
  /** Of a single sub-budget only its own. */
  readonly amounts: readonly { readonly number: string; readonly fiscalYear: number; readonly amountCents: number }[];
  /** How many amounts of it stand in other sub-budgets than the one that is printed. */
  readonly elsewhere: number;
}

/** An amount that is not what it was. */
export interface PaperCell {
  readonly number: string;
  readonly name: string;
  readonly fiscalYear: number;
  /** Null: not planned, which is not zero. */
  readonly beforeCents: number | null;
  readonly nowCents: number | null;
  /** Accepted changes that touch the line in the year, else its explanation in this version. */
  readonly reason: string;
  /** The rule that set the amount when the plan was copied from the one it is compared with; null where none did. */
  readonly rule: { readonly basis: IndexBasis; readonly basisPoints: number } | null;
  /** What is said about the line in general. */
  readonly explanation: string;
}

/** So much of what differs is printed; the comparison on the screen and its file show all of it. */
export const CELLS_MAX = 400;

/**
 * Null where nothing is to be said: no steps, and nothing to compare with or no difference. Of a single sub-budget only what
 * touches its lines.
 */
export async function readPaperChanges(
  tx: Transaction,
  versionId: string,
  { asOf, subBudget }: { readonly asOf: string | null; readonly subBudget: string | null },
): Promise<PaperChanges | null> {
  const [base] = await tx.query<{ id: string; name: string; isInForce: boolean; isSource: boolean }>(baseSql, [
    tx.tenantId,
    versionId,
  ]);
  const steps = await tx.query<{ step: PaperStep }>(stepsSql, [tx.tenantId, versionId, asOf, subBudget]);
  const cells =
    base === undefined
      ? []
      : await tx.query<PaperCell & { readonly count: number }>(cellsSql, [
          ...[tx.tenantId, versionId, base.id, asOf, CELLS_MAX, subBudget, base.isSource],
        ]);
  if (steps.length === 0 && cells.length === 0) return null;
  return {
    base: base === undefined ? null : { name: base.name, isInForce: base.isInForce },
    steps: steps.map(({ step }) => step),
    cells,
    cellCount: cells[0]?.count ?? 0,
  };
}

/**
 * What a plan is compared with: the version in force for its first year, else the one it was made from, else the plan of the
 * year before. A plan that is or was in force itself is compared with the one it was made from.
 */
const baseSql = `
  SELECT b.version_id AS id, b.name, b.state = 'in_force' AS "isInForce",
    b.version_id IS NOT DISTINCT FROM v.based_on_id AS "isSource"
  FROM plan_version v JOIN plan_version b ON b.tenant_id = v.tenant_id AND b.version_id = coalesce(
    (SELECT f.version_id FROM plan_version f WHERE f.tenant_id = v.tenant_id AND f.state = 'in_force'
      AND v.state NOT IN ('in_force', 'superseded') AND v.first_year BETWEEN f.first_year AND f.last_year LIMIT 1),
    v.based_on_id,
    (SELECT f.version_id FROM plan_version f WHERE f.tenant_id = v.tenant_id AND f.version_id <> v.version_id
      AND f.state IN ('in_force', 'superseded') AND f.last_year = v.first_year - 1
      ORDER BY f.state, f.in_force_on DESC NULLS LAST LIMIT 1))
  WHERE v.tenant_id = $1 AND v.version_id = $2`;

const isPrinted = `$4::text IS NULL OR l.sub_budget = $4`;

/** As of a day a change that came later is left out, and a result that was recorded later is still open. */
const stepsSql = `
  SELECT json_build_object('number', c.number, 'kind', c.kind, 'code', c.code, 'origin', c.origin, 'title', c.title,
    'reason', c.reason, 'result', CASE WHEN k.is_known THEN c.result ELSE 'open' END,
    'committee', CASE WHEN k.is_known THEN c.committee ELSE '' END,
    'decidedOn', CASE WHEN k.is_known THEN c.decided_on END,
    'amounts', t.amounts, 'elsewhere', t.elsewhere) AS step
  FROM plan_change c
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('number', l.number, 'fiscalYear', a.fiscal_year, 'amountCents', a.amount_cents)
        ORDER BY a.fiscal_year, l.number) FILTER (WHERE ${isPrinted}), '[]') AS amounts,
      count(*) FILTER (WHERE ${isPrinted}) AS printed, count(*) FILTER (WHERE NOT (${isPrinted})) AS elsewhere
    FROM plan_change_amount a JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
    WHERE a.tenant_id = c.tenant_id AND a.change_id = c.change_id) t
  CROSS JOIN LATERAL (SELECT $3::date IS NULL OR c.recorded_at IS NULL
    OR (c.recorded_at AT TIME ZONE 'Europe/Berlin')::date <= $3 AS is_known) k
  WHERE c.tenant_id = $1 AND c.version_id = $2
    AND ($3::date IS NULL OR (c.brought_at AT TIME ZONE 'Europe/Berlin')::date <= $3)
    AND ($4::text IS NULL OR t.printed > 0)
  ORDER BY c.number`;

const cellsSql = `
  SELECT l.number, l.name, d.fiscal_year AS "fiscalYear", d.before AS "beforeCents", d.now AS "nowCents",
    coalesce((SELECT string_agg(concat_ws(': ', nullif(c.code, ''), coalesce(nullif(c.reason, ''), c.title)), '; '
        ORDER BY c.number)
      FROM plan_change c JOIN plan_change_amount x ON x.tenant_id = c.tenant_id AND x.change_id = c.change_id
      WHERE c.tenant_id = $1 AND c.version_id = $2 AND c.result = 'accepted' AND x.line_id = d.line_id
        AND x.fiscal_year = d.fiscal_year
        AND ($4::date IS NULL OR (coalesce(c.recorded_at, c.brought_at) AT TIME ZONE 'Europe/Berlin')::date <= $4)),
      e.text, '') AS reason,
    (SELECT json_build_object('basis', r.basis, 'basisPoints', (rate ->> 'basisPoints')::integer)
      FROM plan_version_rule r, jsonb_array_elements(r.rates) rate
      WHERE $7::boolean AND r.tenant_id = $1 AND r.version_id = $2 AND r.place = (SELECT min(r.place)
          FROM plan_version_rule r WHERE r.tenant_id = $1 AND r.version_id = $2 AND ${isRuleFor('l')})
        AND (rate ->> 'fiscalYear')::integer = d.fiscal_year) AS rule,
    l.explanation,
    count(*) OVER ()::integer AS count
  FROM (
    SELECT coalesce(n.line_id, b.line_id) AS line_id, coalesce(n.fiscal_year, b.fiscal_year) AS fiscal_year,
      b.amount_cents AS before, n.amount_cents AS now
    FROM (SELECT a.line_id, a.fiscal_year, a.amount_cents FROM app.plan_amounts_as_of($1, $2, $4::date) a
      JOIN plan_version v ON v.tenant_id = $1 AND v.version_id = $2
      WHERE a.fiscal_year BETWEEN v.first_year AND v.last_year) n
    FULL JOIN (SELECT a.line_id, a.fiscal_year, a.amount_cents FROM plan_amount a
      JOIN plan_version v ON v.tenant_id = $1 AND v.version_id = $2
      WHERE a.tenant_id = $1 AND a.version_id = $3 AND a.fiscal_year BETWEEN v.first_year AND v.last_year) b
      ON b.line_id = n.line_id AND b.fiscal_year = n.fiscal_year
    WHERE n.amount_cents IS DISTINCT FROM b.amount_cents) d
  JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = d.line_id
  LEFT JOIN plan_explanation e ON e.tenant_id = $1 AND e.version_id = $2 AND e.line_id = d.line_id
  WHERE $6::text IS NULL OR l.sub_budget = $6
  ORDER BY l.number, d.fiscal_year LIMIT $5`;
