import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { RecordPlanChangeResult } from '@etatlotse/contracts/planning';
import { CHANGE_DECISIONS, type PlanChangeRow } from '@etatlotse/contracts/planning/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { planChangeLabels } from './plan-change.labels';

/** Records what a committee or the council decided about a change, and when. */
@Component({
  selector: 'et-plan-result-form',
  imports: [Button, Choice, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading(change().code || change().title)" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-choice
        [large]="true"
        [legend]="t().choice"
        [options]="options()"
        [value]="result()"
        (valueChange)="result.set($event)"
        [error]="hasTried() && result() === null ? words().form.fill : null"
      />
      <et-text-field
        [label]="t().committee"
        [hint]="t().committeeHint"
        [(value)]="committee"
        [error]="hasTried() && !committee().trim() ? words().form.fill : null"
      />
      <et-date-field
        [label]="t().day"
        [(value)]="day"
        [error]="hasTried() && day() === null ? words().form.fill : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().form.cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class PlanResultForm {
  readonly change = input.required<PlanChangeRow>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<RecordPlanChangeResult>();
  readonly closed = output<void>();
  protected readonly words = planChangeLabels;
  protected readonly t = computed(() => planChangeLabels().result);
  protected readonly result = signal<string | null>(null);
  protected readonly committee = linkedSignal(() => this.change().committee);
  protected readonly day = linkedSignal<string | null>(() => this.change().decidedOn);
  protected readonly hasTried = signal(false);
  protected readonly options = computed(() => [
    { value: 'accepted', label: this.t().accepted, detail: this.t().acceptedDetail },
    { value: 'rejected', label: this.t().rejected, detail: this.t().rejectedDetail },
  ]);

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const result = CHANGE_DECISIONS.find((one) => one === this.result());
    const decidedOn = this.day();
    const committee = this.committee().trim();
    if (result === undefined || decidedOn === null || committee === '') return;
    this.confirmed.emit({ version: this.change().version, result, committee, decidedOn });
  }
}
