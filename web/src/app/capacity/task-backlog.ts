import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { TaskAges, TaskDetail, TaskOutlook } from '@etatlotse/contracts/capacity/plain';
import { formatFte, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import { formatDate } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { backlogChart } from './task-charts';
import { casesText } from './task-look';
import { taskPageLabels } from './task-page.labels';
import { monthName } from './task-sentence';
import { taskLabels } from './task.labels';

const BANDS = ['upTo30', 'upTo60', 'upTo90', 'over90'] as const;

/** What is left lying: the stock month by month, how old it is, which deadline breaks first and what clears it. */
@Component({
  selector: 'et-task-backlog',
  imports: [Button, Chart, ChartKeys, Notice, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().question }}</h2>
    <p class="et-finding">{{ sentence() }}</p>
    @if (mayWrite()) {
      <p>
        <button type="button" etButton="secondary" icon="edit" (click)="count.emit()">{{ t().count }}</button>
      </p>
    }
    @if (outlook().stock; as stock) {
      @if (chart().categories.length > 0) {
        <et-chart-keys [series]="chart().series" />
        <et-chart [chart]="chart()" />
      }
      <div class="et-grid">
        <div class="et-span-6">
          <h3 class="et-section--close">{{ t().ages }}</h3>
          @if (stock.ages; as ages) {
            <p class="et-small et-muted">{{ ages.origin === 'counted' ? t().agesCounted : t().agesInferred }}</p>
            <et-scroll [label]="t().ages">
              <table class="et-table">
                <thead>
                  <tr>
                    <th scope="col">{{ t().age }}</th>
                    <th scope="col" class="n">{{ t().open }}</th>
                  </tr>
                </thead>
                <tbody>
                  @for (band of bandsOf(ages); track band.name) {
                    <tr>
                      <th scope="row">{{ band.name }}</th>
                      <td class="n">{{ band.cases }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            </et-scroll>
            @if (ages.overdue !== null) {
              <p>{{ ages.overdue > 0 ? t().overdue(cases(ages.overdue)) : t().overdueNone }}</p>
            }
          } @else {
            <p class="et-small et-muted">{{ t().agesNone }}</p>
          }
        </div>
        @if (stock.clear.length > 0) {
          <div class="et-span-6">
            <h3 class="et-section--close">{{ t().clear }}</h3>
            <p class="et-small et-muted">{{ t().clearFrom(clearFrom()) }}</p>
            <et-scroll [label]="t().clear">
              <table class="et-table">
                <thead>
                  <tr>
                    <th scope="col">{{ t().clearIn }}</th>
                    <th scope="col" class="n">{{ t().clearFte }}</th>
                    <th scope="col" class="n">{{ t().clearExtra }}</th>
                  </tr>
                </thead>
                <tbody>
                  @for (way of stock.clear; track way.months) {
                    <tr>
                      <th scope="row">{{ t().clearMonths(way.months) }}</th>
                      <td class="n">{{ number(way.fte, 2) }}</td>
                      <td class="n">{{ number(way.extraFte, 2, true) }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            </et-scroll>
          </div>
        }
      </div>
      @if (outlook().deadline; as deadline) {
        <et-notice class="et-form-notice" [kind]="deadline.firstBreachOn === null ? 'ok' : 'warn'">
          <p>
            {{
              deadline.firstBreachOn === null
                ? t().breachNone(words().deadlines[deadline.kind])
                : t().breach(date(deadline.firstBreachOn), words().deadlines[deadline.kind], cases(deadline.lateCases))
            }}
            {{ t().needed(fte(deadline.neededFte, 2)) }}
          </p>
        </et-notice>
      }
    }`,
})
export class TaskBacklog {
  readonly task = input.required<TaskDetail>();
  readonly outlook = input.required<TaskOutlook>();
  readonly mayWrite = input(false);
  readonly count = output<void>();
  protected readonly t = computed(() => taskPageLabels().backlog);
  protected readonly words = taskLabels;
  protected readonly cases = casesText;
  protected readonly number = formatNumber;
  protected readonly fte = formatFte;
  protected readonly date = formatDate;
  protected readonly sentence = computed(() => {
    const { stock } = this.outlook();
    return stock === null
      ? this.t().findingNone
      : this.t().finding(casesText(stock.workable), casesText(stock.waiting), formatDate(stock.countedOn));
  });
  protected readonly chart = computed(() => backlogChart(this.outlook(), this.sentence()));
  protected readonly clearFrom = computed(() => {
    const month = this.outlook().stock?.clearFrom ?? null;
    return month === null ? '' : monthName(month);
  });

  protected bandsOf(ages: TaskAges): { readonly name: string; readonly cases: string }[] {
    return BANDS.map((band) => ({ name: this.t().bands[band], cases: casesText(ages[band]) }));
  }
}
