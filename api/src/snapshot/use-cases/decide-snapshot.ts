import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';

type DecideRefusal = Refusal<'NOT_FOUND'> | Refusal<'RELEASE_STATE'> | Refusal<'FOUR_EYES'>;

interface DecidedSnapshot {
  readonly id: string;
  readonly state: 'released' | 'rejected';
}

/**
 * Lets frozen figures go to the committee, or takes them back. Releasing needs a second person (the table refuses the
 * first one, too); taking back is also open to whoever prepared them.
 */
export async function decideSnapshot(
  tx: Transaction,
  snapshotId: string,
  state: 'released' | 'rejected',
): Promise<Outcome<DecidedSnapshot & Readonly<Record<string, unknown>>, DecideRefusal>> {
  const [snapshot] = await tx.query<{ state: string; prepared_by: string; sha256: string }>(
    `SELECT state, prepared_by, encode(content_sha256, 'hex') AS sha256 FROM snapshot
     WHERE tenant_id = $1 AND snapshot_id = $2 FOR UPDATE`,
    [tx.tenantId, snapshotId],
  );
  if (snapshot === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  if (snapshot.state !== 'prepared') return refuse({ code: 'RELEASE_STATE', params: {} });
  if (state === 'released' && snapshot.prepared_by === tx.personId) return refuse({ code: 'FOUR_EYES', params: {} });
  await tx.execute(
    `UPDATE snapshot SET state = $3, released_by = $4, released_at = $5
     WHERE tenant_id = $1 AND snapshot_id = $2`,
    [tx.tenantId, snapshotId, state, tx.personId, tx.now],
  );
  await tx.audit({
    action: `snapshot.${state}`,
    subjectType: 'snapshot',
    subjectId: snapshotId,
    detail: { sha256: snapshot.sha256 },
  });
  return ok({ id: snapshotId, state });
}
