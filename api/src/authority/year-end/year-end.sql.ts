/*
 * The end of a year in SQL: $1 tenant, $2 the year that ends, $3 units that may be seen (null: all). Lines are spending
 * lines; revenue carries nothing over.
 */

const seen = `l.tenant_id = $1 AND l.direction IN ('expense', 'payment') AND ($3::uuid[] IS NULL OR l.unit_id = ANY ($3))`;

/** Carry-overs of the year on lines that may be seen, by state. */
const carriedCents = (state: string): string => `
  (SELECT coalesce(sum(c.amount_cents), 0)::bigint FROM carry_over c
   JOIN budget_line l ON l.tenant_id = c.tenant_id AND l.line_id = c.line_id
   WHERE ${seen} AND c.from_year = $2 AND c.state ${state})`;

export const headSql = `
  SELECT y.books_state AS "booksState",
    (SELECT n.books_state FROM fiscal_year n WHERE n.tenant_id = y.tenant_id AND n.fiscal_year = y.fiscal_year + 1) AS "nextBooksState",
    (SELECT json_build_object(
        'unspentCents', coalesce(sum(greatest(b.adjusted_cents - b.lock_cents - b.actual_cents, 0)), 0)::bigint,
        'openOrdersCents', coalesce(sum(greatest(b.commitment_cents, 0)), 0)::bigint)
      FROM line_balance b JOIN budget_line l ON l.tenant_id = b.tenant_id AND l.line_id = b.line_id
      WHERE ${seen} AND b.fiscal_year = $2) AS balances,
    ${carriedCents(`= 'proposed'`)} AS "proposedCents",
    ${carriedCents(`IN ('approved', 'used', 'lapsed')`)} AS "approvedCents",
    (SELECT count(*) FROM carry_over c JOIN budget_line l ON l.tenant_id = c.tenant_id AND l.line_id = c.line_id
      WHERE ${seen} AND c.from_year = $2 AND c.state = 'proposed') AS proposals
  FROM fiscal_year y WHERE y.tenant_id = $1 AND y.fiscal_year = $2`;

/** What is left of each step; of the whole city. */
export const stepsSql = `
  SELECT
    (SELECT count(*) FROM purchase_order o WHERE o.tenant_id = $1 AND o.fiscal_year = $2 AND o.state = 'reserved') AS reservations,
    (SELECT count(*) FROM line_balance b WHERE b.tenant_id = $1 AND b.fiscal_year = $2 AND b.commitment_cents > 0
      AND NOT EXISTS (SELECT FROM carry_over c WHERE c.tenant_id = b.tenant_id AND c.line_id = b.line_id
        AND c.from_year = $2 AND c.state = 'proposed')) AS "linesWithOpenOrders",
    (SELECT count(*) FROM clearing_item i WHERE i.tenant_id = $1 AND i.fiscal_year = $2 AND i.state = 'open') AS "clearingItems",
    (SELECT count(*) FROM pool_balance p WHERE p.tenant_id = $1 AND p.fiscal_year = $2 AND p.available_cents < 0) AS "overdrawnPools",
    (SELECT r.difference_cents FROM reconciliation_check r WHERE r.tenant_id = $1 AND r.fiscal_year = $2
      ORDER BY r.checked_at DESC LIMIT 1) AS "differenceCents",
    EXISTS (SELECT FROM approval a WHERE a.tenant_id = $1 AND a.action = 'fiscal_year.close' AND a.state = 'pending'
      AND a.subject_id = $2::smallint::text) AS "isClosingRequested"`;

/** Rests with a last day from today ($4) until $5, soonest first. */
export const lapsingSql = `
  SELECT c.carry_over_id AS id, c.line_id AS "lineId", l.number, l.name, c.origin_year AS "originYear", c.kind,
    c.expires_on AS "expiresOn"
  FROM carry_over c
  JOIN budget_line l ON l.tenant_id = c.tenant_id AND l.line_id = c.line_id
  WHERE ${seen} AND c.state = 'approved' AND c.expires_on BETWEEN $4::date AND $5::date AND c.to_year = $2
  ORDER BY c.expires_on, l.number, c.carry_over_id LIMIT 100`;

/**
 * What was bound and spent on each line before and from $4 on. An invoice of an order takes from its commitment, so it does
 * not count twice; what was carried over is no booking of the weeks in which it was. Only lines with more than $5 in them.
 */
export const paceSql = `
  SELECT l.line_id AS "lineId", l.number, l.name, m.before_cents AS "beforeCents", m.in_window_cents AS "inWindowCents"
  FROM (
    SELECT line_id, coalesce(sum(amount_cents) FILTER (WHERE booked_on < $4::date), 0)::bigint AS before_cents,
      coalesce(sum(amount_cents) FILTER (WHERE booked_on >= $4::date), 0)::bigint AS in_window_cents
    FROM movement WHERE tenant_id = $1 AND fiscal_year = $2 AND kind IN ('commitment', 'actual') AND decision_id IS NULL
    GROUP BY line_id) m
  JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = m.line_id
  WHERE ${seen} AND m.in_window_cents > $5`;

/** What each view of the table asks of a line `l` with its balance `b`. */
const VIEWS = {
  needed: `coalesce(b.commitment_cents, 0) > 0`,
  proposed: `EXISTS (SELECT FROM carry_over c WHERE c.tenant_id = l.tenant_id AND c.line_id = l.line_id
    AND c.from_year = $2 AND c.state = 'proposed')`,
  decided: `EXISTS (SELECT FROM carry_over c WHERE c.tenant_id = l.tenant_id AND c.line_id = l.line_id
    AND c.from_year = $2 AND c.state <> 'proposed')`,
  unused: `coalesce(b.adjusted_cents - b.lock_cents - b.actual_cents - b.commitment_cents, 0) > 0`,
  all: `true`,
} as const;

/** The order documents that are still open, the largest three for the reason. */
const openOrders = `
  LATERAL (
    SELECT count(*) AS count, coalesce(json_agg(json_build_object('number', o.number, 'supplier', o.supplier,
      'openCents', o.committed_cents) ORDER BY o.committed_cents DESC, o.number) FILTER (WHERE o.place <= 3), '[]') AS largest
    FROM (SELECT x.number, x.supplier, x.committed_cents, row_number() OVER (ORDER BY x.committed_cents DESC, x.number) AS place
      FROM purchase_order x WHERE x.tenant_id = l.tenant_id AND x.line_id = l.line_id AND x.fiscal_year = $2
        AND x.committed_cents > 0 AND x.state IN ('ordered', 'partly_invoiced')) o) orders`;

/** Contracts on the line that run beyond the year: the soonest three by notice, then by number. */
const contracts = `
  (SELECT coalesce(json_agg(json_build_object('number', k.number, 'vendor', k.vendor, 'noticeBy', k."noticeBy",
      'runsUntil', k.runs_until) ORDER BY k."noticeBy" NULLS LAST, k.number), '[]')
    FROM (SELECT c.number, c.vendor, c.runs_until,
        CASE WHEN c.next_notice_on >= $9::date THEN c.next_notice_on END AS "noticeBy"
      FROM contract c WHERE c.tenant_id = l.tenant_id AND c.line_id = l.line_id
        AND c.starts_on <= make_date($2, 12, 31) AND (c.runs_until IS NULL OR c.runs_until > make_date($2, 12, 31))
      ORDER BY CASE WHEN c.next_notice_on >= $9::date THEN c.next_notice_on END NULLS LAST, c.number LIMIT 3) k) AS contracts`;

/** The next three milestones of projects that the line pays for; what is reached or dropped is no reason. */
const milestones = `
  (SELECT coalesce(json_agg(json_build_object('project', k.project, 'name', k.name, 'dueOn', k.due_on)
      ORDER BY k.due_on, k.name), '[]')
    FROM (SELECT p.name AS project, m.name, coalesce(m.forecast_on, m.planned_on) AS due_on
      FROM project_line x
      JOIN project p ON p.tenant_id = x.tenant_id AND p.project_id = x.project_id
      JOIN project_milestone m ON m.tenant_id = x.tenant_id AND m.project_id = x.project_id
      WHERE x.tenant_id = l.tenant_id AND x.line_id = l.line_id AND x.ended_at IS NULL
        AND $2 BETWEEN x.from_year AND coalesce(x.to_year, $2)
        AND ($3::uuid[] IS NULL OR p.unit_id = ANY ($3)) AND m.actual_on IS NULL AND m.dropped_at IS NULL
        AND coalesce(m.forecast_on, m.planned_on) > make_date($2, 12, 31)
      ORDER BY due_on, m.name LIMIT 3) k) AS milestones`;

/** What the pool of the line, or the line itself, has in the year after. */
const nextYear = `
  json_build_object('poolCode', np.code, 'availableCents', coalesce(
    (SELECT y.available_cents FROM pool_balance y WHERE y.tenant_id = l.tenant_id AND y.pool_id = l.pool_id
      AND y.fiscal_year = $2::smallint + 1),
    (SELECT y.available_cents FROM line_balance y WHERE y.tenant_id = l.tenant_id AND y.line_id = l.line_id
      AND l.pool_id IS NULL AND y.fiscal_year = $2::smallint + 1), 0)) AS next`;

/** $4 person, $5 number and $6 id after which the page begins, $7 rows, $8 search words, $9 today. */
const carryOvers = `
  (SELECT coalesce(json_agg(json_build_object('id', c.carry_over_id, 'originYear', c.origin_year, 'kind', c.kind,
      'amountCents', c.amount_cents, 'reason', c.reason, 'state', c.state, 'expiresOn', c.expires_on,
      'proposedByName', r.display_name, 'isOwn', c.proposed_by = $4, 'decidedByName', d.display_name,
      'decisionNote', c.decision_note, 'movedCommitmentCents', c.moved_commitment_cents, 'version', c.version)
      ORDER BY c.origin_year, c.proposed_at, c.carry_over_id), '[]')
    FROM carry_over c
    LEFT JOIN person r ON r.tenant_id = c.tenant_id AND r.person_id = c.proposed_by
    LEFT JOIN person d ON d.tenant_id = c.tenant_id AND d.person_id = c.decided_by
    WHERE c.tenant_id = l.tenant_id AND c.line_id = l.line_id AND c.from_year = $2) AS "carryOvers"`;

const linesSql = (condition: string): string => `
  SELECT l.line_id AS "lineId", l.number, l.name, l.unit_id AS "unitId", u.code AS "unitCode",
    orders.count AS "openOrders", orders.largest AS orders, ${contracts}, ${milestones}, ${nextYear}, ${carryOvers}
  FROM budget_line l
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = $2
  LEFT JOIN org_unit u ON u.tenant_id = l.tenant_id AND u.unit_id = l.unit_id
  LEFT JOIN cover_pool np ON np.tenant_id = l.tenant_id AND np.pool_id = l.pool_id
  CROSS JOIN ${openOrders}
  WHERE ${seen} AND (l.archived_at IS NULL OR coalesce(b.movements, 0) > 0) AND ${condition}
    AND ($8::text[] IS NULL OR (l.number || ' ' || l.name) ILIKE ALL ($8))
    AND ($5::text IS NULL OR (l.number, l.line_id) > ($5, $6::uuid))
  ORDER BY l.number, l.line_id LIMIT $7`;

/** One statement a view: what is asked is constant text. */
export const linesOf: Readonly<Record<keyof typeof VIEWS, string>> = {
  needed: linesSql(VIEWS.needed),
  proposed: linesSql(VIEWS.proposed),
  decided: linesSql(VIEWS.decided),
  unused: linesSql(VIEWS.unused),
  all: linesSql(VIEWS.all),
};
