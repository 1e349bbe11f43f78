import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { TellTraining } from '@etatlotse/contracts/rollout';
import type { RolloutUnit } from '@etatlotse/contracts/rollout/plain';
import type { ProblemMessage } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { shareText } from '../ui/bound/bound';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { rolloutDialogLabels } from './rollout-dialog.labels';
import { shareOf, wholeOf } from './rollout-look';
import { rolloutLabels } from './rollout.labels';

/** How many people a unit has and how many are trained; empty is unknown. The quota is for whoever leads. */
@Component({
  selector: 'et-rollout-training-form',
  imports: [Button, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().trainingHeading(unit().name)" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      @if (isRegistered()) {
        <p class="et-form-notice">{{ t().byRegister }}</p>
      } @else {
        <et-text-field
          [label]="t().persons"
          [hint]="t().unknownHint"
          [optional]="true"
          [(value)]="persons"
          [error]="wrong(persons())"
        />
        <et-text-field
          [label]="t().trained"
          [hint]="t().unknownHint"
          [optional]="true"
          [(value)]="trained"
          [error]="isAbove() ? t().trainedAbove : wrong(trained())"
        />
      }
      @if (mayLead()) {
        <et-text-field
          [label]="t().quota"
          [hint]="t().quotaHint"
          [(value)]="quota"
          [error]="hasTried() && share() === null ? words().notShare : null"
        />
      } @else {
        <p class="et-small">{{ t().quotaFixed(quotaText()) }}</p>
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ words().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class RolloutTrainingForm {
  readonly unit = input.required<RolloutUnit>();
  readonly mayLead = input(false);
  /** The register of trainings says how many are trained. */
  readonly isRegistered = input(false);
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<TellTraining>();
  readonly closed = output<void>();
  protected readonly t = rolloutDialogLabels;
  protected readonly words = rolloutLabels;
  protected readonly persons = linkedSignal(() => textOf(this.unit().persons));
  protected readonly trained = linkedSignal(() => textOf(this.unit().trained));
  protected readonly quota = linkedSignal(() => {
    const { quotaBasisPoints } = this.unit();
    return formatNumber(quotaBasisPoints / 100, quotaBasisPoints % 100 === 0 ? 0 : 2);
  });
  protected readonly hasTried = signal(false);
  protected readonly share = computed(() => shareOf(this.quota()));
  protected readonly quotaText = computed(() => shareText(this.unit().quotaBasisPoints));
  protected readonly isAbove = computed(() => {
    const [persons, trained] = [wholeOf(this.persons()), wholeOf(this.trained())];
    return persons !== null && trained !== null && trained > persons;
  });

  protected wrong(text: string): string | null {
    return this.hasTried() && !isReadable(text) ? this.words().notNumber : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const quotaBasisPoints = this.mayLead() ? this.share() : this.unit().quotaBasisPoints;
    const areReadable = isReadable(this.persons()) && isReadable(this.trained());
    if (quotaBasisPoints === null || !areReadable || this.isAbove()) return;
    this.confirmed.emit({
      persons: wholeOf(this.persons()),
      trained: wholeOf(this.trained()),
      quotaBasisPoints,
      version: this.unit().version,
    });
  }
}

const textOf = (value: number | null): string => (value === null ? '' : String(value));
const isReadable = (text: string): boolean => text.trim() === '' || wholeOf(text) !== null;
