import type { ProjectEventKind, ProjectFormName } from '@etatlotse/contracts/project';
import { may, type Permission } from '@etatlotse/domain/access';
import type { ProgressMethod, ProjectLevel, ProjectPhase, ProjectState, ProjectTies } from '@etatlotse/domain/project';
import { ok, type Outcome, type PlainDate, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** A project as it is stored. */
export interface StoredProject {
  readonly id: string;
  readonly parentId: string | null;
  readonly level: ProjectLevel;
  readonly key: string;
  readonly form: ProjectFormName;
  readonly name: string;
  readonly description: string;
  readonly sponsor: string;
  readonly unitId: string | null;
  readonly phase: ProjectPhase;
  readonly state: ProjectState;
  readonly progressMethod: ProgressMethod;
  readonly plannedStart: PlainDate;
  readonly plannedEnd: PlainDate;
  readonly startedOn: PlainDate | null;
  readonly version: number;
}

/** Holds a project until the transaction ends; null where it does not exist for whoever works. */
export async function holdProject(
  tx: Transaction,
  projectId: string,
  permission: Permission = 'project.write',
): Promise<StoredProject | null> {
  const [project] = await tx.query<StoredProject>(holdSql, [tx.tenantId, projectId]);
  if (project === undefined || tx.actor === null) return null;
  return may(tx.actor, permission, { unitId: project.unitId }) ? project : null;
}

export type HeldRefusal = Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'PROJECT_CLOSED'>;

/** Holds a project that is open for changes; with a version, only as it was seen. */
export async function holdOpenProject(
  tx: Transaction,
  projectId: string,
  version: number | null,
  permission: Permission = 'project.write',
): Promise<Outcome<StoredProject, HeldRefusal>> {
  const project = await holdProject(tx, projectId, permission);
  if (project === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (version !== null && project.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  return project.state === 'closed' ? refuse({ code: 'PROJECT_CLOSED', params: {} }) : ok(project);
}

export type GroupRefusal = Refusal<'PROJECT_GROUP'>;

/** A plan, money and milestones belong to projects; portfolios and programmes only gather them. */
export async function holdSingleProject(
  tx: Transaction,
  projectId: string,
  version: number | null,
  permission: Permission = 'project.write',
): Promise<Outcome<StoredProject, HeldRefusal | GroupRefusal>> {
  const held = await holdOpenProject(tx, projectId, version, permission);
  if (!held.ok) return held;
  return held.value.level === 'project' ? held : refuse({ code: 'PROJECT_GROUP', params: {} });
}

/** What a project's place in the tree is judged by; held, so that nobody closes or deletes it meanwhile. */
export async function holdParent(
  tx: Transaction,
  parentId: string,
  units: readonly string[] | null,
): Promise<{ readonly level: ProjectLevel; readonly state: ProjectState } | null> {
  const [parent] = await tx.query<{ level: ProjectLevel; state: ProjectState }>(parentSql, [
    tx.tenantId,
    parentId,
    units,
  ]);
  return parent ?? null;
}

/** Whether the reader may see a project: of their units, or a portfolio or programme of the whole city. */
export const isProjectSeen = (alias: string, units: string): string =>
  `(${units}::uuid[] IS NULL OR coalesce(${alias}.unit_id = ANY (${units}), false)
    OR (${alias}.unit_id IS NULL AND ${alias}.level <> 'project'))`;

/** What a new project brings. */
export type NewProject = Omit<StoredProject, 'id' | 'state' | 'startedOn' | 'version'>;

/** Adds a project; null where its key is taken. */
export async function insertProject(tx: Transaction, project: NewProject): Promise<string | null> {
  const id = tx.nextId();
  const added = await tx.execute(insertSql, [tx.tenantId, id, JSON.stringify(project), tx.today, tx.personId, tx.now]);
  return added === 1 ? id : null;
}

export type ProjectFaceChange = Pick<
  StoredProject,
  'key' | 'form' | 'name' | 'description' | 'sponsor' | 'unitId' | 'phase' | 'progressMethod'
>;

/** Stores names and people; false where the key is taken by another project. */
export async function saveFace(tx: Transaction, projectId: string, face: ProjectFaceChange): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE project p SET project_key = r.key, form = r.form, name = r.name, description = r.description,
       sponsor = r.sponsor, unit_id = r."unitId", phase = r.phase, progress_method = r."progressMethod"
     FROM jsonb_to_record($3::jsonb) AS r(key text, form text, name text, description text, sponsor text,
       "unitId" uuid, phase text, "progressMethod" text)
     WHERE p.tenant_id = $1 AND p.project_id = $2
       AND (r.key = '' OR NOT EXISTS (SELECT FROM project o
         WHERE o.tenant_id = $1 AND o.project_key = r.key AND o.project_id <> $2))`,
    [tx.tenantId, projectId, JSON.stringify(face)],
  );
  return changed === 1;
}

/** What hangs on a project. */
export async function readTies(tx: Transaction, projectId: string): Promise<ProjectTies> {
  const [ties] = await tx.query<ProjectTies>(tiesSql, [tx.tenantId, projectId]);
  return ties ?? { children: 0, milestones: 0, baselines: 0, lines: 0 };
}

/** Says that somebody has told how the project stands. */
export const TELLS: readonly ProjectEventKind[] = [
  'start',
  'pause',
  'resume',
  'close',
  'reopen',
  'plan',
  'milestone',
  'assessed',
];

/** The history of a project, for ever; and in the audit log. The last statement of a command. */
export async function recordEvent(
  tx: Transaction,
  projectId: string,
  kind: ProjectEventKind,
  detail: Readonly<Record<string, unknown>>,
  reason = '',
): Promise<void> {
  if (TELLS.includes(kind)) {
    await tx.execute(`UPDATE project SET reported_on = $3 WHERE tenant_id = $1 AND project_id = $2`, [
      tx.tenantId,
      projectId,
      tx.today,
    ]);
  }
  await tx.execute(
    `INSERT INTO project_event (tenant_id, event_id, project_id, kind, reason, detail, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenantId, tx.nextId(), projectId, kind, reason, JSON.stringify(detail), tx.personId, tx.now],
  );
  await tx.audit({ action: `project.${kind}`, subjectType: 'project', subjectId: projectId, detail });
}

/** Counts a change, so that whoever saw the project before it is asked to look again. */
export async function bumpProject(tx: Transaction, { id, version }: StoredProject): Promise<number> {
  await tx.execute(`UPDATE project SET version = version + 1 WHERE tenant_id = $1 AND project_id = $2`, [
    tx.tenantId,
    id,
  ]);
  return version + 1;
}

const holdSql = `
  SELECT project_id AS id, parent_id AS "parentId", level, project_key AS key, form, name, description, sponsor,
    unit_id AS "unitId", phase, state, progress_method AS "progressMethod", planned_start AS "plannedStart",
    planned_end AS "plannedEnd", started_on AS "startedOn", version
  FROM project WHERE tenant_id = $1 AND project_id = $2 FOR UPDATE`;

const parentSql = `
  SELECT level, state FROM project p WHERE p.tenant_id = $1 AND p.project_id = $2 AND ${isProjectSeen('p', '$3')}
  FOR SHARE`;

const insertSql = `
  INSERT INTO project (tenant_id, project_id, parent_id, level, project_key, form, name, description, sponsor, unit_id,
    phase, progress_method, planned_start, planned_end, reported_on, created_by, created_at)
  SELECT $1, $2, r."parentId", r.level, r.key, r.form, r.name, r.description, r.sponsor, r."unitId", r.phase,
    r."progressMethod", r."plannedStart", r."plannedEnd", $4, $5, $6
  FROM jsonb_to_record($3::jsonb) AS r("parentId" uuid, level text, key text, form text, name text, description text,
    sponsor text, "unitId" uuid, phase text, "progressMethod" text, "plannedStart" date, "plannedEnd" date)
  ON CONFLICT (tenant_id, project_key) WHERE project_key <> '' DO NOTHING`;

const tiesSql = `
  SELECT (SELECT count(*)::int FROM project WHERE tenant_id = $1 AND parent_id = $2) AS children,
    (SELECT count(*)::int FROM project_milestone WHERE tenant_id = $1 AND project_id = $2) AS milestones,
    (SELECT count(*)::int FROM project_baseline WHERE tenant_id = $1 AND project_id = $2) AS baselines,
    (SELECT count(*)::int FROM project_line WHERE tenant_id = $1 AND project_id = $2) AS lines`;
