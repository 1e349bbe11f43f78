import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { PersonRow } from '@etatlotse/contracts/person/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { EMPTY, expand, map, type Observable, reduce } from 'rxjs';
import { api, query } from '../platform/api';

const PAGE = 100;

/** How many people have an access, by where it stands. */
export interface PeopleCount {
  readonly active: number;
  readonly invited: number;
  readonly disabled: number;
}

@Injectable({ providedIn: 'root' })
export class OperationsClient {
  private readonly http = inject(HttpClient);

  /** Counts over all pages of the list; the API gives no total. */
  countPeople(): Observable<PeopleCount> {
    return this.people(null).pipe(
      expand(({ nextCursor }) => (nextCursor === null ? EMPTY : this.people(nextCursor))),
      map(({ rows }) => rows),
      reduce((all: readonly PersonRow[], rows) => [...all, ...rows], []),
      map((people) => ({
        active: people.filter(({ status }) => status === 'active').length,
        invited: people.filter(({ status }) => status === 'invited').length,
        disabled: people.filter(({ status }) => status === 'disabled').length,
      })),
    );
  }

  private people(cursor: string | null): Observable<Page<PersonRow>> {
    return this.http.get<Page<PersonRow>>(api('person'), { params: query({ limit: PAGE, cursor }) });
  }
}
