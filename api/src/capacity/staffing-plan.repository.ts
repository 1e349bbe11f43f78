import type { Transaction } from '../platform/database/transactions';

/** Posts of a year, as a budget prints them; `all` where it does not tell officials from employees. */
export interface PlanFte {
  readonly fiscalYear: number;
  readonly status: 'employee' | 'official' | 'all';
  readonly hundredths: number;
}

/** A product group of the staffing plan. */
export interface PlanGroup {
  readonly code: string;
  readonly name: string;
  readonly fte: readonly PlanFte[];
}

export interface KnownPlanGroup extends PlanGroup {
  readonly id: string;
  readonly version: number;
}

/** The groups with these codes, held until the transaction ends. */
export async function knownPlanGroups(tx: Transaction, codes: readonly string[]): Promise<KnownPlanGroup[]> {
  return tx.query<KnownPlanGroup>(
    `SELECT g.group_id AS id, g.code, g.name, g.version,
       (SELECT coalesce(json_agg(json_build_object('fiscalYear', f.fiscal_year, 'status', f.status, 'hundredths',
          f.hundredths) ORDER BY f.fiscal_year, f.status), '[]')
        FROM staffing_plan_fte f WHERE f.tenant_id = g.tenant_id AND f.group_id = g.group_id) AS fte
     FROM staffing_plan_group g WHERE g.tenant_id = $1 AND g.code = ANY ($2) ORDER BY g.group_id FOR UPDATE OF g`,
    [tx.tenantId, codes],
  );
}

export async function insertPlanGroup(
  tx: Transaction,
  group: PlanGroup,
  origin: 'import' | 'demo' = 'import',
): Promise<string> {
  const groupId = tx.nextId();
  await tx.execute(
    `INSERT INTO staffing_plan_group (tenant_id, group_id, code, name, origin) VALUES ($1, $2, $3, $4, $5)`,
    [tx.tenantId, groupId, group.code, group.name, origin],
  );
  await writeFte(tx, groupId, group.fte);
  return groupId;
}

/** Replaces what is said of a group; years that the new plan does not name are in it, too, as it was merged before. */
export async function updatePlanGroup(tx: Transaction, groupId: string, group: PlanGroup): Promise<void> {
  await tx.execute(
    `UPDATE staffing_plan_group SET code = $3, name = $4, version = version + 1 WHERE tenant_id = $1 AND group_id = $2`,
    [tx.tenantId, groupId, group.code, group.name],
  );
  await tx.execute(`DELETE FROM staffing_plan_fte WHERE tenant_id = $1 AND group_id = $2`, [tx.tenantId, groupId]);
  await writeFte(tx, groupId, group.fte);
}

export async function removePlanGroups(tx: Transaction, groupIds: readonly string[]): Promise<void> {
  await tx.execute(`DELETE FROM staffing_plan_group WHERE tenant_id = $1 AND group_id = ANY ($2::uuid[])`, [
    tx.tenantId,
    groupIds,
  ]);
}

async function writeFte(tx: Transaction, groupId: string, fte: readonly PlanFte[]): Promise<void> {
  await tx.execute(
    `INSERT INTO staffing_plan_fte (tenant_id, group_id, fiscal_year, status, hundredths)
     SELECT $1, $2, f."fiscalYear", f.status, f.hundredths
     FROM jsonb_to_recordset($3::jsonb) AS f("fiscalYear" smallint, status text, hundredths integer)`,
    [tx.tenantId, groupId, JSON.stringify(fte)],
  );
}
