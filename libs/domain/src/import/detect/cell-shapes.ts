import { withoutCurrency, withoutMark, withoutNote, withoutUnit } from '../amount-cell';

/** Whether a cell is written like an amount in any style: digits with grouping, decimals or a minus, without its currency. */
const AMOUNT =
  /^(?:\(\s*)?[-+\u2212\u2013]?\s*(?:\d{1,3}(?:(?:[.,'\u2019\u00B4 \u00A0\u2009\u202F]\d{3})*|\d*)(?:[.,]\d+)?|[.,]\d{1,2})(?:,[-\u2013]{1,2}|\s*[-\u2212\u2013])?(?:\s*\))?$/;
/** `4.7215E7`, as programs write large numbers. */
const POWER = /^-?\d[.,]\d+E\+?\d{1,2}$/i;
const DAY =
  /^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?Z?)?$/;
const COMPACT_DAY = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const TIME = /^\d{1,2}:\d{2}(?::\d{2})?$/;
const YEAR = /^(?:19|20)\d{2}$/;

export function isAmountShaped(cell: string): boolean {
  const written = withoutMark(withoutNote(cell.trim()));
  const plain = withoutUnit(written);
  // `2026 TEUR` is the name of a column.
  if (plain !== written && isYearShaped(plain)) return false;
  const text = withoutCurrency(plain);
  return (AMOUNT.test(text) && !/^0\d/.test(text.replace(/^[-+]/, ''))) || POWER.test(text);
}

/** Written as money only: with decimals, grouping, a minus or a currency, not just digits. */
export function isMoneyShaped(cell: string): boolean {
  return isAmountShaped(cell) && !/^\d+$/.test(cell.trim());
}

export function isDayShaped(cell: string): boolean {
  return DAY.test(cell.trim());
}

/** `20260403`. Numbers of accounts can look the same, so it counts only where a header or all values say so. */
export function isCompactDay(cell: string): boolean {
  return COMPACT_DAY.test(cell.trim());
}

export function isTimeShaped(cell: string): boolean {
  return TIME.test(cell.trim());
}

export function isYearShaped(cell: string): boolean {
  return YEAR.test(cell.trim());
}
