import type { SetGoLive } from '@etatlotse/contracts/capacity';
import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { deleteGoLive, isMilestoneSeen, replaceGoLive } from '../go-live.repository';
import { lockTask, nextTaskVersion, type TaskRecord } from '../task.repository';
import { reaches } from '../unit.repository';

type LinkRefusal = Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>;
type SetRefusal = LinkRefusal | Refusal<'TASK_GO_LIVE_NEEDS_MINUTES'> | Refusal<'GO_LIVE_MONTHS_NEEDED'>;

/** Says what a project changes about a task from its go-live on: the day is that of the milestone, wherever it moves. */
export async function setGoLive(
  tx: Transaction,
  taskId: string,
  effect: SetGoLive,
): Promise<Outcome<CapacityChanged, SetRefusal>> {
  const held = await hold(tx, taskId, effect.version);
  if (!held.ok) return held;
  if (!(await isMilestoneSeen(tx, effect.milestoneId))) return refuse({ code: 'NOT_FOUND', params: {} });
  if (held.value.base_seconds === null) return refuse({ code: 'TASK_GO_LIVE_NEEDS_MINUTES', params: {} });
  if (effect.course !== 'step' && effect.months === 0) return refuse({ code: 'GO_LIVE_MONTHS_NEEDED', params: {} });
  await replaceGoLive(tx, taskId, effect);
  await nextTaskVersion(tx, taskId);
  await tx.audit({
    action: 'task.go_live_set',
    subjectType: 'task',
    subjectId: taskId,
    detail: { milestoneId: effect.milestoneId, onlineSeconds: effect.onlineSeconds, percent: effect.onlinePercent },
  });
  return ok({ id: taskId, version: effect.version + 1 });
}

/** Takes the link away: the task stays as it is worked today. */
export async function removeGoLive(
  tx: Transaction,
  taskId: string,
  version: number,
): Promise<Outcome<CapacityChanged, LinkRefusal>> {
  const held = await hold(tx, taskId, version);
  if (!held.ok) return held;
  if (!(await deleteGoLive(tx, taskId))) return ok({ id: taskId, version });
  await nextTaskVersion(tx, taskId);
  await tx.audit({ action: 'task.go_live_removed', subjectType: 'task', subjectId: taskId });
  return ok({ id: taskId, version: version + 1 });
}

async function hold(tx: Transaction, taskId: string, version: number): Promise<Outcome<TaskRecord, LinkRefusal>> {
  const task = await lockTask(tx, taskId);
  if (task === null || !reaches(tx, 'capacity.write', task.unit_id)) return refuse({ code: 'NOT_FOUND', params: {} });
  return task.version === version ? ok(task) : refuse({ code: 'VERSION_STALE', params: {} });
}
