/**
 * Whether a demand is seen: of the reader's units (null: all), or before one of the reader's desks now or earlier. What one
 * may not see does not exist.
 */
export const isDemandSeen = (alias: string, units: string, desks: string): string =>
  `(${units}::uuid[] IS NULL OR ${alias}.unit_id = ANY (${units}) OR EXISTS (SELECT FROM demand_review v
    WHERE v.tenant_id = ${alias}.tenant_id AND v.demand_id = ${alias}.demand_id AND v.desk = ANY (${desks}::text[])))`;
