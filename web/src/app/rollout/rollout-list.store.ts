import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { ROLLOUT_PATHS, type RolloutRow } from '@etatlotse/contracts/rollout/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { listAddress } from '../platform/api';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { RolloutClient } from './rollout.client';

/** Every roll-out with its goals, page by page. */
@Injectable()
export class RolloutListStore {
  private readonly client = inject(RolloutClient);
  private readonly permissions = inject(Permissions);
  /** The list as it is filtered, for a file. */
  readonly address = computed(() => listAddress(ROLLOUT_PATHS.rollouts, {}));
  private readonly firstPage = httpResource<Page<RolloutRow>>(() => ROLLOUT_PATHS.rollouts);
  private readonly page = linkedSignal(() => (this.firstPage.hasValue() ? this.firstPage.value() : null));

  readonly rows = computed(() => this.page()?.rows ?? null);
  readonly nextCursor = computed(() => this.page()?.nextCursor ?? null);
  readonly failure = computed(() => {
    const error = this.firstPage.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('rollout.write'));
  private readonly next = command((cursor: string) => this.client.page(cursor));

  async showMore(): Promise<void> {
    const before = this.page();
    if (!before?.nextCursor) return;
    const page = await this.next.run(before.nextCursor);
    if (page !== null) this.page.set({ ...page, rows: [...before.rows, ...page.rows] });
  }

  reload(): void {
    this.firstPage.reload();
  }
}
