import { httpResource } from '@angular/common/http';
import { computed, effect, inject, Injectable, signal } from '@angular/core';
import type { UnitTree } from '@etatlotse/contracts/organization';
import type { FramesOfYear, PlanGrid, PlanVersionDetail } from '@etatlotse/contracts/planning';
import { type PlanReference, PLANNING_PATHS, type PlanMarks } from '@etatlotse/contracts/planning/plain';
import { FRAME_CODES, type FrameCode } from '@etatlotse/domain/budget';
import { api, query } from '../platform/api';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { type CellKey, cellKey } from './plan-cells';
import { CHANGES_COMPARISON, type ComparisonChoice, FIRST_COMPARISON, SUPPLEMENT_COMPARISON } from './plan-columns';
import { type FrameView, type Grouping, linesOf } from './plan-rows';
import type { Amounts } from './plan-sums';

/** What of the version is shown, as the address says it. */
export interface AmountsView {
  readonly frame: FrameView;
  readonly unitId: string | null;
  readonly product: string | null;
  readonly q: string;
  readonly isPlannedOnly: boolean;
  readonly group: Grouping;
  readonly comparison: ComparisonChoice;
}

const FIRST_VIEW: AmountsView = {
  frame: 'CORE',
  unitId: null,
  product: null,
  q: '',
  isPlannedOnly: false,
  group: 'none',
  comparison: { with: ['plan'], as: [] },
};

/**
 * What the API says about the amounts of one version. All its lines are read once, so that filters answer while typing;
 * only a version with more lines than one answer holds is narrowed by the API.
 */
@Injectable()
export class PlanAmountsStore {
  private readonly permissions = inject(Permissions);
  readonly versionId = signal('');
  readonly view = signal<AmountsView>(FIRST_VIEW, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  private readonly isTooLarge = signal(false);

  private readonly detailResource = httpResource<PlanVersionDetail>(() => this.path(PLANNING_PATHS.planVersion));
  private readonly gridResource = httpResource<PlanGrid>(() => {
    const url = this.path(PLANNING_PATHS.planAmounts);
    return url === undefined ? undefined : { url, params: this.isTooLarge() ? this.narrowed() : {} };
  });
  private readonly frameResource = httpResource<readonly FramesOfYear[]>(() =>
    this.versionId() === ''
      ? undefined
      : { url: PLANNING_PATHS.frames, params: query({ planVersionId: this.versionId() }) },
  );
  private readonly referenceResource = httpResource<PlanReference>(() => this.path(PLANNING_PATHS.planReference));
  private readonly markResource = httpResource<PlanMarks>(() => this.path(PLANNING_PATHS.planMarks));
  private readonly unitResource = httpResource<UnitTree>(() => api('organization/units'));

  readonly detail = computed(() => (this.detailResource.hasValue() ? this.detailResource.value() : null));
  readonly grid = computed(() => (this.gridResource.hasValue() ? this.gridResource.value() : null));
  readonly frames = computed(() => (this.frameResource.hasValue() ? this.frameResource.value() : null));
  readonly units = computed(() => (this.unitResource.hasValue() ? this.unitResource.value().units : []));
  readonly reference = computed(() => (this.referenceResource.hasValue() ? this.referenceResource.value() : null));
  private readonly marks = computed(() => (this.markResource.hasValue() ? this.markResource.value() : null));
  readonly failure = computed(() => {
    const error = this.detailResource.error() ?? this.gridResource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('plan.write') && this.grid()?.isOpen === true);
  readonly mayWriteTexts = computed(() => this.permissions.has('plan.write') && this.detail()?.isOpen === true);
  /** How the year falls into months may change until another version replaces this one. */
  readonly mayPhase = computed(() => this.permissions.has('plan.write') && this.detail()?.state !== 'superseded');
  readonly frameCode = computed<FrameCode | null>(() => FRAME_CODES.find((code) => code === this.view().frame) ?? null);

  /** The first plan year; from here on amounts are planned. */
  readonly firstYear = computed(() => this.grid()?.planYears[0] ?? 0);
  readonly lines = computed(() => {
    const columns = this.grid()?.columns;
    return columns === undefined ? [] : linesOf(columns);
  });
  /** Where each line stands in the columns. */
  readonly places = computed(() => new Map(this.lines().map((line) => [line.lineId, line])));

  /** The amounts it is compared with, in the order of the lines; null = not known. */
  readonly planBefore = computed<Amounts>(() => this.inOrder(this.reference()?.planBeforeCents));
  readonly actualBefore = computed<Amounts>(() => this.inOrder(this.reference()?.actualBeforeCents));
  readonly inForce = computed<ReadonlyMap<number, Amounts>>(() => {
    const reference = this.reference();
    return new Map(
      reference?.inForce.map(({ fiscalYear }, place) => [fiscalYear, this.inOrder(reference.inForceCents[place])]),
    );
  });

  /** What stood there before the accepted changes, by plan year; empty without such changes. */
  readonly beforeChanges = computed<ReadonlyMap<number, Amounts>>(() => {
    const before = this.reference()?.beforeChangesCents ?? [];
    const years = this.grid()?.planYears ?? [];
    return new Map(before.map((amounts, place) => [years[place] ?? 0, this.inOrder(amounts)]));
  });
  /** What the amounts are compared with until somebody chooses: a Nachtrag shows old, change and new. */
  readonly firstComparison = computed(() => {
    const detail = this.detail();
    if (detail?.kind === 'supplementary') return SUPPLEMENT_COMPARISON;
    return detail !== null && detail.changes.count > 0 ? CHANGES_COMPARISON : FIRST_COMPARISON;
  });

  /** The beginning of each note, by cell. */
  readonly notes = computed<ReadonlyMap<CellKey, string>>(() => {
    const notes = this.marks()?.notes;
    return new Map(
      notes?.lineId.map((lineId, at) => [cellKey(lineId, notes.fiscalYear[at] ?? 0), notes.excerpt[at] ?? '']),
    );
  });
  readonly explained = computed<ReadonlySet<string>>(() => new Set(this.marks()?.explainedLineIds));

  constructor() {
    effect(() => {
      if (this.grid()?.isTruncated === true) this.isTooLarge.set(true);
    });
  }

  nameOf(lineId: string): string {
    return this.places().get(lineId)?.name ?? '';
  }

  reload(): void {
    this.detailResource.reload();
    this.gridResource.reload();
    this.frameResource.reload();
  }

  reloadFrames(): void {
    this.frameResource.reload();
  }

  reloadMarks(): void {
    this.markResource.reload();
  }

  private path(of: (versionId: string) => string): string | undefined {
    return this.versionId() === '' ? undefined : of(this.versionId());
  }

  private narrowed(): Record<string, string> {
    const { frame, unitId, product, q } = this.view();
    return query({ frame: frame === 'all' ? null : frame, unitId, product, q });
  }

  private inOrder(amounts: Amounts | undefined): Amounts {
    const lineIds = this.reference()?.lineId ?? [];
    const byLine = new Map(lineIds.map((lineId, at) => [lineId, amounts?.[at] ?? null]));
    return this.lines().map(({ lineId }) => byLine.get(lineId) ?? null);
  }
}
