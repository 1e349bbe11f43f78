import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PostYear } from '@etatlotse/contracts/capacity/plain';
import { formatFte, formatNumber } from '../ui/amount/format';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import type { LineChart } from '../ui/chart/chart.types';
import { formatMonth, formatMonthName } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { Unknown } from '../ui/unknown/unknown';
import { fteText } from './post-look';
import { postLabels } from './post.labels';

/** A year of a post month by month, as a picture and as a table. */
@Component({
  selector: 'et-post-months',
  imports: [Chart, ChartKeys, Scroll, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().months(year().fiscalYear) }}</h2>
    <p class="et-finding">{{ finding() }}</p>
    <et-chart-keys [series]="chart().series" />
    <et-chart [chart]="chart()" size="small" />
    <et-scroll class="et-section" [label]="t().months(year().fiscalYear)">
      <table class="et-table et-cards et-cards--pairs">
        <thead>
          <tr>
            <th scope="col">{{ t().month }}</th>
            <th scope="col" class="n">{{ t().workingDays }}</th>
            <th scope="col" class="n">{{ words().planned }}</th>
            <th scope="col" class="n">{{ words().occupied }}</th>
            <th scope="col" class="n">{{ words().available }}</th>
            <th scope="col" class="n">{{ t().minutes }}</th>
          </tr>
        </thead>
        <tbody>
          @for (one of year().months; track one.month) {
            <tr>
              <th scope="row">{{ monthName(one.month) }}</th>
              <td class="n" [attr.data-label]="t().workingDays">{{ one.workingDays }}</td>
              <td class="n" [attr.data-label]="words().planned">{{ fte(one.plannedFte) }}</td>
              <td class="n" [attr.data-label]="words().occupied">{{ fte(one.occupiedFte) }}</td>
              <td class="n" [attr.data-label]="words().available">{{ fte(one.availableFte) }}</td>
              <td class="n" [attr.data-label]="t().minutes">
                @if (one.minutes === null) {
                  <et-unknown />
                } @else {
                  {{ number(one.minutes) }}
                }
              </td>
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{{ t().year }}</th>
            <td class="n" [attr.data-label]="t().workingDays">{{ year().workingDays }}</td>
            <td class="n" [attr.data-label]="words().planned">{{ fte(year().plannedFte) }}</td>
            <td class="n" [attr.data-label]="words().occupied">{{ fte(year().occupiedFte) }}</td>
            <td class="n" [attr.data-label]="words().available">{{ fte(year().availableFte) }}</td>
            <td class="n" [attr.data-label]="t().minutes">{{ minutesOfYear() }}</td>
          </tr>
        </tfoot>
      </table>
    </et-scroll>
    <p class="et-small et-muted">{{ words().fteNote }}</p>
    <p class="et-small et-muted">{{ minutesNote() }}</p>`,
})
export class PostMonths {
  readonly year = input.required<PostYear>();
  protected readonly t = computed(() => postLabels().page);
  protected readonly words = postLabels;
  protected readonly fte = fteText;
  protected readonly monthName = formatMonthName;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly finding = computed(() => {
    const { plannedFte, occupiedFte, availableFte } = this.year();
    return this.t().monthsFinding(formatFte(plannedFte, 2), formatFte(occupiedFte, 2), formatFte(availableFte, 2));
  });
  protected readonly minutesOfYear = computed(() => {
    const known = this.year().months.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]));
    return known.length < 12 ? '' : formatNumber(known.reduce((sum, one) => sum + one, 0));
  });
  protected readonly minutesNote = computed(() => {
    const { yearlyMinutes, workingDays } = this.year();
    if (yearlyMinutes === null) return this.t().minutesUnknown;
    const minutes = formatNumber(yearlyMinutes.valueMicros / 1_000_000);
    const source = `${yearlyMinutes.source}, ${yearlyMinutes.sourceYear}`;
    return this.t().minutesFormula(minutes, formatNumber(workingDays), source);
  });
  protected readonly chart = computed((): LineChart => {
    const { months, fiscalYear } = this.year();
    const least = months.reduce((low, one) => (one.availableFte < low.availableFte ? one : low));
    const words = this.words();
    return {
      kind: 'line',
      question: this.t().months(fiscalYear),
      sentence: this.t().chart(formatFte(least.availableFte, 2), formatMonthName(least.month)),
      unit: 'fte',
      categories: months.map(({ month }) => formatMonth(month)),
      series: [
        { label: words.planned, tone: 'plan', values: months.map(({ plannedFte }) => plannedFte) },
        { label: words.occupied, tone: 'obligo', values: months.map(({ occupiedFte }) => occupiedFte) },
        { label: words.available, tone: 'avail', values: months.map(({ availableFte }) => availableFte) },
      ],
    };
  });
}
