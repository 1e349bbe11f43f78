import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { linesLabels } from './lines.labels';

/** Keeps the filter of the list under a name; what it finds may count as IT from then on. */
@Component({
  selector: 'et-filter-save',
  imports: [Button, Dialog, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().saveFilter" (closed)="closed.emit()">
    <et-text-field [label]="t().filterName" [(value)]="name" [error]="problem()?.detail" />
    <label class="et-check">
      <input type="checkbox" [checked]="marksIt()" (change)="marksIt.set(!marksIt())" /> {{ t().marksIt }}
    </label>
    <div class="et-actions et-actions--below">
      <button type="button" etButton="primary" (click)="confirmed.emit({ name: name(), marksIt: marksIt() })">
        {{ t().save }}
      </button>
      <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
    </div>
  </et-dialog>`,
})
export class FilterSave {
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<{ readonly name: string; readonly marksIt: boolean }>();
  readonly closed = output<void>();
  protected readonly t = linesLabels;
  protected readonly name = signal('');
  protected readonly marksIt = signal(true);
}
