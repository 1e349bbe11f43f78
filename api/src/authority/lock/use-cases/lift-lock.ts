import type { LiftLock, LockRecorded } from '@etatlotse/contracts/authority';
import { decideLift, type LiftRefusal } from '@etatlotse/domain/authority';
import { cents, ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Approvals } from '../../../approval';
import type { Transaction } from '../../../platform/database/transactions';
import { refuseClosedYear, type YearRefusal } from '../../open-year';
import { bumpLock, holdLock, insertStep, readHeld } from '../lock.repository';
import { LIFT_LOCK } from './confirm-lock-step';

type LiftLockRefusal =
  | LiftRefusal
  | YearRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'LOCK_DATE'>
  | Refusal<'LOCK_NOT_IN_FORCE'>
  | Refusal<'APPROVAL_PENDING'>;

/**
 * Records that a lock is lifted, wholly or on some lines (T17c). Like the lock it holds when a second person has confirmed
 * it, and the council is told of it.
 */
export async function liftLock(
  tx: Transaction,
  approvals: Approvals,
  lockId: string,
  request: LiftLock,
): Promise<Outcome<LockRecorded, LiftLockRefusal>> {
  const lock = await holdLock(tx, lockId);
  if (lock === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (lock.version !== request.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const closed = await refuseClosedYear(tx, lock.fiscalYear);
  if (closed !== null) return refuse(closed);
  if (request.decidedOn > tx.today) return refuse({ code: 'LOCK_DATE', params: {} });
  const held = await readHeld(tx, lockId);
  if (held.length === 0) return refuse({ code: 'LOCK_NOT_IN_FORCE', params: {} });
  const lifted = decideLift(
    held.map(({ lineId, lockedCents }) => ({ lineId, lockedCents: cents(lockedCents) })),
    request.amounts?.map(({ lineId, amountCents }) => ({ lineId, amountCents: cents(amountCents) })) ?? null,
    request.reason,
  );
  if (!lifted.ok) return lifted;
  const amounts = lifted.value.map((amount) => ({ ...amount, basisCents: 0 }));
  const stepId = await insertStep(tx, lockId, 'lift', request, amounts);
  await bumpLock(tx, lockId);
  const asked = await approvals.request(tx, {
    action: LIFT_LOCK,
    subjectType: 'budget_lock',
    subjectId: lockId,
    request: {
      lockId,
      stepId,
      title: lock.title,
      fiscalYear: lock.fiscalYear,
      lines: amounts.length,
      amountCents: amounts.reduce((sum, { amountCents }) => sum + amountCents, 0),
      decidedOn: request.decidedOn,
      decidedBy: request.decidedBy,
      document: request.document,
    },
    reason: request.reason,
  });
  return asked.ok ? ok({ id: lockId, stepId, version: lock.version + 1, approvalId: asked.value.approvalId }) : asked;
}
