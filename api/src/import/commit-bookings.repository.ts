import type { Transaction } from '../platform/database/transactions';
import { idsOfMoment, orderedId } from './ordered-ids';
import { ofImport } from './staged.sql';

/*
 * Brings staged bookings into the ledger with set-based SQL. The balances are locked by the caller and counted by
 * `budget/bulk-ledger`. An order is matched by number, year and line; whatever does not match is booked without it.
 */

/** Opens the orders that the file brings and writes their commitments. */
export async function bookCommitments(tx: Transaction, importId: string): Promise<void> {
  await tx.execute(newOrdersSql, [tx.tenantId, importId, tx.personId, tx.now, idsOfMoment(tx)]);
  await tx.execute(commitmentsSql, [tx.tenantId, importId, tx.personId, tx.now, idsOfMoment(tx)]);
  await tx.execute(restateOrdersSql, [tx.tenantId, importId]);
}

/**
 * Writes what was spent or received. First each invoice takes from the commitment of its order as far as that reaches
 * (T1b); then the invoices themselves, flagged where the line or its pool then exceeds what a plan in force granted.
 */
export async function bookActuals(tx: Transaction, importId: string): Promise<void> {
  await tx.execute(consumptionSql, [tx.tenantId, importId, tx.personId, tx.now, idsOfMoment(tx)]);
  await tx.execute(actualsSql, [tx.tenantId, importId, tx.personId, tx.now, idsOfMoment(tx)]);
  await tx.execute(restateOrdersSql, [tx.tenantId, importId]);
  await tx.execute(closeOrdersSql, [tx.tenantId, importId]);
}

/** Sets every order that the import touched to what its movements say; orders without any left are cancelled. */
export async function restoreOrders(tx: Transaction, importId: string): Promise<void> {
  await tx.execute(reopenOrdersSql, [tx.tenantId, importId]);
  await tx.execute(restateOrdersSql, [tx.tenantId, importId]);
}

/** Puts bookings without a line on the clearing list. */
export async function listUnmatched(tx: Transaction, importId: string): Promise<void> {
  await tx.execute(clearingSql, [tx.tenantId, importId]);
}

/** Line by line and day by day, as the index of a line's movements has them; within a day as in the file. */
const inOrder = (row: string, line: string): string =>
  orderedId('$5', `${row}.fiscal_year, ${line}.line_id, ${row}.booked_on, ${row}.row_number`);

const movementTarget = `
  INSERT INTO movement (tenant_id, fiscal_year, movement_id, line_id, kind, amount_cents, booked_on, recorded_at, order_id,
    document_number, text, source, import_id, actor_id, reduces_id, over_authority)`;

/** The line of the first booking is the order's; it opens with everything that the file commits there. */
const newOrdersSql = `
  INSERT INTO purchase_order (tenant_id, order_id, number, line_id, fiscal_year, subject, state, ordered_on, committed_cents,
    created_by, created_at)
  SELECT DISTINCT ON (a.fiscal_year, a.order_number) $1::uuid,
    ${orderedId('$5', 'a.fiscal_year, a.order_number, a.row_number')}, a.order_number, l.line_id, a.fiscal_year,
    coalesce(nullif(a.text, ''), a.order_number), 'ordered', a.booked_on,
    greatest(sum(a.amount_cents) OVER (PARTITION BY a.fiscal_year, a.order_number, l.line_id), 0), $3::uuid, $4::timestamptz
  FROM import_amount a JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
  WHERE ${ofImport('a')} AND a.kind = 'commitment' AND a.order_number <> ''
  ORDER BY a.fiscal_year, a.order_number, a.row_number
  ON CONFLICT (tenant_id, fiscal_year, number) DO NOTHING`;

/** Orders whose commitment stays at or above zero after the file's commitments; others would owe less than nothing. */
const sound = `
  SELECT o.order_id FROM import_amount a
  JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
  JOIN purchase_order o ON o.tenant_id = $1 AND o.number = a.order_number AND o.fiscal_year = a.fiscal_year
    AND o.line_id = l.line_id AND o.state IN ('ordered', 'partly_invoiced')
  WHERE ${ofImport('a')} AND a.kind = 'commitment' AND a.order_number <> ''
  GROUP BY o.order_id, o.committed_cents HAVING o.committed_cents + sum(a.amount_cents) >= 0`;

const commitmentsSql = `
  ${movementTarget}
  SELECT $1, a.fiscal_year, ${inOrder('a', 'l')}, l.line_id, 'commitment', a.amount_cents, a.booked_on, $4::timestamptz, o.order_id,
    a.document_number, a.text, 'import', $2, $3::uuid, NULL, false
  FROM import_amount a
  JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
  LEFT JOIN purchase_order o ON a.order_number <> '' AND o.tenant_id = $1 AND o.number = a.order_number
    AND o.fiscal_year = a.fiscal_year AND o.line_id = l.line_id AND o.order_id IN (${sound})
  WHERE ${ofImport('a')} AND a.kind = 'commitment'`;

const touchedOrders = `
  SELECT DISTINCT m.order_id FROM movement m WHERE ${ofImport('m')} AND m.order_id IS NOT NULL`;

/** The order's own figures are never added to, only stated anew from the ledger: so they cannot drift apart. */
const restateOrdersSql = `
  UPDATE purchase_order o SET committed_cents = s.committed_cents, spent_cents = s.spent_cents,
    state = CASE WHEN o.state NOT IN ('ordered', 'partly_invoiced') THEN o.state
      WHEN s.spent_cents <> 0 THEN 'partly_invoiced' WHEN s.committed_cents = 0 AND s.is_undone THEN 'cancelled' ELSE 'ordered' END,
    version = o.version + 1
  FROM (
    SELECT m.order_id,
      coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = 'commitment'), 0)::bigint AS committed_cents,
      coalesce(sum(m.amount_cents) FILTER (WHERE m.kind = 'actual'), 0)::bigint AS spent_cents,
      bool_or(m.import_id = $2 AND m.reverses_id IS NOT NULL) AS is_undone
    FROM movement m JOIN (${touchedOrders}) t ON t.order_id = m.order_id
    WHERE m.tenant_id = $1 GROUP BY m.order_id
  ) s
  WHERE o.tenant_id = $1 AND o.order_id = s.order_id
    AND (o.committed_cents, o.spent_cents) IS DISTINCT FROM (s.committed_cents, s.spent_cents)`;

const closeOrdersSql = `
  UPDATE purchase_order o SET state = 'closed'
  FROM import_amount a
  WHERE ${ofImport('a')} AND a.kind = 'actual' AND a.closes_order AND o.tenant_id = $1 AND o.number = a.order_number
    AND o.fiscal_year = a.fiscal_year AND o.state IN ('ordered', 'partly_invoiced') AND o.order_id IN (${touchedOrders})`;

const reopenOrdersSql = `
  UPDATE purchase_order o SET state = 'ordered'
  WHERE o.tenant_id = $1 AND o.state = 'closed' AND o.order_id IN (
    SELECT m.order_id FROM movement m WHERE ${ofImport('m')} AND m.kind = 'commitment' AND m.order_id IS NOT NULL)`;

/** Invoices of a known, running order with what earlier rows of the file have taken from its commitment. */
const invoices = `
  SELECT a.row_number, a.fiscal_year, a.booked_on, a.document_number, a.amount_cents, a.closes_order, o.order_id, o.line_id,
    o.committed_cents,
    coalesce(sum(greatest(a.amount_cents, 0)) OVER (PARTITION BY o.order_id ORDER BY a.row_number
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS taken_before,
    coalesce(bool_or(a.closes_order) OVER (PARTITION BY o.order_id ORDER BY a.row_number
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS closed_before
  FROM import_amount a
  JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
  JOIN purchase_order o ON o.tenant_id = $1 AND o.number = a.order_number AND o.fiscal_year = a.fiscal_year
    AND o.line_id = l.line_id AND o.committed_cents > 0 AND o.state IN ('ordered', 'partly_invoiced')
  WHERE ${ofImport('a')} AND a.kind = 'actual' AND a.order_number <> ''`;

const consumptionSql = `
  ${movementTarget}
  SELECT $1, i.fiscal_year, ${inOrder('i', 'i')}, i.line_id, 'commitment', -i.taken, i.booked_on, $4::timestamptz, i.order_id,
    i.document_number, 'Verbraucht durch Rechnung', 'import', $2, $3::uuid, opening.movement_id, false
  FROM (
    SELECT i.*, CASE WHEN i.closed_before THEN 0
      WHEN i.closes_order THEN greatest(i.committed_cents - i.taken_before, 0)
      ELSE least(greatest(i.amount_cents, 0), greatest(i.committed_cents - i.taken_before, 0)) END AS taken
    FROM (${invoices}) i
  ) i
  LEFT JOIN (
    SELECT DISTINCT ON (m.order_id) m.order_id, m.fiscal_year, m.movement_id FROM movement m
    WHERE m.tenant_id = $1 AND m.kind = 'commitment' AND m.amount_cents > 0 AND m.order_id IN (
      SELECT o.order_id FROM import_amount a JOIN purchase_order o ON o.tenant_id = $1 AND o.number = a.order_number
        AND o.fiscal_year = a.fiscal_year WHERE ${ofImport('a')} AND a.kind = 'actual' AND a.order_number <> '')
    ORDER BY m.order_id, m.recorded_at, m.movement_id
  ) opening ON opening.order_id = i.order_id AND opening.fiscal_year = i.fiscal_year
  WHERE i.taken > 0`;

/** Lines and years in which the file spends more than is available where a plan in force grants it. */
const exceeded = `
  SELECT s.line_id, s.fiscal_year FROM (
    SELECT w.line_id, w.fiscal_year,
      coalesce(p.available_cents, b.available_cents, 0)
        - sum(w.spent_cents) OVER (PARTITION BY coalesce(w.pool_id, w.line_id), w.fiscal_year) AS left_cents
    FROM (
      SELECT l.line_id, l.pool_id, a.fiscal_year, sum(a.amount_cents) + coalesce(min(c.bound_cents), 0) AS spent_cents
      FROM import_amount a JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
      LEFT JOIN (SELECT m.line_id, m.fiscal_year, sum(m.amount_cents) AS bound_cents FROM movement m
                 WHERE ${ofImport('m')} AND m.kind = 'commitment' GROUP BY m.line_id, m.fiscal_year) c
        ON c.line_id = l.line_id AND c.fiscal_year = a.fiscal_year
      WHERE ${ofImport('a')} AND a.kind = 'actual' AND l.direction IN ('expense', 'payment')
      GROUP BY l.line_id, l.pool_id, a.fiscal_year
    ) w
    LEFT JOIN line_balance b ON b.tenant_id = $1 AND b.line_id = w.line_id AND b.fiscal_year = w.fiscal_year
    LEFT JOIN pool_balance p ON p.tenant_id = $1 AND p.pool_id = w.pool_id AND p.fiscal_year = w.fiscal_year
  ) s
  WHERE s.left_cents < 0 AND EXISTS (SELECT FROM plan_version v WHERE v.tenant_id = $1 AND v.state = 'in_force'
    AND s.fiscal_year BETWEEN v.first_year AND v.last_year)`;

const actualsSql = `
  WITH exceeded AS MATERIALIZED (${exceeded})
  ${movementTarget}
  SELECT $1, a.fiscal_year, ${inOrder('a', 'l')}, l.line_id, 'actual', a.amount_cents, a.booked_on, $4::timestamptz, o.order_id,
    a.document_number, a.text, 'import', $2, $3::uuid, NULL, e.line_id IS NOT NULL
  FROM import_amount a
  JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
  LEFT JOIN purchase_order o ON a.order_number <> '' AND o.tenant_id = $1 AND o.number = a.order_number
    AND o.fiscal_year = a.fiscal_year AND o.line_id = l.line_id AND o.state IN ('ordered', 'partly_invoiced', 'closed')
  LEFT JOIN exceeded e ON e.line_id = l.line_id AND e.fiscal_year = a.fiscal_year
  WHERE ${ofImport('a')} AND a.kind = 'actual'`;

const clearingSql = `
  INSERT INTO clearing_item (tenant_id, clearing_id, import_id, row_number, fiscal_year, amount_cents, booked_on, facts)
  SELECT $1, gen_random_uuid(), $2, a.row_number, a.fiscal_year, a.amount_cents, a.booked_on,
    jsonb_build_object('kind', a.kind, 'lineNumber', a.line_number, 'documentNumber', a.document_number, 'text', a.text,
      'orderNumber', a.order_number)
  FROM import_amount a LEFT JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
  WHERE ${ofImport('a')} AND a.kind <> 'plan' AND l.line_id IS NULL`;
