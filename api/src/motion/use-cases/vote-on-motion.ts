import type { VoteOnMotion } from '@etatlotse/contracts/council';
import type { MotionChanged } from '@etatlotse/contracts/council/plain';
import { decideVote, type VoteRefusal } from '@etatlotse/domain/council';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { excludedBy, motionsOf, writeVote } from '../motion.repository';
import { lockReading } from '../reading.repository';

/**
 * Records what a body made of a motion. Two people who record at the same moment come one after the other; the second one has
 * not seen the first vote and is told so.
 */
export async function voteOnMotion(
  tx: Transaction,
  { readingId, motionId }: { readonly readingId: string; readonly motionId: string },
  request: VoteOnMotion,
): Promise<Outcome<MotionChanged, VoteRefusal | Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>>> {
  const reading = await lockReading(tx, readingId);
  const motions = reading === null ? [] : await motionsOf(tx, readingId);
  const motion = motions.find((one) => one.motionId === motionId);
  if (reading === null || motion === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  const vote = {
    result: request.result,
    counts: request.counts ?? null,
    overtakenById: request.overtakenById ?? null,
  };
  if (motion.version !== request.version && reading.state !== 'closed') {
    return refuse({ code: 'VERSION_STALE', params: {} });
  }
  const decided = decideVote(motion, vote, {
    state: reading.state,
    others: motions.filter((one) => one.motionId !== motionId),
    excludedIds: await excludedBy(tx, motionId),
  });
  if (!decided.ok) return decided;
  await writeVote(tx, motionId, vote);
  await tx.audit({
    action: 'motion.voted',
    subjectType: 'motion',
    subjectId: motionId,
    detail: { readingId, before: motion.result, result: vote.result },
  });
  return ok({ id: motionId, result: vote.result, version: motion.version + 1 });
}
