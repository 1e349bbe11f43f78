import { may, type Permission, unitScope } from '@etatlotse/domain/access';
import { type Cents, cents } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { isProjectSeen } from './project.repository';

/** What the ledger has for a project, through its lines in the years in which they are its own. */
export interface ProjectMoney {
  readonly spentCents: Cents;
  readonly spentThisYearCents: Cents;
  /** Ordered or reserved, this year and later. */
  readonly boundCents: Cents;
  readonly availableCents: Cents;
}

/** The lines of a project with their years, as a subselect: `line_id`, `from_year`, `to_year`. */
export const linesOfProject = (tenant: string, project: string): string => `
  SELECT k.line_id, k.from_year, k.to_year FROM project_line k WHERE k.tenant_id = ${tenant} AND k.project_id = ${project}`;

/** Money of projects; one without lines has none. */
export async function readProjectMoney(
  tx: Transaction,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ProjectMoney>> {
  const rows = await tx.query<{ id: string; spent: string; year: string; bound: string; available: string }>(moneySql, [
    tx.tenantId,
    projectIds,
    Number(tx.today.slice(0, 4)),
  ]);
  return new Map(
    rows.map(({ id, spent, year, bound, available }) => [
      id,
      {
        spentCents: cents(Number(spent)),
        spentThisYearCents: cents(Number(year)),
        boundCents: cents(Number(bound)),
        availableCents: cents(Number(available)),
      },
    ]),
  );
}

const moneySql = `
  SELECT k.project_id AS id, sum(b.actual_cents) AS spent,
    coalesce(sum(b.actual_cents) FILTER (WHERE b.fiscal_year = $3::smallint), 0) AS year,
    coalesce(sum(b.commitment_cents + b.reservation_cents) FILTER (WHERE b.fiscal_year >= $3::smallint), 0) AS bound,
    coalesce(sum(b.available_cents) FILTER (WHERE b.fiscal_year >= $3::smallint), 0) AS available
  FROM project_line k
  JOIN line_balance b ON b.tenant_id = k.tenant_id AND b.line_id = k.line_id AND b.fiscal_year >= k.from_year
    AND (k.to_year IS NULL OR b.fiscal_year <= k.to_year)
  WHERE k.tenant_id = $1 AND k.project_id = ANY ($2::uuid[])
  GROUP BY 1`;

/** A single, open project for which somebody may do something; held, so that nobody closes it meanwhile. Null otherwise. */
export async function holdServedProject(
  tx: Transaction,
  projectId: string,
  permission: Permission,
): Promise<{ readonly id: string; readonly unitId: string | null } | null> {
  if (tx.actor === null) return null;
  const [project] = await tx.query<{ id: string; unitId: string | null }>(servedSql, [
    tx.tenantId,
    projectId,
    unitScope(tx.actor, 'project.read'),
  ]);
  return project !== undefined && may(tx.actor, permission, { unitId: project.unitId }) ? project : null;
}

const servedSql = `
  SELECT p.project_id AS id, p.unit_id AS "unitId" FROM project p
  WHERE p.tenant_id = $1 AND p.project_id = $2 AND ${isProjectSeen('p', '$3')} AND p.level = 'project'
    AND p.state <> 'closed' FOR SHARE`;
