import type { RecordChanged, SetTarget } from '@etatlotse/contracts/inventory';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { areUnits, mayKeepOf } from '../record-place';
import { saveTarget } from '../training.repository';

type TargetRefusal = Refusal<'NOT_FOUND'> | Refusal<'RECORD_UNIT_UNKNOWN'> | Refusal<'VERSION_STALE'>;

/** Says how many people of a unit are to be trained in a technology, so that its quota has something to be measured by. */
export async function setTrainingTarget(
  tx: Transaction,
  target: SetTarget,
): Promise<Outcome<RecordChanged, TargetRefusal>> {
  const { unitId, technology, people } = target;
  if (!mayKeepOf(tx, unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
  if (!(await areUnits(tx, [unitId]))) return refuse({ code: 'RECORD_UNIT_UNKNOWN', params: {} });
  const version = await saveTarget(tx, target);
  if (version === null) return refuse({ code: 'VERSION_STALE', params: {} });
  await tx.audit({
    action: 'training.target_set',
    subjectType: 'org_unit',
    subjectId: unitId,
    detail: { technology, people },
  });
  return ok({ id: unitId, version });
}
