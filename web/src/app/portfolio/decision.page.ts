import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { DecisionCharts } from './decision-charts';
import { DecisionLimits } from './decision-limits';
import { DecisionProposal } from './decision-proposal';
import { DecisionRanking } from './decision-ranking';
import { DecisionScenarios } from './decision-scenarios';
import { DecisionWork } from './decision-work';
import { decisionWorkLabels } from './decision-work.labels';
import { DecisionWorkStore } from './decision-work.store';
import { shortText } from './decision-words';
import { type DecisionFilter, DecisionStore } from './decision.store';
import { portfolioLabels } from './portfolio.labels';
import { RatingForm } from './rating-form';
import { StaffForm } from './staff-form';
import { WeightsForm } from './weights-form';

/** One page to decide: what fits into money and staff, what falls below the line, and what would be better. */
@Component({
  selector: 'et-decision-page',
  imports: [
    Button,
    DecisionCharts,
    DecisionLimits,
    DecisionProposal,
    DecisionRanking,
    DecisionScenarios,
    DecisionWork,
    Empty,
    Failure,
    Loading,
    PageHead,
    RouterLink,
    RatingForm,
    StaffForm,
    Stand,
    WeightsForm,
  ],
  providers: [DecisionStore, DecisionWorkStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './decision.page.html',
})
export class DecisionPage {
  protected readonly store = inject(DecisionStore);
  private readonly work = inject(DecisionWorkStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = portfolioLabels;
  protected readonly words = decisionWorkLabels;
  protected readonly form = signal<'weights' | 'staff' | null>(null);
  private readonly rating = signal<string | null>(null);
  protected readonly rated = computed(() => this.store.view()?.rows.find(({ id }) => id === this.rating()) ?? null);

  protected readonly question = computed(() => {
    const decision = this.store.decision();
    if (decision === null) return this.t().title;
    const { firstYear, lastYear } = decision;
    return this.t().question(firstYear === lastYear ? String(firstYear) : `${firstYear}/${lastYear}`);
  });

  protected readonly lead = computed(() => {
    const [t, view, decision] = [this.t(), this.store.view(), this.store.decision()];
    if (view === null || decision === null || decision.demands.length === 0) return '';
    const inside = view.rows.filter(({ place }) => place === 'above').length;
    const line = view.rows.find(({ isRedLine }) => isRedLine);
    const leftOut = decision.demands.length - view.rows.length;
    const isStaffKnown = decision.staff.every(({ thousandths }) => thousandths !== null);
    const fits = isStaffKnown ? t.leadFits : t.leadMoney;
    const noLine = isStaffKnown ? [t.leadAll] : [];
    return [
      fits(formatNumber(inside), formatNumber(view.rows.length)),
      ...(line === undefined ? noLine : [t.leadLine(line.demand.title, line.shortOf.map(shortText).join(', '))]),
      ...(leftOut > 0 ? [t.leadUnknown(formatNumber(leftOut))] : []),
    ].join(' ');
  });

  protected readonly weights = computed(() => {
    const [t, weights] = [this.t(), this.store.decision()?.weights];
    if (weights === undefined) return null;
    const { benefit, urgency, reach, readiness } = weights.weights;
    return {
      text: t.weightsText(String(benefit), String(urgency), String(reach), String(readiness)),
      source: weights.id === null ? t.weightsExample : t.weightsOwn(String(weights.number), weights.reason),
    };
  });

  protected refilter(change: Partial<DecisionFilter>): void {
    this.store.filter.update((filter) => ({ ...filter, ...change }));
  }

  protected rate(id: string | null): void {
    this.work.rating.clear();
    this.rating.set(id);
  }

  protected open(form: 'weights' | 'staff'): void {
    this.work.weigh.clear();
    this.work.staff.clear();
    this.form.set(form);
  }

  protected saved(sentence: string): void {
    this.rating.set(null);
    this.form.set(null);
    this.toasts.show(sentence);
    this.work.reload();
  }
}
