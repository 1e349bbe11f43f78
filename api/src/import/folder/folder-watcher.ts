import path from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, type Clock } from '../../platform/clock/clock';
import { CONFIG, type Config } from '../../platform/config/config';
import { eachCity } from '../../platform/database/each-city';
import { Transactions } from '../../platform/database/transactions';
import { RegularWork } from '../../platform/jobs/regular-work';
import { FolderMemory } from './folder-files';
import { FolderReceiver } from './folder-receiver';

const LOOK_MS = 30_000;

/**
 * Looks into the folder of each city (`ETATLOTSE_IMPORT_DIR/<slug>`) for what finance systems put there at night. A file
 * that did not change between two looks is dealt with one step at each look, by what is stored about it: whenever the
 * process ends, the next look goes on from there, and no file is taken over twice.
 */
@Injectable()
export class FolderWatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(FolderWatcher.name);
  private readonly memory = new FolderMemory();
  private looking: Promise<void> | null = null;

  constructor(
    private readonly transactions: Transactions,
    private readonly receiver: FolderReceiver,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly regularWork: RegularWork,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.importDir !== null) this.regularWork.every(LOOK_MS, () => this.look());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.looking;
  }

  /** One look at every city's folder; a look that takes long is not overtaken by the next one. */
  async look(): Promise<void> {
    this.looking ??= this.lookEverywhere().finally(() => {
      this.looking = null;
    });
    await this.looking;
  }

  private async lookEverywhere(): Promise<void> {
    const { importDir } = this.config;
    if (importDir === null) return;
    await eachCity(this.transactions, this.log, (tenantId) => this.lookAt(importDir, tenantId));
  }

  private async lookAt(importDir: string, tenantId: string): Promise<void> {
    const slug = await this.transactions.run({ tenantId, actor: null }, async (tx) => {
      const [city] = await tx.query<{ slug: string }>(`SELECT slug FROM tenant WHERE tenant_id = $1`, [tx.tenantId]);
      return city?.slug;
    });
    if (slug === undefined) return;
    for (const file of await this.memory.restingFiles(path.join(importDir, slug))) {
      try {
        await this.receiver.advance(tenantId, file, this.clock.now());
      } catch (fault) {
        // One file that cannot be dealt with does not hold the others; the next look tries again.
        this.log.error(fault);
      }
    }
  }
}
