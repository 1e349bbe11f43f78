import type { AddFollowUpCost, ProjectChanged } from '@etatlotse/contracts/project';
import { may } from '@etatlotse/domain/access';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import { findLines } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';
import { insertFollowUpCost } from '../follow-up-cost.repository';
import { isPlanned } from '../project-plan.repository';
import {
  bumpProject,
  type GroupRefusal,
  type HeldRefusal,
  holdSingleProject,
  recordEvent,
} from '../project.repository';

type AddRefusal =
  | HeldRefusal
  | GroupRefusal
  | Refusal<'LINE_UNKNOWN'>
  | Refusal<'PROJECT_LINE_KIND'>
  | Refusal<'PROJECT_MILESTONE_UNKNOWN'>;

/** Records what operation costs a year once a milestone is reached; wherever the milestone moves, the cost moves with it. */
export async function addFollowUpCost(
  tx: Transaction,
  projectId: string,
  { milestoneId, lineId, name, yearlyCents, version }: AddFollowUpCost,
): Promise<Outcome<ProjectChanged, AddRefusal>> {
  const held = await holdSingleProject(tx, projectId, version, 'project.link');
  if (!held.ok) return held;
  const [line] = await findLines(tx, [lineId]);
  if (line === undefined || tx.actor === null || !may(tx.actor, 'budget.read', { unitId: line.unitId })) {
    return refuse({ code: 'LINE_UNKNOWN', params: {} });
  }
  if (line.direction !== 'expense' && line.direction !== 'payment') {
    return refuse({ code: 'PROJECT_LINE_KIND', params: {} });
  }
  if (!(await isPlanned(tx, projectId, milestoneId))) return refuse({ code: 'PROJECT_MILESTONE_UNKNOWN', params: {} });
  const id = await insertFollowUpCost(tx, { projectId, milestoneId, lineId, name, yearlyCents });
  const changed = await bumpProject(tx, held.value);
  await recordEvent(tx, projectId, 'follow_up_cost', { followUpId: id, name, yearlyCents, milestoneId });
  return ok({ id, version: changed });
}
