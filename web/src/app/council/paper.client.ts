import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ChangePaper, CreatePaper } from '@etatlotse/contracts/council';
import { PAPER_PATHS, type PaperChanged } from '@etatlotse/contracts/council/plain';
import type { FreezeSnapshot } from '@etatlotse/contracts/snapshot';
import { SNAPSHOT_PATHS } from '@etatlotse/contracts/snapshot/plain';
import type { Observable } from 'rxjs';
import { idempotent } from '../platform/api';

/** Commands on papers and on the snapshots that they stand on. */
@Injectable({ providedIn: 'root' })
export class PaperClient {
  private readonly http = inject(HttpClient);

  create(body: CreatePaper, key: string): Observable<PaperChanged> {
    return this.http.post<PaperChanged>(PAPER_PATHS.papers, body, idempotent(key));
  }

  change(id: string, body: ChangePaper): Observable<PaperChanged> {
    return this.http.put<PaperChanged>(PAPER_PATHS.paper(id), body);
  }

  publish(id: string, version: number): Observable<PaperChanged> {
    return this.http.post<PaperChanged>(PAPER_PATHS.publish(id), { version });
  }

  freeze(body: FreezeSnapshot, key: string): Observable<{ readonly id: string }> {
    return this.http.post<{ readonly id: string }>(SNAPSHOT_PATHS.snapshots, body, idempotent(key));
  }
}
