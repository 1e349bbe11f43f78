import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { COST_KINDS } from '@etatlotse/contracts/project/plain';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { AmountField } from '../ui/field/amount-field';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { projectFormLabels } from './project-form.labels';
import { shareText } from './project-look';
import { type MilestoneDraft, ProjectPlanStore } from './project-plan.store';
import { projectLabels } from './project.labels';

const YEARS_AROUND = 8;

/** The working plan: dates, milestones with their shares, and costs by year and kind. */
@Component({
  selector: 'et-project-plan-page',
  imports: [AmountField, Button, DateField, Failure, Loading, Notice, PageHead, Select, TextField],
  providers: [ProjectPlanStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-plan.page.html',
})
export class ProjectPlanPage {
  /** Of the address. */
  readonly projectId = input.required<string>();
  protected readonly store = inject(ProjectPlanStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = projectFormLabels;
  protected readonly words = projectLabels;
  protected readonly hasTried = signal(false);
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly crumbs = computed(() => [
    { label: this.words().title, link: ['/projects'] },
    { label: this.store.project()?.name ?? '', link: ['/projects', this.projectId()] },
  ]);
  protected readonly kinds = computed(() => COST_KINDS.map((value) => ({ value, label: this.words().kinds[value] })));
  protected readonly years = computed(() => {
    const first = Number((this.store.plannedStart() ?? '2026').slice(0, 4));
    return Array.from({ length: YEARS_AROUND }, (_, at) => String(first + at)).map((year) => ({
      value: year,
      label: year,
    }));
  });
  protected readonly sum = computed(() => {
    const sum = this.store.sumBasisPoints();
    return sum === null ? '–' : shareText(sum);
  });
  protected readonly isUneven = computed(
    () => this.store.milestones().length > 0 && this.store.sumBasisPoints() !== 10_000,
  );
  protected readonly budget = computed(() => formatEuro(this.store.budgetCents()));

  constructor() {
    effect(() => this.store.projectId.set(this.projectId()));
  }

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.words().missing : null;
  }

  protected dayError(row: MilestoneDraft): string | null {
    return this.store.isOutside(row) ? this.t().outside : this.missing(row.plannedOn === null);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const plan = this.store.complete();
    if (plan === null || (await this.store.save.run(plan)) === null) return;
    this.toasts.show(this.t().saved);
    await this.router.navigate(['/projects', this.projectId()], { queryParamsHandling: 'preserve' });
  }
}
