import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { eachCity } from '../../platform/database/each-city';
import { Transactions } from '../../platform/database/transactions';
import { RegularWork } from '../../platform/jobs/regular-work';
import { findDueRests } from './carry-over.repository';
import { lapseRest } from './use-cases/lapse-rest';

/** Often enough that a rest is gone early on the day after its last one. */
const CHECK_EVERY_MS = 15 * 60_000;

/**
 * Takes back what is unused of rests whose time is over (R10, T10a): at the start and then four times an hour. Each rest is
 * a transaction of its own and is looked at again inside it, so that doing it twice changes nothing.
 */
@Injectable()
export class LapsingRests implements OnApplicationBootstrap {
  private readonly log = new Logger(LapsingRests.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly regularWork: RegularWork,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.lapseAll();
    this.regularWork.every(CHECK_EVERY_MS, () => this.lapseAll());
  }

  /** Works through every city; a fault in one does not keep the others waiting. Answers how many rests came to their end. */
  async lapseAll(): Promise<number> {
    let ended = 0;
    await eachCity(this.transactions, this.log, async (tenantId) => {
      ended += await this.lapseCity(tenantId);
    });
    return ended;
  }

  private async lapseCity(tenantId: string): Promise<number> {
    const context = { tenantId, actor: null };
    let ended = 0;
    for (const id of await this.transactions.run(context, (tx) => findDueRests(tx))) {
      try {
        if (await this.transactions.run(context, (tx) => lapseRest(tx, id))) ended += 1;
      } catch (fault) {
        this.log.error(fault);
      }
    }
    return ended;
  }
}
