import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Observable } from 'rxjs';
import { api, idempotent, newIdempotencyKey } from '../platform/api';

/** Commands of the overview: the release for the committee, by two people. */
@Injectable({ providedIn: 'root' })
export class DashboardClient {
  private readonly http = inject(HttpClient);

  prepareRelease(fiscalYear: number, remark: string): Observable<{ id: string }> {
    const body = remark.trim() === '' ? { fiscalYear } : { fiscalYear, remark };
    return this.http.post<{ id: string }>(api('releases'), body, idempotent(newIdempotencyKey()));
  }

  decideRelease(id: string, decision: 'release' | 'reject'): Observable<{ id: string }> {
    return this.http.post<{ id: string }>(`${api('releases', id)}/${decision}`, {});
  }
}
