import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { TransferRow } from '@etatlotse/contracts/authority';
import { TRANSFER_STATES } from '@etatlotse/contracts/authority/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, listAddress, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { CoverClient } from './cover.client';

/** Transfers of the year, as the address filters them, and those that wait. */
@Injectable()
export class TransferListStore {
  private readonly client = inject(CoverClient);
  private readonly permissions = inject(Permissions);
  readonly year = inject(FiscalYear).year;
  readonly wantedState = signal<string | undefined>(undefined);
  readonly state = computed(() => TRANSFER_STATES.find((state) => state === this.wantedState()));

  private readonly view = computed(() => ({ fiscalYear: this.year(), state: this.state() }));
  private readonly firstPage = httpResource<Page<TransferRow>>(() => ({
    url: api('authority/transfers'),
    params: query(this.view()),
  }));
  private readonly openPage = httpResource<Page<TransferRow>>(() => ({
    url: api('authority/transfers'),
    params: query({ fiscalYear: this.year(), state: 'requested', limit: 100 }),
  }));
  private readonly first = computed(() => (this.firstPage.hasValue() ? this.firstPage.value() : null));
  private readonly later = linkedSignal<Page<TransferRow> | null, readonly Page<TransferRow>[]>({
    source: this.first,
    computation: () => [],
  });
  readonly rows = computed(() => {
    const first = this.first();
    return first === null ? null : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  /** To be downloaded as a whole. */
  readonly address = computed(() => listAddress(api('authority/transfers'), query(this.view())));
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.first())?.nextCursor ?? null);
  /** How many wait for the reader. */
  readonly waiting = computed(() =>
    this.openPage.hasValue() ? this.openPage.value().rows.filter(({ mayDecide }) => mayDecide).length : 0,
  );
  readonly mayAsk = computed(() => this.permissions.has('transfer.request'));
  readonly mayBook = computed(() => this.permissions.has('transfer.write'));
  readonly failure = computed(() => {
    const error = this.firstPage.error();
    return error ? problemOf(error) : null;
  });

  private readonly fetchMore = command((cursor: string) => {
    const { fiscalYear, state } = this.view();
    return this.client.transfers({ fiscalYear, cursor, ...(state === undefined ? {} : { state }) });
  });

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.firstPage.reload();
    this.openPage.reload();
  }
}
