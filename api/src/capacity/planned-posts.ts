import type { Transaction } from '../platform/database/transactions';

/** Planned posts of units and what is below them on a day, in FTE (VZÄ): each post by its share of a full week. */
export async function plannedFteOf(
  tx: Transaction,
  unitIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ unit_id: string; fte: number }>(plannedSql, [tx.tenantId, unitIds, day]);
  return new Map(rows.map(({ unit_id: unitId, fte }) => [unitId, fte]));
}

const plannedSql = `
  WITH RECURSIVE below AS (
    SELECT unit_id AS top_id, unit_id FROM org_unit WHERE tenant_id = $1 AND unit_id = ANY ($2::uuid[])
    UNION
    SELECT b.top_id, u.unit_id FROM below b JOIN org_unit u ON u.tenant_id = $1 AND u.parent_id = b.unit_id
  )
  SELECT b.top_id AS unit_id, sum(p.weekly_minutes::float8 / p.full_time_minutes) AS fte
  FROM below b JOIN post p ON p.tenant_id = $1 AND p.unit_id = b.unit_id
  WHERE p.valid_from <= $3::date AND (p.valid_until IS NULL OR p.valid_until >= $3::date)
  GROUP BY b.top_id`;
