import type { ChangeTask, CreateTask } from '@etatlotse/contracts/capacity';
import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { hasGoLive } from '../go-live.repository';
import { deleteStock } from '../task-stock.repository';
import { insertTask, lockTask, updateTask } from '../task.repository';
import { checkUnit, reaches, type UnitRefusal } from '../unit.repository';

type SaveRefusal =
  | UnitRefusal
  | Refusal<'TASK_HOURS_WITHOUT_MINUTES'>
  | Refusal<'TASK_BACKLOG_UNDATED'>
  | Refusal<'TASK_ALLOWANCE_HALF'>
  | Refusal<'TASK_GO_LIVE_NEEDS_MINUTES'>
  | Refusal<'TASK_NAME_TAKEN', { readonly name: string }>;

/** Adds a task to a unit. Its minutes may be unknown: then so is what it needs. */
export async function createTask(tx: Transaction, task: CreateTask): Promise<Outcome<CapacityChanged, SaveRefusal>> {
  const checked = await check(tx, task);
  if (!checked.ok) return checked;
  const id = await insertTask(tx, task);
  if (id === null) return refuse({ code: 'TASK_NAME_TAKEN', params: { name: task.name } });
  await tx.audit({ action: 'task.created', subjectType: 'task', subjectId: id, detail: { unitId: task.unitId } });
  return ok({ id, version: 1 });
}

/** Changes a task at the version that was seen. */
export async function changeTask(
  tx: Transaction,
  taskId: string,
  { version, ...task }: ChangeTask,
): Promise<Outcome<CapacityChanged, SaveRefusal | Refusal<'VERSION_STALE'>>> {
  const before = await lockTask(tx, taskId);
  if (before === null || !reaches(tx, 'capacity.write', before.unit_id)) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (before.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const checked = await check(tx, task);
  if (!checked.ok) return checked;
  if (task.baseSeconds === undefined && (await hasGoLive(tx, taskId))) {
    return refuse({ code: 'TASK_GO_LIVE_NEEDS_MINUTES', params: {} });
  }
  // Months of receipt belong to the count that they were looked at in.
  const isCountedAgain =
    (task.backlog ?? null) !== before.backlog || (task.backlogCountedOn ?? null) !== before.backlog_counted_on;
  if (isCountedAgain) await deleteStock(tx, taskId);
  if (!(await updateTask(tx, taskId, task))) return refuse({ code: 'TASK_NAME_TAKEN', params: { name: task.name } });
  await tx.audit({
    action: 'task.changed',
    subjectType: 'task',
    subjectId: taskId,
    detail: { unitId: task.unitId, baseSeconds: task.baseSeconds ?? null, method: task.method },
  });
  return ok({ id: taskId, version: version + 1 });
}

async function check(tx: Transaction, task: CreateTask): Promise<Outcome<null, SaveRefusal>> {
  const unit = await checkUnit(tx, 'capacity.write', task.unitId);
  if (!unit.ok) return unit;
  if (task.kind === 'hours' && (task.baseSeconds !== undefined || task.backlog !== undefined)) {
    return refuse({ code: 'TASK_HOURS_WITHOUT_MINUTES', params: {} });
  }
  if ((task.backlog === undefined) !== (task.backlogCountedOn === undefined)) {
    return refuse({ code: 'TASK_BACKLOG_UNDATED', params: {} });
  }
  if ((task.allowanceBasis === undefined) !== (task.allowanceMicros === undefined)) {
    return refuse({ code: 'TASK_ALLOWANCE_HALF', params: {} });
  }
  return ok(null);
}
