import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AddPlanChange,
  AdoptPlanVersion,
  AnswerPlanExtra,
  CreatePlanVersion,
  PlanAmountsSet,
  PlanChangeChanged,
  PlanChanges,
  PlanCopyPreview,
  PlanVersionChanged,
  PlanVersionRow,
  PlanLineChanged,
  PreviewPlanCopy,
  RecordPlanChangeResult,
  SetPlanAmounts,
  SetPlanExplanation,
  SetPlanMonths,
  SetPlanNote,
  TakePlanStep,
} from '@etatlotse/contracts/planning';
import { PLANNING_PATHS, type PlanFileReading } from '@etatlotse/contracts/planning/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { Observable } from 'rxjs';
import { idempotent, query } from '../platform/api';

/** The commands of planning. Reads are resources in the stores. */
@Injectable({ providedIn: 'root' })
export class PlanningClient {
  private readonly http = inject(HttpClient);

  versions(view: Readonly<Record<string, string | number | undefined>>): Observable<Page<PlanVersionRow>> {
    return this.http.get<Page<PlanVersionRow>>(PLANNING_PATHS.planVersions, { params: query(view) });
  }

  create(version: CreatePlanVersion, key: string): Observable<PlanVersionChanged> {
    return this.http.post<PlanVersionChanged>(PLANNING_PATHS.planVersions, version, idempotent(key));
  }

  previewCopy(copy: PreviewPlanCopy): Observable<PlanCopyPreview> {
    return this.http.post<PlanCopyPreview>(PLANNING_PATHS.planCopyPreview, copy);
  }

  rename(id: string, version: number, name: string): Observable<PlanVersionChanged> {
    return this.http.patch<PlanVersionChanged>(PLANNING_PATHS.planVersion(id), { version, name });
  }

  remove(id: string, version: number): Observable<unknown> {
    return this.http.delete(PLANNING_PATHS.planVersion(id), { params: query({ version }) });
  }

  takeStep(id: string, step: TakePlanStep): Observable<PlanVersionChanged> {
    return this.http.post<PlanVersionChanged>(PLANNING_PATHS.planSteps(id), step);
  }

  adopt(id: string, adoption: AdoptPlanVersion): Observable<PlanVersionChanged> {
    return this.http.post<PlanVersionChanged>(PLANNING_PATHS.planAdoption(id), adoption);
  }

  changes(id: string, cursor: string): Observable<PlanChanges> {
    return this.http.get<PlanChanges>(PLANNING_PATHS.planChanges(id), { params: query({ cursor }) });
  }

  addChange(id: string, change: AddPlanChange, key: string): Observable<PlanChangeChanged> {
    return this.http.post<PlanChangeChanged>(PLANNING_PATHS.planChanges(id), change, idempotent(key));
  }

  recordResult(id: string, changeId: string, result: RecordPlanChangeResult): Observable<PlanChangeChanged> {
    return this.http.put<PlanChangeChanged>(PLANNING_PATHS.planChangeResult(id, changeId), result);
  }

  withdrawChange(id: string, changeId: string, version: number): Observable<unknown> {
    return this.http.delete(PLANNING_PATHS.planChange(id, changeId), { params: query({ version }) });
  }

  answerExtra(id: string, answer: AnswerPlanExtra): Observable<PlanVersionChanged> {
    return this.http.put<PlanVersionChanged>(PLANNING_PATHS.planExtraAnswers(id), answer);
  }

  setExplanation(id: string, lineId: string, explanation: SetPlanExplanation): Observable<PlanLineChanged> {
    return this.http.put<PlanLineChanged>(PLANNING_PATHS.planExplanation(id, lineId), explanation);
  }

  setNote(id: string, lineId: string, fiscalYear: number, note: SetPlanNote): Observable<PlanLineChanged> {
    return this.http.put<PlanLineChanged>(PLANNING_PATHS.planNote(id, lineId, fiscalYear), note);
  }

  setMonths(id: string, lineId: string, fiscalYear: number, months: SetPlanMonths): Observable<PlanLineChanged> {
    return this.http.put<PlanLineChanged>(PLANNING_PATHS.planMonths(id, lineId, fiscalYear), months);
  }

  /** Asks what a spreadsheet says that the version does not; stores nothing. */
  readAmountsFile(id: string, file: File): Observable<PlanFileReading> {
    const form = new FormData();
    form.set('file', file, file.name);
    return this.http.post<PlanFileReading>(PLANNING_PATHS.planAmountsFile(id), form);
  }

  setAmounts(id: string, amounts: SetPlanAmounts): Observable<PlanAmountsSet> {
    return this.http.put<PlanAmountsSet>(PLANNING_PATHS.planAmounts(id), amounts);
  }
}
