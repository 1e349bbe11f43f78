import type { MoveUnit } from '@etatlotse/contracts/organization';
import type { UnitChanged } from '@etatlotse/contracts/organization/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkUnitPlace, type UnitPlaceRefusal } from '../unit-rules';
import { findUnit, isInSubtree, lockTree, updateUnit } from '../unit.repository';

type MoveUnitRefusal =
  UnitPlaceRefusal | Refusal<'NOT_FOUND'> | Refusal<'UNIT_UNKNOWN'> | Refusal<'UNIT_CYCLE'> | Refusal<'VERSION_STALE'>;

/** Puts a unit and everything below it under another parent; never under itself. Who may see what follows the tree. */
export async function moveUnit(
  tx: Transaction,
  unitId: string,
  move: MoveUnit,
): Promise<Outcome<UnitChanged, MoveUnitRefusal>> {
  await lockTree(tx);
  const unit = await findUnit(tx, unitId);
  if (unit === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const parent = move.parentId === null ? null : await findUnit(tx, move.parentId);
  if (move.parentId !== null && parent === null) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  if (move.parentId !== null && (await isInSubtree(tx, unitId, move.parentId))) {
    return refuse({ code: 'UNIT_CYCLE', params: {} });
  }
  const place = checkUnitPlace(unit, parent);
  if (!place.ok) return place;
  if (!(await updateUnit(tx, { ...unit, parentId: move.parentId, version: move.version }))) {
    return refuse({ code: 'VERSION_STALE', params: {} });
  }
  await tx.audit({
    action: 'unit.moved',
    subjectType: 'org_unit',
    subjectId: unitId,
    detail: { fromParentId: unit.parentId, toParentId: move.parentId },
  });
  return ok({ id: unitId, version: move.version + 1 });
}
