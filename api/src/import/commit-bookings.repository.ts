import type { LedgerPlace } from '../budget';
import type { Transaction } from '../platform/database/transactions';
import { dropLayout, type LaidOut, layOutBookings } from './commit-layout.repository';
import { idsOfPart, openLedgerPart, sealLedgerPart } from './ledger-part.repository';
import { idsOfMoment, numberedId } from './ordered-ids';
import { ofImport } from './staged.sql';

/*
 * Brings staged bookings into the ledger with set-based SQL. The balances are locked by the caller and counted by
 * `budget/bulk-ledger`. An order is matched by number, year and line; whatever does not match is booked without it.
 */

/** What was booked and is not settled yet. */
export interface BookedFile extends LaidOut {
  readonly place: LedgerPlace;
  /** What the ids of its movements share. */
  readonly ids: string;
}

/**
 * Opens the orders that the file brings and writes its commitments and what was spent or received, each flagged where the
 * line or its pool then exceeds what a plan in force granted. Each invoice takes from the commitment of its order as far as
 * that reaches (T1b). The balances are still to be counted, and then it has to be settled.
 */
export async function bookStaged(tx: Transaction, importId: string, place: LedgerPlace): Promise<BookedFile> {
  const ids = place === 'movement' ? idsOfMoment(tx) : idsOfPart(tx);
  const laidOut = await layOutBookings(tx, importId, idsOfMoment(tx));
  if (laidOut.newOrders > 0) await tx.query(newOrdersSql, [tx.tenantId, tx.personId, tx.now, laidOut.newOrders]);
  if (place === 'ledger_part') await openLedgerPart(tx, laidOut.years, ids);
  await tx.execute(movementsSql[place], [tx.tenantId, importId, tx.personId, tx.now, ids]);
  await tx.execute(consumptionSql[place], [tx.tenantId, importId, tx.personId, tx.now, ids, laidOut.rows]);
  return { ...laidOut, place, ids };
}

/** What follows from the bookings once they stand in the ledger. Those without a line go to the clearing list. */
export async function settleBooked(tx: Transaction, importId: string, booked: BookedFile): Promise<void> {
  if (booked.place === 'ledger_part') await sealLedgerPart(tx, booked.ids);
  if (booked.knownOrders > 0) await tx.execute(restateKnownOrdersSql, [tx.tenantId, importId]);
  if (booked.closingRows > 0) await tx.execute(closeOrdersSql, [tx.tenantId, importId]);
  if (booked.unmatchedRows > 0) await tx.execute(clearingSql, [tx.tenantId, importId]);
  await dropLayout(tx);
}

/** Sets every order that the import touched to what its movements say; orders without any left are cancelled. */
export async function restoreOrders(tx: Transaction, importId: string): Promise<void> {
  await tx.execute(reopenOrdersSql, [tx.tenantId, importId]);
  await tx.execute(restateOrdersSql, [tx.tenantId, importId]);
}

/** With what its invoices leave of it, so that it need not be written twice. A number that somebody took meanwhile starts all anew. */
const newOrdersSql = `
  WITH made AS (
    INSERT INTO purchase_order (tenant_id, order_id, number, line_id, fiscal_year, subject, state, ordered_on,
      committed_cents, spent_cents, created_by, created_at)
    SELECT $1::uuid, o.order_id, o.order_number, o.line_id, o.fiscal_year, o.subject,
      CASE WHEN coalesce(i.spent_cents, 0) <> 0 THEN 'partly_invoiced' ELSE 'ordered' END, o.ordered_on,
      o.committed_cents - coalesce(i.taken_cents, 0), coalesce(i.spent_cents, 0), $2::uuid, $3::timestamptz
    FROM booking_order o
    LEFT JOIN (SELECT order_id, sum(taken_cents)::bigint AS taken_cents, sum(amount_cents)::bigint AS spent_cents
               FROM booking_invoice GROUP BY order_id) i ON i.order_id = o.order_id
    WHERE o.is_new
    ON CONFLICT (tenant_id, fiscal_year, number) DO NOTHING RETURNING 1
  )
  SELECT app.all_or_again($4, count(*)) FROM made`;

const intoLedger = (place: LedgerPlace): string => `
  INSERT INTO ${place} (tenant_id, fiscal_year, movement_id, line_id, kind, amount_cents, booked_on, recorded_at, order_id,
    document_number, text, source, import_id, actor_id, reduces_id, over_authority)`;

/** Lines and years in which the file spends more than is available where a plan in force grants it. */
const exceeded = `
  SELECT s.line_id, s.fiscal_year FROM (
    SELECT w.line_id, w.fiscal_year,
      coalesce(p.available_cents, b.available_cents, 0)
        - sum(w.needed_cents) OVER (PARTITION BY coalesce(w.pool_id, w.line_id), w.fiscal_year) AS left_cents
    FROM (
      SELECT l.line_id, l.pool_id, r.fiscal_year, r.booked_cents - coalesce(t.taken_cents, 0) AS needed_cents
      FROM (SELECT line_id, fiscal_year, sum(amount_cents) AS booked_cents FROM booking_row
            GROUP BY line_id, fiscal_year HAVING bool_or(kind = 'actual')) r
      JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = r.line_id AND l.direction IN ('expense', 'payment')
      LEFT JOIN (SELECT line_id, fiscal_year, sum(taken_cents) AS taken_cents FROM booking_invoice
                 GROUP BY line_id, fiscal_year) t ON t.line_id = r.line_id AND t.fiscal_year = r.fiscal_year
    ) w
    LEFT JOIN line_balance b ON b.tenant_id = $1 AND b.line_id = w.line_id AND b.fiscal_year = w.fiscal_year
    LEFT JOIN pool_balance p ON p.tenant_id = $1 AND p.pool_id = w.pool_id AND p.fiscal_year = w.fiscal_year
  ) s
  WHERE s.left_cents < 0 AND EXISTS (SELECT FROM plan_version v WHERE v.tenant_id = $1 AND v.state = 'in_force'
    AND s.fiscal_year BETWEEN v.first_year AND v.last_year)`;

const inEachPlace = (sql: (place: LedgerPlace) => string): Readonly<Record<LedgerPlace, string>> => ({
  movement: sql('movement'),
  ledger_part: sql('ledger_part'),
});

const movementsSql = inEachPlace(
  (place) => `
  WITH exceeded AS MATERIALIZED (${exceeded})
  ${intoLedger(place)}
  SELECT $1, r.fiscal_year, ${numberedId('$5', 'r.place')}, r.line_id, r.kind, r.amount_cents, r.booked_on, $4::timestamptz,
    o.order_id, r.document_number, r.text, 'import', $2, $3::uuid, NULL, e.line_id IS NOT NULL AND r.kind = 'actual'
  FROM booking_row r
  LEFT JOIN booking_order o ON o.fiscal_year = r.fiscal_year AND o.order_number = r.order_number AND o.line_id = r.line_id
    AND CASE r.kind WHEN 'commitment' THEN o.takes_commitments ELSE o.takes_invoices END
  LEFT JOIN exceeded e ON e.line_id = r.line_id AND e.fiscal_year = r.fiscal_year
  WHERE r.line_id IS NOT NULL`,
);

/** Their ids follow those of the rows. */
const consumptionSql = inEachPlace(
  (place) => `
  ${intoLedger(place)}
  SELECT $1, i.fiscal_year, ${numberedId('$5', '$6::bigint + row_number() OVER (ORDER BY i.place)')}, i.line_id, 'commitment', -i.taken_cents, i.booked_on, $4::timestamptz,
    i.order_id, i.document_number, 'Verbraucht durch Rechnung', 'import', $2, $3::uuid,
    coalesce(i.opening_id, ${numberedId('$5', 'i.opening_place')}), false
  FROM booking_invoice i WHERE i.taken_cents > 0`,
);

const touchedOrders = `
  SELECT DISTINCT m.order_id FROM movement m WHERE ${ofImport('m')} AND m.order_id IS NOT NULL`;

/** The figures of an order that stands are never added to, only stated anew from the ledger: so they cannot drift apart. */
const restateSql = (orders: string): string => `
  UPDATE purchase_order o SET committed_cents = s.committed_cents, spent_cents = s.spent_cents,
    state = CASE WHEN o.state NOT IN ('ordered', 'partly_invoiced') THEN o.state
      WHEN s.spent_cents <> 0 THEN 'partly_invoiced' WHEN s.committed_cents = 0 AND s.is_undone THEN 'cancelled' ELSE 'ordered' END,
    version = o.version + 1
  FROM (
    SELECT m.order_id,
      coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = 'commitment'), 0)::bigint AS committed_cents,
      coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = 'actual'), 0)::bigint AS spent_cents,
      bool_or(m.import_id = $2 AND m.reverses_id IS NOT NULL) AS is_undone
    FROM movement m JOIN (${orders}) t ON t.order_id = m.order_id
    WHERE m.tenant_id = $1 GROUP BY m.order_id
  ) s
  WHERE o.tenant_id = $1 AND o.order_id = s.order_id
    AND (o.committed_cents, o.spent_cents) IS DISTINCT FROM (s.committed_cents, s.spent_cents)`;

const restateOrdersSql = restateSql(touchedOrders);
const restateKnownOrdersSql = restateSql(`SELECT order_id FROM booking_order WHERE NOT is_new`);

const closeOrdersSql = `
  UPDATE purchase_order o SET state = 'closed'
  FROM booking_row r
  WHERE r.kind = 'actual' AND r.closes_order AND o.tenant_id = $1 AND o.number = r.order_number
    AND o.fiscal_year = r.fiscal_year AND o.state IN ('ordered', 'partly_invoiced') AND o.order_id IN (${touchedOrders})`;

const reopenOrdersSql = `
  UPDATE purchase_order o SET state = 'ordered'
  WHERE o.tenant_id = $1 AND o.state = 'closed' AND o.order_id IN (
    SELECT m.order_id FROM movement m WHERE ${ofImport('m')} AND m.kind = 'commitment' AND m.order_id IS NOT NULL)`;

const clearingSql = `
  INSERT INTO clearing_item (tenant_id, clearing_id, import_id, row_number, fiscal_year, amount_cents, booked_on, facts)
  SELECT $1, gen_random_uuid(), $2, r.row_number, r.fiscal_year, r.amount_cents, r.booked_on,
    jsonb_build_object('kind', r.kind, 'lineNumber', r.line_number, 'documentNumber', r.document_number, 'text', r.text,
      'orderNumber', r.order_number)
  FROM booking_row r WHERE r.line_id IS NULL`;
