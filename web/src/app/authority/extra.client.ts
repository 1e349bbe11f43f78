import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  ChangeExtraRequest,
  CheckExtraRequest,
  CreateExtraRequest,
  ExtraAssessment,
  ExtraChanged,
  ExtraDetail,
  ExtraPage,
  RecordExtraDecision,
  TakeExtraStep,
} from '@etatlotse/contracts/authority';
import { EXTRA_PATHS } from '@etatlotse/contracts/authority/plain';
import type { Observable } from 'rxjs';
import { api, idempotent, query } from '../platform/api';

/** The commands about extra authority. Reads are resources in the stores, except further pages. */
@Injectable({ providedIn: 'root' })
export class ExtraClient {
  private readonly http = inject(HttpClient);

  page(view: Readonly<Record<string, string | number | undefined>>): Observable<ExtraPage> {
    return this.http.get<ExtraPage>(EXTRA_PATHS.requests, { params: query(view) });
  }

  /** Reads once more what somebody else has changed. */
  read(id: string): Observable<ExtraDetail> {
    return this.http.get<ExtraDetail>(EXTRA_PATHS.request(id));
  }

  check(request: CheckExtraRequest): Observable<ExtraAssessment> {
    return this.http.post<ExtraAssessment>(EXTRA_PATHS.check, request);
  }

  create(request: CreateExtraRequest, key: string): Observable<ExtraChanged> {
    return this.http.post<ExtraChanged>(EXTRA_PATHS.requests, request, idempotent(key));
  }

  change(id: string, request: ChangeExtraRequest): Observable<ExtraChanged> {
    return this.http.put<ExtraChanged>(EXTRA_PATHS.request(id), request);
  }

  takeStep(id: string, step: TakeExtraStep): Observable<ExtraChanged> {
    return this.http.post<ExtraChanged>(EXTRA_PATHS.steps(id), step);
  }

  decide(id: string, decision: RecordExtraDecision): Observable<ExtraChanged> {
    return this.http.post<ExtraChanged>(EXTRA_PATHS.decision(id), decision);
  }

  /** The second person of a grant: yes, or no with a note. */
  confirm(approvalId: string, version: number, decision: 'approve' | 'reject', note: string): Observable<unknown> {
    const body = note === '' ? { decision, version } : { decision, version, note };
    return this.http.post(`${api('approvals', approvalId)}/decision`, body);
  }
}
