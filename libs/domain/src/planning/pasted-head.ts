import { parseCellAmount } from '../shared/cell-amount';
import { readPlanYear, PLAN_NUMBER_HEADERS } from './plan-table';

/** What the first row of a pasted block says about the columns below it. First column is 0. */
export interface PastedHead {
  /** Column of each year that can be planned. */
  readonly columnOf: ReadonlyMap<number, number>;
  /** Column with the lines' numbers; null where the block has none. */
  readonly numberColumn: number | null;
}

const BARE_YEAR = /^(?:19|20)\d{2}$/;

/**
 * The head of a block from a spreadsheet, or null when its first row holds amounts. Years over columns are no amounts of
 * two thousand euros. One bare year alone is taken for a head only over the column of just that year; `landing` says which
 * year each column of the block would fall on.
 */
export function readPastedHead(
  block: readonly (readonly string[])[],
  years: readonly number[],
  landing: readonly (number | null)[],
): PastedHead | null {
  const [first, ...body] = block;
  if (first === undefined || body.length === 0) return null;
  const words = first.map((cell) => cell.trim());
  if (words.some(isAmount)) return null;
  const named = words.flatMap((word, column) => {
    const fiscalYear = readPlanYear(word);
    return fiscalYear !== null && years.includes(fiscalYear) ? [{ fiscalYear, column }] : [];
  });
  const columnOf = new Map(named.map(({ fiscalYear, column }) => [fiscalYear, column]));
  if (columnOf.size === 0 || columnOf.size < named.length) return null;
  const isCertain =
    words.filter((word) => word !== '').length > 1 ||
    named.some(({ fiscalYear, column }) => words[column] !== String(fiscalYear) || landing[column] === fiscalYear);
  if (!isCertain) return null;
  const numberColumn = words.findIndex((word) => PLAN_NUMBER_HEADERS.includes(word.toLowerCase()));
  return { columnOf, numberColumn: numberColumn < 0 ? null : numberColumn };
}

/** A figure that is not a year. What could be one, like 2035, speaks neither for a head nor against it. */
function isAmount(word: string): boolean {
  if (word === '' || BARE_YEAR.test(word)) return false;
  const read = parseCellAmount(word);
  return typeof read === 'number' || read === 'AMOUNT_AMBIGUOUS' || read === 'AMOUNT_RANGE';
}
