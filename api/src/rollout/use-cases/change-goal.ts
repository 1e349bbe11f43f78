import type { ChangeGoal, RolloutChanged } from '@etatlotse/contracts/rollout';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { findGoal, type HeldRefusal, holdLedRollout, recordEvent } from '../rollout.repository';

type ChangeRefusal =
  HeldRefusal | Refusal<'ROLLOUT_GOAL_REASON'> | Refusal<'ROLLOUT_GOAL_ORDER', { readonly startedOn: string }>;

/** Changes a goal. The first day stays beside the one that holds now, with the reason. */
export async function changeGoal(
  tx: Transaction,
  rolloutId: string,
  goalId: string,
  { name, counted, goalOn, reason = '', version }: ChangeGoal,
): Promise<Outcome<RolloutChanged, ChangeRefusal>> {
  const held = await holdLedRollout(tx, rolloutId, null);
  if (!held.ok) return held;
  const goal = await findGoal(tx, held.value, goalId);
  if (goal === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (goal.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const { startedOn } = held.value;
  if (goalOn < startedOn) return refuse({ code: 'ROLLOUT_GOAL_ORDER', params: { startedOn } });
  const isMoved = goalOn !== goal.goalOn;
  if (isMoved && reason.trim() === '') return refuse({ code: 'ROLLOUT_GOAL_REASON', params: {} });
  await tx.execute(
    `UPDATE rollout_goal SET name = $3, counted = $4, goal_on = $5,
       change_reason = CASE WHEN $6 THEN $7 ELSE change_reason END, version = version + 1
     WHERE tenant_id = $1 AND goal_id = $2`,
    [tx.tenantId, goalId, name, counted, goalOn, isMoved, reason],
  );
  await recordEvent(tx, rolloutId, 'goal_changed', { detail: { goalId, goalOn, before: goal.goalOn }, note: reason });
  return ok({ id: goalId, version: version + 1 });
}
