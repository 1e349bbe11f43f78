import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { ImportListRow, ImportSources, ImportStateCode } from '@etatlotse/contracts/import/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { ImportRights } from './import-rights';
import { ImportClient, IMPORTS, type ImportsView } from './import.client';

/** All imports that somebody sees, newest first, page by page. */
@Injectable()
export class ImportsStore {
  private readonly client = inject(ImportClient);
  private readonly rights = inject(ImportRights);
  readonly view = signal<ImportsView>({ kind: null, state: null, by: null, from: null, to: null }, { equal: isSame });
  readonly isFiltered = computed(() => Object.values(this.view()).some((value) => value !== null));
  private readonly resource = httpResource<Page<ImportListRow>>(() => ({
    url: IMPORTS,
    params: query({ ...this.view() }),
  }));
  private readonly first = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  private readonly later = linkedSignal<Page<ImportListRow> | null, readonly Page<ImportListRow>[]>({
    source: this.first,
    computation: () => [],
  });

  private readonly sourcesResource = httpResource<ImportSources>(() =>
    this.rights.seesAll() ? `${IMPORTS}/sources` : undefined,
  );
  /** Null until it is known; without it the list is still there. */
  readonly sources = computed(() => (this.sourcesResource.hasValue() ? this.sourcesResource.value() : null));

  readonly rows = computed(() => {
    const first = this.first();
    return first === null ? null : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.first())?.nextCursor ?? null);
  readonly waiting = computed(() => this.count('previewed') + this.count('interrupted'));
  readonly committed = computed(() => this.count('committed'));
  readonly mayRun = this.rights.mayRun;

  readonly fetchMore = command((cursor: string) => this.client.page(this.view(), cursor));

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.resource.reload();
  }

  private count(state: ImportStateCode): number {
    return (this.rows() ?? []).filter((run) => run.state === state).length;
  }
}

/** The same address asks only once. */
function isSame(a: ImportsView, b: ImportsView): boolean {
  return a.kind === b.kind && a.state === b.state && a.by === b.by && a.from === b.from && a.to === b.to;
}
