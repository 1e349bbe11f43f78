import type { SnapshotContent } from '@etatlotse/contracts/snapshot/plain';
import type { Transaction } from '../platform/database/transactions';

/** A released snapshot as papers read it. */
export interface ReleasedSnapshot {
  readonly id: string;
  readonly sha256: string;
  readonly isPublic: boolean;
  /** Whether these bodies may open the snapshot itself. */
  readonly isShown: boolean;
  readonly content: SnapshotContent;
}

/**
 * SQL: whether a snapshot may be seen by members of these bodies (null: whoever sees those of all). It may when it is public,
 * when it was made for no meeting in particular, or when its meeting is one of theirs.
 */
export const isForBodies = (snapshot: string, bodies: string): string => `
  (${bodies}::uuid[] IS NULL OR ${snapshot}.is_public OR ${snapshot}.meeting_id IS NULL OR EXISTS (
    SELECT FROM meeting w WHERE w.tenant_id = ${snapshot}.tenant_id AND w.meeting_id = ${snapshot}.meeting_id
      AND w.body_id = ANY (${bodies})))`;

const readSql = `
  SELECT encode(s.content_sha256, 'hex') AS sha256, s.is_public AS "isPublic", ${isForBodies('s', '$3')} AS "isShown",
       s.content::text AS content
  FROM snapshot s WHERE s.tenant_id = $1 AND s.snapshot_id = $2 AND s.state = 'released'`;

/** Null where there is none, or where it was not released. */
export async function readReleased(
  tx: Transaction,
  snapshotId: string,
  bodies: readonly string[] | null = null,
): Promise<ReleasedSnapshot | null> {
  const [row] = await tx.query<{ sha256: string; isPublic: boolean; isShown: boolean; content: string }>(readSql, [
    tx.tenantId,
    snapshotId,
    bodies,
  ]);
  return row === undefined ? null : { ...row, id: snapshotId, content: JSON.parse(row.content) as SnapshotContent };
}
