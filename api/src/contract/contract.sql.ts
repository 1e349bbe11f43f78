import { isProjectSeen } from '../project';
import { reckonedColumns } from './contract-columns';

/* The register of contracts in SQL: constant text, everything that is asked is a parameter. */

/** Where a contract stands today ($4). */
const stateSql = `CASE WHEN c.runs_until < $4::date THEN 'ended' WHEN c.stopped_on IS NOT NULL THEN 'stopped'
  WHEN c.starts_on > $4::date THEN 'upcoming' ELSE 'running' END`;

/** The day of the reminder has come, and notice can still be given. */
const isReminded = `coalesce(c.next_notice_on >= $4::date AND c.next_notice_on - c.remind_days <= $4::date, false)`;

/**
 * A row of the register. $1 tenant, $2 units that may be seen (null: all), $3 fiscal year, $4 today. A day for notice that
 * has passed is not shown until the contract is reckoned anew.
 */
export const contractColumns = `
  c.contract_id AS id, c.number, c.vendor, c.subject, c.kind,
  CASE WHEN u.unit_id IS NOT NULL THEN json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name) END AS unit,
  CASE WHEN $2::uuid[] IS NULL OR l.unit_id = ANY ($2)
    THEN json_build_object('id', l.line_id, 'number', l.number, 'name', l.name) END AS line,
  l.frame, coalesce(t.name, c.site) AS site, c.site_id AS "siteId", c.network_zone AS "networkZone", c.metric, c.quantity, c.unit_price_micros AS "unitPriceMicros",
  c.price_period AS "pricePeriod", c.starts_on AS "startsOn", c.term_ends_on AS "termEndsOn",
  c.bound_until AS "boundUntil", CASE WHEN c.next_notice_on >= $4::date THEN c.next_notice_on END AS "noticeBy",
  ${isReminded} AS "isReminded", c.renewal_months AS "renewalMonths", ${stateSql} AS state,
  c.is_in_house AS "isInHouse", c.is_cost_recovery AS "isCostRecovery", c.origin = 'demo' AS "isDemo", c.version`;

/** Where a contract stands: its unit and its line. */
export const contractSurroundings = `
  JOIN budget_line l ON l.tenant_id = c.tenant_id AND l.line_id = c.line_id
  LEFT JOIN org_unit u ON u.tenant_id = c.tenant_id AND u.unit_id = c.unit_id
  LEFT JOIN site t ON t.tenant_id = c.tenant_id AND t.site_id = c.site_id`;

/** A contract is seen by whoever sees its unit; one of the whole city by whoever sees the whole city. */
export const isVisible = `c.tenant_id = $1 AND ($2::uuid[] IS NULL OR c.unit_id = ANY ($2))`;

/**
 * The contracts that are asked for: $5 words, $6 unit with what is below it, $7 vendor, $8 frame, $9 kind, $10 network,
 * $11 line, $12 notice due by, $13 also those that are over, $14 site.
 */
const foundContracts = `
  FROM contract c ${contractSurroundings}
  WHERE ${isVisible}
    AND ($5::text[] IS NULL OR (c.number || ' ' || c.vendor || ' ' || c.subject || ' ' || coalesce((SELECT w.name FROM site w
      WHERE w.tenant_id = c.tenant_id AND w.site_id = c.site_id), c.site)) ILIKE ALL ($5::text[]))
    AND ($6::uuid IS NULL OR c.unit_id IN (WITH RECURSIVE below AS (SELECT $6::uuid AS unit_id UNION ALL
      SELECT o.unit_id FROM org_unit o JOIN below b ON o.parent_id = b.unit_id WHERE o.tenant_id = $1)
      SELECT unit_id FROM below))
    AND ($7::text IS NULL OR c.vendor ILIKE $7) AND ($8::text IS NULL OR l.frame = $8)
    AND ($9::text IS NULL OR c.kind = $9) AND ($10::text IS NULL OR c.network_zone = $10)
    AND ($11::uuid IS NULL OR c.line_id = $11) AND ($14::uuid IS NULL OR c.site_id = $14)
    AND ($12::date IS NULL OR (c.next_notice_on >= $4::date AND c.next_notice_on <= $12))
    AND ($13::boolean OR c.runs_until IS NULL OR c.runs_until >= $4::date)`;

/** $15 the number after which the page begins, $16 how many rows. */
export const listSql = `
  SELECT ${contractColumns}, coalesce(y.cost_cents, 0)::bigint AS "costCents"
  FROM (SELECT c.contract_id ${foundContracts} AND ($15::text IS NULL OR c.number > $15) ORDER BY c.number LIMIT $16) page
  JOIN contract c ON c.tenant_id = $1 AND c.contract_id = page.contract_id
  ${contractSurroundings}
  LEFT JOIN contract_year y ON y.tenant_id = c.tenant_id AND y.contract_id = c.contract_id AND y.fiscal_year = $3
  ORDER BY c.number`;

/** Everything that is found: how many, how many reminders, and the sums of the years $3 to $15. */
export const totalsSql = `
  WITH found AS MATERIALIZED (SELECT c.contract_id, ${isReminded} AS is_reminded ${foundContracts}),
    sums AS (SELECT y.fiscal_year, sum(y.cost_cents)::bigint AS cost_cents, sum(y.bound_cents)::bigint AS bound_cents,
        sum(y.payment_cents)::bigint AS payment_cents
      FROM contract_year y JOIN found f ON f.contract_id = y.contract_id
      WHERE y.tenant_id = $1 AND y.fiscal_year BETWEEN $3::integer AND $15::integer GROUP BY y.fiscal_year)
  SELECT (SELECT count(*) FROM found)::integer AS count,
    (SELECT count(*) FROM found WHERE is_reminded)::integer AS reminded,
    (SELECT json_agg(json_build_object('fiscalYear', year, 'costCents', coalesce(s.cost_cents, 0),
        'boundCents', coalesce(s.bound_cents, 0), 'paymentCents', coalesce(s.payment_cents, 0)) ORDER BY year)
      FROM generate_series($3::integer, $15::integer) AS year LEFT JOIN sums s ON s.fiscal_year = year) AS years`;

/** One contract: the row, the terms, and how it comes to an end. */
export const detailSql = `
  SELECT ${contractColumns}, c.remind_days AS "remindDays", c.vat_answer AS "vatAnswer", c.framework, c.stop_kind AS "stopKind",
    c.stop_reason AS "stopReason", c.unit_id
  FROM contract c ${contractSurroundings}
  WHERE ${isVisible} AND $3::integer IS NOT NULL AND c.contract_id = $5`;

/** The terms of a contract ($2) that is known to be visible. */
export const termsSql = `SELECT ${reckonedColumns} FROM contract c WHERE c.tenant_id = $1 AND c.contract_id = $2`;

/** Projects that are paid from the line of a contract ($3), now or later; $2 units that may be seen, $4 this year. */
export const projectsSql = `
  SELECT p.project_id AS id, p.name FROM contract c
  JOIN project_line k ON k.tenant_id = c.tenant_id AND k.line_id = c.line_id
    AND (k.to_year IS NULL OR k.to_year >= $4::smallint)
  JOIN project p ON p.tenant_id = k.tenant_id AND p.project_id = k.project_id
  WHERE c.tenant_id = $1 AND c.contract_id = $3 AND ${isProjectSeen('p', '$2')}
  ORDER BY p.name, p.project_id`;

export const eventsSql = `
  SELECT v.event_id AS id, v.kind, v.happened_on AS "happenedOn", v.ends_on AS "endsOn", v.reason, v.changed,
    p.display_name AS "recordedBy", to_json(v.recorded_at) AS "recordedAt"
  FROM contract_event v LEFT JOIN person p ON p.tenant_id = v.tenant_id AND p.person_id = v.recorded_by
  WHERE v.tenant_id = $1 AND v.contract_id = $2 ORDER BY v.recorded_at DESC, v.event_id DESC LIMIT 100`;

/** Days for notice from today ($3) to $4, soonest first; what is given back from the year $5 to $6. $7, $8 where to go on. */
export const deadlinesSql = `
  SELECT c.contract_id AS id, c.number, c.vendor, c.subject, l.frame, c.next_notice_on AS "noticeBy",
    c.bound_until AS "endsOn", c.next_notice_on - c.remind_days AS "remindOn",
    c.next_notice_on - c.remind_days <= $3::date AS "isReminded", c.renewal_months AS "renewalMonths",
    c.origin = 'demo' AS "isDemo",
    (SELECT coalesce(json_agg(json_build_object('fiscalYear', y.fiscal_year, 'amountCents', y.cost_cents - y.bound_cents)
        ORDER BY y.fiscal_year), '[]') FROM contract_year y
      WHERE y.tenant_id = c.tenant_id AND y.contract_id = c.contract_id AND y.fiscal_year BETWEEN $5::integer AND $6::integer
        AND y.cost_cents > y.bound_cents) AS freed
  FROM contract c JOIN budget_line l ON l.tenant_id = c.tenant_id AND l.line_id = c.line_id
  WHERE ${isVisible} AND c.next_notice_on >= $3::date AND ($4::date IS NULL OR c.next_notice_on <= $4)
    AND ($7::date IS NULL OR (c.next_notice_on, c.contract_id) > ($7::date, $8::uuid))
  ORDER BY c.next_notice_on, c.contract_id LIMIT $9`;

export const remindedSql = `
  SELECT count(*)::integer AS reminded FROM contract c
  WHERE ${isVisible} AND c.next_notice_on >= $3::date AND c.next_notice_on - c.remind_days <= $3::date`;
