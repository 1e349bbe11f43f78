import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanVersionDetail, Supplement, SupplementRow } from '@etatlotse/contracts/planning/plain';
import { authorityAfterCents } from '@etatlotse/domain/budget';
import { type Cents, cents } from '@etatlotse/domain/shared';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Choice, type Option } from '../ui/choice/choice';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { PlanChangesStore } from './plan-changes.store';
import { planSupplementLabels } from './plan-supplement.labels';
import { planningLabels } from './planning.labels';

/** What a Nachtrag does to the authority: old, change, new; and for each line with a grant the question nobody guesses. */
@Component({
  selector: 'et-plan-supplement',
  imports: [Amount, Choice, Notice, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-supplement.html',
})
export class PlanSupplementPanel {
  readonly version = input.required<PlanVersionDetail>();
  readonly changed = output<void>();
  protected readonly store = inject(PlanChangesStore);
  protected readonly t = planSupplementLabels;
  protected readonly words = planningLabels;
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly questions = computed(() => this.store.supplement()?.rows.filter(({ isAsked }) => isAsked) ?? []);
  protected readonly mayAnswer = computed(() => this.store.mayWrite() && this.version().isOpen);
  protected readonly lead = computed(() => {
    const supplement = this.store.supplement();
    const base = supplement?.base?.name ?? '';
    const lines = supplement?.changedLines ?? 0;
    if (lines === 0) return this.t().leadNone(base);
    return lines === 1 ? this.t().leadOne(base) : this.t().lead(base, formatNumber(lines));
  });
  /** Revenue less expense: what a look at the duty of § 115 begins with. */
  protected readonly balances = computed(() => {
    const totals = this.store.supplement()?.totals ?? [];
    const years = [...new Set(totals.map(({ fiscalYear }) => fiscalYear))];
    return years.map((year) => this.t().balance(year, formatEuro(balanceOf(totals, year), true)));
  });

  protected sentence(row: SupplementRow): string {
    const granted = formatEuro(row.overPlanCents + row.outsidePlanCents);
    return this.t().sentence(formatEuro(row.oldCents ?? 0), formatEuro(row.changeCents, true), granted);
  }

  /** Each answer with what may be spent by it, said before it is given. */
  protected options(row: SupplementRow): readonly Option[] {
    const makes = (includesExtra: boolean): string => this.t().makes(formatEuro(authorityOf(row, includesExtra) ?? 0));
    return [
      { value: 'yes', label: this.t().includes, detail: makes(true) },
      { value: 'no', label: this.t().beside, detail: makes(false) },
    ];
  }

  protected valueOf({ includesExtra }: SupplementRow): string | null {
    if (includesExtra === null) return null;
    return includesExtra ? 'yes' : 'no';
  }

  protected async answer(row: SupplementRow, value: string | null): Promise<void> {
    if (value === null) return;
    await this.store.answer.run({
      lineId: row.lineId,
      fiscalYear: row.fiscalYear,
      includesExtra: value === 'yes',
      seenOverPlanCents: row.overPlanCents,
      seenOutsidePlanCents: row.outsidePlanCents,
    });
    this.store.reload();
    this.changed.emit();
  }
}

const orNull = (amountCents: number | null): Cents | null => (amountCents === null ? null : cents(amountCents));

function authorityOf(row: SupplementRow, includesExtra: boolean): number | null {
  return authorityAfterCents(orNull(row.oldCents), {
    changeCents: cents(row.changeCents),
    overPlanCents: cents(row.overPlanCents),
    outsidePlanCents: cents(row.outsidePlanCents),
    includesExtra,
  });
}

function balanceOf(totals: Supplement['totals'], year: number): number {
  return totals
    .filter(({ fiscalYear }) => fiscalYear === year)
    .reduce((sum, { direction, changeCents }) => {
      if (direction === 'revenue') return sum + changeCents;
      return direction === 'expense' ? sum - changeCents : sum;
    }, 0);
}
