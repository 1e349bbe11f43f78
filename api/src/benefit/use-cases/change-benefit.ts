import type { BenefitChanged, ChangeBenefit } from '@etatlotse/contracts/benefit';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldRefusal, holdBenefit, isUnit, mayServe } from '../benefit.repository';

/** Changes names and people of a benefit; its figures are recorded, not changed. */
export async function changeBenefit(
  tx: Transaction,
  benefitId: string,
  { name, description = '', owner, unitId, capability, version }: ChangeBenefit,
): Promise<Outcome<BenefitChanged, HeldRefusal | Refusal<'UNIT_UNKNOWN'>>> {
  const held = await holdBenefit(tx, benefitId, version);
  if (!held.ok) return held;
  const { projectUnitId } = held.value;
  if (!mayServe(tx, { unitId, projectUnitId })) return refuse({ code: 'NOT_FOUND', params: {} });
  if (unitId !== null && !(await isUnit(tx, unitId))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  await tx.execute(
    `UPDATE benefit SET name = $3, description = $4, owner = $5, unit_id = $6, capability = $7, version = version + 1
     WHERE tenant_id = $1 AND benefit_id = $2`,
    [tx.tenantId, benefitId, name, description, owner, unitId, capability],
  );
  await tx.audit({
    action: 'benefit.changed',
    subjectType: 'benefit',
    subjectId: benefitId,
    detail: { unitId, capability, before: held.value.unitId },
  });
  return ok({ id: benefitId, version: version + 1 });
}
