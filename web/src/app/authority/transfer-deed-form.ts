import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { transferLabels } from './transfer.labels';

/** What can be done with a transfer that exists. */
export type TransferDeed = 'book' | 'refuse' | 'withdraw' | 'undo';

/** Asks once before a transfer is decided, withdrawn or undone, and for the reason where one is needed. */
@Component({
  selector: 'et-transfer-deed-form',
  imports: [Button, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="words().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p>{{ words().text }}</p>
      @if (deed() !== 'withdraw') {
        <et-text-field
          type="lines"
          [label]="words().reason"
          [optional]="!needsReason()"
          [(value)]="reason"
          [error]="hasTried() && isMissing() ? t().reasonMissing : null"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ words().confirm }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class TransferDeedForm {
  readonly deed = input.required<TransferDeed>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<string>();
  readonly closed = output<void>();
  protected readonly t = transferLabels;
  protected readonly words = computed(() => transferLabels().deeds[this.deed()]);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly needsReason = computed(() => this.deed() === 'refuse' || this.deed() === 'undo');
  protected readonly isMissing = computed(() => this.needsReason() && this.reason().trim() === '');

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    if (!this.isMissing()) this.confirmed.emit(this.reason().trim());
  }
}
