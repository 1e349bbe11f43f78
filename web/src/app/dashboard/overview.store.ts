import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Approval } from '@etatlotse/contracts/approval/plain';
import { LOCK_PATHS, type LockRow } from '@etatlotse/contracts/authority/plain';
import type { LineGrid } from '@etatlotse/contracts/budget';
import type { BudgetOverview, MovementsOfLine, OrderRow } from '@etatlotse/contracts/budget/plain';
import { CONTRACT_PATHS, type DeadlinePage } from '@etatlotse/contracts/contract/plain';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import { PROJECT_PATHS, type ProjectRow } from '@etatlotse/contracts/project/plain';
import type { SnapshotRow } from '@etatlotse/contracts/snapshot/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { SessionStore } from '../platform/session.store';
import { DashboardClient } from './dashboard.client';
import type { Waiting } from './overview.tasks';
import { type ProofKey, proofKeyOf } from './proof-key';

const LIST_LIMIT = 100;
const MOVEMENTS_SHOWN = 12;
/** No reminder comes earlier than two years before its day. */
const REMINDED_WITHIN_DAYS = 730;

/** The live overview, what waits for somebody, and the proof that the address asks for. */
@Injectable()
export class OverviewStore {
  private readonly client = inject(DashboardClient);
  private readonly fiscalYear = inject(FiscalYear);
  private readonly session = inject(SessionStore);
  readonly year = this.fiscalYear.year;
  /** As it stands in the address. */
  readonly proofText = signal<string | undefined>(undefined);
  readonly proofKey = computed(() => proofKeyOf(this.proofText()), { equal: isSameKey });
  /** Years that nobody has set up have neither frames nor lines. */
  readonly isYearKnown = computed(() => this.session.session()?.fiscalYears.includes(this.year()) ?? true);

  private readonly overviewResource = httpResource<BudgetOverview>(() => ({
    url: api('budget/overview'),
    params: query({ fiscalYear: this.year() }),
  }));
  private readonly approvalResource = httpResource<Page<Approval>>(() => ({
    url: api('approvals'),
    params: query({ state: 'pending', limit: LIST_LIMIT }),
  }));
  private readonly clearingResource = httpResource<Page<ClearingItem>>(() => ({
    url: api('clearing'),
    params: query({ fiscalYear: this.year(), state: 'open', limit: LIST_LIMIT }),
  }));
  private readonly orderResource = httpResource<Page<OrderRow>>(() => ({
    url: api('budget/orders'),
    params: query({ fiscalYear: this.year(), open: true, limit: LIST_LIMIT }),
  }));
  private readonly releaseResource = httpResource<Page<SnapshotRow>>(() => ({
    url: api('snapshots'),
    params: query({ fiscalYear: this.year() }),
  }));
  private readonly lockResource = httpResource<readonly LockRow[]>(() => ({
    url: LOCK_PATHS.locks,
    params: query({ fiscalYear: this.year(), openReports: true }),
  }));
  private readonly deadlineResource = httpResource<DeadlinePage>(() => ({
    url: CONTRACT_PATHS.deadlines,
    params: query({ fiscalYear: this.year(), withinDays: REMINDED_WITHIN_DAYS, limit: LIST_LIMIT }),
  }));
  private readonly staleResource = httpResource<Page<ProjectRow>>(() => ({
    url: PROJECT_PATHS.projects,
    params: query({ level: 'project', stale: true, limit: LIST_LIMIT }),
  }));
  private readonly lineProofResource = httpResource<MovementsOfLine>(() => {
    const key = this.proofKey();
    return key?.scope === 'line'
      ? {
          url: api('budget/lines', key.lineId, 'movements'),
          params: query({ fiscalYear: this.year(), limit: MOVEMENTS_SHOWN }),
        }
      : undefined;
  });
  /** The lines that a sum is made of. */
  private readonly sumProofResource = httpResource<LineGrid>(() => {
    const key = this.proofKey();
    return key === null || key.scope === 'line'
      ? undefined
      : { url: api('budget/lines/grid'), params: query({ fiscalYear: this.year(), ...filterOf(key) }) };
  });
  private readonly lists = [
    this.approvalResource,
    this.clearingResource,
    this.orderResource,
    this.releaseResource,
    this.lockResource,
    this.deadlineResource,
    this.staleResource,
  ];

  readonly overview = computed(() => valueOf(this.overviewResource));
  readonly failure = computed(() => failureOf(this.overviewResource));
  readonly waitingRelease = computed(
    () => valueOf(this.releaseResource)?.rows.find(({ state }) => state === 'prepared') ?? null,
  );
  readonly lastRelease = computed(
    () => valueOf(this.releaseResource)?.rows.find(({ state }) => state === 'released') ?? null,
  );
  readonly waiting = computed((): Waiting => ({
    approvals: valueOf(this.approvalResource),
    clearing: valueOf(this.clearingResource),
    orders: valueOf(this.orderResource),
    release: this.waitingRelease(),
    locks: valueOf(this.lockResource),
    registers: { deadlines: valueOf(this.deadlineResource), stale: valueOf(this.staleResource) },
  }));
  /** Something that may wait could not be asked for; the page says so instead of "nothing waits". */
  readonly areListsMissing = computed(() => this.lists.some((list) => list.error() !== undefined));
  readonly proofMaterial = computed(() => ({
    line: valueOf(this.lineProofResource),
    lines: valueOf(this.sumProofResource),
  }));
  readonly proofFailure = computed(() => failureOf(this.lineProofResource) ?? failureOf(this.sumProofResource));

  readonly prepareRelease = command((remark: string, key: string) =>
    this.client.prepareRelease(this.year(), remark, key),
  );

  reload(): void {
    this.overviewResource.reload();
  }

  reloadLists(): void {
    this.lists.forEach((list) => list.reload());
  }

  reloadReleases(): void {
    this.releaseResource.reload();
  }

  reloadProof(): void {
    this.lineProofResource.reload();
    this.sumProofResource.reload();
  }
}

/** Which lines the sum is made of, as a filter of the list. */
function filterOf(key: Exclude<ProofKey, { readonly scope: 'line' }>): Record<string, string> {
  switch (key.scope) {
    case 'frame':
      return { frame: key.frame };
    case 'all':
      return { frame: 'any' };
    case 'run':
    case 'change':
      return { frame: 'any', runOrChange: key.scope };
  }
}

function valueOf<T>(resource: HttpResourceRef<T | undefined>): T | null {
  return resource.hasValue() ? (resource.value() ?? null) : null;
}

function failureOf(resource: HttpResourceRef<unknown>): ReturnType<typeof problemOf> | null {
  const error = resource.error();
  return error === undefined ? null : problemOf(error);
}

function isSameKey(one: ProofKey | null, other: ProofKey | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
