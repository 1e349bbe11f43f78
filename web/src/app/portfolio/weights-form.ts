import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import {
  SCORE_CRITERIA,
  type ScoreCriterion,
  type ScoreWeights,
  type WeightsView,
} from '@etatlotse/contracts/portfolio/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Slider } from '../ui/slider/slider';
import { DecisionWorkStore } from './decision-work.store';
import { decisionWorkLabels } from './decision-work.labels';
import { portfolioLabels } from './portfolio.labels';

const ALL = 100;

/** The city's weights: a change is a new version, the earlier ones stand below it. */
@Component({
  selector: 'et-weights-form',
  imports: [Button, Dialog, Notice, Slider, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().weightsHeading" (closed)="closed.emit()">
    <form novalidate (submit)="save($event)">
      @if (work.weigh.problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-form-notice">{{ t().weightsEffect }}</p>
      @for (criterion of criteria; track criterion) {
        <et-slider
          [label]="t().criteria[criterion]"
          [hint]="t().criteriaHints[criterion]"
          [min]="0"
          [max]="100"
          [unit]="t().percent"
          [value]="draft()[criterion]"
          (valueChange)="weigh(criterion, $event)"
        />
      }
      <p class="et-form-notice" aria-live="polite" [class.et-field__error]="sum() !== 100">{{ sumText() }}</p>
      <et-slider [label]="t().delay" [min]="0" [max]="100" [unit]="t().percent" [(value)]="delay" />
      <et-text-field
        type="lines"
        [label]="t().weightsReason"
        [error]="hasTried() && !reason().trim() ? t().fill : null"
        [(value)]="reason"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="save">
          {{ weights().id === null && isSame() ? t().weightsConfirm : t().weightsSave }}
        </button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
      <h3 class="et-section">{{ t().weightsHistory }}</h3>
      @for (one of work.weights(); track one.id) {
        <p class="et-small">
          <b>{{ versionOf(one) }}</b><br />{{ textOf(one) }} {{ one.reason }}
        </p>
      } @empty {
        <p class="et-small et-muted">{{ t().weightsNone }}</p>
      }
    </form>
  </et-dialog>`,
})
export class WeightsForm {
  readonly weights = input.required<WeightsView>();
  readonly saved = output<number>();
  readonly closed = output<void>();
  protected readonly work = inject(DecisionWorkStore);
  protected readonly t = decisionWorkLabels;
  protected readonly criteria = SCORE_CRITERIA;
  protected readonly draft = linkedSignal<ScoreWeights['weights']>(() => this.weights().weights);
  protected readonly delay = linkedSignal(() => this.weights().delayPercent);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly sum = computed(() => SCORE_CRITERIA.reduce((sum, one) => sum + this.draft()[one], 0));
  protected readonly sumText = computed(() =>
    this.sum() === ALL ? this.t().weightsSumRight : this.t().weightsSum(formatNumber(this.sum())),
  );
  protected readonly isSame = computed(
    () =>
      this.delay() === this.weights().delayPercent &&
      SCORE_CRITERIA.every((one) => this.draft()[one] === this.weights().weights[one]),
  );

  constructor() {
    this.work.showsWeights.set(true);
  }

  protected weigh(criterion: ScoreCriterion, value: number): void {
    this.draft.update((draft) => ({ ...draft, [criterion]: value }));
  }

  protected versionOf({ number, recordedAt, recordedBy }: WeightsView): string {
    const day = recordedAt === null ? '' : formatDate(recordedAt.slice(0, 10));
    return this.t().weightsVersion(String(number), day, recordedBy ?? '');
  }

  protected textOf({ weights: { benefit, urgency, reach, readiness } }: WeightsView): string {
    return portfolioLabels().weightsText(String(benefit), String(urgency), String(reach), String(readiness));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const reason = this.reason().trim();
    if (reason === '' || this.sum() !== ALL) return;
    const { benefit, urgency, reach, readiness } = this.draft();
    const delayPercent = this.delay();
    const done = await this.work.weigh.run({ benefit, urgency, reach, readiness, delayPercent, reason });
    if (done !== null) this.saved.emit(done.version);
  }
}
