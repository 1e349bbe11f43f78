import { isSerialDay } from '../date-cell';
import { isBlank } from '../row-text';
import { isSumOrBalance } from '../sum-words';
import type { TableRow } from '../table';
import { isAmountShaped, isCompactDay, isDayShaped, isMoneyShaped, isTimeShaped, isYearShaped } from './cell-shapes';

/** What stands in a column, counted over the sample. */
export interface ColumnValues {
  readonly filled: number;
  readonly blank: number;
  readonly amounts: number;
  readonly money: number;
  readonly days: number;
  readonly compactDays: number;
  /** Numbers such as `46027`, by which a spreadsheet knows days. */
  readonly serialDays: number;
  readonly times: number;
  /** Words that stand below a block: `Summe`, `Saldo`. */
  readonly sumWords: number;
  /** Cells of words alone, without a digit. */
  readonly digitless: number;
  readonly years: number;
  /** Cells of nothing but digits. */
  readonly digits: number;
  /** Codes with points such as `01.02.10`, which are no amounts. */
  readonly dotted: number;
  /** Days such as `01.02.03`, which would be twenty years old: codes of three parts look like them. */
  readonly longAgo: number;
  /** Different years of days whose year has two digits. */
  readonly shortYears: number;
  /** Whether the cells only count the rows: each is one more than the one before. */
  readonly isCounter: boolean;
  /** Up to 40 different texts. */
  readonly few: ReadonlySet<string>;
  readonly distinct: number;
  /** The first filled cell. */
  readonly example: string;
  readonly lengths: ReadonlyMap<number, number>;
  readonly firstDigits: ReadonlyMap<string, number>;
}

const FEW = 40;
/** Nobody brings in bookings of before 2010. */
const LONG_AGO = 10;
const DOTTED = /^\d{1,4}(?:\.\d{1,4})+$/;

/** Counts the shapes of a column's cells. */
export function valuesOf(rows: readonly TableRow[], column: number): ColumnValues {
  const count = {
    filled: 0,
    blank: 0,
    amounts: 0,
    money: 0,
    days: 0,
    compactDays: 0,
    serialDays: 0,
    times: 0,
    sumWords: 0,
    digitless: 0,
    years: 0,
    digits: 0,
    dotted: 0,
    longAgo: 0,
  };
  const all = new Set<string>();
  const lengths = new Map<number, number>();
  const firstDigits = new Map<string, number>();
  const shortYears = new Set<string>();
  let steps = 0;
  let before = Number.NaN;
  for (const { cells } of rows) {
    const cell = (cells[column] ?? '').trim();
    if (isBlank(cell) || /^[-\u2013\u2014\u2212]$/.test(cell)) {
      count.blank += 1;
      continue;
    }
    count.filled += 1;
    if (isAmountShaped(cell)) count.amounts += 1;
    if (isMoneyShaped(cell)) count.money += 1;
    if (isDayShaped(cell)) count.days += 1;
    if (isCompactDay(cell)) count.compactDays += 1;
    if (isSerialDay(cell)) count.serialDays += 1;
    if (isTimeShaped(cell)) count.times += 1;
    if (!/\d/.test(cell)) count.digitless += 1;
    if (isYearShaped(cell)) count.years += 1;
    if (/^\d+$/.test(cell)) count.digits += 1;
    else if (DOTTED.test(cell) && !isAmountShaped(cell)) count.dotted += 1;
    if (Number(cell) === before + 1) steps += 1;
    before = Number(cell);
    const shortYear = /^\d{1,2}[./-]\d{1,2}[./-](\d{2})$/.exec(cell)?.[1];
    if (shortYear !== undefined) shortYears.add(shortYear);
    if (Number(shortYear) < LONG_AGO) count.longAgo += 1;
    all.add(cell);
    lengths.set(cell.length, (lengths.get(cell.length) ?? 0) + 1);
    firstDigits.set(cell[0] ?? '', (firstDigits.get(cell[0] ?? '') ?? 0) + 1);
  }
  // It matters only below days.
  if (count.days + count.compactDays + count.serialDays > 0)
    count.sumWords = rows.filter(({ cells }) => isSumOrBalance(cells[column] ?? '')).length;
  return {
    ...count,
    shortYears: shortYears.size,
    isCounter: count.filled > 2 && all.size === count.filled && steps >= (count.filled - 1) * 0.9,
    few: all.size <= FEW ? all : new Set(),
    distinct: all.size,
    example: shortened([...all][0] ?? ''),
    lengths,
    firstDigits,
  };
}

/** Whether at least this share of the filled cells is one of them. */
export function mostly(part: number, { filled }: ColumnValues, share = 0.9): boolean {
  return filled > 0 && part >= filled * share;
}

/** Numbers of accounts: digits of one length, from 4 to 10, in classes that budgets use. */
export function looksLikeAccounts(values: ColumnValues): boolean {
  const [length, count] = usualLength(values);
  if (!mostly(values.digits, values) || length < 4 || length > 10 || count < values.filled * 0.9) return false;
  const budget = ['3', '4', '5', '6', '7', '9'].reduce((sum, digit) => sum + (values.firstDigits.get(digit) ?? 0), 0);
  return budget >= values.filled * 0.95 && values.distinct > 1 && !mostly(values.years, values);
}

/** The length most cells have, and how many. */
export function usualLength({ lengths }: ColumnValues): readonly [number, number] {
  const [best] = [...lengths].sort((a, b) => b[1] - a[1]);
  return best ?? [0, 0];
}

const EXAMPLE_MAX = 60;

function shortened(text: string): string {
  return text.length <= EXAMPLE_MAX ? text : `${text.slice(0, EXAMPLE_MAX - 1)}…`;
}
