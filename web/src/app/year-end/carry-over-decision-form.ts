import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { ProblemMessage } from '../platform/problem';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { yearEndLabels } from './year-end.labels';

export type CarryOverVerdict = 'approve' | 'refuse';

/** Asks once before proposals of others are decided. */
@Component({
  selector: 'et-carry-over-decision-form',
  imports: [Button, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="heading()" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-form-notice">
        {{ isApproval() ? t().approveEffect(fiscalYear(), fiscalYear() + 1) : t().refuseEffect }}
      </p>
      <et-text-field
        type="lines"
        [label]="t().note"
        [optional]="isApproval()"
        [(value)]="note"
        [error]="hasTried() && isNoteMissing() ? t().noteMissing : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ isApproval() ? t().approve(count()) : t().refuse }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class CarryOverDecisionForm {
  readonly verdict = input.required<CarryOverVerdict>();
  readonly fiscalYear = input.required<number>();
  readonly count = input.required<number>();
  readonly amountCents = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<string>();
  readonly closed = output<void>();
  protected readonly t = yearEndLabels;
  protected readonly note = signal('');
  protected readonly hasTried = signal(false);
  protected readonly isApproval = computed(() => this.verdict() === 'approve');
  protected readonly isNoteMissing = computed(() => !this.isApproval() && this.note().trim() === '');
  protected readonly heading = computed(() =>
    this.isApproval() ? yearEndLabels().approveHeading(formatEuro(this.amountCents())) : yearEndLabels().refuseHeading,
  );

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    if (!this.isNoteMissing()) this.confirmed.emit(this.note().trim());
  }
}
