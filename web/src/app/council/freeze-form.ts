import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { MeetingRow } from '@etatlotse/contracts/council/plain';
import type { FreezeSnapshot } from '@etatlotse/contracts/snapshot';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { snapshotLabels } from './snapshot.labels';

export type Frozen = FreezeSnapshot;

/** For which meeting, up to which day, and for whom. */
@Component({
  selector: 'et-freeze-form',
  imports: [Button, DateField, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p>{{ t().hint('' + year()) }}</p>
      <et-select [label]="t().meeting" [options]="options()" [placeholder]="t().meetingNone" [(value)]="meetingId" />
      <et-date-field [label]="t().day" [hint]="t().dayHint" [optional]="true" [(value)]="day" />
      <label class="et-check"
        ><input type="checkbox" [checked]="isPublic()" (change)="isPublic.set(checked($event))" />{{
          t().public
        }}</label
      >
      <et-text-field type="lines" [label]="t().remark" [optional]="true" [(value)]="remark" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class FreezeForm {
  readonly year = input.required<number>();
  readonly meetings = input.required<readonly MeetingRow[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<Frozen>();
  readonly closed = output<void>();
  protected readonly t = computed(() => snapshotLabels().form);
  protected readonly meetingId = signal<string | null>(null);
  protected readonly day = signal<string | null>(null);
  protected readonly isPublic = signal(false);
  protected readonly remark = signal('');
  protected readonly options = computed(() =>
    this.meetings().map(({ id, heldOn, body }) => ({ value: id, label: `${formatDate(heldOn)} ${body.name}` })),
  );

  protected checked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected send(event: Event): void {
    event.preventDefault();
    const [meetingId, ledgerAsOf, remark] = [this.meetingId(), this.day(), this.remark().trim()];
    this.confirmed.emit({
      fiscalYear: this.year(),
      isPublic: this.isPublic(),
      ...(meetingId === null ? {} : { meetingId }),
      ...(ledgerAsOf === null ? {} : { ledgerAsOf }),
      ...(remark === '' ? {} : { remark }),
    });
  }
}
