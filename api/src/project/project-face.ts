import type { ChangeProject } from '@etatlotse/contracts/project';
import { parseProjectKey } from '@etatlotse/domain/budget';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import type { ProjectFaceChange } from './project.repository';

export type FaceRefusal =
  Refusal<'NOT_FOUND'> | Refusal<'UNIT_UNKNOWN'> | Refusal<'PROJECT_KEY_FORM'> | Refusal<'PROJECT_KEY_TAKEN'>;

/** Names and people as they are stored. Single or collective follows from the key (R3). */
export async function readFace(
  tx: Transaction,
  face: Omit<ChangeProject, 'version'>,
): Promise<Outcome<ProjectFaceChange, FaceRefusal>> {
  const { unitId, name, phase, progressMethod, description = '', sponsor = '' } = face;
  const key = (face.key ?? '').trim();
  const parsed = key === '' ? null : parseProjectKey(key);
  if (parsed?.ok === false) return refuse({ code: 'PROJECT_KEY_FORM', params: {} });
  if (unitId !== null && !(await isUnit(tx, unitId))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  const form = parsed?.value.form ?? 'single';
  return ok({ key, form, name, description, sponsor, unitId, phase, progressMethod });
}

async function isUnit(tx: Transaction, unitId: string): Promise<boolean> {
  const units = await tx.query(`SELECT unit_id FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [
    tx.tenantId,
    unitId,
  ]);
  return units.length === 1;
}
