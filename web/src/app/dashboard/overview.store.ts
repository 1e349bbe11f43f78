import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Approval } from '@etatlotse/contracts/approval/plain';
import type { BudgetOverview, MovementsOfLine } from '@etatlotse/contracts/budget/plain';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import type { LineGrid } from '@etatlotse/contracts/budget';
import type { ReleaseRow } from '@etatlotse/contracts/release/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { DashboardClient } from './dashboard.client';

/** The live overview, what waits for somebody, and the proof that the address asks for. */
@Injectable()
export class OverviewStore {
  private readonly client = inject(DashboardClient);
  private readonly fiscalYear = inject(FiscalYear);
  readonly year = this.fiscalYear.year;
  /** `frame:CORE`, `line:<id>`, `all`, or nothing. */
  readonly proofKey = signal<string | undefined>(undefined);

  private readonly overviewResource = httpResource<BudgetOverview>(() => ({
    url: api('budget/overview'),
    params: query({ fiscalYear: this.year() }),
  }));
  private readonly approvalResource = httpResource<Page<Approval>>(() => ({
    url: api('approvals'),
    params: query({ state: 'pending' }),
  }));
  private readonly clearingResource = httpResource<Page<ClearingItem>>(() => ({
    url: api('clearing'),
    params: query({ state: 'open', limit: 100 }),
  }));
  private readonly releaseResource = httpResource<readonly ReleaseRow[]>(() => ({
    url: api('releases'),
    params: query({ fiscalYear: this.year() }),
  }));
  private readonly lineProofResource = httpResource<MovementsOfLine>(() => {
    const key = this.proofKey();
    return key?.startsWith('line:') === true
      ? {
          url: `${api('budget/lines', key.slice('line:'.length))}/movements`,
          params: query({ fiscalYear: this.year(), limit: 12 }),
        }
      : undefined;
  });
  /** The lines a frame's figure is made of, largest first. */
  private readonly frameProofResource = httpResource<LineGrid>(() => {
    const key = this.proofKey();
    const frame = key === 'all' ? 'any' : key?.startsWith('frame:') === true ? key.slice('frame:'.length) : null;
    return frame === null
      ? undefined
      : {
          url: api('budget/lines/grid'),
          params: query({ fiscalYear: this.year(), frame, sort: '-available' }),
        };
  });

  readonly overview = computed(() => (this.overviewResource.hasValue() ? this.overviewResource.value() : null));
  readonly failure = computed(() => {
    const error = this.overviewResource.error();
    return error ? problemOf(error) : null;
  });
  readonly approvals = computed(() => (this.approvalResource.hasValue() ? this.approvalResource.value().rows : []));
  readonly clearing = computed(() => (this.clearingResource.hasValue() ? this.clearingResource.value().rows : []));
  readonly waitingRelease = computed(
    () =>
      (this.releaseResource.hasValue() ? this.releaseResource.value() : []).find(({ state }) => state === 'prepared') ??
      null,
  );
  readonly lineProof = computed(() => (this.lineProofResource.hasValue() ? this.lineProofResource.value() : null));
  readonly frameProof = computed(() => (this.frameProofResource.hasValue() ? this.frameProofResource.value() : null));

  readonly prepareRelease = command((remark: string) => this.client.prepareRelease(this.year(), remark));
  readonly decideRelease = command((id: string, decision: 'release' | 'reject') =>
    this.client.decideRelease(id, decision),
  );

  reload(): void {
    this.overviewResource.reload();
  }

  reloadReleases(): void {
    this.releaseResource.reload();
  }
}
