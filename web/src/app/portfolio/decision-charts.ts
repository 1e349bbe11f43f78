import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { FrameCode } from '@etatlotse/contracts/demand/plain';
import type { Decision } from '@etatlotse/contracts/portfolio/plain';
import { formatShortEuro } from '../ui/amount/format';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import type { BarChart } from '../ui/chart/chart.types';
import { Waterfall, type WaterfallStep } from '../ui/waterfall/waterfall';
import { ceilingIn, costsByYear, type DecisionView } from './decision-look';
import { portfolioLabels } from './portfolio.labels';

const STATES = ['submitted', 'determined', 'examined', 'deliberated', 'planned', 'adopted'] as const;

/** What the choice binds later, what stands in which state, and the way from last year's plan to this one. */
@Component({
  selector: 'et-decision-charts',
  imports: [Chart, ChartKeys, Waterfall],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="et-grid">
    <section class="et-panel et-span-6">
      <h2>{{ t().years }}</h2>
      <p class="et-finding">{{ years().sentence }}</p>
      <et-chart-keys [series]="years().series" />
      <et-chart [chart]="years()" />
    </section>
    <section class="et-panel et-span-6">
      <h2>{{ t().states }}</h2>
      <p class="et-finding">{{ states().sentence }}</p>
      <et-chart [chart]="states()" />
    </section>
    <section class="et-panel et-span-12">
      <h2>{{ t().waterfall }}</h2>
      <et-waterfall [steps]="steps()" [caption]="t().waterfall" />
    </section>
  </div>`,
})
export class DecisionCharts {
  readonly decision = input.required<Decision>();
  readonly view = input.required<DecisionView>();
  readonly frame = input.required<FrameCode | null>();
  protected readonly t = portfolioLabels;

  protected readonly years = computed<BarChart>(() => {
    const [t, decision] = [this.t(), this.decision()];
    const { run, change } = costsByYear(decision, this.view().rows, this.frame());
    const ceiling = ceilingIn(decision, this.frame(), decision.firstYear);
    const last = decision.years.length - 1;
    const [ofRun, ofChange] = [formatShortEuro(run[last] ?? 0), formatShortEuro(change[last] ?? 0)];
    return {
      kind: 'bar',
      question: t.years,
      sentence: t.yearsSentence(ofRun, ofChange, String(decision.years[last])),
      unit: 'cents',
      isStacked: true,
      categories: decision.years.map(String),
      series: [
        { label: t.run, tone: 'run', values: run },
        { label: t.change, tone: 'change', values: change },
      ],
      ...(ceiling === null ? {} : { target: { label: this.ceilingLabel(), value: ceiling } }),
    };
  });

  protected readonly states = computed<BarChart>(() => {
    const [t, decision, frame] = [this.t(), this.decision(), this.frame()];
    const own = decision.demands.filter((one) => frame === null || one.frame === frame);
    const sums = STATES.map((state) =>
      own.filter((one) => one.state === state).reduce((sum, { costs }) => sum + (costs[0] ?? 0), 0),
    );
    const ceiling = ceilingIn(decision, frame, decision.firstYear);
    const all = sums.reduce((sum, one) => sum + one, 0);
    return {
      kind: 'bar',
      question: t.states,
      sentence: t.statesSentence(formatShortEuro(all), ceiling === null ? t.notKnown : formatShortEuro(ceiling)),
      unit: 'cents',
      categories: STATES.map((state) => t.stateNames[state] ?? state),
      series: [{ label: t.asked, tone: 'plan', values: sums }],
      ...(ceiling === null ? {} : { target: { label: this.ceilingLabel(), value: ceiling } }),
    };
  });

  protected readonly steps = computed<readonly WaterfallStep[]>(() => {
    const [t, decision, frame] = [this.t(), this.decision(), this.frame()];
    const last = decision.lastPlan.filter((one) => frame === null || one.frame === frame);
    const base = last.reduce((sum, { plannedCents }) => sum + plannedCents, 0);
    const rows = this.view().rows.filter(
      ({ place, demand }) => place === 'above' && (frame === null || demand.frame === frame),
    );
    const first = (of: (row: (typeof rows)[number]) => boolean): number => {
      const { run, change } = costsByYear(decision, rows.filter(of), frame);
      return (run[0] ?? 0) + (change[0] ?? 0);
    };
    const running = first(({ demand }) => demand.runOrChange === 'run');
    const duties = first(({ demand }) => demand.runOrChange !== 'run' && demand.isMandatory);
    const others = first(({ demand }) => demand.runOrChange !== 'run' && !demand.isMandatory);
    return [
      { label: t.lastPlan(String(decision.firstYear - 1)), cents: last.length === 0 ? null : base, kind: 'base' },
      { label: t.ofRun, cents: running - base, kind: 'change' },
      { label: t.ofMandatory, cents: duties, kind: 'change' },
      { label: t.ofChange, cents: others, kind: 'change' },
      { label: t.newPlan(String(decision.firstYear)), cents: running + duties + others, kind: 'total' },
    ];
  });

  /** Where a frame without a known ceiling is among them, the sum says so (R26). */
  private ceilingLabel(): string {
    const [t, { ceilings, firstYear }] = [this.t(), this.decision()];
    const own = ceilings.filter(
      (one) => one.fiscalYear === firstYear && (this.frame() === null || one.frame === this.frame()),
    );
    return own.some(({ ceilingCents }) => ceilingCents === null) ? t.ceilingPartly : t.ceiling;
  }
}
