import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { DecideCarryOvers, ProposeCarryOvers, YearEnd, YearEndLineRow } from '@etatlotse/contracts/authority';
import { YEAR_END_PATHS, YEAR_END_VIEWS, type YearEndView } from '@etatlotse/contracts/authority/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { YearEndClient } from './year-end.client';

/** The end of the year of the page, and its lines as the address asks for them. */
@Injectable()
export class YearEndStore {
  private readonly client = inject(YearEndClient);
  private readonly permissions = inject(Permissions);
  readonly year = inject(FiscalYear).year;
  readonly wanted = signal<{ readonly view?: string; readonly q?: string }>(
    {},
    { equal: (a, b) => a.view === b.view && a.q === b.q },
  );

  readonly view = computed<YearEndView>(() => YEAR_END_VIEWS.find((view) => view === this.wanted().view) ?? 'needed');
  private readonly asked = computed(() => ({ view: this.view(), q: this.wanted().q?.trim() || undefined }));
  private readonly yearResource = httpResource<YearEnd>(() => YEAR_END_PATHS.year(this.year()));
  private readonly lineResource = httpResource<Page<YearEndLineRow>>(() => ({
    url: YEAR_END_PATHS.lines(this.year()),
    params: query(this.asked()),
  }));
  private readonly first = computed(() => (this.lineResource.hasValue() ? this.lineResource.value() : null));
  private readonly later = linkedSignal<Page<YearEndLineRow> | null, readonly Page<YearEndLineRow>[]>({
    source: this.first,
    computation: () => [],
  });

  readonly yearEnd = computed(() => (this.yearResource.hasValue() ? this.yearResource.value() : null));
  readonly rows = computed(() => {
    const first = this.first();
    return first === null ? null : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.first())?.nextCursor ?? null);
  readonly failure = computed(() => failureOf(this.yearResource.error()));
  readonly lineFailure = computed(() => failureOf(this.lineResource.error()));
  readonly mayPropose = computed(() => this.permissions.has('carry_over.propose'));
  readonly mayAddYears = computed(() => this.permissions.has('year.write'));
  readonly mayDecide = computed(() => this.permissions.has('carry_over.decide'));

  readonly propose = command((proposals: ProposeCarryOvers, key: string) => this.client.propose(proposals, key));
  readonly decide = command((decision: DecideCarryOvers) => this.client.decide(decision));
  private readonly fetchMore = command((cursor: string) => this.client.lines(this.year(), { ...this.asked(), cursor }));

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.yearResource.reload();
    this.lineResource.reload();
  }
}

const failureOf = (error: unknown): ReturnType<typeof problemOf> | null => (error ? problemOf(error) : null);
