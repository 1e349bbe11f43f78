import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import type { ReviewBenefit } from '@etatlotse/contracts/benefit';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { benefitLabels } from './benefit.labels';

/** What a review found, and when the next one is. */
@Component({
  selector: 'et-benefit-review-form',
  imports: [Button, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().reviewHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-text-field
        type="lines"
        [label]="t().reviewText"
        [(value)]="text"
        [error]="hasTried() && text().trim() === '' ? t().missing : null"
      />
      <et-date-field [label]="t().nextOn" [hint]="t().nextHint" [optional]="true" [(value)]="nextOn" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class BenefitReviewForm {
  readonly version = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<ReviewBenefit>();
  readonly closed = output<void>();
  protected readonly t = benefitLabels;
  protected readonly text = signal('');
  protected readonly nextOn = signal<string | null>(null);
  protected readonly hasTried = signal(false);

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const text = this.text().trim();
    if (text !== '') this.confirmed.emit({ text, nextOn: this.nextOn(), version: this.version() });
  }
}
