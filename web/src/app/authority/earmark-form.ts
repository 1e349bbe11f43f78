import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { CreateEarmark } from '@etatlotse/contracts/authority';
import { LineSearch } from '../platform/line-search';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { type ChosenLine, LineChoice } from '../ui/line-choice/line-choice';
import { Notice } from '../ui/notice/notice';
import { earmarkLabels } from './earmark.labels';

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
    const [revenueLine, useBy, proofDueOn] = [this.revenueLine(), this.useBy(), this.proofDueOn()];
    this.confirmed.emit({
      number: this.number().trim(),
      giver: this.giver().trim(),
      purpose: this.purpose().trim(),
      fiscalYear: this.year(),
      plannedCents,
      lines,
      lowersWithRevenue: this.lowers(),
      ...(revenueLine === null ? {} : { revenueLineId: revenueLine.id }),
      ...(useBy === null ? {} : { useBy }),
      ...(proofDueOn === null ? {} : { proofDueOn }),
    });
  }
}
