import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AskParameterEffect, RecordParameter } from '@etatlotse/contracts/capacity';
import { CAPACITY_PATHS, type CapacityChanged, type ParameterEffect } from '@etatlotse/contracts/capacity/plain';
import type { Observable } from 'rxjs';
import { idempotent } from '../platform/api';

/** Commands on dated figures, and what they would move. */
@Injectable({ providedIn: 'root' })
export class ParameterClient {
  private readonly http = inject(HttpClient);

  effect(asked: AskParameterEffect): Observable<ParameterEffect> {
    return this.http.post<ParameterEffect>(CAPACITY_PATHS.parameterEffect, asked);
  }

  record(figure: RecordParameter, key: string): Observable<CapacityChanged> {
    return this.http.post<CapacityChanged>(CAPACITY_PATHS.parameters, figure, idempotent(key));
  }

  withdraw(id: string, reason: string): Observable<CapacityChanged> {
    return this.http.post<CapacityChanged>(CAPACITY_PATHS.withdrawal(id), { reason });
  }
}
