import { demandSight } from '@etatlotse/domain/demand';
import { isDemandSeen, readDemand, type StoredDemand } from '../demand';
import type { Transaction } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';

/** What one may not see does not exist. */
export async function readSeenDemand(
  tx: Transaction,
  { actor }: Caller,
  demandId: string,
): Promise<StoredDemand | null> {
  const { units, desks } = demandSight(actor);
  const rows = await tx.query(seenSql, [tx.tenantId, demandId, units, desks]);
  return rows.length === 0 ? null : readDemand(tx, demandId);
}

const seenSql = `
  SELECT FROM demand d WHERE d.tenant_id = $1 AND d.demand_id = $2 AND ${isDemandSeen('d', '$3', '$4')}`;
