import type { Logger } from '@nestjs/common';
import type { Transactions } from './transactions';

/**
 * Work that the house does by itself, in one city after the other. A fault in one is logged and does not keep the others
 * waiting; what it left over comes up again the next time.
 */
export async function eachCity(
  transactions: Transactions,
  log: Pick<Logger, 'error'>,
  work: (tenantId: string) => Promise<void>,
): Promise<void> {
  const cities = await transactions
    .beforeTenant<{ tenant_id: string }>(`SELECT tenant_id FROM app.tenant_ids() AS t(tenant_id)`, [])
    .catch((fault: unknown) => {
      log.error(fault);
      return [];
    });
  for (const { tenant_id: tenantId } of cities) {
    try {
      await work(tenantId);
    } catch (fault) {
      log.error(fault);
    }
  }
}
