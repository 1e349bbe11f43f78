import type { SnapshotDemand } from '@etatlotse/contracts/snapshot/plain';
import type { Transaction } from '../platform/database/transactions';

/** Demands whose last decision was taken after a moment, in the order of the decisions. */
export function readDecidedDemands(tx: Transaction, after: string): Promise<SnapshotDemand[]> {
  return tx.query<SnapshotDemand>(decidedSql, [tx.tenantId, after]);
}

const decidedSql = `
  SELECT d.demand_id AS id, d.number, d.title, u.name AS unit, e.to_state AS decision,
    (e.recorded_at AT TIME ZONE 'Europe/Berlin')::date::text AS "decidedOn"
  FROM demand d
  JOIN org_unit u ON u.tenant_id = d.tenant_id AND u.unit_id = d.unit_id
  JOIN LATERAL (
    SELECT x.to_state, x.recorded_at FROM demand_event x
    WHERE x.tenant_id = d.tenant_id AND x.demand_id = d.demand_id AND x.to_state = d.state
    ORDER BY x.event_id DESC LIMIT 1) e ON true
  WHERE d.tenant_id = $1 AND d.state IN ('adopted', 'deferred', 'rejected') AND e.recorded_at > $2::timestamptz
  ORDER BY e.recorded_at, d.number`;
