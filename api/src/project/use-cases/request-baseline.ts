import type { BaselineRequested, RequestBaseline } from '@etatlotse/contracts/project';
import { type BaselineRefusal, budgetCents, decideBaseline } from '@etatlotse/domain/project';
import { ok, type Outcome, plainDate, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Approvals } from '../../approval';
import type { Transaction } from '../../platform/database/transactions';
import { insertBaseline, readCurrentBaseline, readPlan } from '../project-plan.repository';
import {
  bumpProject,
  type GroupRefusal,
  type HeldRefusal,
  holdSingleProject,
  recordEvent,
} from '../project.repository';
import { PROJECT_BASELINE } from './confirm-baseline';

type RequestRefusal = HeldRefusal | GroupRefusal | BaselineRefusal | Refusal<'APPROVAL_PENDING'>;

/**
 * Asks a second person to make the working plan the baseline. It is frozen at this moment: what is agreed to is what was
 * asked for, whatever happens to the working plan meanwhile.
 */
export async function requestBaseline(
  tx: Transaction,
  approvals: Approvals,
  projectId: string,
  request: RequestBaseline,
): Promise<Outcome<BaselineRequested, RequestRefusal>> {
  const held = await holdSingleProject(tx, projectId, request.version);
  if (!held.ok) return held;
  const plan = await readPlan(tx, projectId);
  const current = await readCurrentBaseline(tx, projectId);
  const decidedOn = plainDate(request.decidedOn);
  const decided = decideBaseline({ ...request, decidedOn }, plan, current, plainDate(tx.today));
  if (!decided.ok) return decided;
  const baselineId = await insertBaseline(tx, projectId, plan, request);
  if (baselineId === null) return refuse({ code: 'APPROVAL_PENDING', params: {} });
  const version = await bumpProject(tx, held.value);
  const { name, key } = held.value;
  const detail = { baselineId, budgetCents: budgetCents(plan.costs), plannedEnd: plan.plannedEnd };
  await recordEvent(tx, projectId, 'baseline_requested', detail, request.reason);
  const asked = await approvals.request(tx, {
    action: PROJECT_BASELINE,
    subjectType: 'project',
    subjectId: projectId,
    request: {
      ...detail,
      name,
      key,
      currentBudgetCents: current === null ? null : budgetCents(current.costs),
      currentEnd: current?.plannedEnd ?? null,
      milestones: plan.milestones.length,
      decidedOn,
      document: request.document,
    },
    reason: request.reason,
  });
  return asked.ok ? ok({ id: projectId, version, baselineId, approvalId: asked.value.approvalId }) : asked;
}
