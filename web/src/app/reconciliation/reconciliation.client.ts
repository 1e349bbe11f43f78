import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import type { Reconciliation } from '@etatlotse/contracts/reconciliation/plain';
import type { Observable } from 'rxjs';
import { api, idempotent, newIdempotencyKey, query } from '../platform/api';

/** What came out of a decision about an unclear booking. */
export interface Decided {
  readonly id: string;
  readonly version: number;
}

@Injectable({ providedIn: 'root' })
export class ReconciliationClient {
  private readonly http = inject(HttpClient);

  check(fiscalYear: number): Observable<Reconciliation> {
    return this.http.post<Reconciliation>(
      api('reconciliation', 'checks'),
      {},
      { ...idempotent(newIdempotencyKey()), params: query({ fiscalYear }) },
    );
  }

  assign(item: ClearingItem, lineId: string): Observable<Decided> {
    const wish = { version: item.version, lineId };
    return this.http.post<Decided>(`${api('clearing', item.id)}/assign`, wish, idempotent(newIdempotencyKey()));
  }

  dismiss(item: ClearingItem, reason: string): Observable<Decided> {
    const wish = { version: item.version, reason };
    return this.http.post<Decided>(`${api('clearing', item.id)}/dismiss`, wish, idempotent(newIdempotencyKey()));
  }
}
