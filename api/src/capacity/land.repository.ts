import type { CalendarLand } from '@etatlotse/domain/capacity';
import type { Transaction } from '../platform/database/transactions';

/** The Land whose holidays the city has. */
export async function readLand(tx: Transaction): Promise<CalendarLand> {
  const [city] = await tx.query<{ land: CalendarLand }>(`SELECT land FROM tenant WHERE tenant_id = $1`, [tx.tenantId]);
  if (city === undefined) throw new Error('The city of a transaction is not there.');
  return city.land;
}
