import { isSeen, lineName } from '../line-name.sql';

/** What a line could give now, where its availability counts: its pool's rest, or its own. */
export const givable = (line: string, year: string): string => `(
  SELECT greatest(coalesce(p.available_cents, b.available_cents, 0), 0)
  FROM (SELECT) one
  LEFT JOIN line_balance b ON b.tenant_id = ${line}.tenant_id AND b.line_id = ${line}.line_id AND b.fiscal_year = ${year}
  LEFT JOIN pool_balance p ON p.tenant_id = ${line}.tenant_id AND p.pool_id = ${line}.pool_id AND p.fiscal_year = ${year})`;

/** $1 tenant, $2 year, $3 units that may be seen. A right is seen by whoever sees one of its lines. */
const rights = `
  SELECT json_build_object('id', r.right_id, 'drawing', ${lineName('y', '$3')}, 'giving', ${lineName('x', '$3')},
    'givableCents', CASE WHEN ${isSeen('x', '$3')} THEN ${givable('x', '$2')} END,
    'budgetNote', r.budget_note, 'declaredAt', r.declared_at, 'version', r.version) AS "right"
  FROM cover_right r
  JOIN budget_line y ON y.tenant_id = r.tenant_id AND y.line_id = r.drawing_line_id
  JOIN budget_line x ON x.tenant_id = r.tenant_id AND x.line_id = r.giving_line_id
  WHERE r.tenant_id = $1 AND r.ended_at IS NULL AND (${isSeen('y', '$3')} OR ${isSeen('x', '$3')})`;

const inOrder = `ORDER BY y.number, x.number, r.right_id LIMIT 500`;

/** $4 a line, or null for all. */
export const rightsSql = `${rights} AND ($4::uuid IS NULL OR $4 IN (y.line_id, x.line_id)) ${inOrder}`;

/** $4 a pool: rights of its members. */
export const rightsOfPool = `${rights} AND $4::uuid IN (y.pool_id, x.pool_id) ${inOrder}`;
