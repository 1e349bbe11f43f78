import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Observable } from 'rxjs';
import { api, handlesLogin } from '../platform/api';
import type { RoleName } from '../platform/session.types';

/** What a demonstration tells strangers; a real installation answers `isDemo: false` or 404. */
export interface DemoHint {
  readonly isDemo: boolean;
  readonly accounts?: readonly { readonly email: string; readonly role: RoleName }[];
}

@Injectable({ providedIn: 'root' })
export class GateClient {
  private readonly http = inject(HttpClient);

  demo(): Observable<DemoHint> {
    return this.http.get<DemoHint>(api('demo'), { context: handlesLogin() });
  }

  /** Takes an invitation or a password reset. */
  accept(token: string, password: string): Observable<unknown> {
    return this.http.post(api('links/accept'), { token, password }, { context: handlesLogin() });
  }
}
