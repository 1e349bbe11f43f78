import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { EnterRelease } from '@etatlotse/contracts/capacity';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { type Option, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { releaseEntryLabels } from './release-entry.labels';
import { typedNumber } from './task-draft';

const SECONDS = 60;
const NAME_MAX = 200;
const GRADE_MAX = 20;

/** Time that is assumed to become free and that no project and no benefit names: entered by hand. */
@Component({
  selector: 'et-release-entry-form',
  imports: [Button, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-finding">{{ t().finding(year()) }}</p>
      <et-text-field
        [label]="t().name"
        [hint]="t().nameHint"
        [(value)]="name"
        [error]="hasTried() && !isNamed() ? t().missing : null"
      />
      <et-select
        [label]="t().unit"
        [options]="units()"
        [(value)]="unitId"
        [error]="hasTried() && unitId() === null ? t().missing : null"
      />
      <div class="et-fields-2">
        <et-text-field
          [label]="t().yearHours(year())"
          [hint]="t().yearHint"
          [(value)]="yearHours"
          [error]="hasTried() && ofYear() === null ? t().notWhole : null"
        />
        <et-text-field
          [label]="t().runRateHours"
          [hint]="t().runRateHint"
          [(value)]="runRateHours"
          [error]="hasTried() && ofWholeYear() === null ? t().notWhole : null"
        />
      </div>
      <div class="et-fields-2">
        <et-text-field
          [label]="t().grade"
          [hint]="t().gradeHint"
          [optional]="true"
          [(value)]="grade"
          [error]="hasTried() && grade().trim().length > 20 ? t().gradeLong : null"
        />
        <et-text-field
          [label]="t().minutes"
          [hint]="t().minutesHint"
          [optional]="true"
          [(value)]="minutes"
          [error]="hasTried() && seconds() === null ? t().notMinutes : null"
        />
      </div>
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ReleaseEntryForm {
  readonly year = input.required<number>();
  readonly units = input.required<readonly Option[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<EnterRelease>();
  readonly closed = output<void>();
  protected readonly t = releaseEntryLabels;
  protected readonly name = signal('');
  /** Who works for one unit need not choose it. */
  protected readonly unitId = linkedSignal<string | null>(() => {
    const [only, ...others] = this.units();
    return only !== undefined && others.length === 0 ? only.value : null;
  });
  protected readonly yearHours = signal('');
  protected readonly runRateHours = signal('');
  protected readonly grade = signal('');
  protected readonly minutes = signal('');
  protected readonly hasTried = signal(false);
  protected readonly isNamed = computed(() => {
    const { length } = this.name().trim();
    return length > 0 && length <= NAME_MAX;
  });
  protected readonly ofYear = computed(() => hoursOf(this.yearHours()));
  protected readonly ofWholeYear = computed(() => hoursOf(this.runRateHours()));
  /** Undefined where nothing is said, null where it is no number of minutes. */
  protected readonly seconds = computed(() => {
    if (this.minutes().trim() === '') return undefined;
    const typed = typedNumber(this.minutes());
    const seconds = typed === null ? 0 : Math.round(typed * SECONDS);
    return seconds >= 1 && seconds <= 1_000_000 ? seconds : null;
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [unitId, yearHours, runRateHours, seconds] = [
      this.unitId(),
      this.ofYear(),
      this.ofWholeYear(),
      this.seconds(),
    ];
    const grade = this.grade().trim();
    if (!this.isNamed() || unitId === null || yearHours === null || runRateHours === null) return;
    if (seconds === null || grade.length > GRADE_MAX) return;
    this.confirmed.emit({
      ...{ name: this.name().trim(), unitId, fiscalYear: this.year(), yearHours, runRateHours, grade },
      ...(seconds === undefined ? {} : { secondsPerCase: seconds }),
    });
  }
}

/** Whole hours, also below zero: in its first year a change may cost more than it saves. */
function hoursOf(text: string): number | null {
  const digits = text
    .trim()
    .replaceAll(/(?<=\d)\.(?=\d{3}\b)/g, '')
    .replace('−', '-');
  return /^-?\d{1,7}$/.test(digits) ? Number(digits) : null;
}
