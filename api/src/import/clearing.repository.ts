import type { Transaction } from '../platform/database/transactions';

/** A clearing item while it is decided. */
export interface OpenItem {
  readonly clearingId: string;
  readonly importId: string;
  readonly fiscalYear: number;
  readonly amountCents: number;
  readonly bookedOn: string;
  readonly kind: 'actual' | 'commitment';
  readonly documentNumber: string;
  readonly text: string;
  readonly state: 'open' | 'assigned' | 'dismissed';
  readonly version: number;
}

/** The line an item goes to, and what is left on it or its pool. */
export interface ClearingLine {
  readonly lineId: string;
  readonly isSpending: boolean;
  readonly availableCents: number;
  readonly isPlanInForce: boolean;
}

export async function lockItem(tx: Transaction, clearingId: string): Promise<OpenItem | null> {
  const [row] = await tx.query<OpenItem>(itemSql, [tx.tenantId, clearingId]);
  return row ?? null;
}

/** Reads the line after its balances have been locked; null when there is none. */
export async function readLine(tx: Transaction, lineId: string, fiscalYear: number): Promise<ClearingLine | null> {
  const [row] = await tx.query<ClearingLine>(lineSql, [tx.tenantId, lineId, fiscalYear]);
  return row ?? null;
}

/** What is still committed of a running order on this line and in this year, held; null when there is none. */
export async function lockOrder(
  tx: Transaction,
  order: { readonly orderId: string; readonly lineId: string; readonly fiscalYear: number },
): Promise<number | null> {
  const [row] = await tx.query<{ committed_cents: number }>(
    `SELECT committed_cents FROM purchase_order WHERE tenant_id = $1 AND order_id = $2 AND line_id = $3 AND fiscal_year = $4
       AND state IN ('ordered', 'partly_invoiced') FOR UPDATE`,
    [tx.tenantId, order.orderId, order.lineId, order.fiscalYear],
  );
  return row?.committed_cents ?? null;
}

export async function invoiceOrder(
  tx: Transaction,
  orderId: string,
  amounts: { readonly consumedCents: number; readonly spentCents: number },
): Promise<void> {
  await tx.execute(
    `UPDATE purchase_order SET committed_cents = committed_cents - $3, spent_cents = spent_cents + $4,
       state = 'partly_invoiced', version = version + 1
     WHERE tenant_id = $1 AND order_id = $2`,
    [tx.tenantId, orderId, amounts.consumedCents, amounts.spentCents],
  );
}

export async function closeItem(
  tx: Transaction,
  clearingId: string,
  decision: { readonly state: 'assigned' | 'dismissed'; readonly movementId: string | null; readonly reason: string },
): Promise<void> {
  await tx.execute(
    `UPDATE clearing_item SET state = $3, movement_id = $4, reason = $5, decided_by = $6, decided_at = $7, version = version + 1
     WHERE tenant_id = $1 AND clearing_id = $2`,
    [tx.tenantId, clearingId, decision.state, decision.movementId, decision.reason, tx.personId, tx.now],
  );
}

const itemSql = `
  SELECT clearing_id AS "clearingId", import_id AS "importId", fiscal_year AS "fiscalYear", amount_cents AS "amountCents",
    coalesce(booked_on, make_date(fiscal_year, 12, 31)) AS "bookedOn", facts ->> 'kind' AS kind,
    facts ->> 'documentNumber' AS "documentNumber", facts ->> 'text' AS text, state, version
  FROM clearing_item WHERE tenant_id = $1 AND clearing_id = $2 FOR UPDATE`;

const lineSql = `
  SELECT l.line_id AS "lineId", l.direction IN ('expense', 'payment') AS "isSpending",
    coalesce(p.available_cents, b.available_cents, 0) AS "availableCents",
    EXISTS (SELECT FROM plan_version v WHERE v.tenant_id = $1 AND v.state = 'in_force' AND $3 BETWEEN v.first_year AND v.last_year)
      AS "isPlanInForce"
  FROM budget_line l
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = $3
  LEFT JOIN pool_balance p ON p.tenant_id = l.tenant_id AND p.pool_id = l.pool_id AND p.fiscal_year = $3
  WHERE l.tenant_id = $1 AND l.line_id = $2 AND l.archived_at IS NULL`;
