import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { SnapshotState } from '@etatlotse/contracts/snapshot/plain';
import type { Observable } from 'rxjs';
import { api, idempotent } from '../platform/api';

/** Commands of the overview: the release for the committee, by two people. */
@Injectable({ providedIn: 'root' })
export class DashboardClient {
  private readonly http = inject(HttpClient);

  /** Freezes the figures of the year. The key is made when the form opens: pressed twice, it is done once. */
  prepareRelease(fiscalYear: number, remark: string, key: string): Observable<{ id: string }> {
    const body = remark.trim() === '' ? { fiscalYear } : { fiscalYear, remark: remark.trim() };
    return this.http.post<{ id: string }>(api('snapshots'), body, idempotent(key));
  }

  decideRelease(id: string, decision: 'release' | 'reject'): Observable<{ id: string; state: SnapshotState }> {
    return this.http.post<{ id: string; state: SnapshotState }>(api('snapshots', id, decision), {});
  }
}
