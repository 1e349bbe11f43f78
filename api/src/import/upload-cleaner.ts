import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { dropAbandonedChunks } from './chunk.repository';

const ABANDONED_AFTER_MS = 60 * 60_000;

/** At start removes the pieces of uploads that were cut off when a server stopped. They never became an import. */
@Injectable()
export class UploadCleaner implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - ABANDONED_AFTER_MS);
    const tenants = await this.transactions.beforeTenant<{ tenant_id: string }>(
      `SELECT t AS tenant_id FROM app.tenant_ids() AS t`,
      [],
    );
    for (const { tenant_id: tenantId } of tenants) {
      await this.transactions.run({ tenantId, actor: null }, (tx) => dropAbandonedChunks(tx, before));
    }
  }
}
