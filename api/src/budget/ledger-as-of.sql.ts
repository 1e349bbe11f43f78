import { AUTHORITY_KINDS, MOVEMENT_EFFECT, MOVEMENT_KINDS } from '@etatlotse/domain/budget';
import { figureColumns } from './balance.columns';
import { monthOfBooking } from './ledger.repository';
import { overviewSql } from './overview.sql';

/*
 * The overview as of a day. The statement is the one of the live overview; only what it calls `line_balance` and `line_month`
 * are sums of the movements up to that day, by the business date. So no figure has a second formula.
 */

const sums = MOVEMENT_KINDS.map(
  (kind) => `coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = '${kind}'), 0)::bigint AS ${kind}_cents`,
).join(', ');
const adjusted = AUTHORITY_KINDS.map((kind) => `s.${kind}_cents`).join(' + ');
const available = MOVEMENT_KINDS.map((kind) => `${MOVEMENT_EFFECT[kind] === 1 ? '+' : '-'} s.${kind}_cents`).join(' ');
const upToTheDay = `m.tenant_id = $1 AND m.fiscal_year = $2 AND m.booked_on <= $5::date`;

const ledgerAsOf = `
  line_balance AS (
    SELECT s.*, ${adjusted} AS adjusted_cents, 0 ${available} AS available_cents FROM (
      SELECT m.tenant_id, m.line_id, m.fiscal_year, ${sums}, count(*) AS movements, max(m.recorded_at) AS last_recorded_at
      FROM movement m WHERE ${upToTheDay} GROUP BY m.tenant_id, m.line_id, m.fiscal_year) s
  ), line_month AS (
    SELECT m.tenant_id, m.line_id, m.fiscal_year, ${monthOfBooking} AS month,
      sum(m.amount_cents)::bigint AS actual_cents
    FROM movement m WHERE ${upToTheDay} AND m.kind = 'actual' GROUP BY 1, 2, 3, 4
  ),`;

/** $1 tenant, $2 year, $3 units (null: all), $4 today, $5 the day. One statement, so that a booking is in all of it or in none. */
export const ledgerAsOfSql = `${overviewSql.replace('WITH', `WITH ${ledgerAsOf}`)},
  (SELECT coalesce(json_agg(json_build_object('lineId', g.line_id, 'number', g.number, 'name', g.name, 'frame', g.frame,
      'runOrChange', g.run_or_change, 'subBudget', l.sub_budget, 'account', l.account, 'accountName', l.account_name,
      ${figureColumns('g')}) ORDER BY g.number, g.line_id), '[]')
    FROM figures g JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = g.line_id WHERE g.frame IS NOT NULL) AS lines,
  (SELECT coalesce(json_agg(json_build_object('id', m.movement_id, 'lineId', m.line_id, 'kind', m.kind,
      'amountCents', m.amount_cents, 'bookedOn', m.booked_on, 'documentNumber', m.document_number)
      ORDER BY m.booked_on, m.movement_id), '[]')
    FROM movement m JOIN figures g ON g.line_id = m.line_id AND g.frame IS NOT NULL WHERE ${upToTheDay}) AS bookings,
  (SELECT coalesce(json_agg(json_build_object('frame', c.frame, 'source', c.source) ORDER BY c.frame), '[]')
    FROM frame_ceiling c WHERE c.tenant_id = $1 AND c.fiscal_year = $2 AND c.source <> '') AS "frameSources"`;
