import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { EnterRelease, MoveRelease } from '@etatlotse/contracts/capacity';
import {
  type CapacityUnitYear,
  type MilestoneRow,
  OUTLOOK_PATHS,
  type ReleaseCandidate,
  type ReleaseRow,
  type ReleaseSums,
} from '@etatlotse/contracts/capacity/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { ownUnitOptions } from '../platform/own-units';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { OutlookClient } from './outlook.client';

/** The release ledger, its sums, and what could still be entered. */
@Injectable()
export class ReleaseStore {
  private readonly client = inject(OutlookClient);
  private readonly permissions = inject(Permissions);
  readonly year = inject(FiscalYear).year;
  /** The entry whose stage is being changed. */
  readonly moving = signal<ReleaseRow | null>(null);
  /** Something is being entered by hand. */
  readonly isEntering = signal(false);

  readonly list = paged<ReleaseRow, Page<ReleaseRow>>(OUTLOOK_PATHS.releases, () => query({ limit: 50 }));
  private readonly sumResource = httpResource<ReleaseSums>(() => OUTLOOK_PATHS.releaseSums);
  private readonly candidateResource = httpResource<readonly ReleaseCandidate[]>(() => ({
    url: OUTLOOK_PATHS.releaseCandidates,
    params: query({ fiscalYear: this.year() }),
  }));
  private readonly milestoneResource = httpResource<Page<MilestoneRow>>(() =>
    this.moving() === null || !this.permissions.has('milestone.read')
      ? undefined
      : { url: OUTLOOK_PATHS.milestones, params: query({ limit: 100 }) },
  );
  private readonly unitResource = httpResource<CapacityUnitYear>(() => {
    const entry = this.moving();
    if (entry === null) return undefined;
    return { url: OUTLOOK_PATHS.unit(entry.unit.id), params: query({ fiscalYear: this.year() }) };
  });

  /** Where the person may enter something. */
  readonly units = ownUnitOptions('capacity.write', () => this.isEntering());
  readonly sums = computed(() => (this.sumResource.hasValue() ? this.sumResource.value() : null));
  readonly candidates = computed(() => (this.candidateResource.hasValue() ? this.candidateResource.value() : null));
  readonly milestones = computed(() => (this.milestoneResource.hasValue() ? this.milestoneResource.value().rows : []));
  readonly posts = computed(() => (this.unitResource.hasValue() ? (this.unitResource.value().posts ?? []) : []));
  readonly failure = computed(() => {
    const error = this.sumResource.error();
    return error ? problemOf(error) : this.list.failure();
  });
  readonly mayWrite = computed(() => this.permissions.has('capacity.write'));

  readonly enter = command((candidate: ReleaseCandidate) => {
    const { source, sourceId, name, unit, fiscalYear, yearHours, runRateHours, secondsPerCase, grade } = candidate;
    const release = {
      ...{ name, unitId: unit.id, fiscalYear, yearHours, runRateHours, grade },
      ...(source === 'go_live' ? { taskId: sourceId } : { benefitId: sourceId }),
      ...(secondsPerCase === null ? {} : { secondsPerCase }),
    };
    return this.client.enterRelease(release, newIdempotencyKey());
  });
  readonly enterByHand = command((release: EnterRelease, key: string) => this.client.enterRelease(release, key));
  readonly move = command((id: string, move: MoveRelease) => this.client.moveRelease(id, move));

  reload(): void {
    this.list.reload();
    this.sumResource.reload();
    this.candidateResource.reload();
  }
}
