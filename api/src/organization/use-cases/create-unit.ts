import type { CreateUnit } from '@etatlotse/contracts/organization';
import type { UnitChanged } from '@etatlotse/contracts/organization/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkUnitPlace, type UnitPlaceRefusal } from '../unit-rules';
import { findUnit, insertUnit, isCodeTaken, lockTree } from '../unit.repository';

type CreateUnitRefusal =
  UnitPlaceRefusal | Refusal<'UNIT_UNKNOWN'> | Refusal<'NUMBER_TAKEN', { readonly number: string }>;

/** Adds a unit to the tree. */
export async function createUnit(tx: Transaction, unit: CreateUnit): Promise<Outcome<UnitChanged, CreateUnitRefusal>> {
  await lockTree(tx);
  const parent = unit.parentId === null ? null : await findUnit(tx, unit.parentId);
  if (unit.parentId !== null && parent === null) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  const validTo = unit.validTo ?? null;
  const place = checkUnitPlace({ level: unit.level, validFrom: unit.validFrom, validTo }, parent);
  if (!place.ok) return place;
  if (await isCodeTaken(tx, unit.code, null)) return refuse({ code: 'NUMBER_TAKEN', params: { number: unit.code } });
  const unitId = tx.nextId();
  await insertUnit(tx, { ...unit, validTo, unitId, version: 1 });
  await tx.audit({
    action: 'unit.created',
    subjectType: 'org_unit',
    subjectId: unitId,
    detail: { code: unit.code, level: unit.level, parentId: unit.parentId, validFrom: unit.validFrom, validTo },
  });
  return ok({ id: unitId, version: 1 });
}
