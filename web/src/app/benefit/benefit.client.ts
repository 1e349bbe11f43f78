import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ChangeBenefit, CreateBenefit, RecordBenefitFigure, ReviewBenefit } from '@etatlotse/contracts/benefit';
import { BENEFIT_PATHS, type BenefitChanged, type BenefitRow } from '@etatlotse/contracts/benefit/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { Observable } from 'rxjs';
import { idempotent, query } from '../platform/api';

/** The commands on benefits. Reads are resources in the stores, except further pages. */
@Injectable({ providedIn: 'root' })
export class BenefitClient {
  private readonly http = inject(HttpClient);

  page(view: Readonly<Record<string, string | boolean | undefined>>): Observable<Page<BenefitRow>> {
    return this.http.get<Page<BenefitRow>>(BENEFIT_PATHS.benefits, { params: query(view) });
  }

  create(benefit: CreateBenefit, key: string): Observable<BenefitChanged> {
    return this.http.post<BenefitChanged>(BENEFIT_PATHS.benefits, benefit, idempotent(key));
  }

  change(id: string, benefit: ChangeBenefit): Observable<BenefitChanged> {
    return this.http.put<BenefitChanged>(BENEFIT_PATHS.benefit(id), benefit);
  }

  record(id: string, figure: RecordBenefitFigure): Observable<BenefitChanged> {
    return this.http.post<BenefitChanged>(BENEFIT_PATHS.figures(id), figure);
  }

  review(id: string, review: ReviewBenefit): Observable<BenefitChanged> {
    return this.http.post<BenefitChanged>(BENEFIT_PATHS.reviews(id), review);
  }
}
