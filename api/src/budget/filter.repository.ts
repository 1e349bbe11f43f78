import type { Transaction } from '../platform/database/transactions';

/** One person at a time names filters in a city, so that two never take the same name in one moment. */
export async function holdFilterNames(tx: Transaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`saved-filter ${tx.tenantId}`]);
}

/** Whether another filter than this one (null: any) has the name. */
export async function isFilterNameTaken(tx: Transaction, name: string, butFor: string | null): Promise<boolean> {
  const taken = await tx.query(
    `SELECT filter_id FROM saved_filter WHERE tenant_id = $1 AND name = $2 AND filter_id IS DISTINCT FROM $3::uuid`,
    [tx.tenantId, name, butFor],
  );
  return taken.length > 0;
}

/** The version of a filter, or null where there is none. */
export async function findFilterVersion(tx: Transaction, filterId: string): Promise<number | null> {
  const [filter] = await tx.query<{ version: number }>(
    `SELECT version FROM saved_filter WHERE tenant_id = $1 AND filter_id = $2`,
    [tx.tenantId, filterId],
  );
  return filter?.version ?? null;
}
