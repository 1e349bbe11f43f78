import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { EnterRelease, MoveRelease, NoteDeparture, SaveScenario, SetGoLive } from '@etatlotse/contracts/capacity';
import { CAPACITY_PATHS, type CapacityChanged, OUTLOOK_PATHS } from '@etatlotse/contracts/capacity/plain';
import type { Observable } from 'rxjs';
import { idempotent, query } from '../platform/api';

/** Commands on scenarios, go-lives, departures and releases. Reads are resources in the stores. */
@Injectable({ providedIn: 'root' })
export class OutlookClient {
  private readonly http = inject(HttpClient);

  keepScenario(scenario: SaveScenario, key: string): Observable<CapacityChanged> {
    return this.http.post<CapacityChanged>(OUTLOOK_PATHS.scenarios, scenario, idempotent(key));
  }

  dropScenario(id: string): Observable<CapacityChanged> {
    return this.http.delete<CapacityChanged>(OUTLOOK_PATHS.scenario(id));
  }

  setGoLive(taskId: string, effect: SetGoLive): Observable<CapacityChanged> {
    return this.http.put<CapacityChanged>(CAPACITY_PATHS.goLive(taskId), effect);
  }

  removeGoLive(taskId: string, version: number): Observable<CapacityChanged> {
    return this.http.delete<CapacityChanged>(CAPACITY_PATHS.goLive(taskId), { params: query({ version }) });
  }

  noteDeparture(postId: string, departure: NoteDeparture): Observable<CapacityChanged> {
    return this.http.put<CapacityChanged>(OUTLOOK_PATHS.departure(postId), departure);
  }

  dropDeparture(postId: string): Observable<CapacityChanged> {
    return this.http.delete<CapacityChanged>(OUTLOOK_PATHS.departure(postId));
  }

  enterRelease(release: EnterRelease, key: string): Observable<CapacityChanged> {
    return this.http.post<CapacityChanged>(OUTLOOK_PATHS.releases, release, idempotent(key));
  }

  moveRelease(id: string, move: MoveRelease): Observable<CapacityChanged> {
    return this.http.put<CapacityChanged>(OUTLOOK_PATHS.release(id), move);
  }
}
