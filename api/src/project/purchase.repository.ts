import type { Transaction } from '../platform/database/transactions';

/** What is recorded about a purchase. */
export interface NewPurchase {
  readonly projectId: string;
  readonly name: string;
  readonly netCents: number;
  readonly wantedOn: string;
  readonly framework: string;
  readonly isInHouse: boolean;
}

export async function insertPurchase(tx: Transaction, purchase: NewPurchase): Promise<string> {
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO project_purchase (tenant_id, purchase_id, project_id, name, net_cents, wanted_on, framework, is_in_house,
       recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenantId,
      id,
      purchase.projectId,
      purchase.name,
      purchase.netCents,
      purchase.wantedOn,
      purchase.framework,
      purchase.isInHouse,
      tx.personId,
      tx.now,
    ],
  );
  return id;
}

/** Takes an open one from the list; its name, or null where there is none. */
export async function closePurchase(
  tx: Transaction,
  projectId: string,
  purchaseId: string,
  reason: string,
): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    `UPDATE project_purchase SET ended_at = $4, end_reason = $5
     WHERE tenant_id = $1 AND project_id = $2 AND purchase_id = $3 AND ended_at IS NULL RETURNING name`,
    [tx.tenantId, projectId, purchaseId, tx.now, reason],
  );
  return row?.name ?? null;
}
