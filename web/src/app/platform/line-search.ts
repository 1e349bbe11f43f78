import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { SEARCH_PATH, type SearchResult } from '@etatlotse/contracts/search/plain';
import { query } from './api';
import { FiscalYear } from './fiscal-year';

/** Lines by their words, for forms in which a line is chosen. Each form has its own, one with two sides has two. */
@Injectable()
export class LineSearch {
  private readonly yearOfPage = inject(FiscalYear).year;
  /** Where a form is for another year than the page. */
  readonly ownYear = signal<number | null>(null);
  private readonly words = signal('');
  private readonly result = httpResource<SearchResult>(() =>
    this.words() === ''
      ? undefined
      : { url: SEARCH_PATH, params: query({ q: this.words(), fiscalYear: this.ownYear() ?? this.yearOfPage() }) },
  );
  readonly found = computed(() => (this.result.hasValue() ? this.result.value().lines.rows : null));

  ask(words: string): void {
    this.words.set(words);
  }
}
