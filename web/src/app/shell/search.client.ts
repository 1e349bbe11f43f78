import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { SearchResult } from '@etatlotse/contracts/search/plain';
import type { Observable } from 'rxjs';
import { api, query } from '../platform/api';

/** One box over lines and units. */
@Injectable({ providedIn: 'root' })
export class SearchClient {
  private readonly http = inject(HttpClient);

  find(text: string, fiscalYear: number): Observable<SearchResult> {
    return this.http.get<SearchResult>(api('search'), { params: query({ q: text, fiscalYear }) });
  }
}
