import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { resultLabels } from './result.labels';

/** Asks before something that came in is taken back, and for the reason. */
@Component({
  selector: 'et-import-undo',
  imports: [Button, Dialog, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="heading()" (closed)="closed.emit()">
    <p class="et-import__name">{{ name() }}</p>
    @if (counterBookings(); as sentence) {
      <p>{{ sentence }}</p>
    }
    <p>{{ t().undoText }}</p>
    <et-text-field
      class="et-section--close"
      type="lines"
      [label]="t().undoReason"
      [optional]="true"
      [(value)]="reason"
    />
    <div class="et-actions et-actions--below">
      <button type="button" etButton="primary" icon="undo" (click)="confirmed.emit(reason().trim())">
        {{ t().undoYes }}
      </button>
      <button type="button" etButton="tertiary" data-focus-first (click)="closed.emit()">{{ t().undoNo }}</button>
    </div>
  </et-dialog>`,
})
export class ImportUndo {
  readonly heading = input.required<string>();
  /** The file, or the files together. */
  readonly name = input.required<string>();
  /** Bookings that get a counter-booking. */
  readonly movements = input(0);
  /** With the reason, which may be empty. */
  readonly confirmed = output<string>();
  readonly closed = output<void>();
  protected readonly t = resultLabels;
  protected readonly reason = signal('');
  protected readonly counterBookings = computed(() => {
    const count = this.movements();
    return count === 0 ? null : this.t().undoCounts(formatNumber(count), count === 1);
  });
}
