import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { OutcomeCount, OutcomeDetail } from '@etatlotse/contracts/outcome/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { Bound, countText } from '../ui/bound/bound';
import { Chart } from '../ui/chart/chart';
import type { BarChart } from '../ui/chart/chart.types';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { outcomeLabels } from './outcome.labels';

/** The cost of a piece over time; a bound is hatched, what was corrected stays in the table. */
@Component({
  selector: 'et-outcome-trend',
  imports: [Amount, Bound, Chart, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './outcome-trend.html',
})
export class OutcomeTrend {
  readonly outcome = input.required<OutcomeDetail>();
  readonly correct = output<OutcomeCount>();
  protected readonly t = outcomeLabels;
  protected readonly date = formatDate;
  protected readonly counted = countText;
  private readonly valid = computed(() => this.outcome().trend.filter(({ isSuperseded }) => !isSuperseded));
  protected readonly newestFirst = computed(() => this.outcome().trend.toReversed());

  protected readonly finding = computed(() => {
    const t = this.t();
    const now = this.valid().findLast(({ changeCents }) => changeCents !== null);
    if (now === undefined || now.changeCents === null || now.changeSince === null) return t.trendNone;
    return t.trendFinding(formatEuro(now.changeCents, true), formatDate(now.changeSince));
  });

  protected readonly chart = computed<BarChart | null>(() => {
    const shown = this.valid();
    if (shown.length < 2) return null;
    return {
      kind: 'bar',
      question: this.t().trend,
      sentence: this.finding(),
      unit: 'cents',
      categories: shown.map(({ measuredOn }) => formatDate(measuredOn)),
      series: [
        {
          label: this.t().perPiece,
          tone: 'ist',
          values: shown.map(({ perPiece }) => perPiece?.value ?? null),
          hatched: shown.map(
            ({ perPiece, measuredOn }) => perPiece?.bound !== 'exact' || this.isPartOfYear(measuredOn),
          ),
        },
      ],
    };
  });

  /** Cost of a year that was not over when it was counted. */
  private isPartOfYear(day: string): boolean {
    return this.outcome().basis === 'year' && !day.endsWith('-12-31');
  }
}
