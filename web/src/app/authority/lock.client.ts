import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  LiftLock,
  LockPreview,
  LockRecorded,
  PreviewLock,
  RecordLock,
  ReportLock,
} from '@etatlotse/contracts/authority';
import { LOCK_PATHS, type LockChanged, type LockLine } from '@etatlotse/contracts/authority/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { Observable } from 'rxjs';
import { idempotent, query } from '../platform/api';

/** The commands of locks. Reads are resources in the stores. */
@Injectable({ providedIn: 'root' })
export class LockClient {
  private readonly http = inject(HttpClient);

  preview(lock: PreviewLock): Observable<LockPreview> {
    return this.http.post<LockPreview>(LOCK_PATHS.preview, lock);
  }

  record(lock: RecordLock, key: string): Observable<LockRecorded> {
    return this.http.post<LockRecorded>(LOCK_PATHS.locks, lock, idempotent(key));
  }

  lift(lockId: string, lift: LiftLock, key: string): Observable<LockRecorded> {
    return this.http.post<LockRecorded>(LOCK_PATHS.lifts(lockId), lift, idempotent(key));
  }

  report(lockId: string, stepId: string, report: ReportLock): Observable<LockChanged> {
    return this.http.post<LockChanged>(LOCK_PATHS.report(lockId, stepId), report);
  }

  lines(lockId: string, cursor: string): Observable<Page<LockLine>> {
    return this.http.get<Page<LockLine>>(LOCK_PATHS.lines(lockId), { params: query({ cursor }) });
  }
}
