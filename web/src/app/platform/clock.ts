import { Injectable } from '@angular/core';

/** The one place that asks what time it is, so that tests can say. */
@Injectable({ providedIn: 'root' })
export class Clock {
  nowMs(): number {
    return Date.now();
  }
}
