import { SEARCHED_REGISTERS } from '@etatlotse/contracts/search/plain';
import { isAuthorityUnknown, lineSurroundings, searchedText } from '../budget';
import { isProjectSeen } from '../project';

/*
 * What the search box finds, in SQL: constant text, everything that is asked is a parameter: $1 tenant, $2 units that may be seen
 * (null: all), $3 words, $4 the text as typed, $5 how many, $6 today. Lines have the fiscal year before the units.
 */

/** The number itself first, then what begins with the text, then everything else by number. */
export const linesSql = `
  SELECT json_build_object('id', l.line_id, 'number', l.number, 'name', l.name, 'frame', l.frame, 'unitCode', u.code,
    'product', l.product, 'account', l.account,
    'availableCents', CASE WHEN NOT ${isAuthorityUnknown} THEN coalesce(b.available_cents, 0) END) AS row
  FROM budget_line l
  ${lineSurroundings}
  WHERE l.tenant_id = $1 AND ($3::uuid[] IS NULL OR l.unit_id = ANY ($3))
    AND (l.archived_at IS NULL OR coalesce(b.movements, 0) > 0)
    AND ${searchedText} ILIKE ALL ($4::text[])
  ORDER BY lower(l.number) <> lower($5), NOT starts_with(lower(l.number), lower($5)),
    NOT starts_with(lower(l.name), lower($5)), l.number
  LIMIT $6`;

export const unitsSql = `
  SELECT json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name, 'level', u.level) AS row
  FROM org_unit u
  WHERE u.tenant_id = $1 AND ($2::uuid[] IS NULL OR u.unit_id = ANY ($2))
    AND normalize(u.code || ' ' || u.name) ILIKE ALL ($3::text[])
    AND u.valid_from <= $6::date AND (u.valid_to IS NULL OR u.valid_to >= $6::date)
  ORDER BY lower(u.code) <> lower($4), NOT starts_with(lower(u.name), lower($4)), u.code
  LIMIT $5`;

/** Open ones before closed ones. */
export const projectsSql = `
  SELECT json_build_object('id', p.project_id, 'name', p.name, 'key', p.project_key, 'level', p.level,
    'isClosed', p.state = 'closed') AS row
  FROM project p
  WHERE p.tenant_id = $1 AND ${isProjectSeen('p', '$2')}
    AND normalize(p.project_key || ' ' || p.name) ILIKE ALL ($3::text[])
  ORDER BY p.state = 'closed', lower(p.project_key) <> lower($4), NOT starts_with(lower(p.name), lower($4)), p.name,
    p.project_id
  LIMIT $5`;

/** A contract is seen by whoever sees its unit; those that run come first. */
export const contractsSql = `
  SELECT json_build_object('id', c.contract_id, 'number', c.number, 'vendor', c.vendor, 'subject', c.subject,
    'isOver', coalesce(c.runs_until < $6::date, false)) AS row
  FROM contract c
  WHERE c.tenant_id = $1 AND ($2::uuid[] IS NULL OR c.unit_id = ANY ($2))
    AND normalize(c.number || ' ' || c.vendor || ' ' || c.subject || ' ' || c.site) ILIKE ALL ($3::text[])
  ORDER BY coalesce(c.runs_until < $6::date, false), lower(c.number) <> lower($4),
    NOT starts_with(lower(c.subject), lower($4)), c.number
  LIMIT $5`;

/** A site is known to everybody who may read sites; open ones come first. */
export const sitesSql = `
  SELECT json_build_object('id', s.site_id, 'number', s.number, 'name', s.name, 'kind', s.kind,
    'isClosed', coalesce(s.closed_on <= $6::date, false)) AS row
  FROM site s
  WHERE s.tenant_id = $1 AND ($2::uuid[] IS NULL OR cardinality($2) > 0)
    AND normalize(s.number || ' ' || s.name || ' ' || s.address) ILIKE ALL ($3::text[])
  ORDER BY coalesce(s.closed_on <= $6::date, false), lower(s.number) <> lower($4),
    NOT starts_with(lower(s.name), lower($4)), s.name, s.site_id
  LIMIT $5`;

/**
 * Devices bought together, by inventory number, kind and site; those that are still there come first, the newest before. The
 * words are looked for in the few pairs of kind and site that there are, not in every batch.
 */
export const devicesSql = `
  WITH pair AS MATERIALIZED (
    SELECT k.kind_id, p.site_id FROM device_kind k
    CROSS JOIN (SELECT site_id, name FROM site WHERE tenant_id = $1 UNION ALL SELECT NULL, '') p
    WHERE k.tenant_id = $1 AND normalize(k.code || ' ' || k.name || ' ' || p.name) ILIKE ALL ($3::text[]))
  SELECT json_build_object('id', b.batch_id, 'kind', k.name, 'inventoryNumber', b.inventory_number,
    'left', b.quantity_left, 'boughtOn', b.bought_on, 'site', s.name) AS row
  FROM device_batch b
  JOIN device_kind k ON k.tenant_id = b.tenant_id AND k.kind_id = b.kind_id
  LEFT JOIN site s ON s.tenant_id = b.tenant_id AND s.site_id = b.site_id
  WHERE b.tenant_id = $1 AND ($2::uuid[] IS NULL OR b.unit_id = ANY ($2))
    AND (EXISTS (SELECT FROM pair WHERE pair.kind_id = b.kind_id AND pair.site_id IS NOT DISTINCT FROM b.site_id)
      OR b.inventory_number <> '' AND normalize(b.inventory_number) ILIKE ALL ($3))
  ORDER BY lower(b.inventory_number) <> lower($4), b.quantity_left = 0, b.bought_on DESC, b.batch_id DESC
  LIMIT $5`;

/** A register with what its records are called; constant text. */
const registerSql = (register: string): string => `
  SELECT '${register}' AS register, x.${register}_id AS id, x.name FROM ${register} x
  WHERE x.tenant_id = $1 AND ($2::uuid[] IS NULL OR x.unit_id IS NULL OR x.unit_id = ANY ($2))
    AND normalize(x.name) ILIKE ALL ($3::text[])`;

/** Services, systems and the other registers; a record of the whole city is seen by everybody who may read registers. */
export const recordsSql = `
  SELECT json_build_object('id', r.id, 'register', r.register, 'name', r.name) AS row
  FROM (${SEARCHED_REGISTERS.map(registerSql).join(' UNION ALL ')}) r
  ORDER BY lower(r.name) <> lower($4), NOT starts_with(lower(r.name), lower($4)), r.name, r.id
  LIMIT $5`;
