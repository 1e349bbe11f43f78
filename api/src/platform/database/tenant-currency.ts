import type { Transaction } from './transactions';

/** In which currency the amounts of the city are written. */
export async function currencyOf(tx: Transaction): Promise<string> {
  const [city] = await tx.query<{ currency: string }>(`SELECT currency FROM tenant WHERE tenant_id = $1`, [
    tx.tenantId,
  ]);
  return city?.currency ?? 'EUR';
}
