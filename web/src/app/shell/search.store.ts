import { computed, inject, Injectable, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { catchError, debounceTime, map, of, startWith, switchMap } from 'rxjs';
import { FiscalYear } from '../platform/fiscal-year';
import { SessionStore } from '../platform/session.store';
import type { IconName } from '../ui/icon/icons';
import { navigationOf } from './navigation';
import { SearchClient, type Hit } from './search.client';
import { shellLabels } from './shell.labels';

/** One row under the search box: a page, a line or a unit. */
export interface Finding {
  readonly key: string;
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly link: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
}

const WAIT_MS = 180;
const SHORTEST = 2;

@Injectable()
export class SearchStore {
  private readonly client = inject(SearchClient);
  private readonly year = inject(FiscalYear);
  private readonly session = inject(SessionStore);

  readonly text = signal('');
  private readonly trimmed = computed(() => this.text().trim());
  private readonly answer = toSignal(
    toObservable(this.trimmed).pipe(
      debounceTime(WAIT_MS),
      switchMap((text) =>
        text.length < SHORTEST
          ? of(NOTHING)
          : this.client.find(text, this.year.year()).pipe(
              map((hits) => ({ text, hits, hasFailed: false })),
              catchError(() => of({ text, hits: [], hasFailed: true })),
              startWith({ text: '', hits: [], hasFailed: false }),
            ),
      ),
    ),
    { initialValue: NOTHING },
  );

  readonly findings = computed<readonly Finding[]>(() => [...this.pages(), ...this.answer().hits.map(findingOf)]);
  readonly hasFailed = computed(() => this.answer().hasFailed);
  /** Something was asked, the answer is for this very text, and there is nothing. */
  readonly isEmpty = computed(
    () => this.trimmed().length >= SHORTEST && this.answer().text === this.trimmed() && this.findings().length === 0,
  );

  private pages(): readonly Finding[] {
    const text = this.trimmed().toLowerCase();
    const entries = navigationOf(this.session.roles().map((entry) => entry.role)).flatMap((group) => group.entries);
    return entries
      .map((entry) => ({ entry, title: shellLabels().entries[entry.name] }))
      .filter(({ title }) => text !== '' && title.toLowerCase().includes(text))
      .map(({ entry, title }) => ({ key: entry.path, icon: entry.icon, title, detail: '', link: [entry.path] }));
  }
}

const NOTHING: { readonly text: string; readonly hits: readonly Hit[]; readonly hasFailed: boolean } = {
  text: '',
  hits: [],
  hasFailed: false,
};

function findingOf(hit: Hit): Finding {
  const isLine = hit.kind === 'line';
  return {
    key: `${hit.kind}:${hit.id}`,
    icon: isLine ? 'table_rows' : 'account_tree',
    title: hit.title,
    detail: hit.detail,
    link: isLine ? ['/budget/lines', hit.id] : ['/budget/lines'],
    query: isLine ? undefined : { unit: hit.id },
  };
}
