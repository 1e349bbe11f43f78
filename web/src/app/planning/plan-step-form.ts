import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { AdoptPlanVersion, TakePlanStep } from '@etatlotse/contracts/planning';
import type { PlanVersionDetail } from '@etatlotse/contracts/planning/plain';
import { inForceOn, type PlanVersionRequirement, PLAN_VERSION_STEPS } from '@etatlotse/domain/budget';
import { fiscalYear, plainDate } from '@etatlotse/domain/shared';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { planningLabels } from './planning.labels';

const FINDING_PROBLEMS: readonly string[] = ['PLAN_LINES_INCOMPLETE', 'PLAN_BOUND_MISSING', 'PLAN_EMPTY'];

/** Steps that people take; superseding happens by itself. */
export type PersonStep = TakePlanStep['step'] | 'adopt';

/** One step of a plan version. What it asks for (day, document, reason, second person) is the domain's table. */
@Component({
  selector: 'et-plan-step-form',
  imports: [Button, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-step-form.html',
})
export class PlanStepForm {
  readonly version = input.required<PlanVersionDetail>();
  readonly step = input.required<PersonStep>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<TakePlanStep>();
  readonly adopted = output<AdoptPlanVersion>();
  readonly closed = output<void>();
  protected readonly words = planningLabels;
  protected readonly t = computed(() => planningLabels().step);

  protected readonly day = signal<string | null>(null);
  protected readonly text = signal('');
  protected readonly hasTried = signal(false);
  protected readonly needs = computed(() => {
    const needed: readonly PlanVersionRequirement[] = PLAN_VERSION_STEPS[this.step()].requires;
    return {
      reason: needed.includes('reason'),
      decision: needed.includes('decision_date'),
      submission: needed.includes('submission_date'),
      display: needed.includes('display_end'),
      second: needed.includes('second_person'),
    };
  });
  private readonly needsDay = computed(() => {
    const { decision, submission, display } = this.needs();
    return decision || submission || display;
  });
  private readonly needsText = computed(() => this.needs().reason || this.needs().decision);
  protected readonly dayError = computed(() => (this.hasTried() && this.day() === null ? this.t().fill : null));
  protected readonly textError = computed(() => (this.hasTried() && !this.text().trim() ? this.t().fill : null));

  /** Refusals whose reasons stand in the list of findings. */
  protected readonly showsFindings = (code: string): boolean => FINDING_PROBLEMS.includes(code);

  protected readonly effect = computed(() => {
    const step = this.step();
    if (step !== 'adopt') return this.t().effects[step];
    const day = this.day();
    return day === null ? this.t().adoptNoDay : this.t().adopt(formatDate(day));
  });
  /** Said before it is done: the day on which the plan will enter into force (R14). */
  protected readonly inForce = computed(() => {
    const day = this.day();
    if (!this.needs().display || day === null) return null;
    return this.t().inForce(formatDate(inForceOn(plainDate(day), fiscalYear(this.version().firstYear))));
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const day = this.day();
    const text = this.text().trim();
    if ((this.needsDay() && day === null) || (this.needsText() && text === '')) return;
    const { version } = this.version();
    const step = this.step();
    if (step === 'adopt') {
      if (day !== null) this.adopted.emit({ version, decidedOn: day, decisionDocument: text });
      return;
    }
    const { reason, submission, display } = this.needs();
    this.confirmed.emit({
      version,
      step,
      ...(reason ? { reason: text } : {}),
      ...(submission && day !== null ? { submittedOn: day } : {}),
      ...(display && day !== null ? { displayEndsOn: day } : {}),
    });
  }
}
