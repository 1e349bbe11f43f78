import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AuditEntry, AuditVerification } from '@etatlotse/contracts/audit';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { Observable } from 'rxjs';
import { api, query } from '../platform/api';

export const AUDIT = api('audit');

/** What the log is filtered by; days are `YYYY-MM-DD`. */
export interface AuditView {
  readonly action?: string;
  readonly subjectType?: string;
  readonly subjectId?: string;
  readonly from?: string;
  readonly to?: string;
}

@Injectable({ providedIn: 'root' })
export class AuditClient {
  private readonly http = inject(HttpClient);

  page(view: AuditView, cursor: string): Observable<Page<AuditEntry>> {
    return this.http.get<Page<AuditEntry>>(AUDIT, { params: query({ ...view, cursor }) });
  }

  verify(): Observable<AuditVerification> {
    return this.http.get<AuditVerification>(`${AUDIT}/verification`);
  }
}
