import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { eraseHolder, lockPost } from '../post.repository';
import { reaches } from '../unit.repository';

/** Erases the name of a holder. The time on the post stays; what is kept says that a name was erased and never which. */
export async function eraseHolderName(
  tx: Transaction,
  postId: string,
  occupancyId: string,
): Promise<Outcome<CapacityChanged, Refusal<'NOT_FOUND'>>> {
  const post = await lockPost(tx, postId);
  if (post === null || !reaches(tx, 'staffing.write', post.unit_id)) return refuse({ code: 'NOT_FOUND', params: {} });
  if (!(await eraseHolder(tx, postId, occupancyId))) return refuse({ code: 'NOT_FOUND', params: {} });
  await tx.audit({ action: 'post.holder_erased', subjectType: 'post', subjectId: postId, detail: { occupancyId } });
  return ok({ id: postId, version: post.version + 1 });
}
