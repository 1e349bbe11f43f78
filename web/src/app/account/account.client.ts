import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ChangePassword, CreatedToken, CreateToken } from '@etatlotse/contracts/session';
import type { Observable } from 'rxjs';
import { api } from '../platform/api';

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
}
