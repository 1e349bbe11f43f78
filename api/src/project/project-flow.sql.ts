import { isProjectSeen } from './project.repository';

/*
 * Where the money of a year goes: from the frame through programme and project to whom it is ordered from. $1 tenant, $2 units
 * of the projects that may be seen, $3 the year.
 */

const links = `
  project_line k
  JOIN project p ON p.tenant_id = k.tenant_id AND p.project_id = k.project_id
  JOIN budget_line l ON l.tenant_id = k.tenant_id AND l.line_id = k.line_id`;
const inYear = `k.tenant_id = $1 AND k.from_year <= $3::smallint AND (k.to_year IS NULL OR k.to_year >= $3::smallint)
  AND l.direction NOT IN ('revenue', 'receipt')`;

/** Spent and bound by project and frame. */
export const flowProjectsSql = `
  SELECT l.frame, p.project_id AS "projectId", p.name, a.project_id AS "programmeId",
    CASE WHEN ${isProjectSeen('a', '$2')} THEN a.name END AS programme,
    sum(b.actual_cents + b.commitment_cents + b.reservation_cents)::bigint AS "usedCents",
    sum(b.appropriation_cents)::bigint AS "plannedCents"
  FROM ${links}
  JOIN line_balance b ON b.tenant_id = k.tenant_id AND b.line_id = k.line_id AND b.fiscal_year = $3::smallint
  LEFT JOIN project a ON a.tenant_id = p.tenant_id AND a.project_id = p.parent_id
  WHERE ${inYear} AND ${isProjectSeen('p', '$2')}
  GROUP BY l.frame, p.project_id, p.name, a.project_id, a.name, a.unit_id, a.level
  ORDER BY p.name, p.project_id`;

/** What of it stands in orders, by whom it is ordered from. */
export const flowVendorsSql = `
  SELECT p.project_id AS "projectId", o.supplier AS vendor,
    sum(o.reserved_cents + o.committed_cents + o.spent_cents)::bigint AS "usedCents"
  FROM ${links}
  JOIN purchase_order o ON o.tenant_id = k.tenant_id AND o.line_id = k.line_id AND o.fiscal_year = $3::smallint
  WHERE ${inYear} AND ${isProjectSeen('p', '$2')} AND o.supplier <> ''
  GROUP BY p.project_id, o.supplier HAVING sum(o.reserved_cents + o.committed_cents + o.spent_cents) > 0`;

/** Every frame with its ceiling and the Ansatz of its expense lines, to which the ceiling belongs; only for who sees the whole city. */
export const flowFramesSql = `
  SELECT l.frame, c.ceiling_cents AS "ceilingCents", sum(b.appropriation_cents)::bigint AS "plannedCents"
  FROM budget_line l
  JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = $2::smallint
  LEFT JOIN frame_ceiling c ON c.tenant_id = l.tenant_id AND c.frame = l.frame AND c.fiscal_year = b.fiscal_year
  WHERE l.tenant_id = $1 AND l.frame IS NOT NULL AND l.direction NOT IN ('revenue', 'receipt')
  GROUP BY l.frame, c.ceiling_cents
  ORDER BY array_position(ARRAY['CORE', 'SCHOOL_NET', 'FEES'], l.frame)`;
