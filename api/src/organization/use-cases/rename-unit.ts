import type { RenameUnit } from '@etatlotse/contracts/organization';
import type { UnitChanged } from '@etatlotse/contracts/organization/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { findUnit, isCodeTaken, lockTree, updateUnit } from '../unit.repository';

type RenameUnitRefusal =
  Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'NUMBER_TAKEN', { readonly number: string }>;

/** Gives a unit another name or short sign; lines and roles stay with it. */
export async function renameUnit(
  tx: Transaction,
  unitId: string,
  change: RenameUnit,
): Promise<Outcome<UnitChanged, RenameUnitRefusal>> {
  await lockTree(tx);
  const unit = await findUnit(tx, unitId);
  if (unit === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const code = change.code ?? unit.code;
  if (await isCodeTaken(tx, code, unitId)) return refuse({ code: 'NUMBER_TAKEN', params: { number: code } });
  const renamed = { ...unit, code, name: change.name ?? unit.name, version: change.version };
  if (!(await updateUnit(tx, renamed))) return refuse({ code: 'VERSION_STALE', params: {} });
  await tx.audit({
    action: 'unit.renamed',
    subjectType: 'org_unit',
    subjectId: unitId,
    detail: { fromCode: unit.code, toCode: code, isNameChanged: renamed.name !== unit.name },
  });
  return ok({ id: unitId, version: change.version + 1 });
}
