import { inject, Injectable, signal, untracked } from '@angular/core';
import { parsePlanFormula } from '@etatlotse/domain/planning';
import { PlanActions } from './plan-actions';
import { readCell, writeCell } from './plan-cells';
import { PlanCellsStore } from './plan-cells.store';
import type { Place } from './plan-selection';
import { PlanSelectionStore } from './plan-selection.store';

/** The cell that is open for typing, and what stands in its field. */
@Injectable()
export class PlanEditorStore {
  private readonly cells = inject(PlanCellsStore);
  private readonly selection = inject(PlanSelectionStore);
  private readonly actions = inject(PlanActions);
  private readonly opened = signal<Place | null>(null);
  readonly place = this.opened.asReadonly();
  readonly draft = signal('');
  /** Typed over: arrows take the figure over and go on. Else they move in the field, as after F2. */
  readonly isOver = signal(false);

  /** Opens the active cell: with what stands in it, or with the first sign typed. False where no amount can be planned. */
  begin(text?: string): boolean {
    const target = this.selection.activeTarget();
    if (target === null) return false;
    const { lineId } = target.line;
    const edit = this.cells.editOf(lineId, target.fiscalYear);
    const standing = edit?.cents === undefined && edit !== undefined ? edit.text : undefined;
    this.draft.set(text ?? standing ?? writeCell(this.cells.centsOf(lineId, target.fiscalYear)));
    this.isOver.set(text !== undefined);
    this.opened.set(this.selection.active());
    return true;
  }

  /** Gives up what was typed. */
  cancel(): void {
    this.opened.set(null);
  }

  /**
   * Takes what was typed: an amount for the cell, or for every selected one with `isForAll`; a formula for the selection.
   * Answers a sentence for the person, or null when there is nothing to say.
   */
  commit(isForAll = false): string | null {
    const target = untracked(this.selection.activeTarget);
    if (untracked(this.opened) === null || target === null) return null;
    this.opened.set(null);
    const typed = untracked(this.draft);
    const edit = readCell(target.line.lineId, target.fiscalYear, typed);
    const isFormula = edit.cents === undefined && edit.ambiguous === undefined && parsePlanFormula(edit.text).ok;
    if (isFormula) return this.actions.formula(edit.text, 'cents').sentence;
    if (isForAll) return this.actions.fillWith(typed);
    this.cells.take([edit]);
    return null;
  }
}
