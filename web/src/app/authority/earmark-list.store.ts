import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import type { CreateEarmark } from '@etatlotse/contracts/authority';
import { EARMARK_PATHS, type EarmarkPage } from '@etatlotse/contracts/authority/plain';
import { listAddress, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { EarmarkClient } from './earmark.client';

/** The register of grants of the year: page by page, with the sums of all. */
@Injectable()
export class EarmarkListStore {
  private readonly client = inject(EarmarkClient);
  private readonly permissions = inject(Permissions);
  readonly year = inject(FiscalYear).year;
  readonly mayWrite = computed(() => this.permissions.has('earmark.write'));

  private readonly firstPage = httpResource<EarmarkPage>(() => ({
    url: EARMARK_PATHS.earmarks,
    params: query({ fiscalYear: this.year() }),
  }));
  private readonly first = computed(() => (this.firstPage.hasValue() ? this.firstPage.value() : null));
  private readonly later = linkedSignal<EarmarkPage | null, readonly EarmarkPage[]>({
    source: this.first,
    computation: () => [],
  });
  readonly totals = computed(() => this.first()?.totals ?? null);
  readonly rows = computed(() => {
    const first = this.first();
    return first === null ? null : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  /** To be downloaded as a whole. */
  readonly address = computed(() => listAddress(EARMARK_PATHS.earmarks, query({ fiscalYear: this.year() })));
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.first())?.nextCursor ?? null);
  readonly failure = computed(() => {
    const error = this.firstPage.error();
    return error ? problemOf(error) : null;
  });

  readonly create = command((grant: CreateEarmark, key: string) => this.client.create(grant, key));
  private readonly fetchMore = command((cursor: string) => this.client.page(this.year(), cursor));

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.firstPage.reload();
  }
}
