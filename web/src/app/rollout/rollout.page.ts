import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Capability, GoalMeasurement, RolloutGoal, RolloutUnit } from '@etatlotse/contracts/rollout/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { RolloutAcceptance } from './rollout-acceptance';
import { RolloutCapabilityForm } from './rollout-capability-form';
import { RolloutGoalPanel } from './rollout-goal';
import { RolloutGoalForm } from './rollout-goal-form';
import { RolloutMatrix } from './rollout-matrix';
import { RolloutMeasureForm } from './rollout-measure-form';
import { rolloutPageLabels } from './rollout-page.labels';
import { boardSentence, factsOfRollout } from './rollout-sentence';
import { RolloutSurveyForm } from './rollout-survey-form';
import { RolloutTrainingForm } from './rollout-training-form';
import { RolloutUnitForm } from './rollout-unit-form';
import { type RolloutErrand, RolloutStore } from './rollout.store';
import { rolloutLabels } from './rollout.labels';

/** What the page is asking for at the moment. */
type Asking =
  | { readonly kind: 'unit' | 'survey' }
  | { readonly kind: 'goal'; readonly goal: RolloutGoal | null }
  | { readonly kind: 'measure'; readonly goal: RolloutGoal; readonly corrected: GoalMeasurement | null }
  | { readonly kind: 'train'; readonly unit: RolloutUnit }
  | { readonly kind: 'tell'; readonly unit: RolloutUnit; readonly capability: Capability };

/** The board of a roll-out: its goals, the matrix of units and capabilities, and how staff takes it. */
@Component({
  selector: 'et-rollout-page',
  imports: [
    Button,
    Facts,
    Failure,
    Loading,
    Notice,
    PageHead,
    RolloutAcceptance,
    RolloutCapabilityForm,
    RolloutGoalForm,
    RolloutGoalPanel,
    RolloutMatrix,
    RolloutMeasureForm,
    RolloutSurveyForm,
    RolloutTrainingForm,
    RolloutUnitForm,
    RouterLink,
  ],
  providers: [RolloutStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rollout.page.html',
})
export class RolloutPage {
  /** Of the address. */
  readonly rolloutId = input.required<string>();
  protected readonly store = inject(RolloutStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = rolloutPageLabels;
  protected readonly words = rolloutLabels;
  protected readonly date = formatDate;
  protected readonly number = formatNumber;
  protected readonly asking = signal<Asking | null>(null);
  protected readonly crumbs = computed(() => [{ label: this.words().title, link: ['/rollouts'] }]);
  protected readonly lead = computed(() => boardSentence(this.store.rollout()));
  protected readonly facts = computed(() => factsOfRollout(this.store.rollout()));
  /** Units that are not in it yet. */
  protected readonly unitOptions = computed(() => {
    const taken = new Set(this.store.rollout()?.rows.map(({ unitId }) => unitId));
    return this.store
      .units()
      .filter(({ id }) => !taken.has(id))
      .map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
  });
  protected readonly projectOptions = computed(() =>
    this.store.projects().map(({ id, name }) => ({ value: id, label: name })),
  );

  constructor() {
    effect(() => this.store.rolloutId.set(this.rolloutId()));
  }

  protected ask(asking: Asking): void {
    this.store.errand.clear();
    // Only these forms choose from units and projects.
    if (asking.kind === 'unit' || asking.kind === 'goal') this.store.isChoosing.set(true);
    this.asking.set(asking);
  }

  /** What was typed stays where it is until it was taken. */
  protected async send(errand: RolloutErrand): Promise<void> {
    if ((await this.store.errand.run(errand)) === null) return;
    this.toasts.show(this.words().done);
    this.asking.set(null);
    this.store.reload();
  }
}
