import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type {
  CreatePlanVersion,
  FiscalYearRow,
  PlanCopyPreview,
  PlanVersionRow,
  PreviewPlanCopy,
} from '@etatlotse/contracts/planning';
import { PLAN_VERSION_STATES, PLANNING_PATHS } from '@etatlotse/contracts/planning/plain';
import { isPlainDate } from '@etatlotse/domain/shared';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { listAddress, query } from '../platform/api';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { PlanningClient } from './planning.client';

const SOURCES_MAX = 100;

/** Versions, newest first, as the address filters them; the years they can be made for. */
@Injectable()
export class PlanVersionsStore {
  private readonly client = inject(PlanningClient);
  private readonly permissions = inject(Permissions);
  readonly wanted = signal<{ readonly years?: string; readonly state?: string; readonly inForce?: string }>(
    {},
    { equal: (a, b) => a.years === b.years && a.state === b.state && a.inForce === b.inForce },
  );

  private readonly view = computed(() => ({
    fiscalYear: this.wanted().years,
    state: PLAN_VERSION_STATES.find((state) => state === this.wanted().state),
    inForceOn: isPlainDate(this.wanted().inForce) ? this.wanted().inForce : undefined,
  }));
  readonly isFiltered = computed(() => Object.keys(query(this.view())).length > 0);
  /** The list as it is filtered, for a file. */
  readonly address = computed(() => listAddress(PLANNING_PATHS.planVersions, query(this.view())));
  private readonly firstPage = httpResource<Page<PlanVersionRow>>(() => ({
    url: PLANNING_PATHS.planVersions,
    params: query(this.view()),
  }));
  private readonly allResource = httpResource<Page<PlanVersionRow>>(() => ({
    url: PLANNING_PATHS.planVersions,
    params: query({ limit: SOURCES_MAX }),
  }));
  private readonly yearResource = httpResource<readonly FiscalYearRow[]>(() => PLANNING_PATHS.fiscalYears);

  private readonly first = computed(() => (this.firstPage.hasValue() ? this.firstPage.value() : null));
  private readonly later = linkedSignal<Page<PlanVersionRow> | null, readonly Page<PlanVersionRow>[]>({
    source: this.first,
    computation: () => [],
  });
  readonly rows = computed(() => {
    const first = this.first();
    return first === null ? null : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.first())?.nextCursor ?? null);
  /** Newest versions without filter: for the answer above and as sources of a copy. */
  readonly newest = computed(() => (this.allResource.hasValue() ? this.allResource.value().rows : []));
  readonly years = computed(() => (this.yearResource.hasValue() ? this.yearResource.value() : []));
  readonly mayWrite = computed(() => this.permissions.has('plan.write'));
  readonly failure = computed(() => {
    const error = this.firstPage.error();
    return error ? problemOf(error) : null;
  });

  readonly fetchMore = command((cursor: string) => this.client.versions({ ...this.view(), cursor }));
  readonly create = command((version: CreatePlanVersion, key: string) => this.client.create(version, key));

  readonly askPreview = command((copy: PreviewPlanCopy) => this.client.previewCopy(copy));
  private readonly previewed = signal<PlanCopyPreview | null>(null);
  readonly preview = this.previewed.asReadonly();

  async showPreview(copy: PreviewPlanCopy): Promise<void> {
    this.previewed.set(await this.askPreview.run(copy));
  }

  clearPreview(): void {
    this.previewed.set(null);
    this.askPreview.clear();
  }

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.firstPage.reload();
    this.allResource.reload();
  }
}
