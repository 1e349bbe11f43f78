/* Batches in SQL: constant text, everything that is asked is a parameter. */

/** Stands for a batch at no site. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/**
 * The batches that are asked for: $1 tenant, $2 units that may be seen (null: all), $3 the running month by its number,
 * $4 words (looked for in the names of kinds and
 * sites together, so that many batches cost no more than few), $5 kind, $6 site, $7 unit with what is below it, $8 network, $9 frame, $10 only what is due, $11 due in which
 * year for the first time, $12 also what is all gone.
 */
const found = `
  b.tenant_id = $1 AND ($2::uuid[] IS NULL OR b.unit_id = ANY ($2))
    AND ($4::text[] IS NULL OR (b.kind_id, coalesce(b.site_id, '${NOWHERE}'::uuid)) IN (SELECT w.kind_id, p.site_id
      FROM device_kind w CROSS JOIN (SELECT site_id, name FROM site WHERE tenant_id = $1
        UNION ALL SELECT '${NOWHERE}'::uuid, '') p
      WHERE w.tenant_id = $1 AND normalize(w.code || ' ' || w.name || ' ' || p.name) ILIKE ALL ($4))
      OR b.inventory_number <> '' AND normalize(b.inventory_number) ILIKE ALL ($4))
    AND ($5::uuid IS NULL OR b.kind_id = $5) AND ($6::uuid IS NULL OR b.site_id = $6)
    AND ($7::uuid IS NULL OR b.unit_id IN (WITH RECURSIVE below AS (SELECT $7::uuid AS unit_id UNION ALL
      SELECT o.unit_id FROM org_unit o JOIN below a ON o.parent_id = a.unit_id WHERE o.tenant_id = $1)
      SELECT unit_id FROM below))
    AND ($8::text IS NULL OR b.network_zone = $8) AND ($9::text IS NULL OR b.frame = $9)
    AND (NOT $10::boolean OR b.bought_month + k.cycle_months <= $3::integer)
    AND ($11::integer IS NULL OR (b.bought_month + k.cycle_months) / 12 = $11)
    AND ($12::boolean OR b.quantity_left > 0)`;

const batchColumns = `
  b.batch_id AS id, json_build_object('id', k.kind_id, 'code', k.code, 'name', k.name) AS kind, b.quantity,
  b.quantity_left AS left, b.bought_on AS "boughtOn", b.net_unit_cents AS "netUnitCents",
  k.vat_basis_points AS "vatBasisPoints", k.cycle_months AS "cycleMonths", k.is_standalone AS "isStandalone", k.answer,
  CASE WHEN u.unit_id IS NOT NULL THEN json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name) END AS unit,
  CASE WHEN s.site_id IS NOT NULL THEN json_build_object('id', s.site_id, 'name', s.name) END AS site,
  b.network_zone AS "networkZone", b.frame,
  CASE WHEN y.key_id IS NOT NULL THEN json_build_object('id', y.key_id, 'name', y.name) END AS "splitKey",
  CASE WHEN b.decided_on IS NOT NULL THEN json_build_object('decidedOn', b.decided_on, 'body', b.decision_body,
    'document', b.decision_document) END AS decision,
  b.inventory_number AS "inventoryNumber", b.note, b.origin = 'demo' AS "isDemo", b.version`;

const surroundings = `
  JOIN device_kind k ON k.tenant_id = b.tenant_id AND k.kind_id = b.kind_id
  LEFT JOIN org_unit u ON u.tenant_id = b.tenant_id AND u.unit_id = b.unit_id
  LEFT JOIN site s ON s.tenant_id = b.tenant_id AND s.site_id = b.site_id
  LEFT JOIN split_key y ON y.tenant_id = b.tenant_id AND y.key_id = b.split_key_id`;

/** $13, $14 day and id after which the page begins, $15 how many rows. */
export const batchPageSql = `
  SELECT ${batchColumns}
  FROM (SELECT b.tenant_id, b.batch_id FROM device_batch b
    JOIN device_kind k ON k.tenant_id = b.tenant_id AND k.kind_id = b.kind_id
    WHERE ${found} AND ($13::date IS NULL OR (b.bought_on, b.batch_id) < ($13::date, $14::uuid))
    ORDER BY b.bought_on DESC, b.batch_id DESC LIMIT $15) page
  JOIN device_batch b ON b.tenant_id = page.tenant_id AND b.batch_id = page.batch_id
  ${surroundings}
  ORDER BY b.bought_on DESC, b.batch_id DESC`;

/** What is found, by kind, month of purchase and what it is paid from. */
export const stockGroupsSql = `
  SELECT b.kind_id AS "kindId", b.bought_month AS month, b.frame, b.split_key_id AS "keyId",
    sum(b.quantity_left)::int AS quantity, count(*)::int AS batches
  FROM device_batch b JOIN device_kind k ON k.tenant_id = b.tenant_id AND k.kind_id = b.kind_id
  WHERE ${found} GROUP BY b.kind_id, b.bought_month, b.frame, b.split_key_id`;

/** One batch ($3). */
export const batchDetailSql = `
  SELECT ${batchColumns}, b.unit_id
  FROM device_batch b ${surroundings}
  WHERE b.tenant_id = $1 AND ($2::uuid[] IS NULL OR b.unit_id = ANY ($2)) AND b.batch_id = $3`;

export const batchEventsSql = `
  SELECT e.event_id AS id, e.kind, e.happened_on AS "happenedOn", e.quantity, e.disposal_reason AS "disposalReason",
    e.remark, e.changed, e.other_batch_id AS "otherBatchId", p.display_name AS "recordedBy", to_json(e.recorded_at) AS "recordedAt"
  FROM device_event e LEFT JOIN person p ON p.tenant_id = e.tenant_id AND p.person_id = e.recorded_by
  WHERE e.tenant_id = $1 AND e.batch_id = $2 ORDER BY e.event_id DESC LIMIT 200`;

/** Kinds by name: a city has a few dozen. */
export const kindsSql = `
  SELECT kind_id AS id, code, name, net_unit_cents AS "netUnitCents", vat_basis_points AS "vatBasisPoints",
    cycle_months AS "cycleMonths", is_standalone AS "isStandalone", answer, answer_reason AS "answerReason", source,
    origin = 'demo' AS "isDemo", version
  FROM device_kind WHERE tenant_id = $1 ORDER BY name, kind_id LIMIT 500`;

export const equipmentSql = `
  SELECT s.set_id AS id, s.name, s.workplaces, s.origin = 'demo' AS "isDemo", s.version,
    (SELECT coalesce(json_agg(json_build_object('kindId', i.kind_id, 'quantity', i.quantity) ORDER BY k.name), '[]')
      FROM equipment_item i JOIN device_kind k ON k.tenant_id = i.tenant_id AND k.kind_id = i.kind_id
      WHERE i.tenant_id = s.tenant_id AND i.set_id = s.set_id) AS items
  FROM equipment_set s WHERE s.tenant_id = $1 ORDER BY s.name LIMIT 500`;
