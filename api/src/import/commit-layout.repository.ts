import type { Transaction } from '../platform/database/transactions';
import { numberedId } from './ordered-ids';
import { ofImport } from './staged.sql';

/*
 * Lays out what a file books before anything is written: its rows joined, sorted and numbered once, its orders with what
 * they come to, its invoices with what they take. Temporary tables, so that whoever writes only reads them in their order.
 */

/** What of the layout is there at all: most files need not ask the ledger for orders that it holds already. */
export interface LaidOut {
  readonly rows: number;
  /** Fiscal years that get movements. */
  readonly years: readonly number[];
  readonly newOrders: number;
  readonly knownOrders: number;
  readonly closingRows: number;
  readonly unmatchedRows: number;
}

interface Looked {
  rows: number;
  years: number[];
  known: boolean;
  closing: number;
  unmatched: number;
}

/** `orderIds` is what the ids of new orders share (`idsOfMoment`). */
export async function layOutBookings(tx: Transaction, importId: string, orderIds: string): Promise<LaidOut> {
  await tx.query(rowsSql, [tx.tenantId, importId]);
  const [rows] = await tx.query<Looked>(lookSql);
  if (rows === undefined) throw new Error('Counting always answers one row.');
  await tx.query(ordersSql, [orderIds]);
  const [orders] = await tx.query<{ count: number }>(`SELECT count(*) AS count FROM booking_order`);
  const knownOrders = rows.known ? await tx.execute(knownOrdersSql, [tx.tenantId]) : 0;
  // Rows that were written a moment ago have no figures; without them each order would be sought among all rows.
  await tx.query(`ANALYZE booking_row (place, kind, fiscal_year, line_id), booking_order (fiscal_year, line_id)`);
  await tx.query(invoicesSql);
  return {
    rows: rows.rows,
    years: rows.years,
    newOrders: orders?.count ?? 0,
    knownOrders,
    closingRows: rows.closing,
    unmatchedRows: rows.unmatched,
  };
}

/** A batch lays out one file after the other in the same transaction. */
export async function dropLayout(tx: Transaction): Promise<void> {
  await tx.query(`DROP TABLE booking_row, booking_order, booking_invoice`);
}

/**
 * Line by line and day by day, as the index of a line's movements has them; within a day as in the file. Rows without a line
 * come last. An order is known by its number and year; a row is its own where the line is the same.
 */
const rowsSql = `
  CREATE TEMPORARY TABLE booking_row ON COMMIT DROP AS
  SELECT row_number() OVER (ORDER BY a.fiscal_year, l.line_id, a.booked_on, a.row_number, a.item) AS place,
    a.row_number, a.kind, a.fiscal_year, l.line_id, a.line_number, a.amount_cents, a.booked_on, a.document_number, a.text,
    a.order_number, a.closes_order, o.order_id AS known_order_id, o.line_id = l.line_id AS is_known_line,
    o.state AS known_state, o.committed_cents AS known_cents
  FROM import_amount a
  LEFT JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
  LEFT JOIN purchase_order o ON a.order_number <> '' AND o.tenant_id = $1 AND o.number = a.order_number
    AND o.fiscal_year = a.fiscal_year
  WHERE ${ofImport('a')} AND a.kind <> 'plan'`;

const lookSql = `
  SELECT count(*) AS rows, coalesce(array_agg(DISTINCT fiscal_year::integer) FILTER (WHERE line_id IS NOT NULL), '{}') AS years,
    coalesce(bool_or(is_known_line), false) AS known,
    count(*) FILTER (WHERE kind = 'actual' AND closes_order AND order_number <> '') AS closing,
    count(*) FILTER (WHERE line_id IS NULL) AS unmatched
  FROM booking_row`;

/**
 * New orders. The line of an order's first booking is the order's; it opens with everything that the file commits there.
 * Where that is less than nothing the commitments are booked without it (`takes_commitments`). The first commitment above
 * zero is what invoices take from: known by its place until it has an id. Numbers are only told apart here, so they are
 * sorted byte by byte.
 */
const ordersSql = `
  CREATE TEMPORARY TABLE booking_order ON COMMIT DROP AS
  SELECT ${numberedId('$1', 'row_number() OVER (ORDER BY f.fiscal_year, f.bytes)')} AS order_id, true AS is_new,
    f.fiscal_year, f.order_number, f.line_id, f.subject, f.booked_on AS ordered_on,
    greatest(f.cents, 0) AS committed_cents, f.cents >= 0 AS takes_commitments, true AS takes_invoices,
    true AS is_running, f.opening_place, NULL::uuid AS opening_id
  FROM (
    SELECT DISTINCT ON (c.fiscal_year, c.bytes) c.* FROM (
      SELECT r.fiscal_year, r.order_number, r.order_number COLLATE "C" AS bytes, r.line_id, r.row_number, r.booked_on,
        coalesce(nullif(r.text, ''), r.order_number) AS subject, sum(r.amount_cents) OVER same::bigint AS cents,
        min(r.place) FILTER (WHERE r.amount_cents > 0) OVER same AS opening_place
      FROM booking_row r
      WHERE r.kind = 'commitment' AND r.line_id IS NOT NULL AND r.order_number <> '' AND r.known_order_id IS NULL
      WINDOW same AS (PARTITION BY r.fiscal_year, r.order_number COLLATE "C", r.line_id)
    ) c ORDER BY c.fiscal_year, c.bytes, c.row_number
  ) f`;

/**
 * Orders that the ledger holds. Those that would then owe less than nothing get no commitments, and neither do those that
 * are no longer running. Invoices take from the ledger's own first commitment where there is one.
 */
const knownOrdersSql = `
  INSERT INTO booking_order (order_id, is_new, fiscal_year, order_number, line_id, committed_cents, takes_commitments,
    takes_invoices, is_running, opening_place, opening_id)
  SELECT k.order_id, false, k.fiscal_year, k.order_number, k.line_id,
    k.known_cents + CASE WHEN k.known_cents + k.cents >= 0 THEN k.cents ELSE 0 END,
    k.is_running AND k.known_cents + k.cents >= 0, k.is_running OR k.state = 'closed', k.is_running,
    CASE WHEN e.order_id IS NULL THEN k.opening_place END,
    CASE WHEN e.fiscal_year = k.fiscal_year THEN e.movement_id END
  FROM (
    SELECT r.known_order_id AS order_id, r.fiscal_year, r.order_number, r.line_id, r.known_cents, r.known_state AS state,
      r.known_state IN ('ordered', 'partly_invoiced') AS is_running,
      coalesce(sum(r.amount_cents) FILTER (WHERE r.kind = 'commitment'), 0)::bigint AS cents,
      min(r.place) FILTER (WHERE r.kind = 'commitment' AND r.amount_cents > 0) AS opening_place
    FROM booking_row r WHERE r.is_known_line
    GROUP BY r.known_order_id, r.fiscal_year, r.order_number, r.line_id, r.known_cents, r.known_state
  ) k
  LEFT JOIN (
    SELECT DISTINCT ON (m.order_id) m.order_id, m.fiscal_year, m.movement_id FROM movement m
    WHERE m.tenant_id = $1 AND m.kind = 'commitment' AND m.amount_cents > 0
      AND m.order_id IN (SELECT r.known_order_id FROM booking_row r WHERE r.is_known_line)
    ORDER BY m.order_id, m.recorded_at, m.movement_id
  ) e ON e.order_id = k.order_id`;

/** The invoices of orders with what each takes from the commitment, after what earlier rows of the file have taken. */
const invoicesSql = `
  CREATE TEMPORARY TABLE booking_invoice ON COMMIT DROP AS
  SELECT i.*, CASE WHEN NOT i.is_running OR i.closed_before THEN 0
    WHEN i.closes_order THEN greatest(i.committed_cents - i.taken_before, 0)
    ELSE least(greatest(i.amount_cents, 0), greatest(i.committed_cents - i.taken_before, 0)) END AS taken_cents
  FROM (
    SELECT r.place, r.fiscal_year, r.line_id, r.booked_on, r.document_number, r.amount_cents, r.closes_order, o.order_id,
      o.is_running, o.committed_cents, o.opening_place, o.opening_id,
      coalesce(sum(greatest(r.amount_cents, 0)) OVER earlier, 0)::bigint AS taken_before,
      coalesce(bool_or(r.closes_order) OVER earlier, false) AS closed_before
    FROM booking_row r
    JOIN booking_order o ON o.fiscal_year = r.fiscal_year AND o.order_number = r.order_number AND o.line_id = r.line_id
      AND o.takes_invoices
    WHERE r.kind = 'actual'
    WINDOW earlier AS (PARTITION BY o.order_id ORDER BY r.row_number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ) i`;
