import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import type { SearchResult } from '@etatlotse/contracts/search/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { debounceTime, distinctUntilChanged } from 'rxjs';
import { api, listAddress, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { SessionStore } from '../platform/session.store';
import { CLEARING, ReconciliationClient } from './reconciliation.client';

const SEARCH_AFTER_MS = 250;
const SHORTEST = 2;

/** The clearing list of a year, and the search for the line a booking belongs to. */
@Injectable()
export class ClearingStore {
  private readonly client = inject(ReconciliationClient);
  private readonly session = inject(SessionStore);
  private readonly fiscalYear = inject(FiscalYear);
  readonly state = signal<ClearingItem['state']>('open');
  readonly importId = signal<string | undefined>(undefined);
  readonly search = signal('');

  private readonly view = computed(() => ({
    fiscalYear: this.fiscalYear.year(),
    state: this.state(),
    importId: this.importId(),
  }));
  /** The list as it is filtered, for a file. */
  readonly address = computed(() => listAddress(CLEARING, query(this.view())));
  private readonly resource = httpResource<Page<ClearingItem>>(() => ({ url: CLEARING, params: query(this.view()) }));
  private readonly first = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  private readonly later = linkedSignal<Page<ClearingItem> | null, readonly Page<ClearingItem>[]>({
    source: this.first,
    computation: () => [],
  });
  readonly rows = computed(() => {
    const first = this.first();
    return first === null ? null : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.first())?.nextCursor ?? null);
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayDecide = computed(() => this.session.has('finance'));

  private readonly settled = toSignal(
    toObservable(this.search).pipe(debounceTime(SEARCH_AFTER_MS), distinctUntilChanged()),
    { initialValue: '' },
  );
  private readonly hitResource = httpResource<SearchResult>(() =>
    this.settled().trim().length < SHORTEST
      ? undefined
      : { url: api('search'), params: query({ q: this.settled(), fiscalYear: this.fiscalYear.year() }) },
  );
  readonly hits = computed(() => (this.hitResource.hasValue() ? this.hitResource.value().lines.rows : []));
  readonly hasSearched = computed(() => this.hitResource.hasValue());

  readonly fetchMore = command((cursor: string) => this.client.items(this.view(), cursor));
  readonly assign = command((item: ClearingItem, lineId: string) =>
    this.client.assign(item.id, { version: item.version, lineId }),
  );
  readonly dismiss = command((item: ClearingItem, reason: string) =>
    this.client.dismiss(item.id, { version: item.version, reason }),
  );

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.resource.reload();
  }
}
