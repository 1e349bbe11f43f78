import type { SnapshotContent } from '@etatlotse/contracts/snapshot/plain';
import type { Transaction } from '../platform/database/transactions';

/** A released snapshot as papers read it. */
export interface ReleasedSnapshot {
  readonly id: string;
  readonly sha256: string;
  readonly content: SnapshotContent;
}

/** Null where there is none, or where it was not released. */
export async function readReleased(tx: Transaction, snapshotId: string): Promise<ReleasedSnapshot | null> {
  const [row] = await tx.query<{ sha256: string; content: string }>(
    `SELECT encode(content_sha256, 'hex') AS sha256, content::text AS content FROM snapshot
     WHERE tenant_id = $1 AND snapshot_id = $2 AND state = 'released'`,
    [tx.tenantId, snapshotId],
  );
  return row === undefined
    ? null
    : { id: snapshotId, sha256: row.sha256, content: JSON.parse(row.content) as SnapshotContent };
}
