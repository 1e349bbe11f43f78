import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { eachCity } from '../platform/database/each-city';
import { type Transaction, Transactions } from '../platform/database/transactions';
import { RegularWork } from '../platform/jobs/regular-work';
import { dropAbandonedChunks } from './chunk.repository';
import { clearStaging, saveState } from './run.repository';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const ABANDONED_AFTER_MS = HOUR_MS;
const KEPT_MS = 30 * DAY_MS;

/**
 * Removes what nobody comes back for: pieces of uploads that were cut off when a server stopped, and imports that waited
 * thirty days for a decision. Looks at start and once a day.
 */
@Injectable()
export class UploadCleaner implements OnApplicationBootstrap {
  private readonly log = new Logger(UploadCleaner.name);

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly regularWork: RegularWork,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.clean();
    this.regularWork.every(DAY_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    const now = this.clock.now().getTime();
    await eachCity(this.transactions, this.log, (tenantId) =>
      this.transactions.run({ tenantId, actor: null }, async (tx) => {
        await dropAbandonedChunks(tx, new Date(now - ABANDONED_AFTER_MS));
        await expireWaiting(tx, new Date(now - KEPT_MS));
      }),
    );
  }
}

async function expireWaiting(tx: Transaction, before: Date): Promise<void> {
  const waiting = await tx.query<{ importId: string }>(
    `SELECT import_id AS "importId" FROM import_run
     WHERE tenant_id = $1 AND state IN ('previewed', 'interrupted') AND created_at < $2 ORDER BY import_id FOR UPDATE`,
    [tx.tenantId, before],
  );
  for (const { importId } of waiting) {
    await clearStaging(tx, importId);
    await saveState(tx, importId, { state: 'cancelled', failureCode: 'IMPORT_EXPIRED' });
    await tx.audit({ action: 'import.cancelled', subjectType: 'import', subjectId: importId });
  }
}
