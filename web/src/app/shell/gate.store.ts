import { inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { catchError, of } from 'rxjs';
import { command } from '../platform/command';
import { type DemoHint, GateClient } from './gate.client';

const NO_DEMO: DemoHint = { isDemo: false };

@Injectable()
export class GateStore {
  private readonly client = inject(GateClient);
  /** The login works as well when the hint cannot be had. */
  readonly demo = toSignal(this.client.demo().pipe(catchError(() => of(NO_DEMO))), { initialValue: NO_DEMO });
  readonly accept = command((token: string, password: string) => this.client.accept(token, password));
}
