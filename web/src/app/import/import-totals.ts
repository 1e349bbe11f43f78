import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ControlTotal } from '@etatlotse/contracts/import/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { sumsLabels } from './sums.labels';

/** What each amount column adds up to beside what the file says it is, and by class of account. */
@Component({
  selector: 'et-import-totals',
  imports: [Amount, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-totals.html',
})
export class ImportTotals {
  readonly totals = input.required<readonly ControlTotal[]>();
  /** What files of other kinds add up instead of cents: hundredths of full-time posts, or of cases. */
  readonly counts = input<'cents' | 'fte' | 'cases'>('cents');
  /** Whether each row says itself what its amount is, so that a column is neither plan nor actuals. */
  readonly kindInRows = input(false);
  private readonly isFte = computed(() => this.counts() === 'fte');
  protected readonly isCases = computed(() => this.counts() === 'cases');
  protected readonly t = sumsLabels;
  protected readonly differing = computed(() => this.totals().filter((total) => (total.differenceCents ?? 0) !== 0));
  protected readonly isStated = computed(() => this.totals().some(({ printedCents }) => printedCents !== null));
  protected readonly sentence = computed(() => {
    const words = this.t();
    const differing = this.differing().length;
    if (this.isCases()) return words.casesFinding;
    if (differing > 0) return words.totalsDiffer(formatNumber(differing), differing === 1);
    const stated = this.totals().filter(({ printedCents }) => printedCents !== null).length;
    if (stated === 0) return words.totalsMissing;
    const all = formatNumber(this.totals().length);
    if (stated === this.totals().length && this.isFte()) return words.fteMatch(all);
    return stated === this.totals().length ? words.totalsMatch(all) : words.totalsSome(formatNumber(stated), all);
  });
  /** Columns that bring something, each with its sums by class. */
  protected readonly classed = computed(() =>
    this.totals().filter(({ byClass, sumCents }) => byClass.length > 0 && (sumCents !== 0 || byClass.some(isUsed))),
  );
  protected readonly classes = computed(() =>
    [...new Set(this.classed().flatMap(({ byClass }) => byClass.map(({ accountClass }) => accountClass)))].sort(),
  );

  protected readonly heading = computed(() => (this.isCases() ? this.t().casesTotals : this.t().totals));
  protected readonly unit = computed(() => {
    const words = this.t();
    return this.isCases() ? words.casesUnit : this.isFte() ? words.fteUnit : words.signs;
  });

  protected casesOf({ sumCents }: ControlTotal): string {
    return formatNumber(sumCents / 100);
  }

  protected becomes(total: ControlTotal): string {
    if (this.isCases()) return this.t().casesRole;
    const year = total.fiscalYear === null ? '' : String(total.fiscalYear);
    if (this.kindInRows() && total.role !== 'other') return this.t().amountOfRow(year);
    return this.isFte() && total.role === 'plan' ? this.t().fteRole(year) : this.t().roles[total.role](year);
  }

  protected sumOf(total: ControlTotal, accountClass: string): number | null {
    return total.byClass.find((part) => part.accountClass === accountClass)?.sumCents ?? null;
  }
}

const isUsed = ({ sumCents }: { readonly sumCents: number }): boolean => sumCents !== 0;
