import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AssignClearing, DismissClearing } from '@etatlotse/contracts/import';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import type { AssignReconciliationTask } from '@etatlotse/contracts/reconciliation';
import type { Reconciliation } from '@etatlotse/contracts/reconciliation/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { map, type Observable } from 'rxjs';
import { api, query } from '../platform/api';

export const RECONCILIATION = api('reconciliation');
export const CLEARING = api('clearing');

/** What the address says about the clearing list. */
export interface ClearingView {
  readonly fiscalYear: number;
  readonly state: ClearingItem['state'];
  readonly importId?: string;
}

/** Reconciling now, and deciding on the clearing list. */
@Injectable({ providedIn: 'root' })
export class ReconciliationClient {
  private readonly http = inject(HttpClient);

  check(fiscalYear: number): Observable<Reconciliation> {
    return this.http.post<Reconciliation>(`${RECONCILIATION}/checks`, null, { params: query({ fiscalYear }) });
  }

  items(view: ClearingView, cursor: string): Observable<Page<ClearingItem>> {
    return this.http.get<Page<ClearingItem>>(CLEARING, { params: query({ ...view, cursor }) });
  }

  assign(clearingId: string, assignment: AssignClearing): Observable<unknown> {
    return this.http.post(`${api('clearing', clearingId)}/assign`, assignment);
  }

  dismiss(clearingId: string, dismissal: DismissClearing): Observable<unknown> {
    return this.http.post(`${api('clearing', clearingId)}/dismiss`, dismissal);
  }

  /** People whose name has these letters. */
  people(q: string): Observable<readonly { readonly id: string; readonly displayName: string }[]> {
    return this.http
      .get<{ readonly rows: readonly { readonly id: string; readonly displayName: string }[] }>(api('person/choices'), {
        params: query({ q }),
      })
      .pipe(map(({ rows }) => rows));
  }

  assignTask(taskId: string, assignment: AssignReconciliationTask): Observable<unknown> {
    return this.http.put(`${RECONCILIATION}/tasks/${taskId}`, assignment);
  }
}
