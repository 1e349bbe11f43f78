import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { Notice } from '../ui/notice/notice';
import { poolLabels } from './pool.labels';

/** Asks once before cover is taken away from somebody. */
@Component({
  selector: 'et-pool-question',
  imports: [Button, Dialog, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="heading()" (closed)="closed.emit()">
    @if (problem(); as refused) {
      <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
        <p>{{ refused.detail }}</p>
      </et-notice>
    }
    <p>{{ text() }}</p>
    <div class="et-actions et-actions--below">
      <button type="button" etButton="primary" (click)="confirmed.emit()">{{ action() }}</button>
      <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
    </div>
  </et-dialog>`,
})
export class PoolQuestion {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
  readonly action = input.required<string>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<void>();
  readonly closed = output<void>();
  protected readonly t = poolLabels;
}
