import type { Project, ProjectYear } from '@etatlotse/contracts/project';
import type { Baseline, Risk } from '@etatlotse/domain/project';
import { goLiveDay } from './follow-up-cost.repository';
import { isProjectSeen } from './project.repository';

/** A year of the ledger, of the lines of a project. */
export type LedgerYear = Omit<ProjectYear, 'baselineCents'>;

type Kept =
  | 'form'
  | 'description'
  | 'sponsor'
  | 'unitId'
  | 'startedOn'
  | 'closedOn'
  | 'closeReason'
  | 'origin'
  | 'milestones'
  | 'allBaselines'
  | 'lines'
  | 'assessments'
  | 'dependencies'
  | 'children'
  | 'version';

/** Everything else about a project, as it is stored. */
export interface StoredDetail extends Pick<Project, Kept> {
  readonly plan: Baseline;
  /** Agreed ones, the first to the current. */
  readonly baselines: readonly Baseline[];
  readonly ledger: readonly LedgerYear[];
  readonly followUps: readonly Omit<Project['followUps'][number], 'years'>[];
  readonly purchases: readonly (Omit<Project['purchases'][number], 'advice'> & {
    readonly netCents: number;
    readonly wantedOn: string;
  })[];
  readonly risks: readonly (Omit<Project['risks'][number], 'expectedCents' | keyof Risk> & Risk)[];
}

const frozen = (costs: string, costsOf: string, milestones: string, milestonesOf: string): string => `
  'costs', coalesce((SELECT json_agg(json_build_object('fiscalYear', c.fiscal_year, 'kind', c.kind,
      'amountCents', c.amount_cents) ORDER BY c.fiscal_year, c.kind) FROM ${costs} c WHERE ${costsOf}), '[]'::json),
  'milestones', coalesce((SELECT json_agg(json_build_object('milestoneId', m.milestone_id, 'name', m.name,
      'plannedOn', m.planned_on, 'weightBasisPoints', m.weight_basis_points) ORDER BY m.planned_on, m.milestone_id)
    FROM ${milestones} m WHERE ${milestonesOf}), '[]'::json)`;

const ofProject = (alias: string): string => `${alias}.tenant_id = p.tenant_id AND ${alias}.project_id = p.project_id`;
const ofBaseline = (alias: string): string =>
  `${alias}.tenant_id = b.tenant_id AND ${alias}.baseline_id = b.baseline_id`;

const milestones = `
  SELECT json_agg(json_build_object('id', m.milestone_id, 'name', m.name, 'weightBasisPoints', m.weight_basis_points,
    'plannedOn', m.planned_on, 'originalOn', f.planned_on, 'baselineOn', c.planned_on, 'forecastOn', m.forecast_on,
    'earliestOn', m.earliest_on, 'latestOn', m.latest_on, 'actualOn', m.actual_on, 'remark', m.remark,
    'isDropped', m.dropped_at IS NOT NULL, 'waiting', (SELECT count(*)::int FROM project_dependency d
      WHERE d.tenant_id = m.tenant_id AND d.milestone_id = m.milestone_id AND d.ended_at IS NULL),
    'version', m.version) ORDER BY coalesce(c.planned_on, m.planned_on), m.milestone_id)
  FROM project_milestone m
  LEFT JOIN LATERAL (${inBaseline('ASC')}) f ON true
  LEFT JOIN LATERAL (${inBaseline('DESC')}) c ON true
  WHERE ${ofProject('m')}`;

/** The day of a milestone in the first or in the current baseline; nothing where that one does not have it. */
function inBaseline(order: 'ASC' | 'DESC'): string {
  return `SELECT t.planned_on FROM project_baseline_milestone t
    WHERE t.tenant_id = m.tenant_id AND t.milestone_id = m.milestone_id AND t.baseline_id = (
      SELECT b.baseline_id FROM project_baseline b WHERE ${ofProject('b')} AND b.state = 'agreed'
      ORDER BY b.number ${order} LIMIT 1)`;
}

const allBaselines = `
  SELECT json_agg(json_build_object('id', b.baseline_id, 'number', b.number, 'state', b.state,
    'plannedStart', b.planned_start, 'plannedEnd', b.planned_end, 'budgetCents', b.budget_cents,
    'internalCents', b.internal_cents, 'reason', b.reason, 'document', b.document, 'decidedOn', b.decided_on,
    'requestedByName', r.display_name, 'requestedAt', b.requested_at, 'agreedByName', g.display_name,
    'agreedAt', b.agreed_at) ORDER BY b.requested_at DESC, b.baseline_id DESC)
  FROM project_baseline b
  LEFT JOIN person r ON r.tenant_id = b.tenant_id AND r.person_id = b.requested_by
  LEFT JOIN person g ON g.tenant_id = b.tenant_id AND g.person_id = b.agreed_by
  WHERE ${ofProject('b')}`;

const baselines = `
  SELECT json_agg(json_build_object('plannedStart', b.planned_start, 'plannedEnd', b.planned_end, ${frozen(
    'project_baseline_cost',
    ofBaseline('c'),
    'project_baseline_milestone',
    ofBaseline('m'),
  )}) ORDER BY b.number)
  FROM project_baseline b WHERE ${ofProject('b')} AND b.state = 'agreed'`;

const ledger = `
  SELECT json_agg(json_build_object('fiscalYear', y.fiscal_year, 'kind', y.kind, 'adjustedCents', y.adjusted,
    'committedCents', y.committed, 'actualCents', y.actual, 'availableCents', y.available))
  FROM (
    SELECT b.fiscal_year, CASE l.direction WHEN 'payment' THEN 'investment' ELSE 'expense' END AS kind,
      sum(b.adjusted_cents)::bigint AS adjusted, sum(b.commitment_cents + b.reservation_cents)::bigint AS committed,
      sum(b.actual_cents)::bigint AS actual, sum(b.available_cents)::bigint AS available
    FROM project_line k
    JOIN budget_line l ON l.tenant_id = k.tenant_id AND l.line_id = k.line_id
    JOIN line_balance b ON b.tenant_id = k.tenant_id AND b.line_id = k.line_id AND b.fiscal_year >= k.from_year
      AND (k.to_year IS NULL OR b.fiscal_year <= k.to_year)
    WHERE ${ofProject('k')}
    GROUP BY 1, 2) y`;

const lines = `
  SELECT json_agg(json_build_object('linkId', k.link_id, 'line', CASE WHEN $4::uuid[] IS NULL OR l.unit_id = ANY ($4)
      THEN json_build_object('id', l.line_id, 'number', l.number, 'name', l.name) END,
    'fromYear', k.from_year, 'toYear', k.to_year, 'reason', k.reason, 'endReason', k.end_reason)
    ORDER BY k.to_year DESC NULLS FIRST, l.number, k.from_year)
  FROM project_line k JOIN budget_line l ON l.tenant_id = k.tenant_id AND l.line_id = k.line_id WHERE ${ofProject('k')}`;

const assessments = `
  SELECT json_agg(a.entry ORDER BY a.assessment_id DESC) FROM (
    SELECT s.assessment_id, json_build_object('id', s.assessment_id, 'status', s.status, 'text', s.text,
      'assessedOn', s.assessed_on, 'progressBasisPoints', s.progress_basis_points, 'byName', r.display_name) AS entry
    FROM project_assessment s LEFT JOIN person r ON r.tenant_id = s.tenant_id AND r.person_id = s.assessed_by
    WHERE ${ofProject('s')} ORDER BY s.assessment_id DESC LIMIT 12) a`;

const risks = `
  SELECT json_agg(json_build_object('id', r.risk_id, 'title', r.title, 'measure', r.measure,
    'probabilityBasisPoints', r.probability_basis_points, 'lowCents', r.low_cents, 'likelyCents', r.likely_cents,
    'highCents', r.high_cents, 'delayDays', r.delay_days, 'state', r.state, 'version', r.version)
    ORDER BY r.state = 'open' DESC, r.probability_basis_points * (r.low_cents + r.likely_cents + r.high_cents)::numeric DESC,
      r.risk_id)
  FROM project_risk r WHERE ${ofProject('r')}`;

const dependencies = `
  SELECT json_agg(json_build_object('id', d.dependency_id, 'project', CASE WHEN ${isProjectSeen('o', '$2')}
      THEN json_build_object('id', o.project_id, 'name', o.name, 'level', o.level) END,
    'milestoneName', m.name, 'dueOn', coalesce(m.actual_on, m.forecast_on, m.planned_on),
    'isReached', m.actual_on IS NOT NULL, 'note', d.note) ORDER BY m.planned_on, d.dependency_id)
  FROM project_dependency d
  JOIN project_milestone m ON m.tenant_id = d.tenant_id AND m.milestone_id = d.milestone_id
  JOIN project o ON o.tenant_id = m.tenant_id AND o.project_id = m.project_id
  WHERE ${ofProject('d')} AND d.ended_at IS NULL`;

const followUps = `
  SELECT json_agg(json_build_object('id', f.follow_up_id, 'name', f.name, 'milestoneName', m.name,
    'startsOn', ${goLiveDay('m')}, 'isReached', m.actual_on IS NOT NULL,
    'line', CASE WHEN $4::uuid[] IS NULL OR l.unit_id = ANY ($4)
      THEN json_build_object('id', l.line_id, 'number', l.number, 'name', l.name) END,
    'yearlyCents', f.yearly_cents) ORDER BY ${goLiveDay('m')}, f.follow_up_id)
  FROM project_follow_up_cost f
  JOIN project_milestone m ON m.tenant_id = f.tenant_id AND m.milestone_id = f.milestone_id
  JOIN budget_line l ON l.tenant_id = f.tenant_id AND l.line_id = f.line_id
  WHERE ${ofProject('f')} AND f.ended_at IS NULL`;

const purchases = `
  SELECT json_agg(json_build_object('id', u.purchase_id, 'name', u.name, 'netCents', u.net_cents,
    'wantedOn', u.wanted_on, 'framework', u.framework, 'isInHouse', u.is_in_house) ORDER BY u.wanted_on, u.purchase_id)
  FROM project_purchase u WHERE ${ofProject('u')} AND u.ended_at IS NULL`;

const orEmpty = (select: string): string => `coalesce((${select}), '[]'::json)`;

/** $1 tenant, $2 units whose projects are seen, $3 the project (which is seen), $4 units whose lines are seen. */
export const projectDetailSql = `
  SELECT json_build_object('form', p.form, 'description', p.description, 'sponsor', p.sponsor, 'unitId', p.unit_id,
    'startedOn', p.started_on, 'closedOn', p.closed_on, 'closeReason', p.close_reason, 'origin', p.origin,
    'version', p.version,
    'children', (SELECT count(*)::int FROM project c WHERE c.tenant_id = p.tenant_id AND c.parent_id = p.project_id
      AND ${isProjectSeen('c', '$2')}),
    'plan', json_build_object('plannedStart', p.planned_start, 'plannedEnd', p.planned_end, ${frozen(
      'project_cost',
      ofProject('c'),
      'project_milestone',
      `${ofProject('m')} AND m.dropped_at IS NULL`,
    )}),
    'baselines', ${orEmpty(baselines)}, 'allBaselines', ${orEmpty(allBaselines)}, 'milestones', ${orEmpty(milestones)},
    'ledger', ${orEmpty(ledger)}, 'lines', ${orEmpty(lines)}, 'assessments', ${orEmpty(assessments)},
    'risks', ${orEmpty(risks)}, 'dependencies', ${orEmpty(dependencies)},
    'followUps', ${orEmpty(followUps)}, 'purchases', ${orEmpty(purchases)}) AS detail
  FROM project p WHERE p.tenant_id = $1 AND p.project_id = $3`;

/** $1 tenant, $2 units, $3 the project's key, $4 words as patterns or null for lines with the key only, $5 how many. */
export const offersSql = `
  SELECT json_build_object('lineId', l.line_id, 'number', l.number, 'name', l.name,
    'hasKey', $3 <> '' AND l.project_key = $3, 'linkedTo', CASE WHEN p.project_id IS NOT NULL THEN
      json_build_object('id', p.project_id, 'name', p.name, 'level', p.level) END) AS offer
  FROM budget_line l
  LEFT JOIN project_line k ON k.tenant_id = l.tenant_id AND k.line_id = l.line_id AND k.to_year IS NULL
  LEFT JOIN project p ON p.tenant_id = k.tenant_id AND p.project_id = k.project_id
  WHERE l.tenant_id = $1 AND ($2::uuid[] IS NULL OR l.unit_id = ANY ($2)) AND l.direction IN ('expense', 'payment')
    AND l.archived_at IS NULL
    AND CASE WHEN $4::text[] IS NULL THEN $3 <> '' AND l.project_key = $3
      ELSE normalize(l.number || ' ' || l.name || ' ' || l.project_key) ILIKE ALL ($4) END
  ORDER BY ($3 <> '' AND l.project_key = $3) DESC, l.number, l.line_id LIMIT $5`;

export interface BookedSince {
  readonly spentCents: number;
  readonly events: number;
}

/** What was booked on the lines of a project ($2) after a day ($3), as far as it belongs to the project, and what was told. */
export const bookedSinceSql = `
  SELECT coalesce((SELECT sum(m.amount_cents) FROM project_line k
      JOIN movement m ON m.tenant_id = k.tenant_id AND m.line_id = k.line_id AND m.kind = 'actual' AND m.booked_on > $3
        AND m.fiscal_year >= extract(year FROM $3::date) AND m.fiscal_year >= k.from_year
        AND (k.to_year IS NULL OR m.fiscal_year <= k.to_year)
      WHERE k.tenant_id = $1 AND k.project_id = $2), 0)::bigint AS "spentCents",
    (SELECT count(*) FROM project_event e WHERE e.tenant_id = $1 AND e.project_id = $2
      AND e.recorded_at >= $3::date + 1)::integer AS events`;
