import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { eachCity } from '../platform/database/each-city';
import { Transactions } from '../platform/database/transactions';
import { RegularWork } from '../platform/jobs/regular-work';
import { findOverdue, reckonAgain } from './contract.repository';

/** Days for notice end at midnight; early in the morning what is bound is right again. */
const CHECK_EVERY_MS = 15 * 60_000;
/** Leaves the first requests after a start the machine. */
const FIRST_MS = 8000;
const BATCH = 200;

/**
 * Reckons contracts anew whose dates have moved on: a day for notice passed and the next term is bound, or a year began.
 * Soon after the start and then four times an hour, a few at a time; the terms themselves are never touched.
 */
@Injectable()
export class ContractCalendar implements OnApplicationBootstrap {
  private readonly log = new Logger(ContractCalendar.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly regularWork: RegularWork,
  ) {}

  onApplicationBootstrap(): void {
    this.regularWork.every(CHECK_EVERY_MS, () => this.moveOn(), FIRST_MS);
  }

  /** Works through every city; what a fault left over comes up again next time. Answers how many were reckoned anew. */
  async moveOn(): Promise<number> {
    let moved = 0;
    await eachCity(this.transactions, this.log, async (tenantId) => {
      moved += await this.moveCity(tenantId);
    });
    return moved;
  }

  private async moveCity(tenantId: string): Promise<number> {
    let moved = 0;
    for (;;) {
      const batch = await this.transactions.run({ tenantId, actor: null }, async (tx) => {
        const overdue = await findOverdue(tx, BATCH);
        for (const contractId of overdue) await reckonAgain(tx, contractId);
        return overdue.length;
      });
      moved += batch;
      if (batch < BATCH) return moved;
    }
  }
}
