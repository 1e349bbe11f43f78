import type { BenefitChanged, ReviewBenefit } from '@etatlotse/contracts/benefit';
import { checkReview } from '@etatlotse/domain/benefit';
import { ok, type Outcome, plainDate, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldRefusal, holdBenefit } from '../benefit.repository';

/** Holds a review: what was found, and when somebody looks again. */
export async function reviewBenefit(
  tx: Transaction,
  benefitId: string,
  { text, nextOn, version }: ReviewBenefit,
): Promise<Outcome<BenefitChanged, HeldRefusal | Refusal<'REVIEW_PAST'>>> {
  const held = await holdBenefit(tx, benefitId, version);
  if (!held.ok) return held;
  const checked = checkReview(nextOn === null ? null : plainDate(nextOn), plainDate(tx.today));
  if (!checked.ok) return checked;
  const dueOn = held.value.reviewOn;
  await tx.execute(
    `INSERT INTO benefit_review (tenant_id, review_id, benefit_id, due_on, held_on, text, next_on, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.tenantId, tx.nextId(), benefitId, dueOn, tx.today, text, nextOn, tx.personId, tx.now],
  );
  await tx.execute(
    `UPDATE benefit SET review_on = $3, version = version + 1 WHERE tenant_id = $1 AND benefit_id = $2`,
    [tx.tenantId, benefitId, nextOn],
  );
  await tx.audit({
    action: 'benefit.reviewed',
    subjectType: 'benefit',
    subjectId: benefitId,
    detail: { dueOn, nextOn },
  });
  return ok({ id: benefitId, version: version + 1 });
}
