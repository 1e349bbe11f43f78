import type { PublicContactFacts, PublicContactKind } from '@etatlotse/contracts/settings/plain';
import type { Transaction } from '../platform/database/transactions';

/** The version that stands, 0 for none; nobody else writes the city's contacts until the transaction ends. */
export async function lockPublicContact(tx: Transaction, kind: PublicContactKind): Promise<number> {
  await tx.query(`SELECT FROM tenant WHERE tenant_id = $1 FOR NO KEY UPDATE`, [tx.tenantId]);
  const [row] = await tx.query<{ version: number }>(
    `SELECT version FROM public_contact WHERE tenant_id = $1 AND kind = $2`,
    [tx.tenantId, kind],
  );
  return row?.version ?? 0;
}

export async function storePublicContact(
  tx: Transaction,
  kind: PublicContactKind,
  { name, address, email, source }: PublicContactFacts,
): Promise<void> {
  await tx.execute(
    `INSERT INTO public_contact (tenant_id, kind, city_slug, name, address, email, source, changed_by, changed_at)
     SELECT tenant_id, $2, slug, $3, $4, $5, $6, $7, $8 FROM tenant WHERE tenant_id = $1
     ON CONFLICT (tenant_id, kind) DO UPDATE SET name = excluded.name, address = excluded.address, email = excluded.email,
       source = excluded.source, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
       version = public_contact.version + 1`,
    [tx.tenantId, kind, name, address, email, source, tx.personId, tx.now],
  );
}
