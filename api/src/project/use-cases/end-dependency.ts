import type { EndDependency, ProjectChanged } from '@etatlotse/contracts/project';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { bumpProject, type HeldRefusal, holdOpenProject, recordEvent } from '../project.repository';

/** The project no longer waits for a milestone, and the reason stays. */
export async function endDependency(
  tx: Transaction,
  projectId: string,
  dependencyId: string,
  { reason, version }: EndDependency,
): Promise<Outcome<ProjectChanged, HeldRefusal | Refusal<'DEPENDENCY_ENDED'>>> {
  const held = await holdOpenProject(tx, projectId, version);
  if (!held.ok) return held;
  const [dependency] = await tx.query<{ milestoneId: string; endedAt: unknown }>(
    `SELECT milestone_id AS "milestoneId", ended_at AS "endedAt" FROM project_dependency
     WHERE tenant_id = $1 AND project_id = $2 AND dependency_id = $3`,
    [tx.tenantId, projectId, dependencyId],
  );
  if (dependency === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  if (dependency.endedAt !== null) return refuse({ code: 'DEPENDENCY_ENDED', params: {} });
  await tx.execute(
    `UPDATE project_dependency SET ended_at = $3, end_reason = $4 WHERE tenant_id = $1 AND dependency_id = $2`,
    [tx.tenantId, dependencyId, tx.now, reason],
  );
  const changed = await bumpProject(tx, held.value);
  await recordEvent(tx, projectId, 'dependency_ended', { milestoneId: dependency.milestoneId }, reason);
  return ok({ id: projectId, version: changed });
}
