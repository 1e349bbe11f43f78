import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import type { ApprovalDeed } from './approval-card';
import { approvalLabels } from './approval.labels';

/** Asks once before a request is decided. Whoever rejects says why. */
@Component({
  selector: 'et-approval-deed-form',
  imports: [Button, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="words().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-form-notice">{{ words().effect }}</p>
      @if (deed() !== 'withdraw') {
        <et-text-field
          type="lines"
          [label]="t().terms.note"
          [optional]="deed() === 'approve'"
          [(value)]="note"
          [error]="hasTried() && isMissing() ? t().noteMissing : null"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ words().button }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ApprovalDeedForm {
  readonly deed = input.required<ApprovalDeed>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<string>();
  readonly closed = output<void>();
  protected readonly t = approvalLabels;
  protected readonly note = signal('');
  protected readonly hasTried = signal(false);
  protected readonly isMissing = computed(() => this.deed() === 'reject' && !this.note().trim());
  protected readonly words = computed(() => {
    const words = approvalLabels();
    switch (this.deed()) {
      case 'approve':
        return { heading: words.approveHeading, effect: words.approveEffect, button: words.approve };
      case 'reject':
        return { heading: words.rejectHeading, effect: words.rejectEffect, button: words.reject };
      case 'withdraw':
        return { heading: words.withdrawHeading, effect: words.withdrawEffect, button: words.withdraw };
    }
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    if (!this.isMissing()) this.confirmed.emit(this.note().trim());
  }
}
