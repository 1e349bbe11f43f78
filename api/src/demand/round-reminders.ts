import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { eachCity } from '../platform/database/each-city';
import { Transactions } from '../platform/database/transactions';
import { RegularWork } from '../platform/jobs/regular-work';
import { readOpenRoundIds } from './reminder.repository';
import { remindOfDeadlines } from './use-cases/remind-late';

const HOUR_MS = 3_600_000;
/** Leaves the first requests after a start the machine. */
const FIRST_MS = 20_000;

/**
 * Reminds of the deadlines of every open round, in the first hour of a day. Several instances may do it at once, and a start
 * does it again: what somebody was told once is not told twice.
 */
@Injectable()
export class RoundReminders implements OnApplicationBootstrap {
  private readonly log = new Logger(RoundReminders.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly regularWork: RegularWork,
  ) {}

  onApplicationBootstrap(): void {
    this.regularWork.every(HOUR_MS, () => this.remindAll(), FIRST_MS);
  }

  /** Works through every city; a fault in one does not keep the others waiting. Answers how many were told. */
  async remindAll(): Promise<number> {
    let told = 0;
    await eachCity(this.transactions, this.log, async (tenantId) => {
      told += await this.remindCity(tenantId);
    });
    return told;
  }

  private async remindCity(tenantId: string): Promise<number> {
    const context = { tenantId, actor: null };
    let told = 0;
    for (const roundId of await this.transactions.run(context, (tx) => readOpenRoundIds(tx))) {
      const outcome = await this.transactions.run(context, (tx) => remindOfDeadlines(tx, roundId));
      told += outcome.ok ? outcome.value.told : 0;
    }
    return told;
  }
}
