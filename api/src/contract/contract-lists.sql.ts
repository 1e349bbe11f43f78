import { isVisible } from './contract.sql';
import { reckonedColumns } from './contract-columns';

/** Terms that end from today ($3) to $4, soonest first; $5, $6 where to go on. */
export const endingsSql = `
  SELECT c.contract_id AS id, c.number, c.vendor, c.subject, c.kind, c.term_ends_on AS "termEndsOn",
    c.renewal_months AS "renewalMonths", c.stopped_on IS NOT NULL AS "isStopped", c.origin = 'demo' AS "isDemo",
    c.price_period AS "pricePeriod", ${reckonedColumns}
  FROM contract c
  WHERE ${isVisible} AND c.term_ends_on BETWEEN $3::date AND $4::date
    AND ($5::date IS NULL OR (c.term_ends_on, c.contract_id) > ($5::date, $6::uuid))
  ORDER BY c.term_ends_on, c.contract_id LIMIT $7`;

export const endingTotalsSql = `
  SELECT count(*)::integer AS count,
    (count(*) FILTER (WHERE c.renewal_months IS NULL AND c.stopped_on IS NULL))::integer AS undecided
  FROM contract c WHERE ${isVisible} AND c.term_ends_on BETWEEN $3::date AND $4::date`;

/** Lines for telephone and data by network, and what they cost from the year $3 to $4. */
export const feesSql = `
  WITH lines AS MATERIALIZED (SELECT c.contract_id, c.network_zone, coalesce(c.site_id::text, c.site) AS site
      FROM contract c
      WHERE ${isVisible} AND c.kind = 'line' AND (c.runs_until IS NULL OR c.runs_until >= make_date($3::integer, 1, 1))),
    zones AS (SELECT network_zone, count(*)::integer AS contracts,
        (count(DISTINCT site) FILTER (WHERE site <> ''))::integer AS sites FROM lines GROUP BY network_zone),
    sums AS (SELECT n.network_zone, y.fiscal_year, sum(y.cost_cents)::bigint AS cost_cents
      FROM contract_year y JOIN lines n ON n.contract_id = y.contract_id
      WHERE y.tenant_id = $1 AND y.fiscal_year BETWEEN $3::integer AND $4::integer GROUP BY n.network_zone, y.fiscal_year)
  SELECT z.network_zone AS "networkZone", z.contracts, z.sites,
    (SELECT json_agg(json_build_object('fiscalYear', year, 'costCents', coalesce(s.cost_cents, 0)) ORDER BY year)
      FROM generate_series($3::integer, $4::integer) AS year
      LEFT JOIN sums s ON s.network_zone IS NOT DISTINCT FROM z.network_zone AND s.fiscal_year = year) AS years
  FROM zones z
  ORDER BY array_position(ARRAY['telephony', 'administration', 'education', 'building', 'external'], z.network_zone)`;

/** The ceiling of the frame of fees, where one is stated for the year. */
export const feeCeilingsSql = `
  SELECT fiscal_year AS "fiscalYear", ceiling_cents AS "ceilingCents" FROM frame_ceiling
  WHERE tenant_id = $1 AND frame = 'FEES' AND fiscal_year BETWEEN $2::integer AND $3::integer`;

/**
 * What contracts say of the year $3 against what was paid, line by line. An expense line bears what belongs to the year, a
 * payment line what is paid in it.
 */
const invoiceLines = `
  SELECT l.line_id, l.number, l.name, count(*)::integer AS contracts,
    sum(CASE WHEN l.direction = 'payment' THEN y.payment_cents ELSE y.cost_cents END)::bigint AS expected_cents,
    coalesce(max(b.actual_cents), 0)::bigint AS actual_cents
  FROM contract_year y
  JOIN contract c ON c.tenant_id = y.tenant_id AND c.contract_id = y.contract_id
  JOIN budget_line l ON l.tenant_id = c.tenant_id AND l.line_id = c.line_id
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = y.fiscal_year
  WHERE y.tenant_id = $1 AND ($2::uuid[] IS NULL OR l.unit_id = ANY ($2)) AND y.fiscal_year = $3
  GROUP BY l.line_id, l.number, l.name`;

/** $4, $5 where to go on: number and id of the last line. */
export const invoicesSql = `
  SELECT json_build_object('id', line_id, 'number', number, 'name', name) AS line, contracts,
    expected_cents AS "expectedCents", actual_cents AS "actualCents"
  FROM (${invoiceLines}) checked
  WHERE $4::text IS NULL OR (number, line_id) > ($4, $5::uuid)
  ORDER BY number, line_id LIMIT $6`;

/** $4: the year is over, so that less is a difference, too. */
export const invoiceTotalsSql = `
  SELECT count(*)::integer AS lines, coalesce(sum(expected_cents), 0)::bigint AS "expectedCents",
    coalesce(sum(actual_cents), 0)::bigint AS "actualCents",
    (count(*) FILTER (WHERE actual_cents > expected_cents OR ($4::boolean AND actual_cents < expected_cents)))::integer
      AS differing
  FROM (${invoiceLines}) checked`;

/**
 * What contracts bind in the years $3, by line; $2 units of the lines. A contract that also stands in the register of
 * obligations (same number, same line) binds there and not a second time.
 */
export const claimsSql = `
  SELECT c.line_id, l.frame, y.fiscal_year, sum(y.bound_cents)::bigint AS amount_cents
  FROM contract_year y
  JOIN contract c ON c.tenant_id = y.tenant_id AND c.contract_id = y.contract_id
  JOIN budget_line l ON l.tenant_id = c.tenant_id AND l.line_id = c.line_id
  WHERE y.tenant_id = $1 AND ($2::uuid[] IS NULL OR l.unit_id = ANY ($2)) AND y.fiscal_year = ANY ($3::smallint[])
    AND NOT EXISTS (SELECT FROM obligation o WHERE o.tenant_id = c.tenant_id AND o.line_id = c.line_id
      AND o.reference = c.number AND o.reverses_id IS NULL AND NOT EXISTS (SELECT FROM obligation r
        WHERE r.tenant_id = o.tenant_id AND r.reverses_id = o.obligation_id))
  GROUP BY c.line_id, l.frame, y.fiscal_year HAVING sum(y.bound_cents) <> 0`;
