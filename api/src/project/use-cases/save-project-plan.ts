import type { ProjectChanged, SaveProjectPlan } from '@etatlotse/contracts/project';
import { budgetCents, checkProjectPlan, type PlanRefusal } from '@etatlotse/domain/project';
import { cents, ok, type Outcome, plainDate, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { droppedButNeeded, writePlan } from '../project-plan.repository';
import {
  bumpProject,
  type GroupRefusal,
  type HeldRefusal,
  holdSingleProject,
  recordEvent,
} from '../project.repository';

type SaveRefusal =
  | HeldRefusal
  | GroupRefusal
  | PlanRefusal
  | Refusal<'PROJECT_MILESTONE_UNKNOWN'>
  | Refusal<'PROJECT_MILESTONE_NEEDED', { readonly name: string }>;

/** Saves the working plan. Baselines stay as they are; the page shows that the plan differs until a new one is agreed to. */
export async function saveProjectPlan(
  tx: Transaction,
  projectId: string,
  plan: SaveProjectPlan,
): Promise<Outcome<ProjectChanged, SaveRefusal>> {
  const held = await holdSingleProject(tx, projectId, plan.version);
  if (!held.ok) return held;
  const costs = plan.costs.map((cost) => ({ ...cost, amountCents: cents(cost.amountCents) }));
  const checked = checkProjectPlan({
    plannedStart: plainDate(plan.plannedStart),
    plannedEnd: plainDate(plan.plannedEnd),
    costs,
    milestones: plan.milestones.map((one) => ({ ...one, plannedOn: plainDate(one.plannedOn) })),
  });
  if (!checked.ok) return checked;
  if (!(await writePlan(tx, projectId, plan))) return refuse({ code: 'PROJECT_MILESTONE_UNKNOWN', params: {} });
  const needed = await droppedButNeeded(tx, projectId);
  if (needed !== null) return refuse({ code: 'PROJECT_MILESTONE_NEEDED', params: { name: needed } });
  const version = await bumpProject(tx, held.value);
  const { plannedStart, plannedEnd, milestones } = plan;
  const detail = { plannedStart, plannedEnd, budgetCents: budgetCents(costs), milestones: milestones.length };
  await recordEvent(tx, projectId, 'plan', detail);
  return ok({ id: projectId, version });
}
