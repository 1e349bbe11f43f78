import { isSeen } from '../line-name.sql';

/*
 * Lines that could give, best first: $1 tenant, $2 year, $3 units that may be seen, $4 the line that needs it. Of a pool only
 * the member with most is named, because what counts there is the pool's rest, once.
 */

const DONORS = 5;

const donors = (source: string): string => `
  SELECT id, number, name, "givableCents" FROM (
    SELECT DISTINCT ON (coalesce(x.pool_id, x.line_id)) x.line_id AS id, x.number, x.name,
      coalesce(p.available_cents, b.available_cents)::bigint AS "givableCents"
    ${source}
    JOIN line_balance b ON b.tenant_id = x.tenant_id AND b.line_id = x.line_id AND b.fiscal_year = $2
    LEFT JOIN pool_balance p ON p.tenant_id = x.tenant_id AND p.pool_id = x.pool_id AND p.fiscal_year = $2
    WHERE y.tenant_id = $1 AND y.line_id = $4 AND x.archived_at IS NULL AND x.reserve IS NULL
      AND coalesce(p.available_cents, b.available_cents) > 0 AND ${isSeen('x', '$3')}
      AND (y.pool_id IS NULL OR x.pool_id IS DISTINCT FROM y.pool_id)
    ORDER BY coalesce(x.pool_id, x.line_id), b.available_cents DESC, x.number) best
  ORDER BY "givableCents" DESC, number LIMIT ${DONORS}`;

export const oneSidedDonorsSql = donors(`
    FROM budget_line y
    JOIN cover_right r ON r.tenant_id = y.tenant_id AND r.drawing_line_id = y.line_id AND r.ended_at IS NULL
    JOIN budget_line x ON x.tenant_id = r.tenant_id AND x.line_id = r.giving_line_id
      AND x.direction = y.direction AND x.sphere = y.sphere`);

/** Within one budget lines are coverable without a further note (§ 19 Abs. 1 KomHKVO); frames are not mixed unasked. */
export const transferDonorsSql = donors(`
    FROM budget_line y
    JOIN budget_line x ON x.tenant_id = y.tenant_id AND x.line_id <> y.line_id AND x.direction = y.direction
      AND x.sphere = y.sphere AND x.sub_budget = y.sub_budget AND x.frame IS NOT DISTINCT FROM y.frame`);

/** Current expense for an investment of the same budget (§ 19 Abs. 4 KomHKVO). */
export const expenseDonorsSql = donors(`
    FROM budget_line y
    JOIN budget_line x ON x.tenant_id = y.tenant_id AND x.direction = 'expense' AND x.sphere = 'operating'
      AND x.sub_budget = y.sub_budget AND x.frame IS NOT DISTINCT FROM y.frame`);

/** $1 tenant, $2 year, $3 line: whether earlier years spent or ordered on it. */
export const continuedSql = `
  SELECT EXISTS (SELECT FROM line_balance WHERE tenant_id = $1 AND line_id = $3 AND fiscal_year < $2
    AND (actual_cents <> 0 OR commitment_cents <> 0)) AS is_continued`;

/**
 * $1 tenant, $2 year, $3 line: what has come in for its grants beyond what the register knows. It may be used as soon as the
 * grant says so (§ 18 KomHKVO).
 */
export const unrecordedGrantSql = `
  SELECT coalesce(sum(greatest(b.actual_cents - g.known_cents, 0)), 0)::bigint AS more_cents
  FROM (
    SELECT e.revenue_line_id, sum(greatest(e.planned_cents, coalesce(e.promised_cents, 0), e.received_cents)) AS known_cents
    FROM earmark e WHERE e.tenant_id = $1 AND e.fiscal_year = $2 AND e.revenue_line_id IS NOT NULL
      AND e.revenue_line_id IN (SELECT n.revenue_line_id FROM earmark n
        JOIN earmark_line l ON l.tenant_id = n.tenant_id AND l.earmark_id = n.earmark_id
        WHERE n.tenant_id = $1 AND n.fiscal_year = $2 AND l.line_id = $3)
    GROUP BY e.revenue_line_id) g
  JOIN line_balance b ON b.tenant_id = $1 AND b.line_id = g.revenue_line_id AND b.fiscal_year = $2`;

/** $1 tenant, $2 line, $3 year: its name, and whether the thresholds of the year are still examples. */
export const lineNameSql = `
  SELECT json_build_object('id', line_id, 'number', number, 'name', name) AS line,
    NOT EXISTS (SELECT FROM rule_setting s WHERE s.tenant_id = $1 AND s.key = 'extraThresholds' AND s.valid_from <= $3)
      AS is_example
  FROM budget_line WHERE tenant_id = $1 AND line_id = $2`;
