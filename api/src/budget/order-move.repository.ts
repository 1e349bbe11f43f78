import type { Transaction } from '../platform/database/transactions';

/** An order that is still open at the end of a year. */
export interface OpenOrder {
  readonly orderId: string;
  readonly number: string;
  readonly lineId: string;
  readonly committedCents: number;
}

/** The open orders of lines in a year, held. The caller holds the balances of the lines, so no step is under way. */
export function holdOpenOrders(tx: Transaction, fiscalYear: number, lineIds: readonly string[]): Promise<OpenOrder[]> {
  return tx.query<OpenOrder>(
    `SELECT order_id AS "orderId", number, line_id AS "lineId", committed_cents AS "committedCents" FROM purchase_order
     WHERE tenant_id = $1 AND fiscal_year = $2 AND line_id = ANY ($3::uuid[]) AND committed_cents > 0
       AND state IN ('ordered', 'partly_invoiced')
     ORDER BY order_id FOR UPDATE`,
    [tx.tenantId, fiscalYear, lineIds],
  );
}

/**
 * Takes orders along into the next year; the movements of their commitments are written by the caller. An order stays one
 * document: what was invoiced before stays with it. Where the next year has its number already, the old year is added.
 */
export async function moveOrders(tx: Transaction, orderIds: readonly string[], toYear: number): Promise<void> {
  await tx.execute(
    `UPDATE purchase_order o SET fiscal_year = $3, opened_year = coalesce(o.opened_year, o.fiscal_year), version = o.version + 1,
       number = CASE WHEN EXISTS (SELECT FROM purchase_order x WHERE x.tenant_id = o.tenant_id AND x.fiscal_year = $3
         AND x.number = o.number) THEN o.number || '/' || o.fiscal_year ELSE o.number END
     WHERE o.tenant_id = $1 AND o.order_id = ANY ($2::uuid[])`,
    [tx.tenantId, orderIds, toYear],
  );
}
