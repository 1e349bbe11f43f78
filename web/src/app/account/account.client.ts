import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { DelegateRoles, GrantedRoles, PersonChoice } from '@etatlotse/contracts/person';
import type { ChangePassword, CreatedToken, CreateToken } from '@etatlotse/contracts/session';
import { map, type Observable } from 'rxjs';
import { api, query } from '../platform/api';

export const SESSIONS = api('sessions');
export const TOKENS = api('tokens');

@Injectable({ providedIn: 'root' })
export class AccountClient {
  private readonly http = inject(HttpClient);

  endSession(id: string): Observable<unknown> {
    return this.http.delete(api('sessions', id));
  }

  endOthers(): Observable<unknown> {
    return this.http.delete(SESSIONS);
  }

  createToken(order: CreateToken): Observable<CreatedToken> {
    return this.http.post<CreatedToken>(TOKENS, order);
  }

  revokeToken(id: string): Observable<unknown> {
    return this.http.delete(api('tokens', id));
  }

  changePassword(order: ChangePassword): Observable<unknown> {
    return this.http.put(api('session/password'), order);
  }

  choices(q: string): Observable<readonly PersonChoice[]> {
    return this.http
      .get<{ readonly rows: readonly PersonChoice[] }>(api('person/choices'), { params: query({ q }) })
      .pipe(map(({ rows }) => rows));
  }

  delegate(personId: string, order: DelegateRoles): Observable<GrantedRoles> {
    return this.http.post<GrantedRoles>(api('person', personId, 'substitutes'), order);
  }

  endSubstitute(personId: string, assignmentId: string): Observable<unknown> {
    return this.http.delete(api('person', personId, 'substitutes', assignmentId));
  }
}
