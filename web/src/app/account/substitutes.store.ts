import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { DelegateRoles, Substitute } from '@etatlotse/contracts/person';
import { api } from '../platform/api';
import { command } from '../platform/command';
import { SessionStore } from '../platform/session.store';
import { AccountClient } from './account.client';

/** Who stands in for the person at the screen. */
@Injectable()
export class SubstitutesStore {
  private readonly client = inject(AccountClient);
  private readonly session = inject(SessionStore);
  private readonly personId = computed(() => this.session.session()?.person.id ?? '');

  readonly list = httpResource<{ readonly rows: readonly Substitute[] }>(() =>
    this.personId() === '' ? undefined : api('person', this.personId(), 'substitutes'),
  );
  readonly rows = computed(() => (this.list.hasValue() ? this.list.value().rows : []));

  readonly choices = command((q: string) => this.client.choices(q));
  readonly delegate = command((order: DelegateRoles) => this.client.delegate(this.personId(), order));
  readonly end = command((assignmentId: string) => this.client.endSubstitute(this.personId(), assignmentId));
}
