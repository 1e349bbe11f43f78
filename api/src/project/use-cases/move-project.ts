import type { MoveProject, ProjectChanged } from '@etatlotse/contracts/project';
import { unitScope } from '@etatlotse/domain/access';
import { decideParent, type ParentRefusal } from '@etatlotse/domain/project';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { bumpProject, type HeldRefusal, holdOpenProject, holdParent, recordEvent } from '../project.repository';

type MoveRefusal = HeldRefusal | ParentRefusal | Refusal<'PROJECT_PARENT_UNKNOWN'>;

/** Puts a project elsewhere in the tree. It keeps its figures and baselines; where it stood stays in its history. */
export async function moveProject(
  tx: Transaction,
  projectId: string,
  { parentId, reason, version }: MoveProject,
): Promise<Outcome<ProjectChanged, MoveRefusal>> {
  const held = await holdOpenProject(tx, projectId, version);
  if (!held.ok || tx.actor === null) return held.ok ? refuse({ code: 'NOT_FOUND', params: {} }) : held;
  const parent = parentId === null ? null : await holdParent(tx, parentId, unitScope(tx.actor, 'project.read'));
  if (parentId !== null && parent === null) return refuse({ code: 'PROJECT_PARENT_UNKNOWN', params: {} });
  const placed = decideParent(held.value.level, parent);
  if (!placed.ok) return placed;
  await tx.execute(`UPDATE project SET parent_id = $3 WHERE tenant_id = $1 AND project_id = $2`, [
    tx.tenantId,
    projectId,
    parentId,
  ]);
  const changed = await bumpProject(tx, held.value);
  await recordEvent(tx, projectId, 'moved', { from: held.value.parentId, to: parentId }, reason);
  return ok({ id: projectId, version: changed });
}
