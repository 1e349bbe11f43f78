import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { PLAN_NOTE_MAX, type PlanText } from '@etatlotse/contracts/planning/plain';
import type { ProblemMessage } from '../platform/problem';
import { formatCents } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { type Option, Select } from '../ui/choice/choice';
import { formatDateTime } from '../ui/date/format';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Failure, Loading } from '../ui/state/state';
import { readCell } from './plan-cells';
import { PlanCellsStore } from './plan-cells.store';
import { lineLabels } from './plan-line.labels';
import { PlanLineStore } from './plan-line.store';
import { PlanMonths } from './plan-months';

/** One line in full: its years one below the other (the way to plan on a phone), what is said about it, its months. */
@Component({
  selector: 'et-plan-line-panel',
  imports: [Button, Failure, Loading, Notice, PlanMonths, RouterLink, Select, TextField],
  providers: [PlanLineStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-line-panel.html',
})
export class PlanLinePanel {
  readonly lineId = input.required<string>();
  /** The year of the active cell. */
  readonly fiscalYear = input.required<number>();
  readonly closed = output<void>();
  protected readonly store = inject(PlanLineStore);
  private readonly cells = inject(PlanCellsStore);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly t = lineLabels;

  protected readonly year = linkedSignal(() => this.fiscalYear());
  protected readonly explanation = linkedSignal(() => this.store.explanation().text);
  protected readonly note = linkedSignal(() => this.store.note().text);
  protected readonly years = computed((): readonly Option[] =>
    this.store.years().map((year) => ({ value: String(year), label: String(year) })),
  );
  protected readonly fields = computed(() =>
    this.store.years().map((fiscalYear) => {
      const edit = this.cells.editOf(this.lineId(), fiscalYear);
      const amountCents = this.store.amountCents(fiscalYear);
      const isWrong = edit !== undefined && edit.cents === undefined;
      return { fiscalYear, isWrong, text: isWrong ? edit.text : amountCents === null ? '' : formatCents(amountCents) };
    }),
  );

  constructor() {
    effect(() => this.store.lineId.set(this.lineId()));
    effect(() => this.store.fiscalYear.set(this.year()));
    // Whoever opens a line goes on reading there.
    effect(() => {
      this.lineId();
      this.heading()?.nativeElement.focus();
    });
  }

  protected setYear(year: string | null): void {
    if (year !== null) this.year.set(Number(year));
  }

  protected setAmount(fiscalYear: number, event: Event): void {
    const field = event.target as HTMLInputElement;
    this.cells.take([readCell(this.lineId(), fiscalYear, field.value)]);
  }

  protected async saveExplanation(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.store.saveExplanation.run(this.explanation().trim())) !== null) this.store.reload();
  }

  protected async saveNote(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.store.saveNote.run(this.note().trim())) !== null) this.store.reload();
  }

  protected noteError(problem: ProblemMessage): string {
    return problem.fields.length > 0 ? lineLabels().noteTooLong(PLAN_NOTE_MAX) : problem.detail;
  }

  protected author({ writtenBy, writtenAt }: PlanText): string {
    return writtenAt === null ? '' : lineLabels().written(writtenBy ?? '', formatDateTime(writtenAt));
  }
}
