import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { LinkFacts } from '@etatlotse/contracts/session/plain';
import type { DemoFacts } from '@etatlotse/contracts/settings/plain';
import type { Observable } from 'rxjs';
import { api, handlesLogin } from '../platform/api';

/** What can be asked without a login. */
@Injectable({ providedIn: 'root' })
export class GateClient {
  private readonly http = inject(HttpClient);

  demo(): Observable<DemoFacts> {
    return this.http.get<DemoFacts>(api('demo'), { context: handlesLogin() });
  }

  /** What an invitation or a password reset is for. */
  inspect(token: string): Observable<LinkFacts> {
    return this.http.post<LinkFacts>(api('links/inspect'), { token }, { context: handlesLogin() });
  }

  accept(token: string, password: string): Observable<unknown> {
    return this.http.post(api('links/accept'), { token, password }, { context: handlesLogin() });
  }
}
