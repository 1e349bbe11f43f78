import { inject, Injectable } from '@angular/core';
import { applyPlanFormula, type FormulaCell, parsePlanFormula, type RoundTo } from '@etatlotse/domain/planning';
import { type Cents, cents } from '@etatlotse/domain/shared';
import { formatCents, formatNumber, formatPercent } from '../ui/amount/format';
import type { Deed } from './cell-history';
import { PlanAmountsStore } from './plan-amounts.store';
import { editOf, readBlock, readCell, writeBlock, writeCell } from './plan-cells';
import { PlanCellsStore } from './plan-cells.store';
import type { GridColumn } from './plan-columns';
import { gridLabels } from './plan-grid.labels';
import { placeBlock } from './plan-paste';
import type { GridRow } from './plan-rows';
import { PlanSelectionStore, type Target } from './plan-selection.store';
import { type Figure, PlanSheetStore } from './plan-sheet.store';

/** What came of a formula: a sentence that says it, and whether it was carried out. */
export interface Said {
  readonly isDone: boolean;
  readonly sentence: string;
}

/** What can be done with the selected cells. Each answers with a sentence for the person, or null when there is nothing to say. */
@Injectable()
export class PlanActions {
  private readonly read = inject(PlanAmountsStore);
  private readonly cells = inject(PlanCellsStore);
  private readonly sheet = inject(PlanSheetStore);
  private readonly selection = inject(PlanSelectionStore);
  /** The block that was copied here last. */
  private own: readonly (readonly string[])[] = [];

  /** The selected block as a spreadsheet reads it: amounts in German, nothing planned is blank. */
  copy(): string {
    const { top, bottom, left, right } = this.selection.block();
    const columns = this.sheet.columns();
    const text = writeBlock(
      this.sheet
        .rows()
        .slice(top, bottom + 1)
        .map((row) =>
          Array.from({ length: right - left + 1 }, (_, at) => {
            const column = columns[left + at - 1];
            return column === undefined ? nameOf(row) : this.plainText(row, column);
          }),
        ),
    );
    this.own = readBlock(text);
    return text;
  }

  /**
   * Takes a block and selects where it went. Whether it was copied here is known by its text, so that a block that has been
   * in a spreadsheet meanwhile is none of ours. What has no place is said, not lost silently.
   */
  paste(text: string): string | null {
    const words = gridLabels().done;
    const block = readBlock(text);
    const pasted = placeBlock(block, isSameBlock(block, this.own), {
      rows: this.sheet.rows(),
      columns: this.sheet.columns(),
      block: this.selection.block(),
      textAt: (row, column) => this.plainText(row, column),
    });
    const edits = pasted.cells.map(({ line, fiscalYear, text: typed }) => readCell(line.lineId, fiscalYear, typed));
    this.cells.take(edits);
    this.selection.showCells(edits);
    const bad = edits.filter((edit) => edit.cents === undefined).length;
    return [
      edits.length === 0 ? words.pasteNowhere : words.pasted(formatNumber(edits.length - bad)),
      ...(pasted.hasHead ? [words.pastedHead] : []),
      ...(bad > 0 ? [words.pastedBad(formatNumber(bad))] : []),
      ...(pasted.leftOver > 0 ? [words.pastedOut(formatNumber(pasted.leftOver))] : []),
      ...(pasted.unknownLines > 0 ? [words.pastedUnknown(formatNumber(pasted.unknownLines))] : []),
    ].join(' ');
  }

  /** What was typed goes into every selected cell. */
  fillWith(typed: string): string | null {
    const targets = this.selection.targets();
    this.cells.take(targets.map(({ line, fiscalYear }) => readCell(line.lineId, fiscalYear, typed)));
    return targets.length > 1 ? gridLabels().done.filled(formatNumber(targets.length)) : null;
  }

  /** Empties every selected cell: nothing planned, which is not zero. */
  clear(): string | null {
    return this.fill(this.selection.targets(), () => null);
  }

  /** The first selected line goes down into the others; one cell takes what stands above it. */
  fillDown(): string | null {
    const [first] = this.selection.lines();
    const { top } = this.selection.block();
    const above = this.sheet.rows()[top - 1];
    const isOne = this.selection.lines().length === 1;
    const source = isOne ? (above?.kind === 'line' ? above.line : undefined) : first;
    if (source === undefined) return null;
    const targets = this.selection.targets().filter(({ line }) => line !== source);
    return this.fill(targets, ({ fiscalYear }) => this.cells.centsOf(source.lineId, fiscalYear));
  }

  /** The first selected year goes right into the others; one cell takes what stands left of it. */
  fillRight(): string | null {
    const years = this.selection.years();
    const source = years.length === 1 ? (years[0] ?? 0) - 1 : years[0];
    if (source === undefined) return null;
    const targets = this.selection.targets().filter(({ fiscalYear }) => fiscalYear !== source);
    return this.fill(targets, ({ line, fiscalYear }) =>
      years.length === 1 ? this.previousCents({ line, fiscalYear }) : this.cells.centsOf(line.lineId, source),
    );
  }

  /** Applies a typed formula to the selected cells, all or none. */
  formula(text: string, roundTo: RoundTo): Said {
    const words = gridLabels().formula;
    const read = parsePlanFormula(text);
    if (!read.ok) {
      const [whole = '', small = ''] = read.readings ?? [];
      const sentence = read.code === 'FORMULA_AMBIGUOUS' ? words.ambiguous(whole, small) : words.codes[read.code];
      return { isDone: false, sentence };
    }
    const targets = this.selection.targets();
    const applied = applyPlanFormula(
      read.formula,
      targets.map((target) => this.formulaCell(target)),
      roundTo,
    );
    if (!applied.ok) return { isDone: false, sentence: words.codes[applied.code] };
    const edits = targets.map(({ line, fiscalYear }, at) =>
      editOf(line.lineId, fiscalYear, applied.amountCents[at] ?? null),
    );
    const changed = edits.filter((edit) => edit.cents !== this.cells.centsOf(edit.lineId, edit.fiscalYear));
    this.cells.take(changed);
    const sentence = words.done(formatNumber(changed.length));
    const remark = applied.leftOut === 0 ? '' : ` ${words.leftOut(formatNumber(applied.leftOut))}`;
    return { isDone: true, sentence: `${sentence}${remark}` };
  }

  undo(): string | null {
    return this.sayBack(this.cells.undo(), gridLabels().done.undone);
  }

  redo(): string | null {
    return this.sayBack(this.cells.redo(), gridLabels().done.redone);
  }

  /** What the same line has in the year before: the plan in force before the first plan year, else this version. */
  private previousCents({ line, fiscalYear }: Target): number | null {
    return fiscalYear === this.read.firstYear()
      ? (this.read.planBefore()[line.index] ?? null)
      : this.cells.centsOf(line.lineId, fiscalYear - 1);
  }

  private formulaCell(target: Target): FormulaCell {
    const { line, fiscalYear } = target;
    return {
      lineId: line.lineId,
      fiscalYear,
      amountCents: asCents(this.cells.centsOf(line.lineId, fiscalYear)),
      previousCents: asCents(this.previousCents(target)),
    };
  }

  private fill(targets: readonly Target[], amountOf: (target: Target) => number | null): string | null {
    const edits = targets.map((target) => editOf(target.line.lineId, target.fiscalYear, amountOf(target)));
    this.cells.take(edits);
    return edits.length > 1 ? gridLabels().done.filled(formatNumber(edits.length)) : null;
  }

  private sayBack(deed: Deed | null, sentence: (count: string) => string): string | null {
    if (deed === null) return null;
    this.selection.showCells(deed.after);
    return sentence(formatNumber(deed.after.length));
  }

  private plainText(row: GridRow, column: GridColumn): string {
    const figure = row.kind === 'line' ? this.sheet.figureOf(column, row.line) : this.sheet.sumOf(column, row.lines);
    return figure.share === undefined ? writeCell(figure.cents) : figureText(figure);
  }
}

const isSameBlock = (one: readonly (readonly string[])[], other: readonly (readonly string[])[]): boolean =>
  one.length === other.length && one.every((row, at) => row.join('\t') === other[at]?.join('\t'));
const asCents = (amountCents: number | null): Cents | null => (amountCents === null ? null : cents(amountCents));
const nameOf = (row: GridRow): string => (row.kind === 'line' ? row.line.name : row.label);

/** A figure on screen; differences show their sign. A dash where nothing is known. */
export function figureText(figure: Figure, isSigned = false): string {
  if (figure.share !== undefined) {
    return figure.share === null ? '–' : `${figure.share > 0 ? '+' : ''}${formatPercent(figure.share, 1)}`;
  }
  return figure.cents === null ? '–' : formatCents(figure.cents, isSigned);
}
