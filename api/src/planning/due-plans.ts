import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { eachCity } from '../platform/database/each-city';
import { Transactions } from '../platform/database/transactions';
import { RegularWork } from '../platform/jobs/regular-work';
import { findDueVersions, lockVersion } from './plan-version.repository';
import { enterIntoForce } from './use-cases/enter-into-force';

/** Often enough that a plan holds early on its day, wherever midnight falls for the server. */
const CHECK_EVERY_MS = 15 * 60_000;

/**
 * Puts published plans in force when their day comes (R14): at the start and then four times an hour. A version that
 * cannot (closed books) stays published and is tried again; the page shows why with the step `enter_into_force`.
 */
@Injectable()
export class DuePlans implements OnApplicationBootstrap {
  private readonly log = new Logger(DuePlans.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly regularWork: RegularWork,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.activateAll();
    this.regularWork.every(CHECK_EVERY_MS, () => this.activateAll());
  }

  /** Works through every city; a fault in one does not keep the others waiting. Answers the versions now in force. */
  async activateAll(): Promise<readonly string[]> {
    const activated: string[] = [];
    await eachCity(this.transactions, this.log, async (tenantId) => {
      activated.push(...(await this.activateCity(tenantId)));
    });
    return activated;
  }

  private async activateCity(tenantId: string): Promise<string[]> {
    const context = { tenantId, actor: null };
    const due = await this.transactions.run(context, (tx) => findDueVersions(tx));
    const activated: string[] = [];
    for (const versionId of due) {
      const outcome = await this.transactions.run(context, async (tx) => {
        const version = await lockVersion(tx, versionId);
        // Another process may have been here first.
        return version === null || version.state !== 'published' ? null : enterIntoForce(tx, version);
      });
      if (outcome?.ok === true) activated.push(versionId);
      if (outcome?.ok === false) this.log.warn(`Plan version ${versionId} stays published: ${outcome.refusal.code}`);
    }
    return activated;
  }
}
