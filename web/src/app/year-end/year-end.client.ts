import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  CarryOversDecided,
  CarryOversProposed,
  DecideCarryOvers,
  ProposeCarryOvers,
  YearEndLineRow,
} from '@etatlotse/contracts/authority';
import { YEAR_END_PATHS } from '@etatlotse/contracts/authority/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { Observable } from 'rxjs';
import { idempotent, query } from '../platform/api';

/** The commands of the year's end. Reads are resources in the store. */
@Injectable({ providedIn: 'root' })
export class YearEndClient {
  private readonly http = inject(HttpClient);

  lines(fiscalYear: number, view: Readonly<Record<string, string | undefined>>): Observable<Page<YearEndLineRow>> {
    return this.http.get<Page<YearEndLineRow>>(YEAR_END_PATHS.lines(fiscalYear), { params: query(view) });
  }

  propose(proposals: ProposeCarryOvers, key: string): Observable<CarryOversProposed> {
    return this.http.post<CarryOversProposed>(YEAR_END_PATHS.carryOvers, proposals, idempotent(key));
  }

  decide(decision: DecideCarryOvers): Observable<CarryOversDecided> {
    return this.http.post<CarryOversDecided>(YEAR_END_PATHS.decision, decision);
  }
}
