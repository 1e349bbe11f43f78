import { isProjectSeen } from './project.repository';

/**
 * What the portfolio says about a project, as facts: names, money from the ledger through the linked lines, milestones of the
 * current and of the first baseline with what has become of them. $1 tenant, $2 units that may be seen, $3 the running year.
 */
const factsOf = (projects: string): string => `
  SELECT json_build_object('id', p.project_id, 'level', p.level, 'key', p.project_key, 'name', p.name,
    'parent', CASE WHEN ${isProjectSeen('a', '$2')} THEN
      json_build_object('id', a.project_id, 'name', a.name, 'level', a.level) END,
    'unitName', u.name, 'phase', p.phase, 'state', p.state, 'plannedStart', p.planned_start, 'plannedEnd', p.planned_end,
    'progressMethod', p.progress_method, 'reportedOn', p.reported_on,
    'judged', s.status, 'judgedBasisPoints', j.progress_basis_points,
    'actualCents', coalesce(m.actual_cents, 0), 'committedCents', coalesce(m.committed_cents, 0),
    'isOverdrawn', coalesce(m.is_overdrawn, false), 'baselines', coalesce(c.number, 0),
    'budgetCents', c.budget_cents, 'currentEnd', c.planned_end,
    'originalBudgetCents', o.budget_cents, 'originalEnd', o.planned_end,
    'milestones', coalesce(cm.milestones, '[]'::json), 'originalMilestones', om.milestones) AS facts,
    p.name AS sort
  FROM ${projects} p
  LEFT JOIN project a ON a.tenant_id = p.tenant_id AND a.project_id = p.parent_id
  LEFT JOIN org_unit u ON u.tenant_id = p.tenant_id AND u.unit_id = p.unit_id
  LEFT JOIN LATERAL (SELECT x.status FROM project_assessment x
    WHERE x.tenant_id = p.tenant_id AND x.project_id = p.project_id ORDER BY x.assessment_id DESC LIMIT 1) s ON true
  LEFT JOIN LATERAL (SELECT x.progress_basis_points FROM project_assessment x
    WHERE x.tenant_id = p.tenant_id AND x.project_id = p.project_id AND x.progress_basis_points IS NOT NULL
    ORDER BY x.assessment_id DESC LIMIT 1) j ON true
  LEFT JOIN LATERAL (SELECT b.* FROM project_baseline b WHERE b.tenant_id = p.tenant_id AND b.project_id = p.project_id
    AND b.state = 'agreed' ORDER BY b.number DESC LIMIT 1) c ON true
  LEFT JOIN LATERAL (SELECT b.* FROM project_baseline b WHERE b.tenant_id = p.tenant_id AND b.project_id = p.project_id
    AND b.state = 'agreed' ORDER BY b.number LIMIT 1) o ON true
  LEFT JOIN LATERAL (${tracked('c')}) cm ON true
  LEFT JOIN LATERAL (${tracked('o')}) om ON c.number > 1
  LEFT JOIN LATERAL (
    SELECT sum(b.actual_cents)::bigint AS actual_cents, sum(b.commitment_cents + b.reservation_cents)::bigint AS committed_cents,
      bool_or(b.fiscal_year = $3::smallint AND coalesce(g.available_cents, b.available_cents) < 0
        AND NOT (l.frame IS NOT NULL AND f.ceiling_cents IS NULL AND b.appropriation_cents = 0
          AND b.carry_over_cents = 0)) AS is_overdrawn
    FROM project_line k
    JOIN budget_line l ON l.tenant_id = k.tenant_id AND l.line_id = k.line_id
    JOIN line_balance b ON b.tenant_id = k.tenant_id AND b.line_id = k.line_id AND b.fiscal_year >= k.from_year
      AND (k.to_year IS NULL OR b.fiscal_year <= k.to_year)
    LEFT JOIN pool_balance g ON g.tenant_id = l.tenant_id AND g.pool_id = l.pool_id AND g.fiscal_year = b.fiscal_year
    LEFT JOIN frame_ceiling f ON f.tenant_id = l.tenant_id AND f.frame = l.frame AND f.fiscal_year = b.fiscal_year
    WHERE k.tenant_id = p.tenant_id AND k.project_id = p.project_id) m ON true
  WHERE p.tenant_id = $1 AND ${isProjectSeen('p', '$2')}`;

function tracked(baseline: string): string {
  return `SELECT json_agg(json_build_object('baselineOn', t.planned_on, 'weightBasisPoints', t.weight_basis_points,
      'forecastOn', y.forecast_on, 'actualOn', y.actual_on)) AS milestones
    FROM project_baseline_milestone t
    JOIN project_milestone y ON y.tenant_id = t.tenant_id AND y.milestone_id = t.milestone_id
    WHERE t.tenant_id = p.tenant_id AND t.baseline_id = ${baseline}.baseline_id`;
}

const facts = factsOf('project');

/**
 * The projects of one page, so that only these are looked at closely: $4 below which, $5 level, $6 state, $7 words as patterns,
 * $8 also closed ones, $9 and $10 after which, $11 how many, $12 told
 * nothing since a day.
 */
const page = `(SELECT p.* FROM project p
    LEFT JOIN project a ON a.tenant_id = p.tenant_id AND a.project_id = p.parent_id
    WHERE p.tenant_id = $1 AND ${isProjectSeen('p', '$2')}
      AND ($4::uuid IS NULL OR p.parent_id = $4 OR a.parent_id = $4)
      AND ($5::text IS NULL OR p.level = $5) AND ($6::text IS NULL OR p.state = $6)
      AND ($7::text[] IS NULL OR (normalize(p.project_key || ' ' || p.name || ' ' || p.sponsor) ILIKE ALL ($7)))
      AND ($8::boolean OR p.state <> 'closed')
      AND ($12::date IS NULL OR p.reported_on < $12)
      AND ($9::text IS NULL OR (p.name, p.project_id) > ($9, $10::uuid))
    ORDER BY p.name, p.project_id LIMIT $11)`;

export const projectPageSql = `${factsOf(page)} ORDER BY p.name, p.project_id`;

/** Every open project below a portfolio or programme ($4), or of all. */
export const projectSummarySql = `${facts}
    AND ($4::uuid IS NULL OR p.parent_id = $4 OR a.parent_id = $4) AND p.level = 'project' AND p.state <> 'closed'
  ORDER BY p.name, p.project_id`;

export const projectFactsSql = `${facts} AND p.project_id = $4`;
