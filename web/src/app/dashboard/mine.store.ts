import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { LineGrid, LineRow } from '@etatlotse/contracts/budget';
import type { BudgetOverview, MovementsOfLine, OrderRow } from '@etatlotse/contracts/budget/plain';
import { CONTRACT_PATHS, type DeadlinePage } from '@etatlotse/contracts/contract/plain';
import { PROJECT_PATHS, type ProjectRow } from '@etatlotse/contracts/project/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { SessionStore } from '../platform/session.store';
import { proofKeyOf } from './proof-key';

const LIST_LIMIT = 100;
const MOVEMENTS_SHOWN = 12;
/** No reminder comes earlier than two years before its day. */
const REMINDED_WITHIN_DAYS = 730;

/** The lines and running orders of the caller's units. The API shows no others, whatever is asked. */
@Injectable()
export class MineStore {
  private readonly fiscalYear = inject(FiscalYear);
  private readonly session = inject(SessionStore);
  readonly year = this.fiscalYear.year;
  readonly isYearKnown = computed(() => this.session.session()?.fiscalYears.includes(this.year()) ?? true);
  /** The line whose proof the address asks for. */
  readonly proofText = signal<string | undefined>(undefined);
  readonly proofLineId = computed(() => {
    const key = proofKeyOf(this.proofText());
    return key?.scope === 'line' ? key.lineId : null;
  });

  private readonly gridResource = httpResource<LineGrid>(() => ({
    url: api('budget/lines/grid'),
    params: query({ fiscalYear: this.year(), sort: 'available' }),
  }));
  private readonly orderResource = httpResource<Page<OrderRow>>(() => ({
    url: api('budget/orders'),
    params: query({ fiscalYear: this.year(), open: true, limit: LIST_LIMIT }),
  }));
  private readonly overviewResource = httpResource<BudgetOverview>(() => ({
    url: api('budget/overview'),
    params: query({ fiscalYear: this.year() }),
  }));
  private readonly deadlineResource = httpResource<DeadlinePage>(() => ({
    url: CONTRACT_PATHS.deadlines,
    params: query({ fiscalYear: this.year(), withinDays: REMINDED_WITHIN_DAYS, limit: LIST_LIMIT }),
  }));
  private readonly staleResource = httpResource<Page<ProjectRow>>(() => ({
    url: PROJECT_PATHS.projects,
    params: query({ level: 'project', stale: true, limit: LIST_LIMIT }),
  }));
  private readonly proofResource = httpResource<MovementsOfLine>(() => {
    const lineId = this.proofLineId();
    return lineId === null
      ? undefined
      : {
          url: api('budget/lines', lineId, 'movements'),
          params: query({ fiscalYear: this.year(), limit: MOVEMENTS_SHOWN }),
        };
  });

  private readonly waiting = [this.overviewResource, this.orderResource, this.deadlineResource, this.staleResource];

  readonly grid = computed(() => (this.gridResource.hasValue() ? this.gridResource.value() : null));
  readonly orders = computed(() => (this.orderResource.hasValue() ? this.orderResource.value() : null));
  readonly overview = computed(() => (this.overviewResource.hasValue() ? this.overviewResource.value() : null));
  readonly proof = computed(() => (this.proofResource.hasValue() ? this.proofResource.value() : null));
  readonly registers = computed(() => ({
    deadlines: this.deadlineResource.hasValue() ? this.deadlineResource.value() : null,
    stale: this.staleResource.hasValue() ? this.staleResource.value() : null,
  }));
  readonly failure = computed(() => problemIn(this.gridResource.error()));
  readonly orderFailure = computed(() => problemIn(this.orderResource.error()));
  /** Whether everything that may wait could be asked for. */
  readonly isWaitingMissing = computed(() => this.waiting.some((list) => list.error() !== undefined));
  readonly hasProofFailed = computed(() => this.proofResource.error() !== undefined);
  readonly lines = computed((): readonly LineRow[] => {
    const grid = this.grid();
    if (grid === null) return [];
    const keys = Object.keys(grid.columns) as (keyof LineRow)[];
    return grid.columns.id.map(
      (_, at) => Object.fromEntries(keys.map((key) => [key, grid.columns[key][at]])) as unknown as LineRow,
    );
  });

  reload(): void {
    this.gridResource.reload();
    this.reloadWaiting();
  }

  reloadWaiting(): void {
    this.waiting.forEach((list) => list.reload());
  }
}

function problemIn(error: Error | undefined): ReturnType<typeof problemOf> | null {
  return error === undefined ? null : problemOf(error);
}
