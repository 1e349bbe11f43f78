/* Sites in SQL: constant text, everything that is asked is a parameter. */

/** Lines and devices are seen by whoever sees their unit ($2; null: all). */
const seen = (alias: string): string => `($2::uuid[] IS NULL OR ${alias}.unit_id = ANY ($2))`;

/** A line that is there today ($4) or begins later. */
const lineAt = `c.tenant_id = s.tenant_id AND c.site_id = s.site_id AND ${seen('c')}
  AND (c.runs_until IS NULL OR c.runs_until >= $4::date)`;

/** A row of the register: $1 tenant, $2 units that may be seen, $3 fiscal year, $4 today. */
export const siteColumns = `
  s.site_id AS id, s.number, s.name, s.kind, s.zones, s.address,
  CASE WHEN u.unit_id IS NOT NULL THEN json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name) END AS unit,
  s.closed_on AS "closedOn", s.origin = 'demo' AS "isDemo", s.version,
  (SELECT coalesce(sum(b.quantity_left), 0)::int FROM device_batch b
    WHERE b.tenant_id = s.tenant_id AND b.site_id = s.site_id AND ${seen('b')}) AS devices,
  (SELECT count(*)::int FROM contract c WHERE ${lineAt}) AS lines,
  (SELECT coalesce(sum(y.cost_cents), 0)::bigint FROM contract c JOIN contract_year y ON y.tenant_id = c.tenant_id
      AND y.contract_id = c.contract_id AND y.fiscal_year = $3
    WHERE c.tenant_id = s.tenant_id AND c.site_id = s.site_id AND ${seen('c')}) AS "feesCents",
  (SELECT coalesce(sum(i.amount_cents), 0)::bigint FROM site_investment i
    WHERE i.tenant_id = s.tenant_id AND i.site_id = s.site_id AND i.fiscal_year = $3 AND i.state <> 'dropped')
    AS "investmentCents"`;

export const siteSurroundings = `LEFT JOIN org_unit u ON u.tenant_id = s.tenant_id AND u.unit_id = s.unit_id`;

/** $5 words, $6 kind, $7 network, $8 also closed ones. */
const found = `
  s.tenant_id = $1 AND ($5::text[] IS NULL OR normalize(s.number || ' ' || s.name || ' ' || s.address) ILIKE ALL ($5))
    AND ($6::text IS NULL OR s.kind = $6) AND ($7::text IS NULL OR $7 = ANY (s.zones))
    AND ($8::boolean OR s.closed_on IS NULL OR s.closed_on > $4::date)`;

/** $9, $10 name and id after which the page begins, $11 how many rows. */
export const sitePageSql = `
  SELECT ${siteColumns}
  FROM site s ${siteSurroundings}
  WHERE ${found} AND ($9::text IS NULL OR (s.name, s.site_id) > ($9, $10::uuid))
  ORDER BY s.name, s.site_id LIMIT $11`;

export const siteTotalsSql = `
  WITH found AS MATERIALIZED (SELECT s.tenant_id, s.site_id, s.kind FROM site s WHERE ${found})
  SELECT (SELECT count(*) FROM found)::int AS sites, (SELECT count(*) FROM found WHERE kind = 'school')::int AS schools,
    (SELECT coalesce(sum(y.cost_cents), 0)::bigint FROM contract c
      JOIN found s ON s.site_id = c.site_id
      JOIN contract_year y ON y.tenant_id = c.tenant_id AND y.contract_id = c.contract_id AND y.fiscal_year = $3
      WHERE c.tenant_id = $1 AND ${seen('c')}) AS "feesCents",
    (SELECT coalesce(sum(i.amount_cents), 0)::bigint FROM site_investment i JOIN found s ON s.site_id = i.site_id
      WHERE i.tenant_id = $1 AND i.fiscal_year = $3 AND i.state <> 'dropped') AS "investmentCents",
    (SELECT count(*)::int FROM contract c WHERE c.tenant_id = $1 AND c.kind = 'line' AND c.site_id IS NULL AND ${seen('c')}
      AND (c.runs_until IS NULL OR c.runs_until >= $4::date)) AS "linesWithoutSite"`;

/** One site ($5). */
export const siteDetailSql = `
  SELECT ${siteColumns}, s.close_reason AS "closeReason", s.unit_id
  FROM site s ${siteSurroundings} WHERE s.tenant_id = $1 AND s.site_id = $5`;

/** Devices and lines of a site ($5) by network; a batch that is split by a key has none. */
export const siteZonesSql = `
  SELECT zone, sum(devices)::int AS devices, sum(lines)::int AS lines FROM (
    SELECT b.network_zone AS zone, b.quantity_left AS devices, 0 AS lines FROM device_batch b
      WHERE b.tenant_id = $1 AND b.site_id = $5 AND ${seen('b')} AND b.quantity_left > 0
    UNION ALL SELECT c.network_zone, 0, 1 FROM contract c
      WHERE c.tenant_id = $1 AND c.site_id = $5 AND ${seen('c')} AND $3::integer IS NOT NULL
        AND (c.runs_until IS NULL OR c.runs_until >= $4::date)) there
  GROUP BY zone`;

/** Fees of a site ($4) by network from the year $3 to $5. */
export const siteFeesSql = `
  SELECT c.network_zone AS zone, y.fiscal_year AS "fiscalYear", sum(y.cost_cents)::bigint AS "amountCents"
  FROM contract c JOIN contract_year y ON y.tenant_id = c.tenant_id AND y.contract_id = c.contract_id
  WHERE c.tenant_id = $1 AND ${seen('c')} AND y.fiscal_year BETWEEN $3::integer AND $5::integer AND c.site_id = $4
  GROUP BY c.network_zone, y.fiscal_year`;

export const investmentsSql = `
  SELECT i.investment_id AS id, i.name, i.fiscal_year AS "fiscalYear", i.amount_cents AS "amountCents", i.state,
    i.network_zone AS "networkZone", i.frame, i.split_key_id AS "keyId",
    CASE WHEN i.decided_on IS NOT NULL THEN json_build_object('decidedOn', i.decided_on, 'body', i.decision_body,
      'document', i.decision_document) END AS decision,
    i.origin = 'demo' AS "isDemo", i.version
  FROM site_investment i WHERE i.tenant_id = $1 AND i.site_id = $2
  ORDER BY i.fiscal_year DESC, i.investment_id DESC LIMIT 100`;

export const siteEventsSql = `
  SELECT e.event_id AS id, e.kind, e.happened_on AS "happenedOn", e.reason, e.changed, p.display_name AS "recordedBy",
    to_json(e.recorded_at) AS "recordedAt"
  FROM site_event e LEFT JOIN person p ON p.tenant_id = e.tenant_id AND p.person_id = e.recorded_by
  WHERE e.tenant_id = $1 AND e.site_id = $2 ORDER BY e.event_id DESC LIMIT 100`;

/** Sites that something can be put at, by name. */
export const siteNamesSql = `
  SELECT site_id AS id, number, name, kind, zones FROM site
  WHERE tenant_id = $1 AND (closed_on IS NULL OR closed_on > $2::date) ORDER BY name, site_id LIMIT 1000`;

export const splitKeysSql = `
  SELECT k.key_id AS id, k.name, k.version, k.origin = 'demo' AS "isDemo",
    (SELECT count(*)::int FROM device_batch b WHERE b.tenant_id = $1 AND b.split_key_id = k.key_id AND b.quantity_left > 0)
      AS batches,
    (SELECT count(*)::int FROM site_investment i WHERE i.tenant_id = $1 AND i.split_key_id = k.key_id
      AND i.state <> 'dropped') AS investments,
    (SELECT json_agg(json_build_object('version', v.version, 'parts', v.parts, 'reason', v.reason,
        'decision', CASE WHEN v.decided_on IS NOT NULL THEN json_build_object('decidedOn', v.decided_on,
          'body', v.decision_body, 'document', v.decision_document) END,
        'recordedBy', p.display_name, 'recordedAt', v.recorded_at) ORDER BY v.version DESC)
      FROM split_key_version v LEFT JOIN person p ON p.tenant_id = v.tenant_id AND p.person_id = v.recorded_by
      WHERE v.tenant_id = $1 AND v.key_id = k.key_id) AS history
  FROM split_key k WHERE k.tenant_id = $1 ORDER BY k.name LIMIT 200`;
