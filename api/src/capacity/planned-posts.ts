import type { Transaction } from '../platform/database/transactions';

/** Planned posts of units on a day, in FTE (VZÄ): each post by its share of a full week. */
export async function plannedFteOf(
  tx: Transaction,
  unitIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ unit_id: string; fte: number }>(
    `SELECT unit_id, sum(weekly_minutes::float8 / full_time_minutes) AS fte FROM post
     WHERE tenant_id = $1 AND unit_id = ANY ($2::uuid[]) AND valid_from <= $3::date
       AND (valid_until IS NULL OR valid_until >= $3::date)
     GROUP BY unit_id`,
    [tx.tenantId, unitIds, day],
  );
  return new Map(rows.map(({ unit_id: unitId, fte }) => [unitId, fte]));
}
