import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { UnitTree } from '@etatlotse/contracts/organization/plain';
import { ORGANIZATION_PATHS } from '@etatlotse/contracts/organization/plain';
import type { CreatePerson, PersonRow } from '@etatlotse/contracts/person';
import { PERSON_STATUSES } from '@etatlotse/contracts/person/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { ROLES } from '@etatlotse/domain/access';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { OrganizationClient, PEOPLE } from './organization.client';

/** People with an account, by name; searched and paged on the server. */
@Injectable()
export class UsersStore {
  private readonly client = inject(OrganizationClient);
  private readonly permissions = inject(Permissions);
  readonly wanted = signal<{ readonly q?: string; readonly status?: string; readonly role?: string }>(
    {},
    { equal: (a, b) => a.q === b.q && a.status === b.status && a.role === b.role },
  );

  private readonly view = computed(() => {
    const { q, status, role } = this.wanted();
    return {
      q: q?.trim() || undefined,
      status: PERSON_STATUSES.find((one) => one === status),
      role: ROLES.find((one) => one === role),
    };
  });
  readonly isFiltered = computed(() => Object.keys(query(this.view())).length > 0);
  private readonly firstPage = httpResource<Page<PersonRow>>(() => ({ url: PEOPLE, params: query(this.view()) }));
  private readonly unitResource = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  /** Stays while a new search is under way, so that the table does not blink at each letter. */
  private readonly first = linkedSignal<Page<PersonRow> | null, Page<PersonRow> | null>({
    source: () => (this.firstPage.hasValue() ? this.firstPage.value() : null),
    computation: (page, before) => page ?? before?.value ?? null,
  });
  private readonly later = linkedSignal<Page<PersonRow> | null, readonly Page<PersonRow>[]>({
    source: this.first,
    computation: () => [],
  });
  readonly rows = computed(() => {
    const first = this.first();
    return first === null ? null : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.first())?.nextCursor ?? null);
  readonly units = computed(() => (this.unitResource.hasValue() ? this.unitResource.value().units : []));
  readonly failure = computed(() => {
    const error = this.firstPage.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('person.write'));

  readonly fetchMore = command((cursor: string) => this.client.people({ ...this.view(), cursor }));
  readonly invite = command((person: CreatePerson, key: string) => this.client.createPerson(person, key));

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.firstPage.reload();
  }
}
