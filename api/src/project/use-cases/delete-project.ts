import { decideProjectDeletion } from '@etatlotse/domain/project';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { holdProject, readTies } from '../project.repository';

type DeleteRefusal = Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'PROJECT_KEPT'>;

/** Takes away a project on which nothing hangs: an entry made by mistake. Everything else is closed or moved. */
export async function deleteProject(
  tx: Transaction,
  projectId: string,
  version: number,
): Promise<Outcome<Readonly<Record<never, never>>, DeleteRefusal>> {
  const project = await holdProject(tx, projectId);
  if (project === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (project.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const decided = decideProjectDeletion(await readTies(tx, projectId));
  if (!decided.ok) return decided;
  for (const table of ['project_cost', 'project']) {
    await tx.execute(`DELETE FROM ${table} WHERE tenant_id = $1 AND project_id = $2`, [tx.tenantId, projectId]);
  }
  const { name, level, key } = project;
  await tx.audit({
    action: 'project.deleted',
    subjectType: 'project',
    subjectId: projectId,
    detail: { name, level, key },
  });
  return ok({});
}
