import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Approval, DecideApproval } from '@etatlotse/contracts/approval';
import type {
  CreateFiscalYear,
  FiscalYearChanged,
  FrameChangeRow,
  SetFrameCeiling,
  TakeBooksStep,
} from '@etatlotse/contracts/planning';
import { PLANNING_PATHS } from '@etatlotse/contracts/planning/plain';
import type {
  ChangeSettings,
  PublicContactKind,
  SetPublicContact,
  SettingsChanged,
} from '@etatlotse/contracts/settings';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { FrameCode } from '@etatlotse/domain/budget';
import type { Observable } from 'rxjs';
import { api, idempotent, query } from '../platform/api';

export const APPROVALS = api('approvals');
export const SETTINGS = api('settings');
export const PUBLIC_CONTACTS = `${SETTINGS}/public-contacts`;

/** The commands of the settings. Reads are resources in the stores, except what is fetched only when asked for. */
@Injectable({ providedIn: 'root' })
export class SettingsClient {
  private readonly http = inject(HttpClient);

  createYear(year: CreateFiscalYear, key: string): Observable<FiscalYearChanged> {
    return this.http.post<FiscalYearChanged>(PLANNING_PATHS.fiscalYears, year, idempotent(key));
  }

  takeBooksStep(fiscalYear: number, step: TakeBooksStep): Observable<FiscalYearChanged> {
    return this.http.post<FiscalYearChanged>(PLANNING_PATHS.books(fiscalYear), step);
  }

  setCeiling(frame: FrameCode, fiscalYear: number, change: SetFrameCeiling): Observable<{ version: number }> {
    return this.http.put<{ version: number }>(PLANNING_PATHS.frame(frame, fiscalYear), change);
  }

  frameHistory(frame: FrameCode, fiscalYear: number): Observable<readonly FrameChangeRow[]> {
    return this.http.get<readonly FrameChangeRow[]>(PLANNING_PATHS.frameHistory(frame, fiscalYear));
  }

  approvals(state: string, cursor: string): Observable<Page<Approval>> {
    return this.http.get<Page<Approval>>(APPROVALS, { params: query({ state, cursor }) });
  }

  decide(id: string, decision: DecideApproval): Observable<unknown> {
    return this.http.post(`${APPROVALS}/${id}/decision`, decision);
  }

  withdraw(id: string): Observable<unknown> {
    return this.http.post(`${APPROVALS}/${id}/withdrawal`, {});
  }

  setPublicContact(kind: PublicContactKind, contact: SetPublicContact): Observable<{ version: number }> {
    return this.http.put<{ version: number }>(`${PUBLIC_CONTACTS}/${kind}`, contact);
  }

  change(settings: ChangeSettings): Observable<SettingsChanged> {
    return this.http.put<SettingsChanged>(SETTINGS, settings);
  }
}
