import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { CreatePlanVersion } from '@etatlotse/contracts/planning';
import type { FiscalYearRow, PlanVersionRow } from '@etatlotse/contracts/planning/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { planningLabels } from './planning.labels';
import { budgetYears } from './plan-state';

/** A new plan version: empty, or a copy of another one. A Nachtrag is always a copy of the plan it changes. */
@Component({
  selector: 'et-plan-create-form',
  imports: [Button, Choice, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      @if (years().length === 0) {
        <et-notice kind="warn" class="et-form-notice"
          ><p>{{ t().noYears }}</p></et-notice
        >
      }
      <et-text-field
        [label]="t().name"
        [hint]="t().nameHint"
        [(value)]="name"
        [error]="hasTried() && !name().trim() ? words().nameMissing : null"
      />
      <et-choice [legend]="t().kind" [options]="kinds()" [(value)]="kind" />
      <et-select
        [label]="t().year"
        [options]="budgets()"
        [(value)]="firstYear"
        [error]="hasTried() && budget() === null ? t().yearMissing : null"
      />
      <et-select
        [label]="t().source"
        [options]="sourceOptions()"
        [placeholder]="isSupplementary() ? undefined : t().empty"
        [(value)]="sourceId"
        [error]="hasTried() && isSourceMissing() ? t().sourceMissing : null"
      />
      @if (sourceId() && !isSupplementary()) {
        <et-choice [legend]="t().later" [options]="laterOptions()" [(value)]="later" />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class PlanCreateForm {
  readonly years = input.required<readonly FiscalYearRow[]>();
  readonly sources = input.required<readonly PlanVersionRow[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CreatePlanVersion>();
  readonly closed = output<void>();
  protected readonly words = planningLabels;
  protected readonly t = computed(() => planningLabels().create);

  protected readonly name = signal('');
  protected readonly kind = signal<string | null>('budget');
  protected readonly firstYear = signal<string | null>(null);
  protected readonly sourceId = signal<string | null>(null);
  protected readonly later = signal<string | null>('repeat_last');
  protected readonly hasTried = signal(false);

  protected readonly kinds = computed(() => [
    { value: 'budget', label: this.t().budget },
    { value: 'supplementary', label: this.t().supplementary },
  ]);
  protected readonly laterOptions = computed(() => [
    { value: 'repeat_last', label: this.t().repeatLast },
    { value: 'leave_empty', label: this.t().leaveEmpty },
  ]);
  /** A two-year budget is one choice, under its first year. */
  private readonly plans = computed(() => {
    const byFirst = new Map(this.years().map((year) => [year.planYears[0] ?? year.fiscalYear, year.planYears]));
    return [...byFirst].map(([firstYear, planYears]) => ({ firstYear, lastYear: planYears.at(-1) ?? firstYear }));
  });
  protected readonly budgets = computed(() =>
    this.plans().map((plan) => ({ value: String(plan.firstYear), label: budgetYears(plan) })),
  );
  protected readonly budget = computed(
    () => this.plans().find(({ firstYear }) => String(firstYear) === this.firstYear()) ?? null,
  );
  protected readonly isSupplementary = computed(() => this.kind() === 'supplementary');
  /** A Nachtrag copies a plan of the same years. */
  protected readonly sourceOptions = computed(() => {
    const plan = this.budget();
    const fitting = this.isSupplementary()
      ? this.sources().filter((row) => row.firstYear === plan?.firstYear && row.lastYear === plan.lastYear)
      : this.sources();
    return fitting.map((row) => ({ value: row.id, label: `${row.name} (${planningLabels().states[row.state]})` }));
  });
  private readonly source = computed(() => this.sourceOptions().find(({ value }) => value === this.sourceId()));
  protected readonly isSourceMissing = computed(() => this.isSupplementary() && this.source() === undefined);

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const plan = this.budget();
    const name = this.name().trim();
    if (name === '' || plan === null || this.isSourceMissing()) return;
    const source = this.source();
    this.confirmed.emit({
      name,
      kind: this.isSupplementary() ? 'supplementary' : 'budget',
      firstYear: plan.firstYear,
      isTwoYears: plan.lastYear > plan.firstYear,
      ...(source === undefined
        ? {}
        : {
            copyFromId: source.value,
            laterYears: this.later() === 'leave_empty' || this.isSupplementary() ? 'leave_empty' : 'repeat_last',
          }),
    });
  }
}
