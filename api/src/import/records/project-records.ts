import { parseProjectKey } from '@etatlotse/domain/budget';
import type { ImportedRecord, RecordValue } from '@etatlotse/domain/import';
import {
  checkProjectPlan,
  decideParent,
  type PlannedCost,
  PROJECT_LEVELS,
  type ProjectLevel,
} from '@etatlotse/domain/project';
import { type PlainDate, plainDate } from '@etatlotse/domain/shared';
import {
  enterProject,
  type KnownProject,
  knownProjects,
  type ProjectStatement,
  removeProjects,
  restateProject,
} from '../../project';
import type { Transaction } from '../../platform/database/transactions';
import type { NewFinding } from '../staged-row';
import { Names, unitNames } from './city-names';
import { hasError, type JudgedRecord, type RecordImport, type Say, type StagedRecord } from './record-import';

interface ProjectWrite {
  readonly project: ProjectStatement;
  readonly known: KnownProject | null;
  readonly level: ProjectLevel;
  /** A project of the city, or one that the file itself brings. */
  readonly parent: { readonly id: string } | { readonly key: string } | null;
  readonly key: string;
}

export const PROJECT_RECORDS: RecordImport<ProjectWrite> = {
  async judge(tx, staged, say) {
    const city = await readCity(tx, staged);
    return staged.map((one) => judge(one, city, say));
  },

  async bring(tx, judged, importId) {
    const made = new Map<string, string>();
    const written = [];
    const byLevel = [...judged].sort((a, b) => PROJECT_LEVELS.indexOf(a.level) - PROJECT_LEVELS.indexOf(b.level));
    for (const { project, known, level, parent, key } of byLevel) {
      if (known === null) {
        const parentId = parent === null ? null : 'id' in parent ? parent.id : (made.get(parent.key) ?? null);
        const recordId = await enterProject(tx, { ...project, level, parentId }, importId);
        made.set(key, recordId);
        written.push({ recordId, before: null, version: 1 });
      } else {
        await restateProject(tx, known.id, project, { importId, reason: '' });
        written.push({ recordId: known.id, before: statementOf(known), version: known.version + 1 });
      }
    }
    return written;
  },

  async countUsed(tx, importId) {
    const [found] = await tx.query<{ used: number }>(usedSql, [tx.tenantId, importId]);
    return found?.used ?? 0;
  },

  async takeBack(tx, records, by) {
    await removeProjects(
      tx,
      records.filter(({ before }) => before === null).map(({ record_id }) => record_id),
    );
    for (const { record_id, before } of records) {
      if (before !== null) await restateProject(tx, record_id, before as ProjectStatement, by);
    }
  },
};

interface City {
  readonly units: Names<string>;
  readonly projects: Names<KnownProject>;
  /** Groups that the file itself brings, by name and key. */
  readonly groups: Names<{ readonly key: string; readonly level: ProjectLevel }>;
}

async function readCity(tx: Transaction, staged: readonly StagedRecord[]): Promise<City> {
  const projects = new Names<KnownProject>();
  for (const project of await knownProjects(tx)) projects.add(project, project.key, project.name);
  const groups = new Names<{ readonly key: string; readonly level: ProjectLevel }>();
  for (const { record } of staged) {
    const level = levelOf(record);
    const { projectKey, projectName } = record.values;
    if (level !== 'project') groups.add({ key: record.key, level }, textOf(projectKey), textOf(projectName));
  }
  return { units: await unitNames(tx), projects, groups };
}

function judge(staged: StagedRecord, city: City, say: Say): JudgedRecord<ProjectWrite> {
  const { row, record } = staged;
  const findings: NewFinding[] = [];
  const found = city.projects.find(record.key);
  if (found === 'open') findings.push(say(staged, 'projectName', 'RECORD_NAME_OPEN'));
  const known = found === 'open' ? null : found;
  const level = known?.level ?? levelOf(record);
  const project = projectOf(record, known, unitOf(staged, city, say, findings));
  const base = { row, key: record.key, isKnown: known !== null };
  if (known !== null && known.state === 'closed') {
    if (isChanged(known, project)) findings.push(say(staged, 'projectName', 'RECORD_CLOSED', {}, 'info'));
    return { ...base, findings: findings.filter(({ severity }) => severity !== 'error'), statement: null };
  }
  const parent = known === null ? parentOf(staged, level, city, say, findings) : null;
  for (const problem of refusalsOf(project, known, level))
    findings.push(say(staged, problem.field, 'RECORD_REFUSED', problem.params));
  const isWritten = !hasError({ findings }) && (known === null || isChanged(known, project));
  return { ...base, findings, statement: isWritten ? { project, known, level, parent, key: record.key } : null };
}

function unitOf(staged: StagedRecord, { units }: City, say: Say, findings: NewFinding[]): string | null {
  const text = textOf(staged.record.values.unit);
  if (text === '') return null;
  const unit = units.find(text);
  if (unit === null) findings.push(say(staged, 'unit', 'RECORD_UNIT'));
  else if (unit === 'open') findings.push(say(staged, 'unit', 'RECORD_NAME_OPEN'));
  return unit === 'open' ? null : unit;
}

/** Below which programme or portfolio a new project stands. A known one stays where it is: moving it needs a reason. */
function parentOf(
  staged: StagedRecord,
  level: ProjectLevel,
  { projects, groups }: City,
  say: Say,
  findings: NewFinding[],
): ProjectWrite['parent'] {
  const text = textOf(staged.record.values.parentProject);
  if (text === '') return null;
  const known = projects.find(text);
  const brought = groups.find(text);
  const found = known ?? (brought === 'open' || brought === null ? brought : { ...brought, state: 'planned' as const });
  if (found === null) findings.push(say(staged, 'parentProject', 'RECORD_PARENT'));
  else if (found === 'open') findings.push(say(staged, 'parentProject', 'RECORD_NAME_OPEN'));
  if (found === null || found === 'open') return null;
  const placed = decideParent(level, found);
  if (!placed.ok) findings.push(say(staged, 'parentProject', 'RECORD_REFUSED', { problem: placed.refusal.code }));
  return known === null || known === 'open' ? { key: found.key } : { id: known.id };
}

function projectOf(
  { values, costs }: ImportedRecord,
  known: KnownProject | null,
  unitId: string | null,
): ProjectStatement {
  const over = (field: RecordValue | undefined, before: string): string => textOf(field) || before;
  return {
    key: over(values.projectKey, known?.key ?? ''),
    name: over(values.projectName, known?.name ?? ''),
    description: over(values.description, known?.description ?? ''),
    sponsor: over(values.sponsor, known?.sponsor ?? ''),
    unitId: unitId ?? known?.unitId ?? null,
    phase: over(values.projectPhase, known?.phase ?? 'preparation') as ProjectStatement['phase'],
    progressMethod: known?.progressMethod ?? 'milestones',
    plannedStart: plainDate(textOf(values.plannedStart)),
    plannedEnd: plainDate(textOf(values.plannedEnd)),
    costs: mergedCosts(known?.costs ?? [], costs),
  };
}

/** A year of a kind that the file names is as it says; the others stay. */
function mergedCosts(before: readonly PlannedCost[], brought: readonly PlannedCost[]): PlannedCost[] {
  const keyOf = ({ fiscalYear, kind }: PlannedCost): string => `${fiscalYear} ${kind}`;
  const costs = new Map([...before, ...brought].map((cost) => [keyOf(cost), cost]));
  return [...costs.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

type Refused = { readonly field: 'projectKey' | 'plannedEnd'; readonly params: Readonly<Record<string, unknown>> };

function refusalsOf(project: ProjectStatement, known: KnownProject | null, level: ProjectLevel): Refused[] {
  const refused: Refused[] = [];
  if (project.key !== '' && !parseProjectKey(project.key).ok) {
    refused.push({ field: 'projectKey', params: { problem: 'PROJECT_KEY_FORM' } });
  }
  if (level !== 'project' && project.costs.length > 0) {
    refused.push({ field: 'plannedEnd', params: { problem: 'PROJECT_GROUP' } });
  }
  const days = [known?.firstMilestone ?? null, known?.lastMilestone ?? null].filter(
    (day): day is PlainDate => day !== null,
  );
  const share = { weightBasisPoints: 10_000 };
  const milestones =
    days.length === 0
      ? []
      : [...new Set(days)].map((plannedOn, at) => ({
          name: plannedOn,
          plannedOn,
          weightBasisPoints: at === 0 ? share.weightBasisPoints : 0,
        }));
  const checked = checkProjectPlan({ ...project, milestones });
  if (!checked.ok)
    refused.push({ field: 'plannedEnd', params: { ...checked.refusal.params, problem: checked.refusal.code } });
  return refused;
}

function statementOf(known: KnownProject): ProjectStatement {
  const { key, name, description, sponsor, unitId, phase, progressMethod, plannedStart, plannedEnd, costs } = known;
  return { key, name, description, sponsor, unitId, phase, progressMethod, plannedStart, plannedEnd, costs };
}

function isChanged(known: KnownProject, project: ProjectStatement): boolean {
  const text = (statement: ProjectStatement): string =>
    JSON.stringify([
      ...Object.values({ ...statement, costs: [] }),
      statement.costs.map((cost) => [cost.fiscalYear, cost.kind, cost.amountCents]),
    ]);
  const before = statementOf(known);
  return text({ ...before, costs: mergedCosts(before.costs, []) }) !== text(project);
}

function levelOf({ values }: ImportedRecord): ProjectLevel {
  return PROJECT_LEVELS.find((level) => level === values.projectLevel) ?? 'project';
}

const textOf = (value: RecordValue | undefined): string => (typeof value === 'string' ? value : '');

/** Changed since, or with something that hangs on it; what the same import made below it does not count. */
const usedSql = `
  SELECT count(*) AS used FROM import_record r
  LEFT JOIN project p ON p.tenant_id = r.tenant_id AND p.project_id = r.record_id
  WHERE r.tenant_id = $1 AND r.import_id = $2 AND (p.version IS DISTINCT FROM r.version OR (r.before IS NULL AND (
    EXISTS (SELECT FROM project_milestone m WHERE m.tenant_id = $1 AND m.project_id = r.record_id)
    OR EXISTS (SELECT FROM project_baseline b WHERE b.tenant_id = $1 AND b.project_id = r.record_id)
    OR EXISTS (SELECT FROM project_line l WHERE l.tenant_id = $1 AND l.project_id = r.record_id)
    OR EXISTS (SELECT FROM project_risk k WHERE k.tenant_id = $1 AND k.project_id = r.record_id)
    OR EXISTS (SELECT FROM project_assessment a WHERE a.tenant_id = $1 AND a.project_id = r.record_id)
    OR EXISTS (SELECT FROM rollout w WHERE w.tenant_id = $1 AND w.project_id = r.record_id)
    OR EXISTS (SELECT FROM outcome u WHERE u.tenant_id = $1 AND u.project_id = r.record_id)
    OR EXISTS (SELECT FROM benefit n WHERE n.tenant_id = $1 AND n.project_id = r.record_id)
    OR EXISTS (SELECT FROM project_dependency d WHERE d.tenant_id = $1 AND d.project_id = r.record_id)
    OR EXISTS (SELECT FROM project c WHERE c.tenant_id = $1 AND c.parent_id = r.record_id AND NOT EXISTS (
      SELECT FROM import_record o WHERE o.tenant_id = $1 AND o.import_id = $2 AND o.record_id = c.project_id)))))`;
