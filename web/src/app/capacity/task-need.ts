import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { TaskDetail, TaskMonthRow, TaskOutlook } from '@etatlotse/contracts/capacity/plain';
import { formatFte, formatNumber } from '../ui/amount/format';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import { Scroll } from '../ui/table/scroll';
import { Unknown } from '../ui/unknown/unknown';
import { needChart } from './task-charts';
import { casesText, fteText, monthText } from './task-look';
import { taskPageLabels } from './task-page.labels';
import { taskLabels } from './task.labels';

/** Needed against available FTE, month by month, with what each month is reckoned from. */
@Component({
  selector: 'et-task-need',
  imports: [Chart, ChartKeys, Scroll, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().question }}</h2>
    <p class="et-finding">{{ sentence() }}</p>
    <et-chart-keys [series]="chart().series" />
    <et-chart [chart]="chart()" />
    <details class="et-figures-table">
      <summary>{{ t().table }}</summary>
      <et-scroll [label]="t().table">
        <table class="et-table et-cards et-cards--pairs">
          <thead>
            <tr>
              <th scope="col">{{ t().month }}</th>
              <th scope="col" class="n">{{ task().kind === 'hours' ? t().volumeHours : t().volume }}</th>
              <th scope="col" class="n">{{ t().perCase }}</th>
              <th scope="col" class="n">{{ t().required }}</th>
              <th scope="col" class="n">{{ t().available }}</th>
              <th scope="col" class="n">{{ t().gap }}</th>
            </tr>
          </thead>
          <tbody>
            @for (month of outlook().months; track month.year * 12 + month.month) {
              <tr>
                <th scope="row">{{ name(month) }}</th>
                <td class="n" [attr.data-label]="t().volume">
                  @if (month.cases === null && month.volume === null) {
                    <et-unknown />
                  } @else {
                    {{ cases(month.cases ?? month.volume ?? 0) }}
                    <small class="et-under et-muted">{{ originOf(month) }}</small>
                  }
                </td>
                <td class="n" [attr.data-label]="t().perCase">
                  @if (month.minutesPerCase === null) {
                    <et-unknown />
                  } @else {
                    {{ number(month.minutesPerCase, 2) }}
                  }
                </td>
                <td class="n" [attr.data-label]="t().required">
                  @if (fte(month.requiredFte); as text) {
                    {{ text }}
                  } @else {
                    <et-unknown />
                  }
                </td>
                <td class="n" [attr.data-label]="t().available">
                  @if (fte(month.availableFte); as text) {
                    {{ text }}
                  } @else {
                    <et-unknown [text]="outlook().isProtected ? words().protected : undefined" />
                  }
                </td>
                <td class="n" [attr.data-label]="t().gap">
                  @if (fte(month.gapFte, true); as text) {
                    <span [class.et-bad]="(month.gapFte ?? 0) < 0">{{ text }}</span>
                  } @else {
                    <et-unknown [text]="outlook().isProtected ? words().protected : undefined" />
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    </details>
    <p class="et-small et-muted">{{ t().note }}</p>
    @if (outlook().unknownTasks.length > 0) {
      <p class="et-small et-muted">{{ t().unknownTasks(outlook().unknownTasks.join(', ')) }}</p>
    }`,
})
export class TaskNeed {
  readonly task = input.required<TaskDetail>();
  readonly outlook = input.required<TaskOutlook>();
  protected readonly t = computed(() => taskPageLabels().need);
  protected readonly words = taskLabels;
  protected readonly name = monthText;
  protected readonly cases = casesText;
  protected readonly fte = fteText;
  protected readonly number = formatNumber;
  protected readonly sentence = computed(() => {
    const { year, isProtected } = this.outlook();
    const words = this.t();
    if (year.requiredFte === null) return words.findingNone;
    if (year.unknownMonths > 0) return words.findingLeast(formatFte(year.requiredFte, 2));
    return isProtected || year.availableFte === null
      ? words.findingProtected(formatFte(year.requiredFte, 2))
      : words.finding(formatFte(year.requiredFte, 2), formatFte(year.availableFte, 2));
  });
  protected readonly chart = computed(() => needChart(this.outlook(), this.sentence()));

  protected originOf({ origin, lawFactor, renewals }: TaskMonthRow): string {
    const words = this.t();
    if (origin === null) return '';
    return [
      words.origins[origin],
      lawFactor === 1 || origin === 'actual' ? '' : words.law(formatNumber(lawFactor, 2)),
      (renewals ?? 0) > 0 ? words.renewals(casesText(renewals ?? 0)) : '',
    ]
      .filter((part) => part !== '')
      .join(' ');
  }
}
