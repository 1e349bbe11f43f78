import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';

type DecideReleaseRefusal = Refusal<'NOT_FOUND'> | Refusal<'RELEASE_STATE'> | Refusal<'FOUR_EYES'>;

interface DecidedRelease {
  readonly id: string;
  readonly state: 'released' | 'rejected';
}

/**
 * Lets frozen figures go to the committee, or takes them back. Releasing needs a second person (the table refuses the
 * first one, too); taking back is also open to whoever prepared them.
 */
export async function decideRelease(
  tx: Transaction,
  releaseId: string,
  state: 'released' | 'rejected',
): Promise<Outcome<DecidedRelease & Readonly<Record<string, unknown>>, DecideReleaseRefusal>> {
  const [release] = await tx.query<{ state: string; prepared_by: string; sha256: string }>(
    `SELECT state, prepared_by, encode(figures_sha256, 'hex') AS sha256 FROM overview_release
     WHERE tenant_id = $1 AND release_id = $2 FOR UPDATE`,
    [tx.tenantId, releaseId],
  );
  if (release === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  if (release.state !== 'prepared') return refuse({ code: 'RELEASE_STATE', params: {} });
  if (state === 'released' && release.prepared_by === tx.personId) return refuse({ code: 'FOUR_EYES', params: {} });
  await tx.execute(
    `UPDATE overview_release SET state = $3, released_by = $4, released_at = $5
     WHERE tenant_id = $1 AND release_id = $2`,
    [tx.tenantId, releaseId, state, tx.personId, tx.now],
  );
  await tx.audit({
    action: `release.${state}`,
    subjectType: 'overview_release',
    subjectId: releaseId,
    detail: { sha256: release.sha256 },
  });
  return ok({ id: releaseId, state });
}
