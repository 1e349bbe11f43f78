import type { RecordSurvey, RolloutChanged } from '@etatlotse/contracts/rollout';
import { checkSurvey, type SurveyRefusal } from '@etatlotse/domain/rollout';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldRefusal, holdLedRollout, recordEvent } from '../rollout.repository';

type RecordRefusal =
  | HeldRefusal
  | SurveyRefusal
  | Refusal<'MEASURED_FUTURE'>
  | Refusal<'MEASURED_BEFORE_START', { readonly startedOn: string }>;

/** Keeps a small survey of staff: counts only, and none of fewer than five answers. */
export async function recordSurvey(
  tx: Transaction,
  rolloutId: string,
  { heldOn, question, invited, answers, source = '' }: RecordSurvey,
): Promise<Outcome<RolloutChanged, RecordRefusal>> {
  const held = await holdLedRollout(tx, rolloutId, null);
  if (!held.ok) return held;
  const checked = checkSurvey({ invited, answers });
  if (!checked.ok) return checked;
  if (heldOn > tx.today) return refuse({ code: 'MEASURED_FUTURE', params: {} });
  const { startedOn } = held.value;
  if (heldOn < startedOn) return refuse({ code: 'MEASURED_BEFORE_START', params: { startedOn } });
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO rollout_survey (tenant_id, survey_id, rollout_id, held_on, question, invited, answered_1, answered_2,
       answered_3, answered_4, answered_5, source, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [tx.tenantId, id, rolloutId, heldOn, question, invited, ...answers, source, tx.personId, tx.now],
  );
  await recordEvent(tx, rolloutId, 'survey', { detail: { surveyId: id, heldOn, answered: checked.value.answered } });
  return ok({ id, version: 1 });
}
