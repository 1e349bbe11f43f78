import type { OrderPosition, OrderState, ProvisionalClaim } from '@etatlotse/domain/budget';
import { cents } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** An order document with where it stands. */
export interface StoredOrder {
  readonly orderId: string;
  readonly number: string;
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly position: OrderPosition;
  readonly version: number;
}

interface OrderRowInTable {
  order_id: string;
  number: string;
  line_id: string;
  fiscal_year: number;
  state: OrderState;
  reserved_cents: number;
  committed_cents: number;
  spent_cents: number;
  version: number;
}

const findSql = `
  SELECT order_id, number, line_id, fiscal_year, state, reserved_cents, committed_cents, spent_cents, version
  FROM purchase_order WHERE tenant_id = $1 AND order_id = $2`;

/** Finds an order; the balance of its line is locked before the order is read again, so its figures hold. */
export async function findOrder(tx: Transaction, orderId: string): Promise<StoredOrder | null> {
  const [row] = await tx.query<OrderRowInTable>(findSql, [tx.tenantId, orderId]);
  if (row === undefined) return null;
  return {
    orderId: row.order_id,
    number: row.number,
    lineId: row.line_id,
    fiscalYear: row.fiscal_year,
    position: {
      state: row.state,
      reservedCents: cents(row.reserved_cents),
      committedCents: cents(row.committed_cents),
      spentCents: cents(row.spent_cents),
    },
    version: row.version,
  };
}

/** The ground under which an order was opened without a plan in force; null for every other order. */
export async function findProvisionalOfOrder(
  tx: Transaction,
  order: { readonly orderId: string; readonly fiscalYear: number },
): Promise<ProvisionalClaim | null> {
  const [row] = await tx.query<ProvisionalClaim>(
    `SELECT provisional_ground AS ground, provisional_basis AS basis FROM movement
     WHERE tenant_id = $1 AND order_id = $2 AND fiscal_year = $3 AND provisional_ground IS NOT NULL
     ORDER BY recorded_at, movement_id LIMIT 1`,
    [tx.tenantId, order.orderId, order.fiscalYear],
  );
  return row ?? null;
}

/** A new order document. Its position is stored with the movements that make it. */
export interface NewOrder {
  readonly number: string;
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly supplier: string;
  readonly subject: string;
  readonly orderedOn: string;
  readonly position: OrderPosition;
}

/** Inserts the order and answers its id, or null where the number is taken in that year. */
export async function insertOrder(tx: Transaction, order: NewOrder): Promise<string | null> {
  const orderId = tx.nextId();
  const { position } = order;
  const stored = await tx.execute(
    `INSERT INTO purchase_order (tenant_id, order_id, number, line_id, fiscal_year, supplier, subject, state, ordered_on,
       reserved_cents, committed_cents, spent_cents, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (tenant_id, fiscal_year, number) DO NOTHING`,
    [
      tx.tenantId,
      orderId,
      order.number,
      order.lineId,
      order.fiscalYear,
      order.supplier,
      order.subject,
      position.state,
      order.orderedOn,
      position.reservedCents,
      position.committedCents,
      position.spentCents,
      tx.personId,
      tx.now,
    ],
  );
  return stored === 1 ? orderId : null;
}

/** Stores where an order stands after a step; false when somebody else was faster. */
export async function saveOrderPosition(
  tx: Transaction,
  order: StoredOrder,
  position: OrderPosition,
): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE purchase_order SET state = $4, reserved_cents = $5, committed_cents = $6, spent_cents = $7, version = version + 1
     WHERE tenant_id = $1 AND order_id = $2 AND version = $3`,
    [
      tx.tenantId,
      order.orderId,
      order.version,
      position.state,
      position.reservedCents,
      position.committedCents,
      position.spentCents,
    ],
  );
  return changed === 1;
}
