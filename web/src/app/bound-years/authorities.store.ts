import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { CreateCommitmentAuthority } from '@etatlotse/contracts/authority';
import { COMMITMENT_PATHS, type CommitmentAuthorityPage } from '@etatlotse/contracts/authority/plain';
import { PLANNING_PATHS, type PlanVersionRow } from '@etatlotse/contracts/planning/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { isPlanVersionOpen } from '@etatlotse/domain/budget';
import { listAddress, query } from '../platform/api';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { CommitmentClient } from './commitment.client';

const VERSIONS_MAX = 100;

/** Commitment authorities, newest plan year first, and the open plan versions that one can be entered into. */
@Injectable()
export class AuthoritiesStore {
  private readonly client = inject(CommitmentClient);
  private readonly permissions = inject(Permissions);
  readonly mayWrite = computed(() => this.permissions.has('commitment_authority.write'));

  /** Only those of one plan version, when the address names it. */
  readonly planId = signal<string | null>(null);
  /** The list as it is filtered, for a file. */
  readonly address = computed(() => listAddress(COMMITMENT_PATHS.authorities, query({ planVersionId: this.planId() })));
  private readonly firstPage = httpResource<CommitmentAuthorityPage>(() => ({
    url: COMMITMENT_PATHS.authorities,
    params: query({ planVersionId: this.planId() }),
  }));
  private readonly versionResource = httpResource<Page<PlanVersionRow>>(() =>
    this.mayWrite() ? { url: PLANNING_PATHS.planVersions, params: query({ limit: VERSIONS_MAX }) } : undefined,
  );
  private readonly first = computed(() => (this.firstPage.hasValue() ? this.firstPage.value() : null));
  private readonly later = linkedSignal<CommitmentAuthorityPage | null, readonly CommitmentAuthorityPage[]>({
    source: this.first,
    computation: () => [],
  });
  readonly rows = computed(() => {
    const first = this.first();
    return first === null ? null : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.first())?.nextCursor ?? null);
  readonly openVersions = computed(() =>
    this.versionResource.hasValue()
      ? this.versionResource.value().rows.filter(({ state }) => isPlanVersionOpen(state))
      : [],
  );
  readonly failure = computed(() => {
    const error = this.firstPage.error();
    return error ? problemOf(error) : null;
  });

  readonly create = command((authority: CreateCommitmentAuthority, key: string) =>
    this.client.createAuthority(authority, key),
  );
  private readonly fetchMore = command((cursor: string) => this.client.authorities(this.planId(), cursor));

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.firstPage.reload();
  }
}
