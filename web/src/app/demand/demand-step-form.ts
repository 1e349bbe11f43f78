import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { TakeDemandStep } from '@etatlotse/contracts/demand';
import {
  type Demand,
  DEMAND_WORKFLOW,
  type DemandRequirement,
  type DemandStep,
} from '@etatlotse/contracts/demand/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Dialog } from '../ui/dialog/dialog';
import { Notice } from '../ui/notice/notice';
import { demandPageLabels } from './demand-page.labels';
import { demandLabels } from './demand.labels';

/** What the person can say here and now; everything else has to be done before. */
const SAID_HERE: readonly DemandRequirement[] = ['reason', 'in_time', 'deliberation'];

/** One step of the workflow: what it does, what it still waits for, and the words that it asks for. */
@Component({
  selector: 'et-demand-step-form',
  imports: [Button, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="words().steps[step()]" (closed)="closed.emit()">
    <form novalidate (submit)="answer($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-form-notice">{{ t().effect[step()] }}</p>
      @if (missing().length > 0) {
        <et-notice kind="warn" class="et-form-notice">
          <ul>
            @for (one of missing(); track one) {
              <li>{{ words().requirements[one] }}</li>
            }
          </ul>
        </et-notice>
      }
      @if (needs('deliberation')) {
        <et-date-field [label]="t().deliberatedOn" [error]="errorOf(deliberatedOn())" [(value)]="deliberatedOn" />
        <et-text-field
          type="lines"
          [label]="t().deliberation"
          [error]="errorOf(deliberation().trim())"
          [(value)]="deliberation"
        />
      }
      @if (asksReason()) {
        <et-text-field
          type="lines"
          [label]="t().reasonLabel"
          [hint]="t().reasonHint"
          [error]="errorOf(reason().trim())"
          [(value)]="reason"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ words().steps[step()] }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class DemandStepForm {
  readonly demand = input.required<Demand>();
  readonly step = input.required<DemandStep>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<TakeDemandStep>();
  readonly closed = output<void>();
  protected readonly t = demandPageLabels;
  protected readonly words = demandLabels;
  protected readonly reason = signal('');
  protected readonly deliberatedOn = signal<string | null>(null);
  protected readonly deliberation = signal('');
  protected readonly hasTried = signal(false);
  private readonly offer = computed(() => this.demand().steps.find(({ step }) => step === this.step()));
  protected readonly missing = computed(() =>
    (this.offer()?.missing ?? []).filter((requirement) => !SAID_HERE.includes(requirement)),
  );
  protected readonly asksReason = computed(
    () => this.needs('reason') || (this.needs('in_time') && this.offer()?.missing.includes('in_time') === true),
  );

  protected needs(requirement: DemandRequirement): boolean {
    return DEMAND_WORKFLOW[this.step()].requires.includes(requirement);
  }

  protected errorOf(value: string | null): string | null {
    return this.hasTried() && (value === null || value === '') ? this.words().missing : null;
  }

  protected answer(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [reason, deliberation, deliberatedOn] = [
      this.reason().trim(),
      this.deliberation().trim(),
      this.deliberatedOn(),
    ];
    if (this.asksReason() && reason === '') return;
    if (this.needs('deliberation') && (deliberation === '' || deliberatedOn === null)) return;
    this.confirmed.emit({
      step: this.step(),
      version: this.demand().version,
      ...(reason === '' ? {} : { reason }),
      ...(deliberatedOn === null ? {} : { deliberatedOn, deliberation }),
    });
  }
}
