import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import type { BarChart } from '../ui/chart/chart.types';
import { Choice } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Unknown } from '../ui/unknown/unknown';
import { BenefitListStore } from './benefit-list.store';
import { benefitLabels } from './benefit.labels';

/** What was planned and what came, whose review is overdue, and which hours become free where. */
@Component({
  selector: 'et-benefit-list-page',
  imports: [
    Download,
    Amount,
    Button,
    Chart,
    ChartKeys,
    Choice,
    Empty,
    Failure,
    Loading,
    PageHead,
    RouterLink,
    Scroll,
    Tag,
    Unknown,
  ],
  providers: [BenefitListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './benefit-list.page.html',
})
export class BenefitListPage {
  /** Of the address. */
  readonly overdue = input<string>();
  protected readonly store = inject(BenefitListStore);
  private readonly router = inject(Router);
  protected readonly t = benefitLabels;
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly filters = computed(() => [
    { value: 'all', label: this.t().all },
    { value: 'overdue', label: this.t().overdueOnly },
  ]);

  protected readonly lead = computed(() => {
    const [t, summary] = [this.t(), this.store.summary()];
    if (summary === null) return '';
    if (summary.benefits === 0) return t.leadNone;
    const { realisedHours, plannedHours, realisedCents, plannedCents, overdue, unreported } = summary;
    return [
      t.lead(
        t.hourText(formatNumber(realisedHours)),
        t.hourText(formatNumber(plannedHours)),
        formatEuro(realisedCents),
        formatEuro(plannedCents),
      ),
      ...(overdue === 0 ? [] : [t.leadOverdue(formatNumber(overdue))]),
      ...(unreported === 0 ? [] : [t.leadUnreported(formatNumber(unreported))]),
    ].join(' ');
  });

  protected readonly chart = computed<BarChart | null>(() => {
    const [t, years] = [this.t(), this.store.summary()?.years ?? []];
    if (years.length === 0) return null;
    return {
      kind: 'bar',
      question: t.yearQuestion,
      sentence: this.lead(),
      unit: 'number',
      categories: years.map(({ fiscalYear }) => String(fiscalYear)),
      series: [
        { label: t.planned, tone: 'plan', values: years.map(({ plannedHours }) => plannedHours) },
        { label: t.realised, tone: 'ist', values: years.map(({ realisedHours }) => realisedHours) },
      ],
    };
  });

  constructor() {
    effect(() => this.store.overdue.set(this.overdue() === 'yes'));
  }

  protected go(shown: string | null): void {
    const queryParams = { overdue: shown === 'overdue' ? 'yes' : null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
