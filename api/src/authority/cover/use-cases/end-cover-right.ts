import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { endRight, findCoverRight } from '../cover-right.repository';

/** Ends a one-sided right: from now on nothing is drawn by it. What was drawn stays booked. */
export async function endCoverRight(
  tx: Transaction,
  rightId: string,
  version: number,
): Promise<
  Outcome<{ readonly id: string; readonly version: number }, Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>>
> {
  if ((await findCoverRight(tx, rightId)) === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (!(await endRight(tx, rightId, version))) return refuse({ code: 'VERSION_STALE', params: {} });
  await tx.audit({ action: 'cover_right.ended', subjectType: 'cover_right', subjectId: rightId });
  return ok({ id: rightId, version: version + 1 });
}
