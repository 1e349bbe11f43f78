import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { SNAPSHOT_PATHS, type Snapshot, type SnapshotPage } from '@etatlotse/contracts/snapshot/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { DashboardClient } from './dashboard.client';

/** What the address asks for: one snapshot, or what was known on a day; nothing is the newest of the year. */
export interface Asked {
  readonly id?: string | undefined;
  readonly knownOn?: string | undefined;
}

/** A snapshot that two people of finance let go, and what else was released for the year. */
@Injectable()
export class ReleasedStore {
  private readonly client = inject(DashboardClient);
  private readonly fiscalYear = inject(FiscalYear);
  readonly year = this.fiscalYear.year;
  /** Where the question comes from (the page's address). */
  readonly chosen = signal<() => Asked>(() => ({}));

  private readonly snapshotResource = httpResource<Snapshot>(() => {
    const { id, knownOn } = this.chosen()();
    return id === undefined
      ? { url: SNAPSHOT_PATHS.current, params: query({ fiscalYear: this.year(), knownOn: knownOn ?? null }) }
      : { url: SNAPSHOT_PATHS.snapshot(id) };
  });
  private readonly listResource = httpResource<SnapshotPage>(() => ({
    url: SNAPSHOT_PATHS.snapshots,
    params: query({ fiscalYear: this.year() }),
  }));

  readonly snapshot = computed(() => (this.snapshotResource.hasValue() ? this.snapshotResource.value() : null));
  /** Everything released for the year, newest first. A list that cannot be fetched takes nothing from the figures. */
  readonly released = computed(() =>
    (this.listResource.hasValue() ? this.listResource.value().rows : []).filter(({ state }) => state === 'released'),
  );
  private readonly problem = computed(() => {
    const error = this.snapshotResource.error();
    return error ? problemOf(error) : null;
  });
  /** Nothing released yet is no fault. */
  readonly isNoneYet = computed(() => this.problem()?.status === 404);
  readonly failure = computed(() => (this.isNoneYet() ? null : this.problem()));

  readonly decide = command((id: string, decision: 'release' | 'reject') => this.client.decideRelease(id, decision));

  reload(): void {
    this.snapshotResource.reload();
    this.listResource.reload();
  }
}
