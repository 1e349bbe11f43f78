import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { LineRow } from '@etatlotse/contracts/budget';
import { BUDGET_PATHS } from '@etatlotse/contracts/budget/plain';
import { SEARCH_PATH, type SearchResult } from '@etatlotse/contracts/search/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from './api';
import { FiscalYear } from './fiscal-year';

/** Where a line has to stand to be offered. */
export type LinesWithin = Readonly<Partial<Record<'frame' | 'sphere' | 'direction', string>>>;

const OFFERED = 20;

/** Lines by their words, for forms in which a line is chosen. Each form has its own, one with two sides has two. */
@Injectable()
export class LineSearch {
  private readonly yearOfPage = inject(FiscalYear).year;
  /** Where a form is for another year than the page. */
  readonly ownYear = signal<number | null>(null);
  private readonly fiscalYear = computed(() => this.ownYear() ?? this.yearOfPage());
  private readonly asked = signal<{ readonly words: string; readonly within: LinesWithin | null }>({
    words: '',
    within: null,
  });
  private readonly anywhere = httpResource<SearchResult>(() => {
    const { words, within } = this.asked();
    return words === '' || within !== null
      ? undefined
      : { url: SEARCH_PATH, params: query({ q: words, fiscalYear: this.fiscalYear() }) };
  });
  private readonly inside = httpResource<Page<LineRow>>(() => {
    const { words, within } = this.asked();
    return words === '' || within === null
      ? undefined
      : {
          url: BUDGET_PATHS.lines,
          params: query({ q: words, fiscalYear: this.fiscalYear(), limit: OFFERED, ...within }),
        };
  });
  readonly found = computed(() => {
    if (this.asked().within !== null) return this.inside.hasValue() ? this.inside.value().rows : null;
    return this.anywhere.hasValue() ? this.anywhere.value().lines.rows : null;
  });

  /** `within`: only lines that may be chosen, where the form knows which. */
  ask(words: string, within: LinesWithin | null = null): void {
    this.asked.set({ words, within });
  }
}
