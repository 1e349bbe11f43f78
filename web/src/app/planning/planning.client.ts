import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AdoptPlanVersion,
  CreatePlanVersion,
  PlanAmountsSet,
  PlanVersionChanged,
  PlanVersionRow,
  SetPlanAmounts,
  TakePlanStep,
} from '@etatlotse/contracts/planning';
import { PLANNING_PATHS } from '@etatlotse/contracts/planning/plain';
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

  setAmounts(id: string, amounts: SetPlanAmounts): Observable<PlanAmountsSet> {
    return this.http.put<PlanAmountsSet>(PLANNING_PATHS.planAmounts(id), amounts);
  }
}
