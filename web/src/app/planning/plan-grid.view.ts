import { formatCents } from '../ui/amount/format';
import { figureText } from './plan-actions';
import type { Edit } from './plan-cells';
import type { GridColumn } from './plan-columns';
import { gridLabels } from './plan-grid.labels';
import type { GridRow } from './plan-rows';
import type { Figure } from './plan-sheet.store';

/*
 * From figures to what a cell shows and says. Pure.
 */

/** A cell as it is drawn. `spoken` follows the text for people who hear it. */
export interface CellView {
  readonly column: number;
  readonly text: string;
  readonly spoken: string;
  readonly title: string | null;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isEditing: boolean;
  readonly isReadOnly: boolean;
  readonly isChanged: boolean;
  readonly isWrong: boolean;
  readonly hasNote: boolean;
  readonly isBase: boolean;
}

/** A row as it is drawn. Rows are used again while scrolling: `slot` names the element, `index` the row in it. */
export interface RowView {
  readonly slot: number;
  readonly index: number;
  readonly row: GridRow;
  readonly isNameActive: boolean;
  readonly isNameSelected: boolean;
  readonly isExplained: boolean;
  readonly cells: readonly CellView[];
}

/** What is known about a cell of a line beside its figure. */
export interface CellFacts {
  readonly edit: Edit | undefined;
  readonly note: string | undefined;
  readonly mayWrite: boolean;
}

type Shown = Omit<CellView, 'column' | 'isActive' | 'isSelected' | 'isEditing'>;

const PLAIN: Shown = {
  ...{ text: '', spoken: '', title: null, isReadOnly: true, isChanged: false, isWrong: false, hasNote: false },
  isBase: false,
};

/** The cell of a line: an amount with what is typed into it, or a figure to compare it with. */
export function lineCell(column: GridColumn, figure: Figure, facts: CellFacts): Shown {
  if (column.kind !== 'amount') return figureCell(column, figure);
  const { edit, note, mayWrite } = facts;
  const words = gridLabels().cell;
  const isWrong = edit !== undefined && edit.cents === undefined;
  const text = isWrong ? edit.text : figure.cents === null ? '' : formatCents(figure.cents);
  const spoken = [
    ...(text === '' ? [words.empty] : []),
    ...(isWrong ? [words.wrong] : edit === undefined ? [] : [words.waiting]),
    ...(note === undefined ? [] : [words.note(note)]),
  ];
  return {
    ...PLAIN,
    text,
    spoken: spoken.join(', '),
    title: note === undefined ? null : words.note(note),
    isReadOnly: !mayWrite,
    isChanged: edit !== undefined && !isWrong,
    isWrong,
    hasNote: note !== undefined,
  };
}

/** A figure that is not typed: a dash where it is not known, and a word for those who hear it. */
export function figureCell(column: GridColumn, figure: Figure): Shown {
  return {
    ...PLAIN,
    text: figureText(figure, column.kind === 'difference'),
    spoken: spokenOf(column, figure),
    isBase: column.kind === 'base',
  };
}

/** What a dash means, for those who hear it: nothing planned, or not known. */
export function spokenOf(column: GridColumn, figure: Figure): string {
  const isThere = figure.share === undefined ? figure.cents !== null : figure.share !== null;
  if (isThere) return '';
  return column.kind === 'amount' ? gridLabels().cell.empty : gridLabels().cell.unknown;
}

/** The two lines of a column's head: year and what it is. */
export function headOf(column: GridColumn): { readonly year: string; readonly kind: string } {
  const words = gridLabels().heads;
  switch (column.kind) {
    case 'amount':
      return { year: `${column.fiscalYear}`, kind: `${column.isPlanYear ? words.planYear : words.later}, €` };
    case 'base':
      return { year: `${column.fiscalYear}`, kind: `${words[column.base]}, €` };
    case 'difference':
      return {
        year: `${column.fiscalYear} ${words[column.as]}`,
        kind: `${words.differences[column.base]} ${column.baseYear}`,
      };
  }
}
