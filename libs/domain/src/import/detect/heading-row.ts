import { headingsOf } from '../heading-text';
import { isMoneyShaped, isYearShaped } from './cell-shapes';

/** Whether a row names a part of the budget and no amount, so that its cells say nothing about the columns they stand in. */
export function isHeadingRow(cells: readonly string[]): boolean {
  const found = headingsOf(cells);
  const [first] = found;
  if (first === undefined || first.word === '' || first.field === null) return false;
  // `Budget 2026` is the name of a column.
  if (first.field === 'subBudget' && isYearShaped(first.code)) return false;
  // A code such as `111.05` is written like money.
  return cells.every((cell) => !isMoneyShaped(cell) || found.some(({ code }) => code === cell.trim()));
}
