import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { TaskDetail, TaskForecast, TaskNumbers, TaskOutlook } from '@etatlotse/contracts/capacity/plain';
import { formatNumber, formatPercent } from '../ui/amount/format';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import { Notice } from '../ui/notice/notice';
import { volumesChart } from './task-charts';
import { casesText } from './task-look';
import { taskPageLabels } from './task-page.labels';
import { monthName } from './task-sentence';
import { taskLabels } from './task.labels';

/** What came in, what is planned and what may come, and how far the forecast is to be trusted. */
@Component({
  selector: 'et-task-volumes',
  imports: [Chart, ChartKeys, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ task().kind === 'hours' ? t().questionHours : t().question }}</h2>
    <p class="et-finding">{{ sentence() }}</p>
    @if (chart().categories.length > 0) {
      <et-chart-keys [series]="chart().series" />
      <et-chart size="tall" [chart]="chart()" />
      <p class="et-small et-muted">{{ t().foreseen }}</p>
    }
    @if (forecast(); as seen) {
      @if (seen.months.length > 0) {
        <h3 class="et-section--close">{{ t().testHeading }}</h3>
        <p>{{ quality() }}</p>
        @for (warning of seen.warnings; track warning) {
          <et-notice kind="warn" class="et-form-notice">
            <p>{{ t().warnings[warning] }}</p>
          </et-notice>
        }
      }
    }`,
})
export class TaskVolumes {
  readonly task = input.required<TaskDetail>();
  readonly numbers = input.required<TaskNumbers>();
  readonly forecast = input.required<TaskForecast | null>();
  readonly outlook = input.required<TaskOutlook | null>();
  protected readonly t = computed(() => taskPageLabels().volumes);
  private readonly hasNumbers = computed(() =>
    this.numbers().years.some(({ actual }) => actual.some((cases) => cases !== null)),
  );
  protected readonly sentence = computed(() => {
    const [next] = this.forecast()?.months ?? [];
    if (next === undefined) return this.hasNumbers() ? this.t().findingUnforeseen : this.t().findingNone;
    const words = taskLabels();
    const cases = this.task().kind === 'hours' ? words.hours : words.cases;
    return this.t().finding(
      cases(casesText(next.cases)),
      casesText(next.low95),
      casesText(next.high95),
      monthName(next),
    );
  });
  protected readonly chart = computed(() =>
    volumesChart(this.task(), this.numbers(), this.forecast(), this.outlook(), this.sentence()),
  );
  protected readonly quality = computed(() => {
    const seen = this.forecast();
    const words = this.t();
    if (seen === null || seen.method === null) return '';
    const names: Readonly<Record<string, string>> = words.methods;
    const method = words.method(names[seen.method] ?? seen.method);
    if (seen.test === null) return method;
    const { mase, naiveMase, origins } = seen.test;
    return [
      words.mase(formatNumber(mase, 2), formatNumber(naiveMase, 2)),
      mase < naiveMase ? words.maseGood(formatPercent(1 - mase / naiveMase)) : words.maseBad,
      words.origins(formatNumber(origins)),
      method,
    ].join(' ');
  });
}
