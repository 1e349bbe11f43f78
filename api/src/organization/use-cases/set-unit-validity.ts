import type { SetUnitValidity } from '@etatlotse/contracts/organization';
import type { UnitChanged } from '@etatlotse/contracts/organization/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkUnitPlace, type UnitPlaceRefusal } from '../unit-rules';
import { countChildrenOutside, findUnit, lockTree, updateUnit } from '../unit.repository';

type SetUnitValidityRefusal =
  | UnitPlaceRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'UNIT_CHILDREN_DAYS', { readonly children: number }>
  | Refusal<'VERSION_STALE'>;

/** Sets the days a unit is valid. Its children must fit into them; lines keep their unit, so that history stays readable. */
export async function setUnitValidity(
  tx: Transaction,
  unitId: string,
  change: SetUnitValidity,
): Promise<Outcome<UnitChanged, SetUnitValidityRefusal>> {
  await lockTree(tx);
  const unit = await findUnit(tx, unitId);
  if (unit === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const validFrom = change.validFrom ?? unit.validFrom;
  const validTo = change.validTo === undefined ? unit.validTo : change.validTo;
  const parent = unit.parentId === null ? null : await findUnit(tx, unit.parentId);
  const place = checkUnitPlace({ level: unit.level, validFrom, validTo }, parent);
  if (!place.ok) return place;
  const children = await countChildrenOutside(tx, unitId, validFrom, validTo);
  if (children > 0) return refuse({ code: 'UNIT_CHILDREN_DAYS', params: { children } });
  if (!(await updateUnit(tx, { ...unit, validFrom, validTo, version: change.version }))) {
    return refuse({ code: 'VERSION_STALE', params: {} });
  }
  await tx.audit({
    action: 'unit.validity_set',
    subjectType: 'org_unit',
    subjectId: unitId,
    detail: { fromFirstDay: unit.validFrom, fromLastDay: unit.validTo, toFirstDay: validFrom, toLastDay: validTo },
  });
  return ok({ id: unitId, version: change.version + 1 });
}
