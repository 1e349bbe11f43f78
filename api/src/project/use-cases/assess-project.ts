import type { AssessProject, ProjectChanged } from '@etatlotse/contracts/project';
import { ok, type Outcome } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldRefusal, holdOpenProject, recordEvent } from '../project.repository';

/** Somebody says in words how the project stands. It is added, never changed, and replaces no rule. */
export async function assessProject(
  tx: Transaction,
  projectId: string,
  { status, text, progressBasisPoints: judged }: AssessProject,
): Promise<Outcome<ProjectChanged, HeldRefusal>> {
  const held = await holdOpenProject(tx, projectId, null);
  if (!held.ok) return held;
  const id = tx.nextId();
  const progressBasisPoints = judged ?? null;
  await tx.execute(
    `INSERT INTO project_assessment (tenant_id, assessment_id, project_id, status, text, assessed_on,
       progress_basis_points, assessed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenantId, id, projectId, status, text, tx.today, progressBasisPoints, tx.personId],
  );
  await recordEvent(tx, projectId, 'assessed', { status, progressBasisPoints }, text);
  return ok({ id, version: 1 });
}
