import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal } from '@angular/core';
import type { AddPlanChange } from '@etatlotse/contracts/planning';
import { PLAN_CHANGE_KINDS, type PlanChangeKind, type PlanVersionDetail } from '@etatlotse/contracts/planning/plain';
import { LineSearch } from '../platform/line-search';
import type { ProblemMessage } from '../platform/problem';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { type ChosenLine, LineChoice } from '../ui/line-choice/line-choice';
import { Notice } from '../ui/notice/notice';
import { planChangeLabels } from './plan-change.labels';

/** One line of a change while it is typed. */
interface ChangeRow {
  readonly key: number;
  readonly lineId: string;
  readonly name: string;
  readonly number: string;
  readonly fiscalYear: number;
  readonly amountCents: number | null;
}

/** Brings in a change: what it is, from whom, and which amounts it moves. A shift shows while typing whether it is even. */
@Component({
  selector: 'et-plan-change-form',
  imports: [AmountField, Button, Choice, Dialog, LineChoice, Notice, Select, TextField],
  providers: [LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-change-form.html',
})
export class PlanChangeForm {
  readonly version = input.required<PlanVersionDetail>();
  readonly kinds = input.required<readonly PlanChangeKind[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<AddPlanChange>();
  readonly closed = output<void>();
  protected readonly lines = inject(LineSearch);
  protected readonly words = planChangeLabels;
  protected readonly t = computed(() => planChangeLabels().form);

  private readonly picked = signal<PlanChangeKind | null>(null);
  protected readonly code = signal('');
  protected readonly origin = signal('');
  protected readonly title = signal('');
  protected readonly reason = signal('');
  protected readonly rows = signal<readonly ChangeRow[]>([]);
  protected readonly hasTried = signal(false);
  private nextKey = 0;

  protected readonly kind = computed(() => this.picked() ?? (this.kinds().length === 1 ? this.kinds()[0] : undefined));
  protected readonly heading = computed(() => (this.kinds().length === 1 ? this.words().shift : this.t().heading));
  protected readonly kindOptions = computed(() => {
    const { kinds, kindDetails } = this.words();
    return this.kinds().map((value) => ({ value, label: kinds[value], detail: kindDetails[value] }));
  });
  protected readonly isShift = computed(() => this.kind() === 'neutral_shift');
  protected readonly hasAmounts = computed(() => this.kind() !== undefined && this.kind() !== 'budget_note');
  protected readonly needsLines = computed(() => this.kind() === 'administration' || this.isShift());
  protected readonly years = computed(() => {
    const { firstYear, window } = this.version();
    return Array.from({ length: window.lastYear - firstYear + 1 }, (_, offset) => String(firstYear + offset)).map(
      (year) => ({ value: year, label: year }),
    );
  });
  /** What each year is away from zero; the API also keeps expense, payments and revenue apart. */
  protected readonly differences = computed(() => {
    const byYear = new Map<number, number>();
    for (const { fiscalYear, amountCents } of this.rows()) {
      byYear.set(fiscalYear, (byYear.get(fiscalYear) ?? 0) + (amountCents ?? 0));
    }
    return [...byYear].filter(([, sum]) => sum !== 0).map(([year, sum]) => this.t().unbalanced(year, formatEuro(sum)));
  });
  protected readonly isComplete = computed(
    () =>
      this.kind() !== undefined &&
      this.title().trim() !== '' &&
      (this.kind() !== 'motion' || this.code().trim() !== '') &&
      (!this.isShift() || this.reason().trim() !== '') &&
      (!this.hasAmounts() || this.rows().every(({ amountCents }) => (amountCents ?? 0) !== 0)) &&
      (!this.needsLines() || this.rows().length > 0),
  );

  constructor() {
    effect(() => this.lines.ownYear.set(this.version().firstYear));
  }

  protected pick(value: string | null): void {
    this.picked.set(PLAN_CHANGE_KINDS.find((kind) => kind === value) ?? null);
  }

  protected addLine({ id, name, number }: ChosenLine): void {
    const row = { lineId: id, name, number, fiscalYear: this.version().firstYear };
    this.rows.update((rows) => [...rows, { ...row, key: this.nextKey++, amountCents: null }]);
  }

  protected change(key: number, part: Partial<Pick<ChangeRow, 'fiscalYear' | 'amountCents'>>): void {
    this.rows.update((rows) => rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  }

  protected remove(key: number): void {
    this.rows.update((rows) => rows.filter((row) => row.key !== key));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const kind = this.kind();
    if (kind === undefined || !this.isComplete()) return;
    const rows = this.hasAmounts() ? this.rows() : [];
    this.confirmed.emit({
      kind,
      code: kind === 'motion' ? this.code().trim() : '',
      origin: this.origin().trim(),
      title: this.title().trim(),
      reason: this.reason().trim(),
      lineIds: rows.map(({ lineId }) => lineId),
      fiscalYears: rows.map(({ fiscalYear }) => fiscalYear),
      amountCents: rows.map(({ amountCents }) => amountCents ?? 0),
    });
  }
}
