import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { DemoFacts } from '@etatlotse/contracts/settings/plain';
import { catchError, of } from 'rxjs';
import type { RoleName } from '../platform/session.types';
import { GateClient } from './gate.client';
import { shellLabels } from './shell.labels';

const NO_DEMO: DemoFacts = { isDemo: false, accounts: [] };

/** The hint of a demo. The login works as well when it cannot be had. */
@Injectable()
export class DemoStore {
  private readonly facts = toSignal(
    inject(GateClient)
      .demo()
      .pipe(catchError(() => of(NO_DEMO))),
    {
      initialValue: NO_DEMO,
    },
  );
  readonly isDemo = computed(() => this.facts().isDemo);
  readonly accounts = computed(() =>
    this.facts().accounts.map((account) => ({
      email: account.email,
      title: account.roles.map((held) => roleWords(held)).join(', ') || account.displayName,
    })),
  );
}

function roleWords(held: { readonly role: string; readonly unitName: string | null }): string {
  const role = shellLabels().roles[held.role as RoleName];
  return held.unitName ? `${role}, ${held.unitName}` : role;
}
