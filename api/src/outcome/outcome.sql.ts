import type { ProjectName } from '@etatlotse/contracts/project';
import type { OutcomeCount, OutcomeDetail, OutcomeRow } from '@etatlotse/contracts/outcome';
import { isProjectSeen, linesOfProject } from '../project';

/** A count with what was booked until its day; nothing has been divided yet. */
export type StoredCount = Omit<OutcomeCount, 'perPiece' | 'changeCents' | 'changeSince'>;

/** What the database knows of an outcome in the list. */
export interface StoredOutcome extends Omit<OutcomeRow, 'newest' | 'isStale' | 'reportDays' | 'project'> {
  readonly project: ProjectName | null;
  readonly newest: StoredCount | null;
}

export interface StoredOutcomeDetail extends Pick<OutcomeDetail, 'description' | 'lines' | 'version'> {
  readonly trend: readonly StoredCount[];
  readonly units: readonly StoredCount[];
}

/** Outcomes of the reader's units; those of the whole city for whoever sees the whole city. */
export const isOutcomeSeen = (units: string): string =>
  `(${units}::uuid[] IS NULL OR coalesce(o.unit_id = ANY (${units}), false))`;

/** The lines behind an outcome: those of its project in their years, or its own. */
const costLines = `
  ${linesOfProject('o.tenant_id', 'o.project_id')}
  UNION ALL SELECT n.line_id, NULL, NULL FROM outcome_line n WHERE n.tenant_id = o.tenant_id AND n.outcome_id = o.outcome_id`;

/** Booked until the day of a count, of its year alone where that is the basis; null where no line stands behind it. */
const cost = `
  SELECT CASE WHEN count(DISTINCT s.line_id) = 0 THEN NULL ELSE coalesce(sum(m.amount_cents), 0)::bigint END AS cents
  FROM (${costLines}) s
  JOIN budget_line l ON l.tenant_id = o.tenant_id AND l.line_id = s.line_id
  LEFT JOIN movement m ON m.tenant_id = o.tenant_id AND m.line_id = s.line_id AND m.kind = 'actual'
    AND m.booked_on <= c.measured_on AND (s.from_year IS NULL OR m.fiscal_year >= s.from_year)
    AND (s.to_year IS NULL OR m.fiscal_year <= s.to_year)
    AND (o.basis <> 'year' OR m.fiscal_year = extract(year FROM c.measured_on))
  WHERE c.unit_id IS NULL OR l.unit_id IN (
    WITH RECURSIVE below AS (
      SELECT c.unit_id UNION ALL
      SELECT x.unit_id FROM org_unit x JOIN below b ON x.tenant_id = o.tenant_id AND x.parent_id = b.unit_id)
    SELECT unit_id FROM below)`;

const count = `
  json_build_object('id', c.count_id, 'unitId', c.unit_id, 'unitName', v.name, 'measuredOn', c.measured_on,
    'operator', c.operator, 'quantity', c.quantity, 'costCents', k.cents, 'source', c.source, 'origin', c.origin,
    'isSuperseded', ${supersededBy('c')}, 'reason', c.reason, 'byName', b.display_name)`;

function supersededBy(alias: string): string {
  return `EXISTS (SELECT FROM outcome_count z WHERE z.tenant_id = ${alias}.tenant_id AND z.supersedes_id = ${alias}.count_id)`;
}

const around = `
  LEFT JOIN org_unit v ON v.tenant_id = c.tenant_id AND v.unit_id = c.unit_id
  LEFT JOIN person b ON b.tenant_id = c.tenant_id AND b.person_id = c.recorded_by
  LEFT JOIN LATERAL (${cost}) k ON true`;

const ofOutcome = `c.tenant_id = o.tenant_id AND c.outcome_id = o.outcome_id`;

const newest = `
  SELECT ${count} FROM (SELECT * FROM outcome_count c WHERE ${ofOutcome} AND c.unit_id IS NULL
    AND NOT ${supersededBy('c')} ORDER BY c.measured_on DESC, c.count_id DESC LIMIT 1) c ${around}`;

/** $1 tenant, $2 units whose outcomes are seen. */
const face = `
  json_build_object('id', o.outcome_id, 'name', o.name, 'piece', o.piece, 'kind', o.kind, 'basis', o.basis,
    'unitId', o.unit_id, 'unitName', u.name, 'hasProject', o.project_id IS NOT NULL,
    'project', CASE WHEN p.project_id IS NOT NULL AND ${isProjectSeen('p', '$2')} THEN
      json_build_object('id', p.project_id, 'name', p.name, 'level', p.level) END,
    'lineCount', (SELECT count(*)::int FROM (${costLines}) s), 'origin', o.origin, 'newest', (${newest})) AS outcome`;

const joined = `
  FROM outcome o
  LEFT JOIN org_unit u ON u.tenant_id = o.tenant_id AND u.unit_id = o.unit_id
  LEFT JOIN project p ON p.tenant_id = o.tenant_id AND p.project_id = o.project_id
  WHERE o.tenant_id = $1 AND ${isOutcomeSeen('$2')}`;

/** $3 and $4 after which, $5 how many. */
export const outcomePageSql = `SELECT ${face} ${joined}
    AND ($3::text IS NULL OR (o.name, o.outcome_id) > ($3, $4::uuid))
  ORDER BY o.name, o.outcome_id LIMIT $5`;

const trend = `
  SELECT json_agg(x.entry ORDER BY x.measured_on, x.count_id) FROM (
    SELECT ${count} AS entry, c.measured_on, c.count_id FROM (SELECT * FROM outcome_count c
      WHERE ${ofOutcome} AND c.unit_id IS NULL ORDER BY c.measured_on DESC, c.count_id DESC LIMIT 60) c ${around}) x`;

const unitCounts = `
  SELECT json_agg(${count}) FROM (SELECT DISTINCT ON (c.unit_id) * FROM outcome_count c
    WHERE ${ofOutcome} AND c.unit_id IS NOT NULL AND NOT ${supersededBy('c')}
    ORDER BY c.unit_id, c.measured_on DESC, c.count_id DESC) c ${around}`;

/** $3 the outcome, $4 units whose lines are seen. */
export const outcomeDetailSql = `SELECT ${face}, json_build_object('description', o.description, 'version', o.version,
    'trend', coalesce((${trend}), '[]'::json), 'units', coalesce((${unitCounts}), '[]'::json),
    'lines', coalesce((SELECT json_agg(json_build_object('id', l.line_id, 'number', l.number, 'name', l.name)
        ORDER BY l.number)
      FROM (${costLines}) s JOIN budget_line l ON l.tenant_id = o.tenant_id AND l.line_id = s.line_id
      WHERE $4::uuid[] IS NULL OR l.unit_id = ANY ($4)), '[]'::json)) AS detail
  ${joined} AND o.outcome_id = $3`;
