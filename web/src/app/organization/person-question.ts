import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { Notice } from '../ui/notice/notice';
import { userLabels } from './user.labels';

/** Asks once before something that other people notice. */
@Component({
  selector: 'et-person-question',
  imports: [Button, Dialog, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="heading()" (closed)="closed.emit()">
    @if (problem(); as refused) {
      <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
        <p>{{ refused.detail }}</p>
      </et-notice>
    }
    <p>{{ effect() }}</p>
    <div class="et-actions et-actions--below">
      <button type="button" etButton="primary" (click)="confirmed.emit()">{{ button() }}</button>
      <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().form.cancel }}</button>
    </div>
  </et-dialog>`,
})
export class PersonQuestion {
  readonly heading = input.required<string>();
  readonly effect = input.required<string>();
  readonly button = input.required<string>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<void>();
  readonly closed = output<void>();
  protected readonly t = userLabels;
}
