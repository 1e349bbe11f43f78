import type { UnitUsage } from '@etatlotse/contracts/organization/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { deleteUnit as deleteRow, findUnit, lockTree, lockUnit, usageOf } from '../unit.repository';

type DeleteUnitRefusal = Refusal<'NOT_FOUND'> | Refusal<'UNIT_IN_USE', UnitUsage> | Refusal<'VERSION_STALE'>;

/** Removes a unit that nothing was ever hung on, a mistake at entry for instance. Every other unit is ended. */
export async function deleteUnit(
  tx: Transaction,
  unitId: string,
  version: number,
): Promise<Outcome<Readonly<Record<never, never>>, DeleteUnitRefusal>> {
  await lockTree(tx);
  await lockUnit(tx, unitId);
  const unit = await findUnit(tx, unitId);
  if (unit === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const usage = await usageOf(tx, unitId);
  if (usage.children + usage.lines + usage.roles > 0) return refuse({ code: 'UNIT_IN_USE', params: { ...usage } });
  if (!(await deleteRow(tx, unitId, version))) return refuse({ code: 'VERSION_STALE', params: {} });
  await tx.audit({
    action: 'unit.deleted',
    subjectType: 'org_unit',
    subjectId: unitId,
    detail: { code: unit.code, level: unit.level, parentId: unit.parentId },
  });
  return ok({});
}
