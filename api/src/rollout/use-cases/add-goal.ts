import type { AddGoal, RolloutChanged } from '@etatlotse/contracts/rollout';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { holdServedProject } from '../../project';
import { type HeldRefusal, holdLedRollout, insertGoal, recordEvent } from '../rollout.repository';

type AddRefusal =
  HeldRefusal | Refusal<'ROLLOUT_PROJECT'> | Refusal<'ROLLOUT_GOAL_ORDER', { readonly startedOn: string }>;

/** Sets what is to be everywhere by when, and whose money pays for it. */
export async function addGoal(
  tx: Transaction,
  rolloutId: string,
  { name, counted, capability, goalOn, projectId }: AddGoal,
): Promise<Outcome<RolloutChanged, AddRefusal>> {
  const held = await holdLedRollout(tx, rolloutId, null);
  if (!held.ok) return held;
  const { startedOn } = held.value;
  if (goalOn < startedOn) return refuse({ code: 'ROLLOUT_GOAL_ORDER', params: { startedOn } });
  const project = await holdServedProject(tx, projectId ?? held.value.projectId, 'rollout.write');
  if (project === null) return refuse({ code: 'ROLLOUT_PROJECT', params: {} });
  const id = await insertGoal(tx, { rolloutId, projectId: project.id, name, counted, capability, goalOn });
  await recordEvent(tx, rolloutId, 'goal_added', { detail: { goalId: id, goalOn, capability } });
  return ok({ id, version: 1 });
}
