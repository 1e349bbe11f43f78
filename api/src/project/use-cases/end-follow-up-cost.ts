import type { EndFollowUpCost, ProjectChanged } from '@etatlotse/contracts/project';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { closeFollowUpCost } from '../follow-up-cost.repository';
import { bumpProject, holdProject, recordEvent } from '../project.repository';

/** From now on it binds nothing any more; the reason stays. Also on a closed project, whose operation goes on. */
export async function endFollowUpCost(
  tx: Transaction,
  projectId: string,
  followUpId: string,
  { reason, version }: EndFollowUpCost,
): Promise<Outcome<ProjectChanged, Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>>> {
  const project = await holdProject(tx, projectId, 'project.link');
  if (project === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (project.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const name = await closeFollowUpCost(tx, projectId, followUpId, reason);
  if (name === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const changed = await bumpProject(tx, project);
  await recordEvent(tx, projectId, 'follow_up_cost_ended', { followUpId, name }, reason);
  return ok({ id: followUpId, version: changed });
}
