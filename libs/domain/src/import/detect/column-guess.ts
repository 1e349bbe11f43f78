import type { TableRow } from '../table';
import { type AmountHeader, readAmountHeader } from './amount-header';
import { isBlank } from '../row-text';
import { type ColumnValues, mostly, valuesOf } from './column-values';
import { fieldOfHeader, type HeaderWord, isCodeHeader } from './header-words';
import type { TableShape } from './header-rows';
import { isHeadingRow } from './heading-row';
import { TABLE_USES, type TableUse } from './vocabulary';

/** Everything that is known about a column before it is decided. */
export interface ColumnGuess {
  readonly at: number;
  /** As in the file, joined from two rows where there are two. */
  readonly header: string;
  readonly values: ColumnValues;
  readonly amount: AmountHeader;
  readonly word: Readonly<Record<TableUse, HeaderWord | null>>;
}

/** Looks at every column of a table. Rows that look like sums count too: they are few. */
export function guessColumns(shape: TableShape): ColumnGuess[] {
  const rows = filledRows(shape.data, shape.width);
  return shape.headers.map((header, at) => ({
    at,
    header,
    values: valuesOf(rows, at),
    amount: readAmountHeader(header),
    word: Object.fromEntries(TABLE_USES.map((use) => [use, fieldOfHeader(header, use)])) as ColumnGuess['word'],
  }));
}

/** Remarks of one cell say nothing about columns, and neither does what stands above a block. */
function filledRows(rows: readonly TableRow[], width: number): readonly TableRow[] {
  const filled = rows.filter(({ cells }) => cells.filter((cell) => !isBlank(cell)).length > 1 && !isHeadingRow(cells));
  return width > 1 && filled.length > 0 ? filled : rows;
}

/** Whether amounts stand in the column, by its words and its cells. */
export function isAmountColumn({ values, amount, word, header }: ColumnGuess): boolean {
  // `Ansatz 2026` is a column of amounts even where many cells say `siehe Anlage`.
  const isTitled = amount.phase !== null && amount.years.length === 1;
  if (values.filled > 0 && !mostly(values.amounts, values, isTitled ? 0.2 : 0.6)) return false;
  if (amount.isOther || isYearColumn(values, header) || (isCodeHeader(header) && values.money < values.filled * 0.05))
    return false;
  const isBareYear = amount.years.length === 1 && /^\D*(?:19|20)\d{2}\D*$/.test(header);
  const isWorded = amount.phase !== null || amount.side !== null || amount.isAmount || amount.isBalance || isBareYear;
  if (!isWorded) return false;
  const said = [word.lines, word.bookings, word.organization];
  const isCode = said.some((found) => found?.certainty === 'exact' && found.field !== 'name');
  if (isCode && amount.years.length !== 1 && values.money < values.filled * 0.05) return false;
  return values.filled > 0 || (amount.years.length === 1 && amount.phase !== null) || amount.side !== null;
}

/** `HH_Jahr` above nothing but years. */
function isYearColumn(values: ColumnValues, header: string): boolean {
  return /jahr|year|hhj/i.test(header) && values.filled > 0 && mostly(values.years, values, 1);
}

/** Money stands in the column, whatever it is called. */
export function isMoneyColumn({ values }: ColumnGuess): boolean {
  return mostly(values.amounts, values) && values.money >= Math.max(1, values.filled * 0.3);
}

/**
 * Days stand in the column; eight digits count where the header speaks of a day. A product `11.1.01` looks like one, too, so
 * a header that names something else counts more.
 */
export function isDayColumn({ values, word }: ColumnGuess): boolean {
  const { filled, days, compactDays, serialDays, digitless, sumWords } = values;
  const isNamed = word.bookings?.field === 'bookedOn' || word.organization?.field === 'validFrom';
  if (isNamed) {
    // Below the days of a block words may name its sum, whatever they are.
    const named = days + compactDays + serialDays;
    return mostly(named, values, 0.3) && named >= (filled - Math.max(digitless, sumWords)) * 0.8;
  }
  // Codes such as `01.02.07` look like days of many years.
  const recent = days - values.longAgo;
  const isOther = word.lines?.certainty === 'exact' || values.shortYears > DAYS_IN_YEARS;
  return !isOther && recent > 0 && recent >= (filled - sumWords) * 0.8;
}

const DAYS_IN_YEARS = 5;
const NEW_YEAR = /^(?:0?1[./]0?1[./]\d{4}|\d{4}-01-01)(?:[T ]00:00(?::00)?)?$/;

/** Every row says the first of January: a year is meant, not the day of a booking. */
export function saysYearAsDay({ values }: ColumnGuess): boolean {
  const few = [...values.few];
  return values.filled > 3 && few.length > 0 && few.every((text) => NEW_YEAR.test(text));
}
