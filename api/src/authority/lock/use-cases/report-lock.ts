import type { LockChanged, ReportLock } from '@etatlotse/contracts/authority';
import { isReportOpen } from '@etatlotse/domain/authority';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { bumpLock, findStep, holdLock, storeReport } from '../lock.repository';

type ReportRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'LOCK_DATE'>
  | Refusal<'LOCK_NOT_IN_FORCE'>
  | Refusal<'LOCK_REPORTED'>;

/** Records that the council was told of a lock or of a lifting (§ 32 KomHKVO): this closes the task (T17c). */
export async function reportLock(
  tx: Transaction,
  lockId: string,
  stepId: string,
  { version, reportedOn, document }: ReportLock,
): Promise<Outcome<LockChanged, ReportRefusal>> {
  const lock = await holdLock(tx, lockId);
  const step = lock === null ? null : await findStep(tx, lockId, stepId);
  if (lock === null || step === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (lock.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (step.state !== 'done') return refuse({ code: 'LOCK_NOT_IN_FORCE', params: {} });
  if (!isReportOpen(step)) return refuse({ code: 'LOCK_REPORTED', params: {} });
  if (reportedOn > tx.today) return refuse({ code: 'LOCK_DATE', params: {} });
  await storeReport(tx, stepId, { reportedOn, document });
  await bumpLock(tx, lockId);
  await tx.audit({
    action: 'lock.reported',
    subjectType: 'budget_lock',
    subjectId: lockId,
    detail: { stepId, kind: step.kind, reportedOn, document },
  });
  return ok({ id: lockId, version: version + 1 });
}
