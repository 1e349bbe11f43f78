import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import { MONTHS_KINDS, type MonthsKind } from '@etatlotse/contracts/planning/plain';
import { checkPhasing, monthsOf, phasingOf } from '@etatlotse/domain/budget';
import { cents, parseAmount, plainAmount, WHOLE_BASIS_POINTS } from '@etatlotse/domain/shared';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { type Option, Choice } from '../ui/choice/choice';
import { formatMonth, formatMonthName } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { lineLabels } from './plan-line.labels';
import { PlanLineStore } from './plan-line.store';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** How the year's amount of a line falls into months: equal, twelve amounts, or twelve shares of a hundred percent. */
@Component({
  selector: 'et-plan-months',
  imports: [Button, Choice, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-months.html',
})
export class PlanMonths {
  protected readonly store = inject(PlanLineStore);
  protected readonly t = lineLabels;

  protected readonly kinds = computed((): readonly Option[] =>
    MONTHS_KINDS.map((value) => ({ value, label: lineLabels().months.kinds[value] })),
  );
  protected readonly kind = linkedSignal<MonthsKind>(() => this.store.months()?.kind ?? 'equal');
  /** What stands in the twelve fields; a change of the kind begins with the months as they are. */
  protected readonly texts = linkedSignal<readonly string[]>(() => this.written(this.kind()));
  private readonly yearCents = computed(() => cents(this.store.months()?.amountCents ?? 0));

  /** What was typed as whole cents, or hundredths of a percent; null where it cannot be read. */
  private readonly values = computed(() =>
    this.texts().map((text) => {
      const typed = text.replace(/[\s\u00a0€%]/g, '');
      if (typed === '') return 0;
      const read = parseAmount(typed, { minCents: cents(-Math.abs(this.yearCents())) });
      return read.ok ? read.value : null;
    }),
  );
  protected readonly fields = computed(() =>
    MONTHS.map((month, at) => ({
      ...{ month, at, label: formatMonth(month), name: formatMonthName(month) },
      text: this.texts()[at] ?? '',
      isWrong: this.values()[at] === null,
    })),
  );
  /** What is wrong, in one sentence; null when it can be saved. */
  protected readonly wrong = computed(() => {
    const words = lineLabels().months;
    const values = this.values();
    if (this.kind() === 'equal') return null;
    if (values.includes(null)) return words.unreadable;
    const phasing = phasingOf(this.kind(), values.map(Number));
    const found = phasing === null ? null : checkPhasing(this.yearCents(), phasing);
    if (found === null) return null;
    if (found.code !== 'PHASING_SUM') return words.sign;
    const missing = this.kind() === 'amounts' ? formatEuro(found.missing) : `${plainAmount(cents(found.missing))} %`;
    return words.missing(missing);
  });

  protected setKind(kind: string | null): void {
    const found = MONTHS_KINDS.find((one) => one === kind);
    if (found !== undefined) this.kind.set(found);
  }

  protected type(at: number, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.texts.update((texts) => texts.map((text, place) => (place === at ? value : text)));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.wrong() !== null) return;
    const months = this.kind() === 'equal' ? [] : this.values().map(Number);
    if ((await this.store.saveMonths.run(this.kind(), months)) !== null) this.store.reload();
  }

  private written(kind: MonthsKind): readonly string[] {
    const stored = this.store.months();
    if (stored === null) return MONTHS.map(() => '');
    const isShares = kind === 'shares';
    if (stored.kind === kind && kind !== 'equal') return stored.entered.map((value) => plainAmount(cents(value)));
    const parts = isShares ? monthsOf(cents(WHOLE_BASIS_POINTS), null) : stored.monthCents;
    return parts.map((value) => plainAmount(cents(value)));
  }
}
