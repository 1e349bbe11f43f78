import type { ExtraLine } from '@etatlotse/contracts/authority';
import type { ReserveKind } from '@etatlotse/domain/budget';
import type { Transaction } from '../../platform/database/transactions';

/** A line as requests for extra authority see it: what the printed form names, and what stands on it in the year. */
export interface ExtraLineFacts extends ExtraLine {
  readonly unitId: string | null;
  readonly poolId: string | null;
  readonly direction: string;
  readonly sphere: string;
  readonly reserve: ReserveKind | null;
  readonly isArchived: boolean;
  readonly appropriationCents: number;
  /** Over and outside the plan, granted in the year. */
  readonly grantedCents: number;
  /** Of the pool where the line stands in one. */
  readonly availableCents: number;
}

/** The lines with these ids; those that do not exist here are left out. Call it behind the locks where it must hold. */
export async function findExtraLines(
  tx: Transaction,
  fiscalYear: number,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, ExtraLineFacts>> {
  if (lineIds.length === 0) return new Map();
  const rows = await tx.query<{ line: ExtraLineFacts }>(linesSql, [tx.tenantId, fiscalYear, lineIds]);
  return new Map(rows.map(({ line }) => [line.lineId, line]));
}

/** What the printed form names of a line `l`. */
export const extraLineColumns = `'lineId', l.line_id, 'number', l.number, 'name', l.name, 'subBudget', l.sub_budget,
  'statementLine', l.statement_line, 'projectKey', l.project_key, 'account', l.account, 'accountName', l.account_name`;

const linesSql = `
  SELECT json_build_object(${extraLineColumns}, 'unitId', l.unit_id, 'poolId', l.pool_id, 'direction', l.direction,
    'sphere', l.sphere, 'reserve', l.reserve, 'isArchived', l.archived_at IS NOT NULL,
    'appropriationCents', coalesce(b.appropriation_cents, 0),
    'grantedCents', coalesce(b.over_plan_cents + b.outside_plan_cents, 0),
    'availableCents', coalesce(p.available_cents, b.available_cents, 0)) AS line
  FROM budget_line l
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = $2
  LEFT JOIN pool_balance p ON p.tenant_id = l.tenant_id AND p.pool_id = l.pool_id AND p.fiscal_year = $2
  WHERE l.tenant_id = $1 AND l.line_id = ANY ($3::uuid[])`;
