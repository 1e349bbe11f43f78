import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CreatePlanVersion } from '@etatlotse/contracts/planning';
import { PLAN_VERSION_STATES } from '@etatlotse/contracts/planning/plain';
import { isPlanVersionOpen } from '@etatlotse/domain/budget';
import { newIdempotencyKey } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { Download } from '../ui/download/download';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { DateField } from '../ui/field/date-field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { planCompareLabels } from './plan-compare.labels';
import { PlanCreateForm } from './plan-create-form';
import { budgetYears, PLAN_LOOKS } from './plan-state';
import { planningLabels } from './planning.labels';
import { PlanVersionsStore } from './plan-versions.store';

/** Every plan version there is: which one holds, which ones are being made. */
@Component({
  selector: 'et-plan-versions-page',
  imports: [
    Download,
    Button,
    DateField,
    Empty,
    Failure,
    Loading,
    PageHead,
    PlanCreateForm,
    RouterLink,
    Scroll,
    Select,
    Tag,
  ],
  providers: [PlanVersionsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-versions.page.html',
})
export class PlanVersionsPage {
  /** `?years=`, `?state=` and `?inForce=` of the address. */
  readonly years = input<string>();
  readonly state = input<string>();
  readonly inForce = input<string>();
  protected readonly store = inject(PlanVersionsStore);
  private readonly fiscalYear = inject(FiscalYear).year;
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = planningLabels;
  protected readonly compareWords = planCompareLabels;
  protected readonly looks = PLAN_LOOKS;
  protected readonly budgetYears = budgetYears;
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly isCreating = signal(false);
  private key = newIdempotencyKey();

  protected readonly yearOptions = computed(() =>
    this.store.years().map(({ fiscalYear }) => ({ value: String(fiscalYear), label: String(fiscalYear) })),
  );
  protected readonly stateOptions = computed(() =>
    PLAN_VERSION_STATES.map((value) => ({ value, label: planningLabels().states[value] })),
  );
  protected readonly lead = computed(() => {
    const words = planningLabels();
    const versions = this.store.newest();
    if (versions.length === 0) return '';
    const year = this.fiscalYear();
    const holds = versions.find((row) => row.state === 'in_force' && row.firstYear <= year && row.lastYear >= year);
    const open = versions.filter(({ state }) => isPlanVersionOpen(state));
    const first = holds ? words.leadInForce(holds.name) : words.leadNoneInForce(year);
    const [one] = open;
    if (one === undefined) return first;
    return `${first} ${
      open.length === 1
        ? words.leadOpen(one.name, words.states[one.state])
        : words.leadOpenMany(formatNumber(open.length))
    }`;
  });

  constructor() {
    effect(() => this.store.wanted.set({ years: this.years(), state: this.state(), inForce: this.inForce() }));
  }

  protected filter(key: 'years' | 'state', value: string | null): void {
    void this.router.navigate([], { queryParams: { [key]: value }, queryParamsHandling: 'merge' });
  }

  /** A day that is half typed is no day yet. */
  protected filterDay(day: string | null): void {
    if (day !== (this.inForce() ?? null)) {
      void this.router.navigate([], { queryParams: { inForce: day }, queryParamsHandling: 'merge' });
    }
  }

  protected clear(): void {
    void this.router.navigate([], {
      queryParams: { years: null, state: null, inForce: null },
      queryParamsHandling: 'merge',
    });
  }

  protected start(): void {
    this.key = newIdempotencyKey();
    this.store.create.clear();
    this.store.clearPreview();
    this.isCreating.set(true);
  }

  protected async create(version: CreatePlanVersion): Promise<void> {
    const made = await this.store.create.run(version, this.key);
    if (made === null) return;
    this.isCreating.set(false);
    this.toasts.show(planningLabels().create.saved(version.name));
    await this.router.navigate(['/planning', made.id], { queryParamsHandling: 'preserve' });
  }
}
