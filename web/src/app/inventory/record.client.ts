import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { RecordChanged } from '@etatlotse/contracts/inventory/plain';
import type { Observable } from 'rxjs';
import { idempotent } from '../platform/api';

/** The commands of every register: add a record or an entry to one, replace what a record says. */
@Injectable({ providedIn: 'root' })
export class RecordClient {
  private readonly http = inject(HttpClient);

  add(url: string, body: object, key: string): Observable<RecordChanged> {
    return this.http.post<RecordChanged>(url, body, idempotent(key));
  }

  change(url: string, body: object): Observable<RecordChanged> {
    return this.http.put<RecordChanged>(url, body);
  }
}
