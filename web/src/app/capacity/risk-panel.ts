import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import type { RiskInputs, RiskRow } from '@etatlotse/contracts/capacity/plain';
import { formatFte, formatNumber, formatPercent } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import type { LineChart } from '../ui/chart/chart.types';
import { formatMonth, formatMonthName } from '../ui/date/format';
import { type HeatRow, HeatTable } from '../ui/heat-table/heat-table';
import { Slider } from '../ui/slider/slider';
import { Failure, Loading } from '../ui/state/state';
import { riskLabels } from './risk.labels';
import { RiskStore } from './risk.store';

const HUNDRED = 100;
/** Steps of a probability in percent: half is as likely as not, four fifths is what plans are asked for. */
const STEPS = [5, 20, 35, 50, 80] as const;
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** How likely it is that work does not fit in: of every unit as a table, of one with the FTE that would be enough. */
@Component({
  selector: 'et-risk-panel',
  imports: [Button, Chart, ChartKeys, Failure, HeatTable, Loading, Slider],
  providers: [RiskStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-panel' },
  template: `<h2>{{ t().heading }}</h2>
    @if (store.failure(); as failed) {
      <et-failure [failure]="failed" (retry)="store.reload()" />
    } @else if (store.view(); as view) {
      <p class="et-finding">{{ finding() }}</p>
      <et-heat-table
        [label]="t().heading"
        [rowHead]="t().unit"
        [totalHead]="t().year"
        [columns]="months()"
        [rows]="heat()"
        [steps]="steps"
      />
      @if (fte(); as chart) {
        <h3 class="et-section--close">{{ chart.question }}</h3>
        <p class="et-finding">{{ chart.sentence }}</p>
        <et-chart-keys [series]="chart.series" />
        <et-chart [chart]="chart" size="small" />
      }
      <p class="et-source">{{ t().note(number(view.runs), view.inputs.seed.toString()) }}</p>
      @for (line of gaps(); track line) {
        <p class="et-small et-muted">{{ line }}</p>
      }
    } @else if (store.isStopped()) {
      <p class="et-finding">{{ t().stopped }}</p>
      <button type="button" etButton="secondary" icon="refresh" (click)="apply()">{{ t().again }}</button>
    } @else {
      <et-loading [lines]="6" [text]="t().running" />
      <button type="button" etButton="tertiary" icon="close" (click)="store.stop()">{{ t().stop }}</button>
    }
    <details class="et-section--close">
      <summary>{{ t().assumptions }}</summary>
      <div class="et-fields-2 et-section--close">
        @for (field of fields(); track field.key) {
          <et-slider
            [label]="field.label"
            [unit]="field.unit"
            [min]="field.min"
            [max]="field.max"
            [value]="draft()[field.key]"
            (valueChange)="change(field.key, $event)"
          />
        }
      </div>
      <button type="button" etButton="secondary" icon="refresh" (click)="apply()">{{ t().apply }}</button>
    </details>`,
})
export class RiskPanel {
  /** Left out: every unit that is seen. */
  readonly unitId = input<string>();
  /** What is there month by month, to hold the FTE that would be enough against; null is not told. */
  readonly available = input<readonly (number | null)[]>([]);
  protected readonly store = inject(RiskStore);
  protected readonly t = riskLabels;
  protected readonly steps = STEPS;
  protected readonly number = formatNumber;
  protected readonly draft = linkedSignal(() => this.store.inputs());
  protected readonly months = computed(() => MONTHS.map(formatMonth));
  protected readonly heat = computed(() => (this.store.view()?.rows ?? []).map((row) => this.heatRow(row)));
  private readonly certainty = computed(() =>
    formatPercent((this.store.view()?.inputs.certaintyPercent ?? 0) / HUNDRED),
  );

  protected readonly finding = computed(() => {
    const rows = this.store.view()?.rows ?? [];
    const all = rows.flatMap((row) => (row.overload ?? []).map((chance, at) => ({ row, chance, month: at + 1 })));
    const [first] = all.sort((a, b) => b.chance - a.chance);
    if (first === undefined) return this.unitId() === undefined ? this.t().none : this.t().noneUnit;
    const [month, chance] = [formatMonthName(first.month), formatPercent(first.chance)];
    if (this.unitId() === undefined) return this.t().finding(first.row.unit.name, month, chance);
    const fte = formatFte(first.row.requiredFte?.[first.month - 1] ?? 0, 2);
    return this.t().findingUnit(month, chance, this.certainty(), fte);
  });

  protected readonly fte = computed<LineChart | null>(() => {
    const row = this.unitId() === undefined ? undefined : this.store.view()?.rows[0];
    if (row === undefined || row.requiredFte === null) return null;
    const missing = row.missingFte ?? [];
    const most = missing.reduce((found, fte, at) => (fte > (missing[found] ?? 0) ? at : found), 0);
    const words = this.t();
    const lack = missing[most] ?? 0;
    return {
      kind: 'line',
      question: words.fteHeading(this.certainty()),
      sentence: lack > 0 ? words.fteFinding(formatMonthName(most + 1), formatFte(lack, 2)) : words.fteEnough,
      unit: 'fte',
      categories: this.months(),
      series: [
        { label: words.available, tone: 'avail', values: this.available() },
        { label: words.required(this.certainty()), tone: 'ist', values: row.requiredFte },
      ],
    };
  });

  protected readonly gaps = computed(() => {
    const rows = this.store.view()?.rows ?? [];
    const names = (of: (row: RiskRow) => readonly string[]): string => rows.flatMap(of).join(', ');
    const [leftOut, withoutHistory] = [names((row) => row.leftOut), names((row) => row.withoutHistory)];
    return [
      leftOut === '' ? '' : this.t().leftOut(leftOut),
      withoutHistory === '' ? '' : this.t().withoutHistory(withoutHistory),
    ].filter((line) => line !== '');
  });

  protected readonly fields = computed(() => {
    const words = this.t();
    const field = (key: keyof RiskInputs, label: string, unit: string, min: number, max: number) => ({
      ...{ key, label, unit, min, max },
    });
    return [
      field('certaintyPercent', words.certainty, words.percent, 50, 99),
      field('minutesPercent', words.minutes, words.percent, 0, 50),
      field('slipMonths', words.slip, words.months, 0, 12),
      field('fillMonths', words.fill, words.months, 0, 12),
      field('commonPercent', words.common, words.percent, 0, 100),
      field('seed', words.seed, '', 0, 9_999),
    ];
  });

  constructor() {
    effect(() => this.store.unitId.set(this.unitId() ?? null));
  }

  protected change(key: keyof RiskInputs, value: number): void {
    this.draft.update((draft) => ({ ...draft, [key]: value }));
  }

  protected apply(): void {
    this.store.begin(this.draft());
  }

  private heatRow({ unit, overload, anyOverload }: RiskRow): HeatRow {
    return {
      key: unit.id,
      name: unit.name,
      detail: unit.code,
      percents: overload === null ? MONTHS.map(() => null) : overload.map((chance) => chance * HUNDRED),
      totalPercent: anyOverload === null ? null : anyOverload * HUNDRED,
      ...(this.unitId() === undefined ? { link: ['/capacity/units', unit.id] } : {}),
    };
  }
}
