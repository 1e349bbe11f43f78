import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CountOutcome } from '@etatlotse/contracts/outcome';
import type { OutcomeCount } from '@etatlotse/contracts/outcome/plain';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { boundText, countText } from '../ui/bound/bound';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { OutcomeCountForm } from './outcome-count-form';
import { OutcomeTrend } from './outcome-trend';
import { OutcomeUnits } from './outcome-units';
import { outcomeLabels } from './outcome.labels';
import { OutcomeStore } from './outcome.store';

/** One outcome: what a piece costs, whether it gets dearer, and in which unit it costs what. */
@Component({
  selector: 'et-outcome-page',
  imports: [
    Button,
    Facts,
    Failure,
    Loading,
    Notice,
    OutcomeCountForm,
    OutcomeTrend,
    OutcomeUnits,
    PageHead,
    RouterLink,
  ],
  providers: [OutcomeStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './outcome.page.html',
})
export class OutcomePage {
  /** Of the address. */
  readonly outcomeId = input.required<string>();
  protected readonly store = inject(OutcomeStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = outcomeLabels;
  protected readonly date = formatDate;
  protected readonly number = formatNumber;
  protected readonly asking = signal<{ readonly corrected: OutcomeCount | null } | null>(null);
  protected readonly crumbs = computed(() => [{ label: this.t().title, link: ['/outcomes'] }]);
  protected readonly unitOptions = computed(() =>
    this.store.units().map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  );

  protected readonly lead = computed(() => {
    const [t, outcome] = [this.t(), this.store.outcome()];
    const newest = outcome?.newest ?? null;
    if (outcome === null) return '';
    if (newest === null || newest.perPiece === null || newest.costCents === null) return t.pageUnknown;
    const { perPiece, costCents, measuredOn, operator, quantity } = newest;
    return [
      t.pageLead(boundText(perPiece, 'euro'), outcome.piece, formatDate(measuredOn)),
      t.pageSource(formatEuro(costCents), countText(operator, quantity)),
      ...(perPiece.bound === 'exact' ? [] : [t.pageBound]),
    ].join(' ');
  });

  protected readonly facts = computed<Fact[]>(() => {
    const [t, outcome] = [this.t(), this.store.outcome()];
    if (outcome === null) return [];
    const { project, hasProject } = outcome;
    return [
      { term: t.kind, text: t.kinds[outcome.kind] },
      { term: t.unit, text: outcome.unitName ?? t.wholeCity },
      { term: t.basis, text: t.bases[outcome.basis] },
      ...(project !== null
        ? [{ term: t.project, text: project.name, link: ['/projects', project.id] }]
        : hasProject
          ? [{ term: t.project, text: t.hiddenProject }]
          : []),
      { term: t.lines, text: formatNumber(outcome.lineCount) },
    ];
  });

  constructor() {
    effect(() => this.store.outcomeId.set(this.outcomeId()));
  }

  protected ask(corrected: OutcomeCount | null): void {
    this.store.count.clear();
    this.store.isChoosing.set(true);
    this.asking.set({ corrected });
  }

  protected async send(count: CountOutcome): Promise<void> {
    if ((await this.store.count.run(count)) === null) return;
    this.toasts.show(this.t().counted);
    this.asking.set(null);
    this.store.reload();
  }
}
