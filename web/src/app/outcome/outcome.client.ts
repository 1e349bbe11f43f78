import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ChangeOutcome, CountOutcome, CreateOutcome } from '@etatlotse/contracts/outcome';
import { OUTCOME_PATHS, type OutcomeChanged, type OutcomeRow } from '@etatlotse/contracts/outcome/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { Observable } from 'rxjs';
import { idempotent, newIdempotencyKey, query } from '../platform/api';

/** The commands on outcomes. Reads are resources in the stores, except further pages. */
@Injectable({ providedIn: 'root' })
export class OutcomeClient {
  private readonly http = inject(HttpClient);

  page(cursor: string): Observable<Page<OutcomeRow>> {
    return this.http.get<Page<OutcomeRow>>(OUTCOME_PATHS.outcomes, { params: query({ cursor }) });
  }

  create(outcome: CreateOutcome, key: string): Observable<OutcomeChanged> {
    return this.http.post<OutcomeChanged>(OUTCOME_PATHS.outcomes, outcome, idempotent(key));
  }

  change(id: string, outcome: ChangeOutcome): Observable<OutcomeChanged> {
    return this.http.put<OutcomeChanged>(OUTCOME_PATHS.outcome(id), outcome);
  }

  count(id: string, count: CountOutcome): Observable<OutcomeChanged> {
    return this.http.post<OutcomeChanged>(OUTCOME_PATHS.counts(id), count, idempotent(newIdempotencyKey()));
  }
}
