import { parseProjectKey } from '@etatlotse/domain/budget';
import type { PlannedCost, ProgressMethod, ProjectLevel, ProjectPhase, ProjectState } from '@etatlotse/domain/project';
import type { PlainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { insertProject, recordEvent, saveFace } from './project.repository';

/** What a file can say about a project, and what stood before. */
export interface ProjectStatement {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly sponsor: string;
  readonly unitId: string | null;
  readonly phase: ProjectPhase;
  readonly progressMethod: ProgressMethod;
  readonly plannedStart: PlainDate;
  readonly plannedEnd: PlainDate;
  readonly costs: readonly PlannedCost[];
}

/** A project that exists already, with its milestones that lie furthest apart. */
export interface KnownProject extends ProjectStatement {
  readonly id: string;
  readonly level: ProjectLevel;
  readonly state: ProjectState;
  readonly version: number;
  readonly firstMilestone: PlainDate | null;
  readonly lastMilestone: PlainDate | null;
}

/** All projects of the city: names and keys are looked up in both directions. */
export async function knownProjects(tx: Transaction): Promise<KnownProject[]> {
  return tx.query<KnownProject>(knownSql, [tx.tenantId]);
}

const knownSql = `
  SELECT p.project_id AS id, p.level, p.project_key AS key, p.name, p.description, p.sponsor, p.unit_id AS "unitId",
    p.phase, p.state, p.progress_method AS "progressMethod", p.planned_start AS "plannedStart",
    p.planned_end AS "plannedEnd", p.version, m.first AS "firstMilestone", m.last AS "lastMilestone",
    coalesce(c.costs, '[]') AS costs
  FROM project p
  LEFT JOIN LATERAL (SELECT min(planned_on) AS first, max(planned_on) AS last FROM project_milestone m
    WHERE m.tenant_id = p.tenant_id AND m.project_id = p.project_id AND m.dropped_at IS NULL) m ON true
  LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('fiscalYear', fiscal_year, 'kind', kind,
      'amountCents', amount_cents) ORDER BY fiscal_year, kind) AS costs
    FROM project_cost c WHERE c.tenant_id = p.tenant_id AND c.project_id = p.project_id) c ON true
  WHERE p.tenant_id = $1 ORDER BY p.project_id FOR UPDATE OF p`;

/** Adds a project of a file. Imports come one after the other, so its key is still free. */
export async function enterProject(
  tx: Transaction,
  project: ProjectStatement & { readonly level: ProjectLevel; readonly parentId: string | null },
  importId: string,
): Promise<string> {
  const { costs, ...face } = project;
  const id = await insertProject(tx, { ...face, form: formOf(face.key) });
  if (id === null) throw new Error(`The key ${face.key} was free when the file was checked.`);
  await tx.execute(`UPDATE project SET origin = 'import' WHERE tenant_id = $1 AND project_id = $2`, [tx.tenantId, id]);
  await writeCosts(tx, id, costs);
  await recordEvent(tx, id, 'created', { level: face.level, parentId: face.parentId, key: face.key, importId });
  return id;
}

/** Changes a project by a file, or back to what stood before. Its place in the tree and its milestones stay. */
export async function restateProject(
  tx: Transaction,
  projectId: string,
  statement: ProjectStatement,
  by: { readonly importId: string; readonly reason: string },
): Promise<void> {
  const { plannedStart, plannedEnd, costs, ...face } = statement;
  if (!(await saveFace(tx, projectId, { ...face, form: formOf(face.key) }))) {
    throw new Error(`The key ${face.key} was free when the file was checked.`);
  }
  await tx.execute(
    `UPDATE project SET planned_start = $3, planned_end = $4, version = version + 1
     WHERE tenant_id = $1 AND project_id = $2`,
    [tx.tenantId, projectId, plannedStart, plannedEnd],
  );
  await writeCosts(tx, projectId, costs);
  await recordEvent(tx, projectId, 'changed', { importId: by.importId }, by.reason);
}

/** Takes projects of an import away again. Their events and the audit log keep that they were there. */
export async function removeProjects(tx: Transaction, projectIds: readonly string[]): Promise<void> {
  await tx.execute(`DELETE FROM project_cost WHERE tenant_id = $1 AND project_id = ANY ($2::uuid[])`, [
    tx.tenantId,
    projectIds,
  ]);
  // Projects of one statement may be parents of each other: what refers is checked at its end.
  await tx.execute(`DELETE FROM project WHERE tenant_id = $1 AND project_id = ANY ($2::uuid[])`, [
    tx.tenantId,
    projectIds,
  ]);
}

async function writeCosts(tx: Transaction, projectId: string, costs: readonly PlannedCost[]): Promise<void> {
  await tx.execute(`DELETE FROM project_cost WHERE tenant_id = $1 AND project_id = $2`, [tx.tenantId, projectId]);
  await tx.execute(
    `INSERT INTO project_cost (tenant_id, project_id, fiscal_year, kind, amount_cents)
     SELECT $1, $2, c."fiscalYear", c.kind, c."amountCents"
     FROM jsonb_to_recordset($3::jsonb) AS c("fiscalYear" smallint, kind text, "amountCents" bigint)`,
    [tx.tenantId, projectId, JSON.stringify(costs)],
  );
}

function formOf(key: string): 'single' | 'collective' {
  const parsed = key === '' ? null : parseProjectKey(key);
  return parsed?.ok === true ? parsed.value.form : 'single';
}
