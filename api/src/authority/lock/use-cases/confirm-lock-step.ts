import {
  type FiscalYear,
  fiscalYear as toFiscalYear,
  ok,
  type Outcome,
  type Refusal,
  refuse,
} from '@etatlotse/domain/shared';
import { decideLift, type LiftRefusal } from '@etatlotse/domain/authority';
import { cents } from '@etatlotse/domain/shared';
import type { PendingApproval } from '../../../approval';
import { lockBalances, type NewMovement, writeMovements } from '../../../budget';
import type { Transaction } from '../../../platform/database/transactions';
import {
  bumpLock,
  closeStep,
  findStep,
  holdLock,
  readAmounts,
  readHeld,
  type StepAmount,
  type StoredStep,
} from '../lock.repository';

/** Actions that a second person decides on. */
export const SET_LOCK = 'lock.set';
export const LIFT_LOCK = 'lock.lift';

type ConfirmRefusal = LiftRefusal | Refusal<'NOT_FOUND'> | Refusal<'YEAR_CLOSED', { readonly fiscalYear: FiscalYear }>;

/** Thousands of lines in one go; the work may take longer than a click. */
const LOCK_LIMIT_MS = 60_000;
const BATCH = 5000;

/**
 * The second person has confirmed: the lock or the lifting is written on every line in this one transaction (T17a). Lines
 * without anything left are locked all the same: old orders stay valid, new ones are refused (T17b).
 */
export async function confirmLockStep(
  tx: Transaction,
  approval: PendingApproval,
): Promise<Outcome<{ readonly id: string }, ConfirmRefusal>> {
  const { lockId, stepId } = approval.request as { readonly lockId: string; readonly stepId: string };
  const found = await findStep(tx, lockId, stepId);
  if (found === null) return refuse({ code: 'NOT_FOUND', params: {} });
  await tx.limitStatementsTo(LOCK_LIMIT_MS);
  const amounts = await readAmounts(tx, stepId);
  const { fiscalYear } = found;
  await lockBalances(
    tx,
    amounts.map(({ lineId }) => ({ lineId, fiscalYear })),
  );
  const lock = await holdLock(tx, lockId);
  const step = await findStep(tx, lockId, stepId);
  if (lock === null || step === null || step.state !== 'waiting') return refuse({ code: 'NOT_FOUND', params: {} });
  if (step.kind === 'lift') {
    const lifted = await checkLift(tx, step, amounts);
    if (!lifted.ok) return lifted;
  }
  const movements = amounts.map((amount) => toMovement(step, lock.title, amount));
  for (let from = 0; from < movements.length; from += BATCH) {
    const batch = movements.slice(from, from + BATCH);
    const written = await writeMovements(tx, batch);
    if (written.length !== batch.length) {
      return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: toFiscalYear(fiscalYear) } });
    }
  }
  await closeStep(tx, stepId, 'done');
  await bumpLock(tx, lockId);
  await tx.audit({
    action: step.kind === 'lock' ? 'lock.set' : 'lock.lifted',
    subjectType: 'budget_lock',
    subjectId: lockId,
    detail: {
      stepId,
      fiscalYear,
      lines: amounts.length,
      amountCents: amounts.reduce((sum, { amountCents }) => sum + amountCents, 0),
    },
  });
  return ok({ id: lockId });
}

/** Not confirmed or taken back: the step stays in the list as what it was, and locks nothing. */
export async function dismissLockStep(tx: Transaction, approval: PendingApproval): Promise<void> {
  const { lockId, stepId } = approval.request as { readonly lockId: string; readonly stepId: string };
  await closeStep(tx, stepId, 'dismissed');
  await bumpLock(tx, lockId);
}

async function checkLift(tx: Transaction, step: StoredStep, amounts: readonly StepAmount[]) {
  const held = await readHeld(tx, step.lockId);
  return decideLift(
    held.map(({ lineId, lockedCents }) => ({ lineId, lockedCents: cents(lockedCents) })),
    amounts.map(({ lineId, amountCents }) => ({ lineId, amountCents: cents(amountCents) })),
    step.reason,
  );
}

function toMovement(step: StoredStep, title: string, { lineId, amountCents }: StepAmount): NewMovement {
  return {
    lineId,
    fiscalYear: step.fiscalYear,
    kind: 'lock',
    amountCents: step.kind === 'lock' ? amountCents : -amountCents,
    bookedOn: step.decidedOn,
    source: 'person',
    documentNumber: step.document.slice(0, DOCUMENT_NUMBER_MAX),
    text: title,
    reason: step.reason,
    decisionId: step.lockId,
  };
}

/** What fits beside a movement; the whole reference stands on the lock. */
const DOCUMENT_NUMBER_MAX = 100;
