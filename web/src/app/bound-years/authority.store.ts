import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { RecordObligation, ReverseObligation } from '@etatlotse/contracts/authority';
import {
  COMMITMENT_PATHS,
  type CommitmentAuthorityRow,
  type ObligationPage,
} from '@etatlotse/contracts/authority/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { CommitmentClient } from './commitment.client';

const USES_MAX = 100;

/** One commitment authority with its slices and everything that uses it. */
@Injectable()
export class AuthorityStore {
  private readonly client = inject(CommitmentClient);
  private readonly permissions = inject(Permissions);
  readonly id = signal('');
  readonly mayWrite = computed(() => this.permissions.has('commitment_authority.write'));
  readonly mayUse = computed(() => this.permissions.has('budget.order'));

  private readonly resource = httpResource<CommitmentAuthorityRow>(() =>
    this.id() === '' ? undefined : COMMITMENT_PATHS.authority(this.id()),
  );
  private readonly useResource = httpResource<ObligationPage>(() =>
    this.id() === ''
      ? undefined
      : { url: COMMITMENT_PATHS.obligations, params: query({ authorityId: this.id(), limit: USES_MAX }) },
  );
  readonly authority = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly uses = computed(() => (this.useResource.hasValue() ? this.useResource.value().rows : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });

  readonly record = command((obligation: RecordObligation, key: string) => this.client.record(obligation, key));
  readonly reverse = command((id: string, reversal: ReverseObligation, key: string) =>
    this.client.reverse(id, reversal, key),
  );
  readonly remove = command(() => this.client.removeAuthority(this.id()));

  reload(): void {
    this.resource.reload();
    this.useResource.reload();
  }
}
