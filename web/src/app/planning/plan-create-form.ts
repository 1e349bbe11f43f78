import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { CreatePlanVersion, PreviewPlanCopy } from '@etatlotse/contracts/planning';
import type { FiscalYearRow, PlanCopyPreview, PlanVersionRow } from '@etatlotse/contracts/planning/plain';
import { fiscalYear, planningWindow, planYears } from '@etatlotse/domain/shared';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { planCopyLabels } from './plan-copy.labels';
import { PlanCopyPreviewTable } from './plan-copy-preview';
import { readRule, type RuleDraft } from './plan-rule-draft';
import { PlanRulesForm } from './plan-rules-form';
import { planningLabels } from './planning.labels';
import { budgetYears } from './plan-state';

/**
 * A new plan version: empty, or a copy of another one, on wish indexed by rules whose effect is shown before it is made.
 * A Nachtrag is always a copy of the plan it changes.
 */
@Component({
  selector: 'et-plan-create-form',
  imports: [Button, Choice, Dialog, Notice, PlanCopyPreviewTable, PlanRulesForm, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-create-form.html',
})
export class PlanCreateForm {
  readonly years = input.required<readonly FiscalYearRow[]>();
  readonly sources = input.required<readonly PlanVersionRow[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly preview = input<PlanCopyPreview | null>(null);
  readonly confirmed = output<CreatePlanVersion>();
  readonly previewAsked = output<PreviewPlanCopy>();
  readonly closed = output<void>();
  protected readonly words = planningLabels;
  protected readonly copyWords = planCopyLabels;
  protected readonly t = computed(() => planningLabels().create);

  protected readonly name = signal('');
  protected readonly kind = signal<string | null>('budget');
  protected readonly firstYear = signal<string | null>(null);
  protected readonly sourceId = signal<string | null>(null);
  protected readonly later = signal<string | null>('repeat_last');
  protected readonly rules = signal<readonly RuleDraft[]>([]);
  /** What the preview on screen was worked out for. */
  private readonly asked = signal<string | null>(null);
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
  /** A Nachtrag copies the plan of the same years that is in force. */
  protected readonly sourceOptions = computed(() => {
    const plan = this.budget();
    const fitting = this.isSupplementary()
      ? this.sources().filter(
          (row) => row.state === 'in_force' && row.firstYear === plan?.firstYear && row.lastYear === plan.lastYear,
        )
      : this.sources();
    return fitting.map((row) => ({ value: row.id, label: `${row.name} (${planningLabels().states[row.state]})` }));
  });
  private readonly source = computed(() => this.sourceOptions().find(({ value }) => value === this.sourceId()));
  protected readonly isSourceMissing = computed(() => this.isSupplementary() && this.source() === undefined);

  /** The plan years and the three after them; the year before is the last year's plan itself. */
  protected readonly rateYears = computed(() => {
    const plan = this.budget();
    return plan === null
      ? []
      : planningWindow(planYears(fiscalYear(plan.firstYear), fiscalYear(plan.lastYear))).slice(1);
  });
  private readonly readRules = computed(() => this.rules().map((rule) => readRule(rule, this.rateYears())));
  private readonly copy = computed<PreviewPlanCopy | null>(() => {
    const plan = this.budget();
    const source = this.source();
    const rules = this.readRules().filter((rule) => rule !== null);
    if (plan === null || source === undefined || rules.length < this.rules().length) return null;
    return {
      copyFromId: source.value,
      firstYear: plan.firstYear,
      isTwoYears: plan.lastYear > plan.firstYear,
      laterYears: this.later() === 'leave_empty' || this.isSupplementary() ? 'leave_empty' : 'repeat_last',
      rules,
    };
  });
  protected readonly mayPreview = computed(() => this.rules().length > 0);
  protected readonly isStale = computed(() => this.asked() !== JSON.stringify(this.copy()));

  protected askPreview(): void {
    this.hasTried.set(true);
    const copy = this.copy();
    if (copy === null) return;
    this.asked.set(JSON.stringify(copy));
    this.previewAsked.emit(copy);
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const plan = this.budget();
    const name = this.name().trim();
    if (name === '' || plan === null || this.isSourceMissing()) return;
    const copy = this.copy();
    const isCopy = this.source() !== undefined;
    // A rule that is half filled in must not be lost without a word.
    if (isCopy && copy === null) return;
    this.confirmed.emit({
      name,
      kind: this.isSupplementary() ? 'supplementary' : 'budget',
      firstYear: plan.firstYear,
      isTwoYears: plan.lastYear > plan.firstYear,
      ...(copy === null
        ? {}
        : {
            copyFromId: copy.copyFromId,
            laterYears: copy.laterYears,
            ...(copy.rules.length === 0 ? {} : { rules: copy.rules }),
          }),
    });
  }
}
