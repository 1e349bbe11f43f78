import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  ChangeMotion,
  CloseReading,
  CreateMotion,
  CreateReading,
  VoteOnMotion,
} from '@etatlotse/contracts/council';
import { type MotionChanged, READING_PATHS, type ReadingChanged } from '@etatlotse/contracts/council/plain';
import type { Observable } from 'rxjs';
import { idempotent } from '../platform/api';

/** Commands on readings of a budget, their motions and votes. */
@Injectable({ providedIn: 'root' })
export class ReadingClient {
  private readonly http = inject(HttpClient);

  create(body: CreateReading, key: string): Observable<ReadingChanged> {
    return this.http.post<ReadingChanged>(READING_PATHS.readings, body, idempotent(key));
  }

  release(id: string, version: number): Observable<ReadingChanged> {
    return this.http.post<ReadingChanged>(READING_PATHS.release(id), { version });
  }

  close(id: string, body: CloseReading, key: string): Observable<ReadingChanged> {
    return this.http.post<ReadingChanged>(READING_PATHS.close(id), body, idempotent(key));
  }

  order(id: string, version: number, motionIds: readonly string[]): Observable<ReadingChanged> {
    return this.http.put<ReadingChanged>(READING_PATHS.order(id), { version, motionIds });
  }

  bring(id: string, body: CreateMotion, key: string): Observable<MotionChanged> {
    return this.http.post<MotionChanged>(READING_PATHS.motions(id), body, idempotent(key));
  }

  change(id: string, motionId: string, body: ChangeMotion): Observable<MotionChanged> {
    return this.http.put<MotionChanged>(READING_PATHS.motion(id, motionId), body);
  }

  remove(id: string, motionId: string, version: number): Observable<object> {
    return this.http.delete<object>(READING_PATHS.motion(id, motionId), { params: { version } });
  }

  vote(id: string, motionId: string, body: VoteOnMotion): Observable<MotionChanged> {
    return this.http.put<MotionChanged>(READING_PATHS.vote(id, motionId), body);
  }
}
