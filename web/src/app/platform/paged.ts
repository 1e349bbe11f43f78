import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, linkedSignal, type Signal } from '@angular/core';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { listAddress } from './api';
import { command } from './command';
import { problemOf, type ProblemMessage } from './problem';

/** A list that comes page by page; what stands beside the rows (sums) comes with the first page. */
export interface Paged<Row, Answer> {
  readonly first: Signal<Answer | null>;
  readonly rows: Signal<readonly Row[] | null>;
  readonly hasMore: Signal<boolean>;
  readonly failure: Signal<ProblemMessage | null>;
  /** Where the list comes from, with what it was asked by: what can be downloaded as a whole. */
  readonly address: Signal<string>;
  readonly showMore: () => Promise<void>;
  readonly reload: () => void;
}

/** Reads a list of the API as the parameters say (nothing while the address is empty); a change of them begins again with the first page. */
export function paged<Row, Answer extends Page<Row>>(
  address: string | (() => string),
  params: () => Record<string, string>,
): Paged<Row, Answer> {
  const http = inject(HttpClient);
  const url = (): string => (typeof address === 'string' ? address : address());
  const resource = httpResource<Answer>(() => (url() === '' ? undefined : { url: url(), params: params() }));
  const first = computed(() => (resource.hasValue() ? resource.value() : null));
  const later = linkedSignal<Answer | null, readonly Answer[]>({ source: first, computation: () => [] });
  const cursor = computed(() => (later().at(-1) ?? first())?.nextCursor ?? null);
  const fetchMore = command((after: string) => http.get<Answer>(url(), { params: { ...params(), cursor: after } }));
  return {
    first,
    rows: computed(() => {
      const page = first();
      return page === null ? null : [page, ...later()].flatMap(({ rows }) => rows);
    }),
    hasMore: computed(() => cursor() !== null),
    failure: computed(() => {
      const error = resource.error();
      return error ? problemOf(error) : null;
    }),
    address: computed(() => listAddress(url(), params())),
    showMore: async () => {
      const after = cursor();
      const page = after === null ? null : await fetchMore.run(after);
      if (page !== null) later.update((pages) => [...pages, page]);
    },
    reload: () => void resource.reload(),
  };
}
