import { httpResource } from '@angular/common/http';
import { computed, Injectable, linkedSignal, signal } from '@angular/core';
import {
  COMPARISON_ALIGNMENTS,
  DIFFERENCE_KINDS,
  type PlanComparison,
  type PlanVersionRow,
  PLANNING_PATHS,
} from '@etatlotse/contracts/planning/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { FRAME_CODES } from '@etatlotse/domain/budget';
import { isFiscalYear, isId, isPlainDate } from '@etatlotse/domain/shared';
import { query } from '../platform/api';
import { problemOf } from '../platform/problem';

const VERSIONS_MAX = 4;
const CHOICES_MAX = 100;
const ROWS_AT_ONCE = 100;

/**
 * What stands in the address: `?versions=a,b&years=2027&kind=new&frame=CORE&subBudget=...&q=...&asOf=...`. The first version
 * may bear a day of its own: `a@2026-10-12,a` is a version against itself as it stood then.
 */
export interface CompareAddress {
  readonly versions?: string | undefined;
  /** A year, `all`, or nothing for the plan years of the first version. */
  readonly years?: string | undefined;
  readonly alignment?: string | undefined;
  readonly kind?: string | undefined;
  readonly frame?: string | undefined;
  readonly subBudget?: string | undefined;
  readonly q?: string | undefined;
  readonly asOf?: string | undefined;
}

/** Two to four versions side by side, as the address asks for them. */
@Injectable()
export class PlanCompareStore {
  readonly wanted = signal<CompareAddress>({}, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });

  private readonly choiceResource = httpResource<Page<PlanVersionRow>>(() => ({
    url: PLANNING_PATHS.planVersions,
    params: query({ limit: CHOICES_MAX }),
  }));
  /** The newest versions, to choose from. */
  readonly choices = computed(() => (this.choiceResource.hasValue() ? this.choiceResource.value().rows : []));
  private readonly parts = computed(() =>
    (this.wanted().versions ?? '')
      .split(',')
      .map((part) => part.split('@'))
      .filter(([id]) => isId(id))
      .slice(0, VERSIONS_MAX),
  );
  readonly ids = computed(() => this.parts().map(([id = '']) => id));
  /** The day of the first version alone. */
  readonly baseAsOf = computed(() => {
    const day = this.parts()[0]?.[1];
    return isPlainDate(day) ? day : undefined;
  });

  /** Null until two versions are chosen. What cannot be read in an address is left out. */
  private readonly params = computed(() => {
    const [base, second, third, fourth] = this.ids();
    if (base === undefined || second === undefined) return null;
    const { years, alignment, kind, frame, subBudget, q, asOf } = this.wanted();
    return query({
      base,
      second,
      third,
      fourth,
      ...this.yearsOf(base, years),
      alignment: COMPARISON_ALIGNMENTS.find((code) => code === alignment),
      kind: DIFFERENCE_KINDS.find((code) => code === kind),
      frame: [...FRAME_CODES, 'none'].find((code) => code === frame),
      subBudget,
      q,
      asOf: isPlainDate(asOf) ? asOf : undefined,
      baseAsOf: this.baseAsOf(),
    });
  });
  private readonly resource = httpResource<PlanComparison>(() => {
    const params = this.params();
    return params === null || (this.choices().length === 0 && this.choiceResource.isLoading())
      ? undefined
      : { url: PLANNING_PATHS.planComparison, params };
  });
  readonly comparison = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly isLoading = computed(() => this.resource.isLoading());
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly csvUrl = computed(() => {
    const params = this.params();
    return params === null ? null : `${PLANNING_PATHS.planComparisonCsv}?${new URLSearchParams(params).toString()}`;
  });

  private readonly shown = linkedSignal<PlanComparison | null, number>({
    source: this.comparison,
    computation: () => ROWS_AT_ONCE,
  });
  /** How many lines stand on the page; the rest comes on demand, so that 20,000 do not stop it. */
  readonly shownLines = computed(() => Math.min(this.shown(), this.comparison()?.columns.lineId.length ?? 0));

  showMore(): void {
    this.shown.update((count) => count + ROWS_AT_ONCE);
  }

  reload(): void {
    this.resource.reload();
  }

  private yearsOf(base: string, years: string | undefined): { firstYear?: number; lastYear?: number } {
    if (years === 'all') return {};
    if (years !== undefined && isFiscalYear(Number(years))) {
      return { firstYear: Number(years), lastYear: Number(years) };
    }
    const plan = this.choices().find(({ id }) => id === base);
    return plan === undefined ? {} : { firstYear: plan.firstYear, lastYear: plan.lastYear };
  }
}
