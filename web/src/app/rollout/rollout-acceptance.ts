import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Rollout } from '@etatlotse/contracts/rollout/plain';
import { formatNumber, formatPercent } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import type { BarChart } from '../ui/chart/chart.types';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { rolloutPageLabels } from './rollout-page.labels';

/** How staff takes a roll-out: the newest survey as a picture, and all of them as a table. */
@Component({
  selector: 'et-rollout-acceptance',
  imports: [Button, Chart, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <div class="et-panel__head">
      <h2>{{ t().acceptance }}</h2>
      @if (rollout().mayLead) {
        <button type="button" etButton="secondary" icon="add" (click)="record.emit()">{{ t().surveyAdd }}</button>
      }
    </div>
    @if (newest(); as survey) {
      <p class="et-finding">{{ finding() }}</p>
      <p class="et-small">„{{ survey.question }}“ ({{ date(survey.heldOn) }}, {{ survey.source }})</p>
      <et-chart [chart]="chart()" size="small" />
      <et-scroll [label]="t().surveys">
        <table class="et-table">
          <caption class="et-hidden">
            {{
              t().surveys
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t().heldOn }}</th>
              <th scope="col" class="n">{{ t().content }}</th>
              <th scope="col" class="n">{{ t().mean }}</th>
              <th scope="col" class="n">{{ t().answered }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of rollout().surveys; track one.id) {
              <tr>
                <th scope="row">{{ date(one.heldOn) }}</th>
                <td class="n">{{ share(one.acceptance.contentBasisPoints) }}</td>
                <td class="n">{{ mean(one.acceptance.meanHundredths) }}</td>
                <td class="n">{{ number(one.acceptance.answered) }} / {{ number(one.invited) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    } @else {
      <p class="et-finding">{{ t().acceptanceNone }}</p>
    }
  </section>`,
})
export class RolloutAcceptance {
  readonly rollout = input.required<Rollout>();
  readonly record = output<void>();
  protected readonly t = rolloutPageLabels;
  protected readonly date = formatDate;
  protected readonly share = (basisPoints: number): string => formatPercent(basisPoints / 10_000);
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly mean = (hundredths: number): string => formatNumber(hundredths / 100, 2);
  protected readonly newest = computed(() => this.rollout().surveys[0] ?? null);
  protected readonly finding = computed(() => {
    const survey = this.newest();
    if (survey === null) return '';
    const { contentBasisPoints, meanHundredths, answered } = survey.acceptance;
    return this.t().acceptanceFinding(
      this.share(contentBasisPoints),
      this.mean(meanHundredths),
      formatNumber(answered),
      formatNumber(survey.invited),
    );
  });
  protected readonly chart = computed<BarChart>(() => ({
    kind: 'bar',
    question: this.t().acceptance,
    sentence: this.finding(),
    unit: 'number',
    categories: this.t().levels,
    series: [{ label: this.t().answers, tone: 'ist', values: this.newest()?.answers ?? [] }],
  }));
}
