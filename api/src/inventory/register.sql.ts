/*
 * What the registers have in common in SQL: constant text; everything that is asked is a parameter. In every statement $1 is
 * the tenant and $2 the units that may be seen (null: all); `x` is the record.
 */

/** A record is seen by its unit; one of the whole city by everybody. */
export const isSeen = `x.tenant_id = $1 AND ($2::uuid[] IS NULL OR x.unit_id IS NULL OR x.unit_id = ANY ($2))`;

/** What every row says, as arguments of `json_build_object`. */
export const rowOf = (key: string): string => `'id', x.${key}, 'name', x.name, 'origin', x.origin, 'version', x.version,
  'unit', CASE WHEN u.unit_id IS NOT NULL THEN json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name) END`;

export const unitJoin = `LEFT JOIN org_unit u ON u.tenant_id = x.tenant_id AND u.unit_id = x.unit_id`;

/** What the page of a record says beside its row; `mayWrite` is for the caller to say. */
export const pageOf = `'note', x.note, 'changedAt', x.changed_at`;

/** Line and contract: their names only where the reader sees them. */
export const paymentOf = `
  'lineId', x.line_id, 'line', CASE WHEN l.line_id IS NOT NULL AND ($2::uuid[] IS NULL OR l.unit_id = ANY ($2))
    THEN json_build_object('id', l.line_id, 'number', l.number, 'name', l.name) END,
  'contractId', x.contract_id, 'contract', CASE WHEN c.contract_id IS NOT NULL AND ($2::uuid[] IS NULL OR c.unit_id = ANY ($2))
    THEN json_build_object('id', c.contract_id, 'number', c.number, 'name', c.subject) END`;

export const paymentJoins = `
  LEFT JOIN budget_line l ON l.tenant_id = x.tenant_id AND l.line_id = x.line_id
  LEFT JOIN contract c ON c.tenant_id = x.tenant_id AND c.contract_id = x.contract_id`;

/**
 * Which records of a register are found and where the page begins: $4 words, $5 a unit with everything below it, $6 and $7
 * name and id of the last row, $8 how many (null: all). $3 is the year or day that the figures are of.
 */
export const foundBy = (key: string): string => `
  AND ($4::text[] IS NULL OR normalize(x.name) ILIKE ALL ($4))
  AND ($5::uuid IS NULL OR x.unit_id IN (WITH RECURSIVE below AS (SELECT $5::uuid AS unit_id UNION ALL
    SELECT o.unit_id FROM org_unit o JOIN below b ON o.parent_id = b.unit_id WHERE o.tenant_id = $1)
    SELECT unit_id FROM below))
  AND ($6::text IS NULL OR (x.name, x.${key}) > ($6, $7::uuid))
  ORDER BY x.name, x.${key} LIMIT $8`;

/** Who recorded an entry `e` and when. */
export const recordedOf = `'recordedBy', p.display_name, 'recordedAt', e.recorded_at`;
export const recorderJoin = `LEFT JOIN person p ON p.tenant_id = e.tenant_id AND p.person_id = e.recorded_by`;
