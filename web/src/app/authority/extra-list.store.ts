import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { ExtraPage } from '@etatlotse/contracts/authority/plain';
import { EXTRA_PATHS } from '@etatlotse/contracts/authority/plain';
import { EXTRA_STATES, type ExtraState } from '@etatlotse/domain/authority';
import { listAddress, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { ExtraClient } from './extra.client';

/** Requests of the year, newest first, as the address filters them. */
@Injectable()
export class ExtraListStore {
  private readonly client = inject(ExtraClient);
  private readonly permissions = inject(Permissions);
  readonly year = inject(FiscalYear).year;
  readonly wantedState = signal<string | undefined>(undefined);
  readonly state = computed<ExtraState | null>(() => EXTRA_STATES.find((one) => one === this.wantedState()) ?? null);

  private readonly view = computed(() => ({ fiscalYear: this.year(), state: this.state() ?? undefined }));
  private readonly firstPage = httpResource<ExtraPage>(() => ({
    url: EXTRA_PATHS.requests,
    params: query(this.view()),
  }));
  private readonly page = linkedSignal(() => (this.firstPage.hasValue() ? this.firstPage.value() : null));

  readonly rows = computed(() => this.page()?.rows ?? null);
  readonly sums = computed(() => this.page()?.sums ?? []);
  /** To be downloaded as a whole. */
  readonly address = computed(() => listAddress(EXTRA_PATHS.requests, query(this.view())));
  readonly nextCursor = computed(() => this.page()?.nextCursor ?? null);
  readonly failure = computed(() => {
    const error = this.firstPage.error();
    return error ? problemOf(error) : null;
  });
  readonly mayRequest = computed(() => this.permissions.has('extra.request'));
  private readonly next = command((cursor: string) => this.client.page({ ...this.view(), cursor }));

  async showMore(): Promise<void> {
    const before = this.page();
    const cursor = before?.nextCursor;
    if (!before || !cursor) return;
    const page = await this.next.run(cursor);
    if (page !== null) this.page.set({ ...page, rows: [...before.rows, ...page.rows] });
  }

  reload(): void {
    this.firstPage.reload();
  }
}
