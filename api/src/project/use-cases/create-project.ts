import type { CreateProject, ProjectChanged } from '@etatlotse/contracts/project';
import { may, unitScope } from '@etatlotse/domain/access';
import { decideParent, type ParentRefusal } from '@etatlotse/domain/project';
import { ok, type Outcome, plainDate, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type FaceRefusal, readFace } from '../project-face';
import { holdParent, insertProject, recordEvent } from '../project.repository';

type CreateRefusal =
  FaceRefusal | ParentRefusal | Refusal<'PROJECT_PARENT_UNKNOWN'> | Refusal<'PROJECT_END_BEFORE_START'>;

/** Adds a portfolio, programme or project. It begins as planned, with an empty plan. */
export async function createProject(
  tx: Transaction,
  request: CreateProject,
): Promise<Outcome<ProjectChanged, CreateRefusal>> {
  const { level, parentId, plannedStart, plannedEnd } = request;
  if (tx.actor === null || !may(tx.actor, 'project.write', { unitId: request.unitId })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (plannedEnd < plannedStart) return refuse({ code: 'PROJECT_END_BEFORE_START', params: {} });
  const parent = parentId === null ? null : await holdParent(tx, parentId, unitScope(tx.actor, 'project.read'));
  if (parentId !== null && parent === null) return refuse({ code: 'PROJECT_PARENT_UNKNOWN', params: {} });
  const placed = decideParent(level, parent);
  if (!placed.ok) return placed;
  const face = await readFace(tx, request);
  if (!face.ok) return face;
  const id = await insertProject(tx, {
    ...face.value,
    level,
    parentId,
    plannedStart: plainDate(plannedStart),
    plannedEnd: plainDate(plannedEnd),
  });
  if (id === null) return refuse({ code: 'PROJECT_KEY_TAKEN', params: {} });
  await recordEvent(tx, id, 'created', { level, parentId, key: face.value.key });
  return ok({ id, version: 1 });
}
