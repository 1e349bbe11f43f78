import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { RoundTo } from '@etatlotse/domain/planning';
import { cents, sumCents } from '@etatlotse/domain/shared';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { PlanActions } from './plan-actions';
import { PlanCellsStore } from './plan-cells.store';
import { gridLabels } from './plan-grid.labels';
import { PlanSelectionStore } from './plan-selection.store';

let made = 0;

/** One line for formulas over the selected cells. It says where one is, how many cells are meant and what they come to. */
@Component({
  selector: 'et-plan-command-bar',
  imports: [Button, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-command-bar.html',
})
export class PlanCommandBar {
  private readonly selection = inject(PlanSelectionStore);
  private readonly actions = inject(PlanActions);
  private readonly cells = inject(PlanCellsStore);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  /** A sentence for the person: how many amounts were changed. */
  readonly said = output<string>();
  /** The work goes on in the grid. */
  readonly left = output<void>();
  protected readonly t = gridLabels;
  protected readonly id = `et-plan-bar-${++made}`;
  protected readonly text = signal('');
  protected readonly roundTo = signal<RoundTo>('cents');
  protected readonly refusal = signal<string | null>(null);

  protected readonly place = computed(() => {
    const line = this.selection.activeLine();
    return line === null ? '–' : `${line.name} · ${this.selection.activeYear()}`;
  });
  protected readonly count = computed(() => {
    const targets = this.selection.targets();
    const amounts = targets
      .map(({ line, fiscalYear }) => this.cells.centsOf(line.lineId, fiscalYear))
      .flatMap((amountCents) => (amountCents === null ? [] : [cents(amountCents)]));
    const words = gridLabels().bar;
    const cellsSaid = words.cells(formatNumber(targets.length));
    return amounts.length < 2 ? cellsSaid : `${cellsSaid} · ${words.sum(formatEuro(sumCents(amounts)))}`;
  });

  /** Takes a formula over from the grid, where its first sign was typed. */
  begin(sign: string): void {
    this.text.set(sign);
    const field = this.field().nativeElement;
    field.value = sign;
    field.focus();
    field.setSelectionRange(sign.length, sign.length);
  }

  protected typed(event: Event): void {
    this.text.set((event.target as HTMLInputElement).value);
    this.refusal.set(null);
  }

  protected round(event: Event): void {
    this.roundTo.set((event.target as HTMLSelectElement).value === 'euros' ? 'euros' : 'cents');
  }

  protected apply(event: Event): void {
    event.preventDefault();
    const { isDone, sentence } = this.actions.formula(this.text(), this.roundTo());
    this.refusal.set(isDone ? null : sentence);
    if (!isDone) return;
    this.text.set('');
    this.field().nativeElement.value = '';
    this.said.emit(sentence);
    this.left.emit();
  }

  protected leave(event: Event): void {
    event.preventDefault();
    this.text.set('');
    this.field().nativeElement.value = '';
    this.refusal.set(null);
    this.left.emit();
  }
}
