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
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { PlanActions } from './plan-actions';
import { gridLabels } from './plan-grid.labels';
import { PlanSelectionStore } from './plan-selection.store';

let made = 0;

/** One line for formulas over the selected cells. It says where one is and how many cells are meant. */
@Component({
  selector: 'et-plan-command-bar',
  imports: [Button, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-command-bar.html',
})
export class PlanCommandBar {
  private readonly selection = inject(PlanSelectionStore);
  private readonly actions = inject(PlanActions);
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
  /** How many amounts a formula would change. */
  protected readonly count = computed(() =>
    gridLabels().bar.cells(formatNumber(this.selection.lines().length * this.selection.years().length)),
  );

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
