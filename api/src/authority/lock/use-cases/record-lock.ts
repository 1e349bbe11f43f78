import type { LockRecorded, RecordLock } from '@etatlotse/contracts/authority';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Approvals } from '../../../approval';
import type { Transaction } from '../../../platform/database/transactions';
import { insertLock, insertStep } from '../lock.repository';
import { planLock, type PlanLockRefusal } from '../lock-terms';
import { refuseClosedYear, type YearRefusal } from '../../open-year';
import { SET_LOCK } from './confirm-lock-step';

type RecordLockRefusal =
  | PlanLockRefusal
  | YearRefusal
  | Refusal<'LOCK_CHANGED', { readonly amountCents: number; readonly expectedCents: number }>
  | Refusal<'APPROVAL_PENDING'>;

/**
 * Records a lock that the mayor has decided (R17, § 32 KomHKVO). It holds when a second person has confirmed it; until
 * then nothing is locked. The amounts are those that were previewed, or nothing is recorded.
 */
export async function recordLock(
  tx: Transaction,
  approvals: Approvals,
  request: RecordLock,
): Promise<Outcome<LockRecorded, RecordLockRefusal>> {
  const closed = await refuseClosedYear(tx, request.fiscalYear);
  if (closed !== null) return refuse(closed);
  const planned = await planLock(tx, request);
  if (!planned.ok) return planned;
  const { lines, lockCents } = planned.value;
  if (lockCents !== request.expectedCents) {
    return refuse({
      code: 'LOCK_CHANGED',
      params: { amountCents: lockCents, expectedCents: request.expectedCents },
    });
  }
  const lockId = await insertLock(tx, request);
  const stepId = await insertStep(tx, lockId, 'lock', request, lines);
  const asked = await approvals.request(tx, {
    action: SET_LOCK,
    subjectType: 'budget_lock',
    subjectId: lockId,
    request: {
      lockId,
      stepId,
      title: request.title,
      fiscalYear: request.fiscalYear,
      lines: lines.length,
      amountCents: lockCents,
      unrealisableCents: lines.reduce((sum, line) => sum + line.unrealisableCents, 0),
      decidedOn: request.decidedOn,
      decidedBy: request.decidedBy,
      document: request.document,
    },
    reason: request.reason,
  });
  return asked.ok ? ok({ id: lockId, stepId, version: 1, approvalId: asked.value.approvalId }) : asked;
}
