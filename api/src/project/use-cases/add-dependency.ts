import type { AddDependency, ProjectChanged } from '@etatlotse/contracts/project';
import { unitScope } from '@etatlotse/domain/access';
import { decideDependency, type Waiting } from '@etatlotse/domain/project';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { bumpProject, type HeldRefusal, holdOpenProject, isProjectSeen, recordEvent } from '../project.repository';

type AddRefusal = HeldRefusal | Refusal<'PROJECT_MILESTONE_UNKNOWN'> | Refusal<'DEPENDENCY_CYCLE'>;

/**
 * A project waits for a milestone of another. Dependencies of a city are added one after the other: two that would close a
 * circle together cannot both pass.
 */
export async function addDependency(
  tx: Transaction,
  projectId: string,
  { milestoneId, note = '', version }: AddDependency,
): Promise<Outcome<ProjectChanged, AddRefusal>> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`project-dependency ${tx.tenantId}`]);
  const held = await holdOpenProject(tx, projectId, version);
  if (!held.ok || tx.actor === null) return held.ok ? refuse({ code: 'NOT_FOUND', params: {} }) : held;
  const [milestone] = await tx.query<{ projectId: string; name: string }>(milestoneSql, [
    tx.tenantId,
    milestoneId,
    unitScope(tx.actor, 'project.read'),
  ]);
  if (milestone === undefined) return refuse({ code: 'PROJECT_MILESTONE_UNKNOWN', params: {} });
  const standing = await tx.query<Waiting>(standingSql, [tx.tenantId]);
  const decided = decideDependency(standing, { projectId, forProjectId: milestone.projectId });
  if (!decided.ok) return decided;
  await tx.execute(
    `INSERT INTO project_dependency (tenant_id, dependency_id, project_id, milestone_id, note, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (tenant_id, project_id, milestone_id) WHERE ended_at IS NULL DO NOTHING`,
    [tx.tenantId, tx.nextId(), projectId, milestoneId, note, tx.personId, tx.now],
  );
  const changed = await bumpProject(tx, held.value);
  await recordEvent(tx, projectId, 'dependency', { milestoneId, name: milestone.name }, note);
  return ok({ id: projectId, version: changed });
}

/** Held against being dropped meanwhile. */
const milestoneSql = `
  SELECT m.project_id AS "projectId", m.name FROM project_milestone m
  JOIN project p ON p.tenant_id = m.tenant_id AND p.project_id = m.project_id
  WHERE m.tenant_id = $1 AND m.milestone_id = $2 AND m.dropped_at IS NULL AND ${isProjectSeen('p', '$3')}
  FOR SHARE OF m`;

const standingSql = `
  SELECT d.project_id AS "projectId", m.project_id AS "forProjectId" FROM project_dependency d
  JOIN project_milestone m ON m.tenant_id = d.tenant_id AND m.milestone_id = d.milestone_id
  WHERE d.tenant_id = $1 AND d.ended_at IS NULL`;
