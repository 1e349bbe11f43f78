import { ChangeDetectionStrategy, Component, input, linkedSignal, output, signal } from '@angular/core';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { decisionWorkLabels } from './decision-work.labels';

/** One step of one demand: what it does, and the reason where one is asked for. */
@Component({
  selector: 'et-step-form',
  imports: [Button, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="heading()" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-form-notice">{{ effect() }}</p>
      @if (asksReason()) {
        <et-text-field
          type="lines"
          [label]="t().unplanReason"
          [hint]="t().unplanReasonHint"
          [error]="hasTried() && !reason().trim() ? t().fill : null"
          [(value)]="reason"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ button() }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class StepForm {
  readonly heading = input.required<string>();
  readonly effect = input.required<string>();
  readonly button = input.required<string>();
  /** What the reason begins with. */
  readonly suggestion = input('');
  readonly asksReason = input(false);
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<string>();
  readonly closed = output<void>();
  protected readonly t = decisionWorkLabels;
  protected readonly reason = linkedSignal(() => this.suggestion());
  protected readonly hasTried = signal(false);

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.asksReason() && this.reason().trim() === '') return;
    this.confirmed.emit(this.asksReason() ? this.reason().trim() : '');
  }
}
