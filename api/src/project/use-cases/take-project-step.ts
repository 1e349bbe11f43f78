import type { ProjectChanged, TakeProjectStep } from '@etatlotse/contracts/project';
import { decideProjectStep, type ProjectStepRefusal } from '@etatlotse/domain/project';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { bumpProject, holdProject, recordEvent } from '../project.repository';

type StepRefusal = ProjectStepRefusal | Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>;

/** Starts, pauses, resumes, closes or reopens a project. Open dependencies block the start. */
export async function takeProjectStep(
  tx: Transaction,
  projectId: string,
  { step, reason = '', version }: TakeProjectStep,
): Promise<Outcome<ProjectChanged, StepRefusal>> {
  const project = await holdProject(tx, projectId);
  if (project === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (project.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const [open] = await tx.query<{ dependencies: number; children: number }>(openSql, [tx.tenantId, projectId]);
  const decided = decideProjectStep(step, {
    state: project.state,
    reason,
    openDependencies: open?.dependencies ?? 0,
    openChildren: open?.children ?? 0,
  });
  if (!decided.ok) return decided;
  await tx.execute(
    `UPDATE project SET state = $3, started_on = CASE $3 WHEN 'running' THEN coalesce(started_on, $4) ELSE started_on END,
       closed_on = CASE $3 WHEN 'closed' THEN $4::date END, close_reason = CASE $3 WHEN 'closed' THEN $5 ELSE '' END
     WHERE tenant_id = $1 AND project_id = $2`,
    [tx.tenantId, projectId, decided.value, tx.today, reason],
  );
  const changed = await bumpProject(tx, project);
  await recordEvent(tx, projectId, step, { from: project.state, to: decided.value }, reason);
  return ok({ id: projectId, version: changed });
}

const openSql = `
  SELECT (SELECT count(*)::int FROM project_dependency d
      JOIN project_milestone m ON m.tenant_id = d.tenant_id AND m.milestone_id = d.milestone_id
      WHERE d.tenant_id = $1 AND d.project_id = $2 AND d.ended_at IS NULL AND m.actual_on IS NULL) AS dependencies,
    (SELECT count(*)::int FROM project c WHERE c.tenant_id = $1 AND c.parent_id = $2 AND c.state <> 'closed') AS children`;
