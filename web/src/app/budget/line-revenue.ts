import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LineDetail } from '@etatlotse/contracts/budget';
import { cumulative } from '@etatlotse/domain/budget';
import { cents } from '@etatlotse/domain/shared';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatWholeEuro } from '../ui/amount/format';
import { Chart } from '../ui/chart/chart';
import type { LineChart } from '../ui/chart/chart.types';
import { formatMonth, formatMonthName } from '../ui/date/format';
import { revenueFigures, revenueRowsOf, revenueWaterfallOf } from '../ui/formula/revenue';
import { revenueLabels } from '../ui/formula/revenue.labels';
import type { Proof } from '../ui/proof/proof.types';
import { Waterfall } from '../ui/waterfall/waterfall';
import { lineRevenueLabels } from './line-revenue.labels';

/** A line that brings money: what was planned, what came in, what is still to come. */
@Component({
  selector: 'et-line-revenue',
  imports: [Amount, Chart, RouterLink, Waterfall],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-stack' },
  template: `<section class="et-panel">
      <div class="et-panel__head">
        <h2>{{ t().formulaQuestion }}</h2>
        <et-amount [cents]="figures().openCents" proof="open" />
      </div>
      <et-waterfall [steps]="steps()" [caption]="t().formulaCaption" />
      <p class="et-source">
        {{ t().rule }} <a routerLink="/authority/earmarks" queryParamsHandling="preserve">{{ t().grants }}</a>
      </p>
    </section>
    <section class="et-panel">
      <h2>{{ t().courseQuestion }}</h2>
      <p class="et-finding">{{ course().sentence }}</p>
      @if (figures().receivedCents !== 0) {
        <et-chart [chart]="course()" />
      }
    </section>`,
})
export class LineRevenue {
  readonly line = input.required<LineDetail>();
  readonly today = input.required<string>();
  protected readonly t = lineRevenueLabels;
  protected readonly figures = computed(() => revenueFigures(this.line().balance));
  protected readonly steps = computed(() => revenueWaterfallOf(this.line().balance));
  protected readonly course = computed(() => revenueCourse(this.line(), this.today()));
}

/** Question and answer of the page, from the line's own formula. */
export function revenueHead(line: LineDetail): { readonly question: string; readonly answer: string } {
  const words = lineRevenueLabels();
  const { adjustedCents, receivedCents, openCents } = revenueFigures(line.balance);
  const received = formatEuro(receivedCents);
  const answer =
    adjustedCents === 0
      ? words.answerNothing(line.fiscalYear, received)
      : words.answer(formatEuro(adjustedCents), received);
  if (openCents > 0) return { question: words.question(line.name, formatEuro(openCents)), answer };
  if (openCents < 0) return { question: words.questionMore(line.name, formatEuro(-openCents)), answer };
  return { question: adjustedCents === 0 ? line.name : words.questionAll(line.name), answer };
}

/** The proof behind what is still to come; the movements are those of every line. */
export function revenueProof(line: LineDetail, proof: Proof): Proof {
  return {
    ...proof,
    title: revenueLabels().open,
    cents: revenueFigures(line.balance).openCents,
    formula: revenueRowsOf(line.balance),
    rule: lineRevenueLabels().rule,
  };
}

/** What came in, as a running sum up to the month at hand, against what is to be expected. */
function revenueCourse(line: LineDetail, today: string): LineChart {
  const words = lineRevenueLabels();
  const { adjustedCents, receivedCents } = revenueFigures(line.balance);
  const lastMonth = line.fiscalYear < Number(today.slice(0, 4)) ? 12 : Number(today.slice(5, 7));
  const running = cumulative(line.months.map((month) => cents(month.actualCents)));
  return {
    kind: 'line',
    question: words.courseQuestion,
    sentence:
      receivedCents === 0
        ? words.courseNone
        : words.courseSentence(
            formatWholeEuro(receivedCents),
            formatMonthName(lastMonth),
            formatWholeEuro(adjustedCents),
          ),
    unit: 'cents',
    categories: line.months.map(({ month }) => formatMonth(month)),
    series: [
      { label: words.courseSeries, tone: 'ist', values: running.map((value, at) => (at < lastMonth ? value : null)) },
    ],
    target: { label: words.courseTarget, value: adjustedCents },
  };
}
