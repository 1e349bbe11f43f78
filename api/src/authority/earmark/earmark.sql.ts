/* The register of grants in SQL: constant text, everything that is asked is a parameter. */

/** What the grant `e` has done to the authority, from the ledger. */
const authorityOf = `coalesce((SELECT sum(m.amount_cents) FROM movement m WHERE m.tenant_id = e.tenant_id
  AND m.decision_id = e.earmark_id AND m.fiscal_year = e.fiscal_year AND m.kind = 'earmark'), 0)::bigint`;

export const earmarkColumns = `
  e.earmark_id AS id, e.number, e.giver, e.purpose, e.fiscal_year AS "fiscalYear", e.planned_cents AS "plannedCents",
  e.promised_cents AS "promisedCents", e.verbal_cents AS "verbalCents", e.received_cents AS "receivedCents",
  e.refunded_cents AS "refundedCents", ${authorityOf} AS "authorityCents",
  e.lowers_with_revenue AS "lowersWithRevenue", e.use_by AS "useBy", e.proof_due_on AS "proofDueOn",
  e.proof_state AS "proofState", e.origin = 'demo' AS "isDemo", e.version`;

/** A grant is seen by whoever sees one of its lines. $1 tenant, $2 units that may be seen (null: all). */
const isVisible = `($2::uuid[] IS NULL OR EXISTS (
  SELECT FROM earmark_line x JOIN budget_line l ON l.tenant_id = x.tenant_id AND l.line_id = x.line_id
  WHERE x.tenant_id = e.tenant_id AND x.earmark_id = e.earmark_id AND l.unit_id = ANY ($2)))`;

/** Grants of the year $3, of the line $4 where one is named: one it is for, or the one it comes in on. */
export const visibleEarmarks = `
  FROM earmark e
  WHERE e.tenant_id = $1 AND ${isVisible} AND e.fiscal_year = $3
    AND ($4::uuid IS NULL OR e.revenue_line_id = $4 OR EXISTS (SELECT FROM earmark_line x
      WHERE x.tenant_id = e.tenant_id AND x.earmark_id = e.earmark_id AND x.line_id = $4))`;

export const detailSql = `
  SELECT ${earmarkColumns}, e.notice_number AS "noticeNumber", e.notice_on AS "noticeOn",
    CASE WHEN r.line_id IS NOT NULL THEN json_build_object('lineId', r.line_id, 'number', r.number, 'name', r.name,
      'adjustedCents', coalesce(b.adjusted_cents, 0), 'receivedCents', coalesce(b.actual_cents, 0),
      'openCents', coalesce(b.adjusted_cents, 0) - coalesce(b.actual_cents, 0)) END AS "revenueLine"
  FROM earmark e
  LEFT JOIN budget_line r ON r.tenant_id = e.tenant_id AND r.line_id = e.revenue_line_id
    AND ($2::uuid[] IS NULL OR r.unit_id = ANY ($2))
  LEFT JOIN line_balance b ON b.tenant_id = e.tenant_id AND b.line_id = r.line_id AND b.fiscal_year = e.fiscal_year
  WHERE e.tenant_id = $1 AND e.earmark_id = $3 AND ${isVisible}`;

/** Every year of the grant that the earmark $2 belongs to; none where it stands alone. */
export const yearsSql = `
  SELECT e.earmark_id AS id, e.fiscal_year AS "fiscalYear", e.planned_cents AS "plannedCents",
    e.promised_cents AS "promisedCents", e.received_cents - e.refunded_cents AS "receivedCents", ${authorityOf} AS "authorityCents"
  FROM earmark o JOIN earmark e ON e.tenant_id = o.tenant_id AND e.grant_id = o.grant_id
  WHERE o.tenant_id = $1 AND o.earmark_id = $2 ORDER BY e.fiscal_year`;

export const linesSql = `
  SELECT l.unit_id, json_build_object('lineId', l.line_id, 'number', l.number, 'name', l.name,
    'plannedCents', x.planned_cents, 'authorityCents', coalesce(m.amount_cents, 0),
    'adjustedCents', coalesce(b.adjusted_cents, 0), 'availableCents', coalesce(b.available_cents, 0)) AS line
  FROM earmark_line x
  JOIN budget_line l ON l.tenant_id = x.tenant_id AND l.line_id = x.line_id
  LEFT JOIN line_balance b ON b.tenant_id = x.tenant_id AND b.line_id = x.line_id AND b.fiscal_year = $3
  LEFT JOIN (SELECT line_id, sum(amount_cents)::bigint AS amount_cents FROM movement
    WHERE tenant_id = $1 AND decision_id = $2 AND fiscal_year = $3 AND kind = 'earmark' GROUP BY line_id) m
    ON m.line_id = x.line_id
  WHERE x.tenant_id = $1 AND x.earmark_id = $2 ORDER BY l.number, l.line_id`;

export const eventsSql = `
  SELECT v.event_id AS id, v.kind AS step, v.amount_cents AS "amountCents", v.authority_cents AS "authorityCents",
    v.happened_on AS "happenedOn", v.document_number AS "documentNumber", v.note, p.display_name AS "recordedBy",
    q.display_name AS "approvedBy"
  FROM earmark_event v
  LEFT JOIN person p ON p.tenant_id = v.tenant_id AND p.person_id = v.recorded_by
  LEFT JOIN person q ON q.tenant_id = v.tenant_id AND q.person_id = v.approved_by
  WHERE v.tenant_id = $1 AND v.earmark_id = $2 ORDER BY v.recorded_at DESC, v.event_id DESC LIMIT 100`;

export const waitingSql = `
  SELECT a.approval_id AS "approvalId", a.request ->> 'step' AS step,
    (a.request ->> 'amountCents')::bigint AS "amountCents", (a.request ->> 'authorityCents')::bigint AS "authorityCents",
    p.display_name AS "requestedBy"
  FROM approval a JOIN person p ON p.tenant_id = a.tenant_id AND p.person_id = a.requested_by
  WHERE a.tenant_id = $1 AND a.action = 'earmark.change' AND a.subject_type = 'earmark' AND a.subject_id = $2::text
    AND a.state = 'pending'`;
