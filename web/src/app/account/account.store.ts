import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { OpenSession, PersonalToken } from '@etatlotse/contracts/session/plain';
import { command } from '../platform/command';
import { AccountClient, SESSIONS, TOKENS } from './account.client';

/** Own logins and keys; every change is read again from the server. */
@Injectable()
export class AccountStore {
  private readonly client = inject(AccountClient);

  readonly sessions = httpResource<{ readonly rows: readonly OpenSession[] }>(() => SESSIONS);
  readonly tokens = httpResource<{ readonly rows: readonly PersonalToken[] }>(() => TOKENS);
  readonly sessionRows = computed(() => (this.sessions.hasValue() ? this.sessions.value().rows : []));
  readonly tokenRows = computed(() => (this.tokens.hasValue() ? this.tokens.value().rows : []));
  readonly hasOthers = computed(() => this.sessionRows().some((session) => !session.isCurrent));

  readonly end = command((id: string) => this.client.endSession(id));
  readonly endOthers = command(() => this.client.endOthers());
  readonly create = command((name: string, days: number) => this.client.createToken({ name, days }));
  readonly revoke = command((id: string) => this.client.revokeToken(id));
  readonly change = command((currentPassword: string, newPassword: string) =>
    this.client.changePassword({ currentPassword, newPassword }),
  );
}
