import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Release, ReleaseRow } from '@etatlotse/contracts/release/plain';
import { api, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { DashboardClient } from './dashboard.client';

/** The newest overview that two people of finance released for the year, or the one that the address names. */
@Injectable()
export class ReleasedStore {
  private readonly client = inject(DashboardClient);
  private readonly fiscalYear = inject(FiscalYear);
  readonly year = this.fiscalYear.year;
  /** Where the id of a single release comes from (the page's address); without one it is the newest. */
  readonly chosen = signal<() => string | undefined>(() => undefined);

  private readonly releaseResource = httpResource<Release>(() => {
    const id = this.chosen()();
    return id === undefined
      ? { url: api('releases/current'), params: query({ fiscalYear: this.year() }) }
      : { url: api('releases', id) };
  });
  private readonly listResource = httpResource<readonly ReleaseRow[]>(() => ({
    url: api('releases'),
    params: query({ fiscalYear: this.year() }),
  }));

  readonly release = computed(() => (this.releaseResource.hasValue() ? this.releaseResource.value() : null));
  /** Everything released for the year, newest first. A list that cannot be fetched takes nothing from the figures. */
  readonly released = computed(() =>
    (this.listResource.hasValue() ? this.listResource.value() : []).filter(({ state }) => state === 'released'),
  );
  private readonly problem = computed(() => {
    const error = this.releaseResource.error();
    return error ? problemOf(error) : null;
  });
  /** Nothing released yet is no fault. */
  readonly isNoneYet = computed(() => this.problem()?.status === 404);
  readonly failure = computed(() => (this.isNoneYet() ? null : this.problem()));

  readonly decide = command((id: string, decision: 'release' | 'reject') => this.client.decideRelease(id, decision));

  reload(): void {
    this.releaseResource.reload();
    this.listResource.reload();
  }
}
