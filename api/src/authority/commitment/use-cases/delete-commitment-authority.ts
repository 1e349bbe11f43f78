import { may } from '@etatlotse/domain/access';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { deleteAuthority, lockAuthority } from '../commitment.repository';

type DeleteRefusal = Refusal<'NOT_FOUND'> | Refusal<'COMMITMENT_VERSION_FIXED', { readonly fiscalYear: number }>;

/** Takes an authority out of a plan version that is still being made; what was adopted stays. */
export async function deleteCommitmentAuthority(
  tx: Transaction,
  authorityId: string,
): Promise<Outcome<{ readonly id: string }, DeleteRefusal>> {
  const authority = await lockAuthority(tx, authorityId);
  if (
    authority === null ||
    tx.actor === null ||
    !may(tx.actor, 'commitment_authority.write', { unitId: authority.unitId })
  ) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (!authority.isDraft) {
    return refuse({ code: 'COMMITMENT_VERSION_FIXED', params: { fiscalYear: authority.planYear } });
  }
  await deleteAuthority(tx, authorityId);
  await tx.audit({
    action: 'commitment_authority.removed',
    subjectType: 'commitment_authority',
    subjectId: authorityId,
    detail: { fiscalYear: authority.planYear, number: authority.number },
  });
  return ok({ id: authorityId });
}
