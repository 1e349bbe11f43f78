import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { TrainingSessionRow } from '@etatlotse/contracts/inventory/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { recordLabels } from '../ui/record/record.labels';
import { inventoryLabels } from './inventory.labels';
import { listed } from './record-look';
import { RecordStore } from './record.store';
import { trainingLabels } from './training.labels';

interface Row {
  readonly unitId: string | null;
  readonly people: string;
}

/** Who came, unit by unit. What was entered before stands in the form. */
@Component({
  selector: 'et-training-attendance',
  imports: [Button, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().enter" [wide]="true" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      <p class="et-form-notice">{{ sentence() }}</p>
      @if (store.problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      @if (hasTried() && entered() === null) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="t().attendanceProblem" />
      }
      @for (row of rows(); track $index; let at = $index) {
        <div class="et-inventory-attendance">
          <et-select
            [label]="t().attendanceUnit"
            [options]="store.choices().units"
            [value]="row.unitId"
            (valueChange)="set(at, { unitId: $event })"
          />
          <et-text-field [label]="t().people" [value]="row.people" (valueChange)="set(at, { people: $event })" />
          <button
            type="button"
            etButton="tertiary"
            [attr.aria-label]="t().removeUnit(nameOf(row))"
            icon="delete"
            (click)="remove(at)"
          ></button>
        </div>
      }
      <button type="button" class="et-link-button" (click)="addRow()">{{ t().addUnit }}</button>
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ words().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ common().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class TrainingAttendanceForm {
  readonly session = input.required<TrainingSessionRow>();
  readonly confirmed = output<readonly { readonly unitId: string; readonly people: number }[]>();
  readonly closed = output<void>();
  protected readonly store = inject(RecordStore);
  protected readonly t = trainingLabels;
  protected readonly words = inventoryLabels;
  protected readonly common = recordLabels;
  protected readonly hasTried = signal(false);
  protected readonly rows = linkedSignal<readonly Row[]>(() => {
    const known = (this.session().attendance ?? []).map(({ unitId, people }) => ({ unitId, people: String(people) }));
    return known.length > 0 ? known : [{ unitId: null, people: '' }];
  });
  protected readonly sentence = computed(() => {
    const { startsOn, seats, place } = this.session();
    const t = this.t();
    return `${listed(formatDate(startsOn), place, `${formatNumber(seats)} ${t.seatCount}`)}. ${t.attendanceHint}`;
  });
  /** What is entered; null while a row lacks something. */
  protected readonly entered = computed(() => {
    const entries = this.rows().map(({ unitId, people }) => ({
      unitId: unitId ?? '',
      people: /^[0-9]{1,6}$/.test(people.trim()) ? Number(people.trim()) : null,
    }));
    const known = entries.flatMap(({ unitId, people }) =>
      unitId === '' || people === null ? [] : [{ unitId, people }],
    );
    return known.length === entries.length ? known : null;
  });

  protected set(at: number, change: Partial<Row>): void {
    this.rows.update((rows) => rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  }

  protected addRow(): void {
    this.rows.update((rows) => [...rows, { unitId: null, people: '' }]);
  }

  protected remove(at: number): void {
    this.rows.update((rows) => rows.filter((_, index) => index !== at));
  }

  protected nameOf({ unitId }: Row): string {
    return this.store.choices().units.find(({ value }) => value === unitId)?.label ?? '';
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const entered = this.entered();
    if (entered !== null) this.confirmed.emit(entered);
  }
}
