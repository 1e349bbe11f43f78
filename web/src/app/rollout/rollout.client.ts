import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AddGoal,
  AddRolloutUnit,
  ChangeGoal,
  ChangeRollout,
  CreateRollout,
  MeasureGoal,
  RecordSurvey,
  TellCapability,
  TellTraining,
} from '@etatlotse/contracts/rollout';
import {
  type Capability,
  ROLLOUT_PATHS,
  type RolloutChanged,
  type RolloutRow,
} from '@etatlotse/contracts/rollout/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { Observable } from 'rxjs';
import { idempotent, newIdempotencyKey, query } from '../platform/api';

/** The commands on roll-outs. Reads are resources in the stores, except further pages. */
@Injectable({ providedIn: 'root' })
export class RolloutClient {
  private readonly http = inject(HttpClient);

  page(cursor: string): Observable<Page<RolloutRow>> {
    return this.http.get<Page<RolloutRow>>(ROLLOUT_PATHS.rollouts, { params: query({ cursor }) });
  }

  create(rollout: CreateRollout, key: string): Observable<RolloutChanged> {
    return this.http.post<RolloutChanged>(ROLLOUT_PATHS.rollouts, rollout, idempotent(key));
  }

  change(id: string, rollout: ChangeRollout): Observable<RolloutChanged> {
    return this.http.put<RolloutChanged>(ROLLOUT_PATHS.rollout(id), rollout);
  }

  addGoal(id: string, goal: AddGoal): Observable<RolloutChanged> {
    return this.http.post<RolloutChanged>(ROLLOUT_PATHS.goals(id), goal, idempotent(newIdempotencyKey()));
  }

  changeGoal(id: string, goalId: string, goal: ChangeGoal): Observable<RolloutChanged> {
    return this.http.put<RolloutChanged>(ROLLOUT_PATHS.goal(id, goalId), goal);
  }

  measure(id: string, goalId: string, measurement: MeasureGoal): Observable<RolloutChanged> {
    const path = ROLLOUT_PATHS.measurements(id, goalId);
    return this.http.post<RolloutChanged>(path, measurement, idempotent(newIdempotencyKey()));
  }

  addUnit(id: string, unit: AddRolloutUnit): Observable<RolloutChanged> {
    return this.http.post<RolloutChanged>(ROLLOUT_PATHS.units(id), unit, idempotent(newIdempotencyKey()));
  }

  train(id: string, unitId: string, training: TellTraining): Observable<RolloutChanged> {
    return this.http.put<RolloutChanged>(ROLLOUT_PATHS.unit(id, unitId), training);
  }

  tell(id: string, unitId: string, capability: Capability, told: TellCapability): Observable<RolloutChanged> {
    return this.http.put<RolloutChanged>(ROLLOUT_PATHS.capability(id, unitId, capability), told);
  }

  survey(id: string, survey: RecordSurvey): Observable<RolloutChanged> {
    return this.http.post<RolloutChanged>(ROLLOUT_PATHS.surveys(id), survey, idempotent(newIdempotencyKey()));
  }
}
