import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { LineAssignment } from '@etatlotse/contracts/budget';
import type { ProblemMessage } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { type Option, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { LineFormOptions } from './line-form-options';
import { lineFormLabels } from './line-form.labels';

/** A list entry that takes an assignment away; no id and no code looks like it. */
const CLEARED = '-';

/**
 * Gives every line that the filter finds the same unit, frame or kind: how a city marks what is IT after bringing in its whole
 * budget, and gives lines their place in the plan where the file said none. What is left at "stays" is not touched.
 */
@Component({
  selector: 'et-lines-assign',
  imports: [Button, Dialog, Notice, Select, TextField],
  providers: [LineFormOptions],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="heading()" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      <p class="et-form-notice">{{ t().assignLead }}</p>
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <div class="et-fields-2">
        @for (field of fields(); track field.name) {
          <et-select
            [label]="field.label"
            [options]="field.options"
            [placeholder]="t().keep"
            [value]="chosen()[field.name] ?? null"
            (valueChange)="choose(field.name, $event)"
          />
        }
        @for (field of PLACE; track field) {
          <et-text-field
            [label]="t()[field]"
            [hint]="t().keepEmpty"
            [value]="chosen()[field] ?? ''"
            (valueChange)="choose(field, $event.trim() === '' ? null : $event)"
          />
        }
      </div>
      @if (isNothing()) {
        <et-notice kind="bad" [live]="true" [heading]="t().assignNothing" />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().assignConfirm }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class LinesAssign {
  /** Lines that the filter finds. */
  readonly lines = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<LineAssignment>();
  readonly closed = output<void>();
  private readonly options = inject(LineFormOptions);
  protected readonly t = lineFormLabels;
  protected readonly PLACE = ['subBudget', 'product', 'productName'] as const;
  protected readonly chosen = signal<Readonly<Partial<Record<keyof LineAssignment, string>>>>({});
  private readonly hasTried = signal(false);

  protected readonly heading = computed(() =>
    this.lines() === 1 ? this.t().assignHeadingOne : this.t().assignHeading(formatNumber(this.lines())),
  );
  protected readonly isNothing = computed(() => this.hasTried() && Object.keys(this.chosen()).length === 0);
  protected readonly fields = computed(() => {
    const words = this.t();
    const removable = (options: readonly Option[]): Option[] => [...options, { value: CLEARED, label: words.clear }];
    const { frames, units, runOrChange, serviceClasses, networkZones } = this.options;
    const yesNo = [
      { value: 'true', label: words.nonStaffYes },
      { value: 'false', label: words.nonStaffNo },
    ];
    return [
      { name: 'frame', label: words.frame, options: removable(frames()) },
      { name: 'unitId', label: words.unit, options: removable(units()) },
      { name: 'runOrChange', label: words.runOrChange, options: removable(runOrChange()) },
      { name: 'serviceClass', label: words.serviceClass, options: removable(serviceClasses()) },
      { name: 'networkZone', label: words.networkZone, options: removable(networkZones()) },
      { name: 'isNonStaff', label: words.nonStaffLabel, options: yesNo },
    ] as const;
  });

  protected choose(name: keyof LineAssignment, value: string | null): void {
    const { [name]: _, ...others } = this.chosen();
    this.chosen.set(value === null ? others : { ...others, [name]: value });
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.isNothing()) return;
    const read = (name: string, value: string): string | boolean | null => {
      if (name === 'isNonStaff') return value === 'true';
      return value === CLEARED ? null : value;
    };
    this.confirmed.emit(
      Object.fromEntries(Object.entries(this.chosen()).map(([name, value]) => [name, read(name, value)])),
    );
  }
}
