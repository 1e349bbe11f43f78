import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import type { ChangePerson, DelegateRoles, GrantRoles, PersonDetail } from '@etatlotse/contracts/person';
import { api } from '../platform/api';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { OrganizationClient } from './organization.client';

/** One person with roles, substitutes and logins; after each command it is read again. */
@Injectable()
export class UserStore {
  private readonly client = inject(OrganizationClient);
  private readonly permissions = inject(Permissions);
  readonly personId = signal('');

  private readonly resource = httpResource<PersonDetail>(() =>
    this.personId() === '' ? undefined : api('person', this.personId()),
  );
  private readonly unitResource = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  readonly person = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly units = computed(() => (this.unitResource.hasValue() ? this.unitResource.value().units : []));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('person.write'));

  readonly change = command((change: ChangePerson) => this.client.changePerson(this.personId(), change));
  readonly issueLink = command(() => this.client.issueLink(this.personId()));
  readonly endLogins = command(() => this.client.endLogins(this.personId()));
  readonly grant = command((grant: GrantRoles) => this.client.grantRoles(this.personId(), grant));
  readonly endRole = command((assignmentId: string) => this.client.endRole(this.personId(), assignmentId));
  readonly delegate = command((delegation: DelegateRoles) => this.client.delegate(this.personId(), delegation));
  readonly endSubstitute = command((assignmentId: string) => this.client.endSubstitute(this.personId(), assignmentId));
  readonly choices = command((q: string) => this.client.choices(q));

  clear(): void {
    [this.change, this.issueLink, this.endLogins, this.grant, this.endRole, this.delegate, this.endSubstitute].forEach(
      (one) => one.clear(),
    );
  }

  reload(): void {
    this.resource.reload();
  }
}
