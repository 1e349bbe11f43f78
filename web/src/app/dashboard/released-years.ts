import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { BoundYearRow } from '@etatlotse/contracts/authority/plain';
import type { SnapshotBoundYears } from '@etatlotse/contracts/snapshot/plain';
import { Amount } from '../ui/amount/amount';
import { formatWholeEuro } from '../ui/amount/format';
import { Chart } from '../ui/chart/chart';
import type { BarChart } from '../ui/chart/chart.types';
import { PhoneCards } from '../ui/table/phone-cards';
import { Scroll } from '../ui/table/scroll';
import { AskFigure } from './ask-figure';
import { overviewLabels } from './overview.labels';
import { releasedPartLabels } from './released-parts.labels';

/** When the city loses its freedom: later years, bound and free. */
@Component({
  selector: 'et-released-years',
  imports: [Amount, AskFigure, Chart, PhoneCards, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().years }}</h2>
    <p class="et-finding">{{ finding() }}</p>
    <ul class="et-keys">
      <li><span class="et-swatch et-fill-commitment"></span>{{ t().bound }}</li>
      <li><span class="et-swatch et-fill-available"></span>{{ t().free }}</li>
    </ul>
    <et-chart [chart]="chart()" [beside]="askTotal" />
    <ng-template #askTotal let-at>
      @if (later()[at]; as total) {
        <et-ask-figure
          [figure]="'bound.all.' + total.fiscalYear + '.bound'"
          [what]="t().boundOfAll(total.fiscalYear)"
        />
      }
    </ng-template>
    <et-scroll [label]="t().years">
      <table etPhoneCards class="et-table et-cards--pairs">
        <thead>
          <tr>
            <th scope="col">{{ t().year }}</th>
            <th scope="col">{{ t().frame }}</th>
            <th scope="col" class="n">{{ t().amount }}</th>
            <th scope="col" class="n">{{ t().bound }}</th>
            <th scope="col" class="n">{{ t().free }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.frame + row.fiscalYear) {
            <tr>
              <th scope="row" class="et-num">{{ row.fiscalYear }}</th>
              <td [attr.data-label]="t().frame">{{ words().frames[row.frame] }}</td>
              <td class="n" [attr.data-label]="t().amount">
                <et-amount form="whole" [cents]="row.amountCents" /><et-ask-figure
                  [figure]="ask(row, 'amount')"
                  [what]="asked(row, t().amount)"
                />
              </td>
              <td class="n" [attr.data-label]="t().bound">
                <et-amount form="whole" [cents]="row.boundCents" /><et-ask-figure
                  [figure]="ask(row, 'bound')"
                  [what]="asked(row, t().bound)"
                />
              </td>
              <td class="n" [attr.data-label]="t().free">
                <et-amount form="whole" [alarming]="true" [cents]="row.freeCents" /><et-ask-figure
                  [figure]="ask(row, 'free')"
                  [what]="asked(row, t().free)"
                />
              </td>
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>
    @if (missing(); as text) {
      <p class="et-source">{{ text }}</p>
    }`,
})
export class ReleasedYears {
  readonly years = input.required<SnapshotBoundYears>();
  readonly fiscalYear = input.required<number>();
  protected readonly t = releasedPartLabels;
  protected readonly words = overviewLabels;
  protected readonly ask = ({ frame, fiscalYear }: BoundYearRow, figure: string): string =>
    `bound.${frame}.${fiscalYear}.${figure}`;
  protected readonly asked = ({ frame, fiscalYear }: BoundYearRow, figure: string): string =>
    `${this.words().frames[frame]} ${fiscalYear}, ${figure}`;
  protected readonly later = computed(() =>
    this.years().totals.filter(({ fiscalYear }) => fiscalYear > this.fiscalYear()),
  );
  protected readonly rows = computed(() =>
    this.years()
      .rows.filter(({ fiscalYear }) => fiscalYear > this.fiscalYear())
      .toSorted((first, second) => first.fiscalYear - second.fiscalYear),
  );
  protected readonly missing = computed(() => {
    const { missing } = this.years();
    return missing.length === 0
      ? ''
      : this.t().yearsMissing(missing.map((kind) => this.t().boundKinds[kind]).join(', '));
  });
  protected readonly finding = computed(() => {
    const [next] = this.later();
    if (next === undefined) return '';
    const bound = formatWholeEuro(next.boundCents);
    return next.amountCents === null
      ? this.t().yearsUnknown(String(next.fiscalYear), bound)
      : this.t().yearsFinding(String(next.fiscalYear), bound, formatWholeEuro(next.amountCents));
  });
  protected readonly chart = computed((): BarChart => ({
    kind: 'bar',
    question: this.t().years,
    sentence: this.finding(),
    unit: 'cents',
    isStacked: true,
    categories: this.later().map(({ fiscalYear }) => String(fiscalYear)),
    series: [
      { label: this.t().bound, tone: 'obligo', values: this.later().map(({ boundCents }) => boundCents) },
      {
        label: this.t().free,
        tone: 'avail',
        values: this.later().map(({ freeCents }) => (freeCents === null ? null : Math.max(freeCents, 0))),
      },
    ],
  }));
}
