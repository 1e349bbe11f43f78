import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { COMPARISON_ALIGNMENTS, DIFFERENCE_KINDS } from '@etatlotse/contracts/planning/plain';
import { FRAME_CODES } from '@etatlotse/domain/budget';
import { frameLabels } from '../platform/frame.labels';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { PlanCompareLines } from './plan-compare-lines';
import { PlanCompareSums } from './plan-compare-sums';
import { planCompareLabels } from './plan-compare.labels';
import { type CompareAddress, PlanCompareStore } from './plan-compare.store';
import { budgetYears } from './plan-state';
import { planningLabels } from './planning.labels';

const PLACES = [0, 1, 2, 3] as const;

/** Plan versions side by side: only what differs, where it comes from, and what it does to the sums. */
@Component({
  selector: 'et-plan-compare-page',
  imports: [
    Button,
    DateField,
    Failure,
    Loading,
    Notice,
    PageHead,
    PlanCompareLines,
    PlanCompareSums,
    Select,
    TextField,
  ],
  providers: [PlanCompareStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-compare.page.html',
})
export class PlanComparePage {
  readonly versions = input<string>();
  readonly years = input<string>();
  readonly alignment = input<string>();
  readonly kind = input<string>();
  readonly frame = input<string>();
  readonly subBudget = input<string>();
  readonly q = input<string>();
  readonly asOf = input<string>();
  protected readonly store = inject(PlanCompareStore);
  private readonly router = inject(Router);
  protected readonly t = planCompareLabels;
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly crumbs = computed(() => [
    { label: planningLabels().title, link: ['/planning'] },
    { label: planCompareLabels().title },
  ]);
  protected readonly places = computed(() => PLACES.slice(0, Math.min(this.store.ids().length + 1, PLACES.length)));
  protected readonly choices = computed(() =>
    this.store.choices().map((row) => ({
      value: row.id,
      label: `${row.name} (${budgetYears(row)}, ${planningLabels().states[row.state]})`,
    })),
  );
  protected readonly yearOptions = computed(() => {
    const years = this.store.comparison()?.versions[0];
    const choices = years === undefined ? [] : [years.firstYear - 1, ...range(years.firstYear, years.lastYear + 3)];
    return [
      { value: 'all', label: planCompareLabels().allYears },
      ...choices.map((year) => ({ value: String(year), label: String(year) })),
    ];
  });
  protected readonly alignments = computed(() =>
    COMPARISON_ALIGNMENTS.map((value) => ({ value, label: planCompareLabels().alignments[value] })),
  );
  /** Only where it makes a difference. */
  protected readonly asksAlignment = computed(() => {
    const versions = this.store.comparison()?.versions ?? [];
    return versions.some(({ firstYear }) => firstYear !== versions[0]?.firstYear);
  });
  protected readonly kinds = computed(() =>
    DIFFERENCE_KINDS.map((value) => ({ value, label: planCompareLabels().kinds[value] })),
  );
  protected readonly frames = computed(() => [
    ...FRAME_CODES.map((value) => ({ value, label: frameLabels().names[value] })),
    { value: 'none', label: planCompareLabels().noFrame },
  ]);
  protected readonly subBudgets = computed(() => {
    const keys = (this.store.comparison()?.sums ?? [])
      .filter(({ group }) => group === 'subBudget')
      .map(({ key }) => key);
    const names = [...new Set([...keys, this.subBudget() ?? null])].filter((key) => key !== null);
    return names.sort((a, b) => a.localeCompare(b)).map((value) => ({ value, label: value }));
  });
  protected readonly isFiltered = computed(() =>
    [this.years(), this.kind(), this.frame(), this.subBudget(), this.q(), this.asOf(), this.store.baseAsOf()].some(
      Boolean,
    ),
  );
  protected readonly lead = computed(() => {
    const words = planCompareLabels();
    const counts = this.store.comparison()?.counts;
    if (this.store.ids().length < 2) return words.leadChoose;
    if (counts === undefined) return '';
    if (counts.listed === 0) return words.leadNone;
    if (counts.listed === 1) return words.leadOne;
    const { listed, new: fresh, dropped, changed } = counts;
    return words.lead(formatNumber(listed), formatNumber(fresh), formatNumber(dropped), formatNumber(changed));
  });
  /** Which clock the page shows, in one sentence. */
  protected readonly clock = computed(() => {
    const [base, other] = this.store.comparison()?.versions ?? [];
    if (base?.asOf === null || base === undefined) return null;
    return other?.asOf === null
      ? planCompareLabels().since(formatDate(base.asOf))
      : planCompareLabels().clock(formatDate(base.asOf));
  });
  protected readonly unknown = computed(() =>
    (this.store.comparison()?.versions ?? [])
      .filter(({ isKnown }) => !isKnown)
      .map(({ name, knownFrom }) => planCompareLabels().unknown(name, formatDate(knownFrom))),
  );

  constructor() {
    effect(() =>
      this.store.wanted.set({
        versions: this.versions(),
        years: this.years(),
        alignment: this.alignment(),
        kind: this.kind(),
        frame: this.frame(),
        subBudget: this.subBudget(),
        q: this.q(),
        asOf: this.asOf(),
      }),
    );
  }

  /**
   * Choosing none takes a version out; the ones after it move up. Another first version has other years and no day of its
   * own.
   */
  protected choose(place: number, id: string | null): void {
    const ids: (string | null)[] = [...this.store.ids()];
    ids[place] = id;
    const day = place === 0 ? undefined : this.store.baseAsOf();
    const [base, ...others] = ids.filter((one) => one !== null && one !== undefined);
    const versions = [day === undefined ? base : `${base}@${day}`, ...others].join(',');
    this.go({ versions, ...(place === 0 ? { years: null } : {}) });
  }

  protected set(key: Exclude<keyof CompareAddress, 'versions'>, value: string | null): void {
    if ((value ?? '') !== (this[key]() ?? '')) this.go({ [key]: value === '' ? null : value });
  }

  protected clear(): void {
    const versions = this.store.ids().join(',');
    this.go({ versions, years: null, kind: null, frame: null, subBudget: null, q: null, asOf: null });
  }

  private go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
