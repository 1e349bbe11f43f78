import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Dialog } from '../ui/dialog/dialog';
import { RecordForm, type RecordFormShape } from '../ui/record/record-form';
import type { RecordFields, RecordValues } from '../ui/record/record-fields';
import { RecordStore } from './record.store';

/** Asks for an entry of a record: a decision, a count, a share of a post. What stands inside is shown below the fields. */
@Component({
  selector: 'et-record-dialog',
  imports: [Dialog, RecordForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="heading()" [wide]="true" (closed)="closed.emit()">
    <et-record-form
      [shape]="shape()"
      [known]="known()"
      [choices]="store.choices()"
      [problem]="store.problem()"
      [send]="send()"
      (confirmed)="confirmed.emit($event)"
      (typed)="typed.emit($event)"
      (cancelled)="closed.emit()"
    >
      <ng-content />
    </et-record-form>
  </et-dialog>`,
})
export class RecordDialog<Fields extends RecordFields> {
  readonly heading = input.required<string>();
  readonly shape = input.required<RecordFormShape<Fields>>();
  readonly known = input<Partial<RecordValues<Fields>> | null>(null);
  readonly send = input.required<string>();
  readonly confirmed = output<RecordValues<Fields>>();
  readonly typed = output<RecordValues<Fields> | null>();
  readonly closed = output<void>();
  protected readonly store = inject(RecordStore);
}
