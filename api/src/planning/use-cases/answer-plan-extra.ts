import type { AnswerPlanExtra, PlanVersionChanged } from '@etatlotse/contracts/planning';
import { extraQuestions, isPlanVersionOpen } from '@etatlotse/domain/budget';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { touchVersion } from '../plan-amount.repository';
import { readGrantedExtra, readSupplementCells, writeExtraAnswer } from '../plan-supplement.repository';
import { lockVersion } from '../plan-version.repository';

type AnswerPlanExtraRefusal =
  Refusal<'NOT_FOUND'> | Refusal<'PLAN_FINAL'> | Refusal<'PLAN_EXTRA_NO_QUESTION'> | Refusal<'PLAN_EXTRA_CHANGED'>;

/**
 * Keeps what a person says about a line of a supplementary budget: its new amount holds the extra authority granted so
 * far, or both count (R16, T16). The answer is about the grant that the person saw; another one is asked about again.
 */
export async function answerPlanExtra(
  tx: Transaction,
  versionId: string,
  answer: AnswerPlanExtra,
): Promise<Outcome<PlanVersionChanged, AnswerPlanExtraRefusal>> {
  const version = await lockVersion(tx, versionId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (!isPlanVersionOpen(version.state)) return refuse({ code: 'PLAN_FINAL', params: {} });
  const questions = extraQuestions(await readSupplementCells(tx, version), await readGrantedExtra(tx, version), []);
  const question = questions.find(
    ({ lineId, fiscalYear }) => lineId === answer.lineId && fiscalYear === answer.fiscalYear,
  );
  if (question === undefined) return refuse({ code: 'PLAN_EXTRA_NO_QUESTION', params: {} });
  const { overPlanCents, outsidePlanCents } = question;
  if (overPlanCents !== answer.seenOverPlanCents || outsidePlanCents !== answer.seenOutsidePlanCents) {
    return refuse({ code: 'PLAN_EXTRA_CHANGED', params: {} });
  }
  const { includesExtra } = answer;
  await writeExtraAnswer(tx, versionId, { ...question, includesExtra });
  await touchVersion(tx, versionId, null);
  await tx.audit({
    action: 'plan_version.extra_answered',
    subjectType: 'plan_version',
    subjectId: versionId,
    detail: { lineId: answer.lineId, fiscalYear: answer.fiscalYear, includesExtra, overPlanCents, outsidePlanCents },
  });
  return ok({ id: versionId, version: version.version + 1, state: version.state, approvalId: null });
}
