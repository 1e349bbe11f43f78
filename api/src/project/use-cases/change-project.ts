import type { ChangeProject, ProjectChanged } from '@etatlotse/contracts/project';
import { may } from '@etatlotse/domain/access';
import { ok, type Outcome, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type FaceRefusal, readFace } from '../project-face';
import { bumpProject, type HeldRefusal, holdOpenProject, recordEvent, saveFace } from '../project.repository';

/** Changes names and people of a project. To whom it is handed over must be reachable for whoever hands it over. */
export async function changeProject(
  tx: Transaction,
  projectId: string,
  request: ChangeProject,
): Promise<Outcome<ProjectChanged, FaceRefusal | HeldRefusal>> {
  const held = await holdOpenProject(tx, projectId, request.version);
  if (!held.ok) return held;
  if (tx.actor === null || !may(tx.actor, 'project.write', { unitId: request.unitId })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  const face = await readFace(tx, request);
  if (!face.ok) return face;
  if (!(await saveFace(tx, projectId, face.value))) return refuse({ code: 'PROJECT_KEY_TAKEN', params: {} });
  const version = await bumpProject(tx, held.value);
  const changed = Object.entries(face.value).filter(
    ([field, value]) => held.value[field as keyof typeof face.value] !== value,
  );
  await recordEvent(tx, projectId, 'changed', { fields: changed.map(([field]) => field) });
  return ok({ id: projectId, version });
}
