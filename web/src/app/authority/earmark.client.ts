import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CreateEarmark, TakeEarmarkStep } from '@etatlotse/contracts/authority';
import { EARMARK_PATHS, type EarmarkChanged, type EarmarkPage } from '@etatlotse/contracts/authority/plain';
import type { Observable } from 'rxjs';
import { idempotent, query } from '../platform/api';

/** The commands of the register of grants, and its later pages. */
@Injectable({ providedIn: 'root' })
export class EarmarkClient {
  private readonly http = inject(HttpClient);

  page(fiscalYear: number, cursor: string): Observable<EarmarkPage> {
    return this.http.get<EarmarkPage>(EARMARK_PATHS.earmarks, { params: query({ fiscalYear, cursor }) });
  }

  create(grant: CreateEarmark, key: string): Observable<EarmarkChanged> {
    return this.http.post<EarmarkChanged>(EARMARK_PATHS.earmarks, grant, idempotent(key));
  }

  takeStep(id: string, step: TakeEarmarkStep): Observable<EarmarkChanged> {
    return this.http.post<EarmarkChanged>(EARMARK_PATHS.steps(id), step);
  }
}
