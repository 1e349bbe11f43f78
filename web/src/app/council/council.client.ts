import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CancelMeeting, ChangeCouncilBody, CreateCouncilBody, MoveMeeting } from '@etatlotse/contracts/council';
import { COUNCIL_PATHS, type CouncilChanged, type MeetingsPlanned } from '@etatlotse/contracts/council/plain';
import type { Observable } from 'rxjs';
import { idempotent } from '../platform/api';

/** The commands of the calendar of bodies and meetings. */
@Injectable({ providedIn: 'root' })
export class CouncilClient {
  private readonly http = inject(HttpClient);

  createBody(body: CreateCouncilBody, key: string): Observable<CouncilChanged> {
    return this.http.post<CouncilChanged>(COUNCIL_PATHS.bodies, body, idempotent(key));
  }

  changeBody(id: string, body: ChangeCouncilBody): Observable<CouncilChanged> {
    return this.http.put<CouncilChanged>(COUNCIL_PATHS.body(id), body);
  }

  plan(bodyId: string, days: readonly string[], key: string): Observable<MeetingsPlanned> {
    return this.http.post<MeetingsPlanned>(COUNCIL_PATHS.meetings, { bodyId, days }, idempotent(key));
  }

  move(id: string, step: MoveMeeting): Observable<CouncilChanged> {
    return this.http.post<CouncilChanged>(COUNCIL_PATHS.move(id), step);
  }

  cancel(id: string, step: CancelMeeting): Observable<CouncilChanged> {
    return this.http.post<CouncilChanged>(COUNCIL_PATHS.cancel(id), step);
  }
}
