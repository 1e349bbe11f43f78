import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { NoteDeparture } from '@etatlotse/contracts/capacity';
import type { UnitPostName } from '@etatlotse/contracts/capacity/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { unitLabels } from './unit.labels';

const DAYS_MAX = 2_000;

/** A post falls vacant on a day: how long filling takes, and how a successor learns. */
@Component({
  selector: 'et-departure-form',
  imports: [Button, DateField, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().formHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-select
        [label]="t().post"
        [options]="options()"
        [(value)]="postId"
        [error]="hasTried() && postId() === null ? t().missing : null"
      />
      <et-date-field
        [label]="t().leavesOn"
        [(value)]="leavesOn"
        [error]="hasTried() && leavesOn() === null ? t().missing : null"
      />
      <et-text-field
        [label]="t().daysToFill"
        [hint]="t().daysHint"
        [optional]="true"
        [(value)]="days"
        [error]="hasTried() && daysToFill() === undefined ? t().notWhole : null"
      />
      <et-text-field
        [label]="t().rampUp"
        [hint]="t().rampHint"
        [optional]="true"
        [(value)]="ramp"
        [error]="hasTried() && percents() === null ? t().notPercents : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ t().add }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class DepartureForm {
  readonly posts = input.required<readonly UnitPostName[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<{ readonly postId: string; readonly departure: NoteDeparture }>();
  readonly closed = output<void>();
  protected readonly t = unitLabels;
  protected readonly postId = signal<string | null>(null);
  protected readonly leavesOn = signal<string | null>(null);
  protected readonly days = signal('120');
  protected readonly ramp = signal('50, 75');
  protected readonly hasTried = signal(false);
  protected readonly options = computed(() =>
    this.posts().map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
  );
  /** Null: not filled again; undefined: not readable. */
  protected readonly daysToFill = computed(() => {
    const typed = this.days().trim();
    if (typed === '') return null;
    return /^\d{1,4}$/.test(typed) && Number(typed) <= DAYS_MAX ? Number(typed) : undefined;
  });
  protected readonly percents = computed(() => {
    const parts = this.ramp()
      .split(/[,;\s]+/)
      .filter((part) => part !== '');
    return parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 100) ? parts.map(Number) : null;
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [postId, leavesOn, daysToFill, rampUpPercents] = [
      this.postId(),
      this.leavesOn(),
      this.daysToFill(),
      this.percents(),
    ];
    if (postId === null || leavesOn === null || daysToFill === undefined || rampUpPercents === null) return;
    this.confirmed.emit({ postId, departure: { leavesOn, daysToFill, rampUpPercents } });
  }
}
