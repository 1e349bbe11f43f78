import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { map, type Observable } from 'rxjs';
import { api, query } from '../platform/api';

export interface Hit {
  readonly kind: 'line' | 'unit';
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** One box over lines and units. */
@Injectable({ providedIn: 'root' })
export class SearchClient {
  private readonly http = inject(HttpClient);

  find(text: string, fiscalYear: number): Observable<readonly Hit[]> {
    const params = query({ q: text, fiscalYear });
    return this.http
      .get<{ readonly rows: readonly Hit[] }>(api('search'), { params })
      .pipe(map((answer) => answer.rows));
  }
}
