import type { AssignReconciliationTask } from '@etatlotse/contracts/reconciliation';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { assignTask, isFinance, lockTask } from '../reconciliation-task.repository';

type AssignRefusal = Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'TASK_OWNER_NOT_FINANCE'>;

/** Says who looks after a difference, and what is known about it. It is closed by a reconciliation alone, never by hand. */
export async function assignReconciliationTask(
  tx: Transaction,
  taskId: string,
  { ownerId, note = '', version: seen }: AssignReconciliationTask,
): Promise<Outcome<{ readonly id: string; readonly version: number }, AssignRefusal>> {
  const version = await lockTask(tx, taskId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (version !== seen) return refuse({ code: 'VERSION_STALE', params: {} });
  if (ownerId !== null && !(await isFinance(tx, ownerId)))
    return refuse({ code: 'TASK_OWNER_NOT_FINANCE', params: {} });
  await assignTask(tx, taskId, { ownerId, note });
  await tx.audit({
    action: 'reconciliation_task.assigned',
    subjectType: 'reconciliation_task',
    subjectId: taskId,
    detail: { ownerId, note },
  });
  return ok({ id: taskId, version: version + 1 });
}
