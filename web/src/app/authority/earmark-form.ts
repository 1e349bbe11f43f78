import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { CreateEarmark } from '@etatlotse/contracts/authority';
import { EARMARK_YEARS_MAX } from '@etatlotse/contracts/authority/plain';
import { grantYears } from '@etatlotse/domain/authority';
import { cents, firstDayOf, fiscalYear, plainDate } from '@etatlotse/domain/shared';
import { LineSearch } from '../platform/line-search';
import type { ProblemMessage } from '../platform/problem';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { type ChosenLine, LineChoice } from '../ui/line-choice/line-choice';
import { Notice } from '../ui/notice/notice';
import { earmarkLabels } from './earmark.labels';

interface YearShare {
  readonly fiscalYear: number;
  readonly plannedCents: number | null;
}

type SharedLine = ChosenLine & { readonly plannedCents: number | null };

/** A new grant: from whom, for what, which lines it is for, and by when it must be used and proved. */
@Component({
  selector: 'et-earmark-form',
  imports: [AmountField, Button, DateField, Dialog, LineChoice, Notice, TextField],
  providers: [LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './earmark-form.html',
})
export class EarmarkForm {
  readonly year = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CreateEarmark>();
  readonly closed = output<void>();
  protected readonly expenses = inject(LineSearch);
  protected readonly t = computed(() => earmarkLabels().form);

  protected readonly number = signal('');
  protected readonly giver = signal('');
  protected readonly purpose = signal('');
  protected readonly plannedCents = signal<number | null>(null);
  protected readonly lines = signal<readonly SharedLine[]>([]);
  protected readonly revenueLine = signal<ChosenLine | null>(null);
  protected readonly useBy = signal<string | null>(null);
  protected readonly proofDueOn = signal<string | null>(null);
  /** From when until when it runs, where that is more than the year. */
  protected readonly startsOn = signal<string | null>(null);
  protected readonly endsOn = signal<string | null>(null);
  /** Shares of the years: by months at first, then as typed. Empty: it runs in the one year only. */
  protected readonly years = linkedSignal<readonly YearShare[]>(() =>
    sharesOf(this.year(), this.plannedCents(), this.startsOn(), this.endsOn()),
  );
  protected readonly spreadCents = computed(() =>
    this.years().reduce((sum, { plannedCents }) => sum + (plannedCents ?? 0), 0),
  );
  protected readonly isSpread = computed(
    () => this.years().length === 0 || this.spreadCents() === (this.plannedCents() ?? 0),
  );
  protected readonly spread = computed(() =>
    this.t().spread(formatEuro(this.spreadCents()), formatEuro(this.plannedCents() ?? 0)),
  );
  protected readonly lowers = signal(false);
  protected readonly hasTried = signal(false);

  protected missing(text: string): string | null {
    return this.hasTried() && text.trim() === '' ? this.t().fill : null;
  }

  /** The first line is taken to carry the whole plan; further ones are asked. */
  protected add(line: ChosenLine | null): void {
    if (line === null || this.lines().some(({ id }) => id === line.id)) return;
    const plannedCents = this.lines().length === 0 ? this.plannedCents() : null;
    this.lines.update((lines) => [...lines, { ...line, plannedCents }]);
  }

  protected shareOfYear(fiscalYear: number, plannedCents: number | null): void {
    this.years.update((years) =>
      years.map((year) => (year.fiscalYear === fiscalYear ? { ...year, plannedCents } : year)),
    );
  }

  protected share(id: string, plannedCents: number | null): void {
    this.lines.update((lines) => lines.map((line) => (line.id === id ? { ...line, plannedCents } : line)));
  }

  protected remove(id: string): void {
    this.lines.update((lines) => lines.filter((line) => line.id !== id));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const plannedCents = this.plannedCents();
    const lines = this.lines().flatMap(({ id, plannedCents: share }) =>
      share === null ? [] : [{ lineId: id, plannedCents: share }],
    );
    const isNamed = [this.number(), this.giver(), this.purpose()].every((text) => text.trim() !== '');
    if (!isNamed || plannedCents === null || lines.length === 0 || lines.length < this.lines().length) return;
    if (!this.isSpread()) return;
    const years = this.years().map(({ fiscalYear, plannedCents: share }) => ({ fiscalYear, plannedCents: share ?? 0 }));
    const [revenueLine, useBy, proofDueOn] = [this.revenueLine(), this.useBy(), this.proofDueOn()];
    this.confirmed.emit({
      number: this.number().trim(),
      giver: this.giver().trim(),
      purpose: this.purpose().trim(),
      fiscalYear: this.year(),
      plannedCents,
      lines,
      ...(years.length === 0 ? {} : { years }),
      lowersWithRevenue: this.lowers(),
      ...(revenueLine === null ? {} : { revenueLineId: revenueLine.id }),
      ...(useBy === null ? {} : { useBy }),
      ...(proofDueOn === null ? {} : { proofDueOn }),
    });
  }
}

/** A grant runs over several years once its end lies in a later one; it begins in the year of the register. */
function sharesOf(
  year: number,
  plannedCents: number | null,
  startsOn: string | null,
  endsOn: string | null,
): readonly YearShare[] {
  if (endsOn === null || Number(endsOn.slice(0, 4)) <= year) return [];
  const first = firstDayOf(fiscalYear(year));
  const begins = startsOn !== null && startsOn.startsWith(`${year}-`) ? plainDate(startsOn) : first;
  return grantYears(cents(plannedCents ?? 0), begins, plainDate(endsOn)).slice(0, EARMARK_YEARS_MAX);
}
