import type { NoteDeparture } from '@etatlotse/contracts/capacity';
import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { deleteDeparture, isHeldOn, replaceDeparture } from '../departure.repository';
import { lockPost, type PostRecord } from '../post.repository';
import { reaches } from '../unit.repository';

type NoteRefusal = Refusal<'NOT_FOUND'> | Refusal<'DEPARTURE_POST_VACANT', { readonly on: string }>;

/** Notes that a post falls vacant on a day, and how long it takes to fill. */
export async function noteDeparture(
  tx: Transaction,
  postId: string,
  departure: NoteDeparture,
): Promise<Outcome<CapacityChanged, NoteRefusal>> {
  const held = await hold(tx, postId);
  if (!held.ok) return held;
  if (!(await isHeldOn(tx, postId, departure.leavesOn))) {
    return refuse({ code: 'DEPARTURE_POST_VACANT', params: { on: departure.leavesOn } });
  }
  await replaceDeparture(tx, postId, departure);
  const { leavesOn, daysToFill } = departure;
  await tx.audit({
    action: 'post.departure_noted',
    subjectType: 'post',
    subjectId: postId,
    detail: { leavesOn, daysToFill },
  });
  return ok({ id: postId, version: held.value.version });
}

/** Takes a note back: the post stays held. */
export async function dropDeparture(
  tx: Transaction,
  postId: string,
): Promise<Outcome<CapacityChanged, Refusal<'NOT_FOUND'>>> {
  const held = await hold(tx, postId);
  if (!held.ok) return held;
  if (!(await deleteDeparture(tx, postId))) return refuse({ code: 'NOT_FOUND', params: {} });
  await tx.audit({ action: 'post.departure_dropped', subjectType: 'post', subjectId: postId });
  return ok({ id: postId, version: held.value.version });
}

async function hold(tx: Transaction, postId: string): Promise<Outcome<PostRecord, Refusal<'NOT_FOUND'>>> {
  const post = await lockPost(tx, postId);
  if (post === null || !reaches(tx, 'staffing.write', post.unit_id)) return refuse({ code: 'NOT_FOUND', params: {} });
  return ok(post);
}
