import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { BUDGET_PATHS, PROVISIONAL_GROUNDS, type ProvisionalOfYear } from '@etatlotse/contracts/budget/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { BudgetClient } from './budget.client';

/** What was booked before the budget of the year was in force; the ground stands in the address. */
@Injectable()
export class ProvisionalStore {
  private readonly client = inject(BudgetClient);
  readonly year = inject(FiscalYear).year;
  readonly wanted = signal<string | undefined>(undefined);
  readonly ground = computed(() => PROVISIONAL_GROUNDS.find((ground) => ground === this.wanted()));

  private readonly view = computed(() => ({ fiscalYear: this.year(), ground: this.ground() }));
  private readonly resource = httpResource<ProvisionalOfYear>(() => ({
    url: BUDGET_PATHS.provisional,
    params: query(this.view()),
  }));
  /** The list as it is filtered, as a file. */
  readonly csvUrl = computed(() => {
    const { fiscalYear, ground } = this.view();
    const filter = ground === undefined ? '' : `&ground=${ground}`;
    return `${BUDGET_PATHS.provisionalCsv}?fiscalYear=${fiscalYear}${filter}`;
  });
  readonly answer = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  private readonly later = linkedSignal<ProvisionalOfYear | null, readonly ProvisionalOfYear[]>({
    source: this.answer,
    computation: () => [],
  });
  readonly rows = computed(() => {
    const first = this.answer();
    return first === null ? [] : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.answer())?.nextCursor ?? null);
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  private readonly fetchMore = command((cursor: string) => this.client.provisional({ ...this.view(), cursor }));

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.resource.reload();
  }
}
