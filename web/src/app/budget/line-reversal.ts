import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import type { MovementRow } from '@etatlotse/contracts/budget';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { lineLabels } from './line.labels';

/** Asks once, with the reason: the movement stays and a counter-movement is written. */
@Component({
  selector: 'et-line-reversal',
  imports: [Button, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().reverseOf(movement().text)" (closed)="closed.emit()">
    <p>{{ t().reverseHint }}</p>
    <et-text-field type="lines" [label]="t().reason" [(value)]="reason" />
    @if (problem(); as text) {
      <et-notice kind="bad" [live]="true" [heading]="text" />
    }
    <div class="et-actions et-actions--below">
      <button type="button" etButton="primary" (click)="confirmed.emit(reason())">{{ t().reverse }}</button>
      <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
    </div>
  </et-dialog>`,
})
export class LineReversal {
  readonly movement = input.required<MovementRow>();
  readonly problem = input<string | null>(null);
  readonly confirmed = output<string>();
  readonly closed = output<void>();
  protected readonly t = lineLabels;
  protected readonly reason = signal('');
}
