import type { BenefitChanged, CreateBenefit } from '@etatlotse/contracts/benefit';
import { checkReview } from '@etatlotse/domain/benefit';
import { ok, type Outcome, plainDate, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { holdServedProject } from '../../project';
import { insertBenefit, isUnit } from '../benefit.repository';

type CreateRefusal = Refusal<'ROLLOUT_PROJECT'> | Refusal<'UNIT_UNKNOWN'> | Refusal<'REVIEW_PAST'>;

/** Says what a project is to bring, who answers for it, and when somebody looks whether it came. */
export async function createBenefit(
  tx: Transaction,
  { projectId, name, description = '', owner, unitId, capability, reviewOn }: CreateBenefit,
): Promise<Outcome<BenefitChanged, CreateRefusal>> {
  const project = await holdServedProject(tx, projectId, 'benefit.write');
  if (project === null) return refuse({ code: 'ROLLOUT_PROJECT', params: {} });
  if (unitId !== null && !(await isUnit(tx, unitId))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  const checked = checkReview(reviewOn === null ? null : plainDate(reviewOn), plainDate(tx.today));
  if (!checked.ok) return checked;
  const face = { projectId, name, description, owner, unitId, capability, reviewOn };
  const id = await insertBenefit(tx, { ...face, origin: 'person' });
  await tx.audit({
    action: 'benefit.created',
    subjectType: 'benefit',
    subjectId: id,
    detail: { projectId, unitId, capability, reviewOn },
  });
  return ok({ id, version: 1 });
}
