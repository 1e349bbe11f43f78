import type { SaveVolumes } from '@etatlotse/contracts/capacity';
import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { lockTask, nextTaskVersion, replaceVolumes } from '../task.repository';
import { reaches } from '../unit.repository';

/** Enters the numbers of a year, month by month. A month that is left blank stays unknown. */
export async function saveVolumes(
  tx: Transaction,
  taskId: string,
  { fiscalYear, kind, counts, version }: SaveVolumes,
): Promise<Outcome<CapacityChanged, Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>>> {
  const before = await lockTask(tx, taskId);
  if (before === null || !reaches(tx, 'capacity.write', before.unit_id)) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (before.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  await replaceVolumes(tx, taskId, fiscalYear, kind, counts);
  await nextTaskVersion(tx, taskId);
  await tx.audit({
    action: 'task.volumes_saved',
    subjectType: 'task',
    subjectId: taskId,
    detail: { fiscalYear, kind, known: counts.filter((count) => count !== null).length },
  });
  return ok({ id: taskId, version: version + 1 });
}
