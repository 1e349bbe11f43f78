/*
 * What locks hold, in SQL: $1 tenant, $2 units that may be seen (null: all). Everything counts only the lines of these.
 */

/** Amounts of steps on lines that may be seen. */
const seen = `
  FROM budget_lock_step s
  JOIN budget_lock_amount a ON a.tenant_id = s.tenant_id AND a.step_id = s.step_id
  JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id AND ($2::uuid[] IS NULL OR l.unit_id = ANY ($2))`;

/** A lifting gives back; what was locked is what its own step took. */
const sums = `
  count(*) FILTER (WHERE s.kind = 'lock') AS lines,
  coalesce(sum(a.amount_cents) FILTER (WHERE s.kind = 'lock'), 0)::bigint AS locked_cents,
  coalesce(sum(a.amount_cents) FILTER (WHERE s.kind = 'lift' AND s.state = 'done'), 0)::bigint AS lifted_cents`;

/** The council has to be told of everything that took effect; a lifting without a reason counts as not told (T17c). */
const isReportOpen = `(s.state = 'done' AND (s.reported_on IS NULL OR btrim(s.reason) = ''))`;

const locks = (condition: string): string => `
  SELECT k.lock_id AS id, k.fiscal_year AS "fiscalYear", k.title, k.method, k.basis_points AS "basisPoints",
    k.total_cents AS "totalCents", k.spread,
    CASE WHEN first.state <> 'done' THEN first.state WHEN t.lifted_cents >= t.locked_cents THEN 'lifted' ELSE 'in_force' END AS state,
    first.decided_on AS "decidedOn", first.decided_by AS "decidedBy", first.document, first.reason,
    t.lines, t.locked_cents AS "lockedCents", t.lifted_cents AS "liftedCents",
    CASE first.state WHEN 'done' THEN t.locked_cents - t.lifted_cents ELSE 0 END AS "heldCents",
    (SELECT count(*) FROM budget_lock_step s WHERE s.tenant_id = k.tenant_id AND s.lock_id = k.lock_id
      AND ${isReportOpen}) AS "openReports",
    p.display_name AS "recordedByName", k.version
  FROM budget_lock k
  JOIN budget_lock_step first ON first.tenant_id = k.tenant_id AND first.lock_id = k.lock_id AND first.kind = 'lock'
  JOIN LATERAL (SELECT ${sums} ${seen} WHERE s.tenant_id = k.tenant_id AND s.lock_id = k.lock_id) t ON t.lines > 0
  LEFT JOIN person p ON p.tenant_id = k.tenant_id AND p.person_id = k.recorded_by
  WHERE k.tenant_id = $1 AND ${condition}
  ORDER BY first.decided_on DESC, k.recorded_at DESC, k.lock_id DESC`;

export const listSql = `
  SELECT * FROM (${locks('k.fiscal_year = $3')}) found
  WHERE NOT $4::boolean OR "openReports" > 0 LIMIT 100`;

export const oneSql = locks('k.lock_id = $3');

export const stepsSql = `
  SELECT s.step_id AS id, s.kind, s.state, s.decided_on AS "decidedOn", s.decided_by AS "decidedBy", s.document, s.reason,
    t.lines, t.amount_cents AS "amountCents", r.display_name AS "recordedByName", c.display_name AS "confirmedByName",
    s.reported_on AS "reportedOn", s.report_document AS "reportDocument", ${isReportOpen} AS "isReportOpen",
    (SELECT v.approval_id FROM approval v WHERE v.tenant_id = s.tenant_id AND v.subject_type = 'budget_lock'
      AND v.subject_id = s.lock_id::text AND v.state = 'pending' AND v.request ->> 'stepId' = s.step_id::text) AS "approvalId"
  FROM budget_lock_step s
  JOIN LATERAL (
    SELECT count(*) AS lines, coalesce(sum(a.amount_cents), 0)::bigint AS amount_cents
    FROM budget_lock_amount a
    JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id AND ($2::uuid[] IS NULL OR l.unit_id = ANY ($2))
    WHERE a.tenant_id = s.tenant_id AND a.step_id = s.step_id) t ON t.lines > 0
  LEFT JOIN person r ON r.tenant_id = s.tenant_id AND r.person_id = s.recorded_by
  LEFT JOIN person c ON c.tenant_id = s.tenant_id AND c.person_id = s.confirmed_by
  WHERE s.tenant_id = $1 AND s.lock_id = $3
  ORDER BY s.recorded_at, s.step_id`;

export const lineSql = `
  SELECT t.line_id AS "lineId", l.number, l.name, t.basis_cents AS "basisCents", t.locked_cents AS "lockedCents",
    t.lifted_cents AS "liftedCents", t.held_cents AS "heldCents",
    coalesce(p.available_cents, b.available_cents, 0) AS "availableCents"
  FROM (
    SELECT a.line_id, k.fiscal_year, max(a.basis_cents) AS basis_cents,
      coalesce(sum(a.amount_cents) FILTER (WHERE s.kind = 'lock'), 0)::bigint AS locked_cents,
      coalesce(sum(a.amount_cents) FILTER (WHERE s.kind = 'lift' AND s.state = 'done'), 0)::bigint AS lifted_cents,
      coalesce(sum(CASE WHEN s.state <> 'done' THEN 0 WHEN s.kind = 'lock' THEN a.amount_cents ELSE -a.amount_cents END), 0)::bigint
        AS held_cents
    FROM budget_lock k
    JOIN budget_lock_step s ON s.tenant_id = k.tenant_id AND s.lock_id = k.lock_id
    JOIN budget_lock_amount a ON a.tenant_id = s.tenant_id AND a.step_id = s.step_id
    WHERE k.tenant_id = $1 AND k.lock_id = $3 GROUP BY a.line_id, k.fiscal_year) t
  JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = t.line_id AND ($2::uuid[] IS NULL OR l.unit_id = ANY ($2))
  LEFT JOIN line_balance b ON b.tenant_id = $1 AND b.line_id = t.line_id AND b.fiscal_year = t.fiscal_year
  LEFT JOIN pool_balance p ON p.tenant_id = $1 AND p.pool_id = l.pool_id AND p.fiscal_year = t.fiscal_year
  WHERE ($4::text IS NULL OR (l.number, l.line_id) > ($4, $5::uuid))
  ORDER BY l.number, l.line_id LIMIT $6`;
