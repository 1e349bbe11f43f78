import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  CAPACITY_PATHS,
  type StaffingPlanPage as PlanPage,
  type StaffingPlanRow,
} from '@etatlotse/contracts/capacity/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { formatFte, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Control, Field } from '../ui/field/field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Unknown } from '../ui/unknown/unknown';
import { PostTabs } from './post-tabs';
import { staffingPlanLabels } from './staffing-plan.labels';

type Sums = Pick<StaffingPlanRow, 'totalHundredths' | 'beforeHundredths'>;

/** The staffing plan of a year as the budget prints it, by product group, beside the year before. */
@Component({
  selector: 'et-staffing-plan-page',
  imports: [Button, Control, Empty, Failure, Field, Loading, PageHead, PostTabs, RouterLink, Scroll, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './staffing-plan.page.html',
})
export class StaffingPlanPage {
  readonly q = input<string>();
  private readonly router = inject(Router);
  protected readonly year = inject(FiscalYear).year;
  private readonly permissions = inject(Permissions);
  protected readonly t = staffingPlanLabels;
  protected readonly mayImport = computed(() => this.permissions.has('import.staffing'));
  protected readonly typed = linkedSignal(() => this.q() ?? '');
  protected readonly list = paged<StaffingPlanRow, PlanPage>(CAPACITY_PATHS.staffingPlan, () =>
    query({ fiscalYear: this.year(), q: this.q() }),
  );
  protected readonly totals = computed(() => this.list.first()?.totals ?? null);
  protected readonly hasStatuses = computed(() => (this.totals()?.officialHundredths ?? null) !== null);
  protected readonly years = computed(() => this.list.first()?.years ?? []);
  protected readonly lead = computed(() => {
    const totals = this.totals();
    if (totals === null || totals.groups === 0) return '';
    const words = this.t();
    const total = this.fte(totals.totalHundredths);
    const stands = totals.groups === 1 ? words.leadOne(total) : words.lead(total, formatNumber(totals.groups));
    return [stands, this.changeText(totals)].filter((sentence) => sentence !== '').join(' ');
  });

  private changeText(sums: Sums): string {
    const change = this.change(sums);
    if (change === null || this.q() !== undefined) return '';
    const words = this.t();
    if (change === 0) return words.same(this.year() - 1);
    const size = formatFte(Math.abs(change) / 100, 2);
    return change > 0 ? words.more(size, this.year() - 1) : words.fewer(size, this.year() - 1);
  }

  protected change({ totalHundredths, beforeHundredths }: Sums): number | null {
    return beforeHundredths === null ? null : totalHundredths - beforeHundredths;
  }

  protected fte(hundredths: number, isSigned = false): string {
    return formatNumber(hundredths / 100, 2, isSigned);
  }

  protected search(event: Event): void {
    event.preventDefault();
    const q = this.typed().trim() || null;
    void this.router.navigate([], { queryParams: { q }, queryParamsHandling: 'merge' });
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }
}
