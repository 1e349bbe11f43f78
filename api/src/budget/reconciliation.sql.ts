import { MOVEMENT_KINDS } from '@etatlotse/domain/budget';
import { monthOfBookingIn } from './ledger.repository';

const movementSums = MOVEMENT_KINDS.map(
  (kind) => `coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = '${kind}'), 0)::bigint AS ${kind}_cents`,
).join(', ');

/** Sum of the absolute differences by kind, so that two errors that cancel out still show. */
export const absoluteDifference = (stored: string, computed: string): string =>
  MOVEMENT_KINDS.map(
    (kind) => `abs(coalesce(${stored}.${kind}_cents, 0) - coalesce(${computed}.${kind}_cents, 0))`,
  ).join(' + ');

/** The difference of one line: alias `l` is the line, `b` its balance, `$3` the fiscal year. */
export const differenceOfLine = `(
  SELECT (${absoluteDifference('b', 's')})::bigint FROM (
    SELECT ${movementSums} FROM movement m
    WHERE m.tenant_id = l.tenant_id AND m.line_id = l.line_id AND m.fiscal_year = $3) s)`;

/** The same for a cover pool: alias `cp` is the pool, `b` its balance, `$3` the fiscal year. */
export const differenceOfPool = `(
  SELECT (${absoluteDifference('b', 's')})::bigint FROM (
    SELECT ${movementSums} FROM budget_line l
    JOIN movement m ON m.tenant_id = l.tenant_id AND m.line_id = l.line_id AND m.fiscal_year = $3
    WHERE l.tenant_id = cp.tenant_id AND l.pool_id = cp.pool_id) s)`;

/**
 * The movements of a year, read once for everything they are compared with: summed by line, kind and month. A booking day
 * outside the year counts for its first or last month.
 */
export const yearSums = `
  WITH year_sums AS MATERIALIZED (
    SELECT m.line_id, m.kind, ${monthOfBookingIn('$2::smallint')} AS month, count(*)::bigint AS movements,
      sum(m.amount_cents)::bigint AS amount_cents
    FROM movement m WHERE m.tenant_id = $1 AND m.fiscal_year = $2 GROUP BY 1, 2, 3
  )`;

/** The same, summed by line. */
export const movementsByLine = `
  SELECT m.line_id, sum(m.movements)::bigint AS movements, ${movementSums} FROM year_sums m GROUP BY m.line_id`;

/** The same, summed by cover pool. */
export const movementsByPool = `
  SELECT l.pool_id, sum(m.movements)::bigint AS movements, ${movementSums}
  FROM year_sums m JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = m.line_id
  WHERE l.pool_id IS NOT NULL GROUP BY l.pool_id`;
