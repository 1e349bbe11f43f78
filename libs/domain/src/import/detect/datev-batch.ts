import { dayOfText } from '../date-cell';
import type { TableRow, TableSample } from '../table';
import type { ColumnGuess } from './column-guess';
import type { FieldChoice } from './field-columns';
import type { Notes } from './notes';

/** Row 1 of a booking batch of DATEV: `"EXTF";700;21;"Buchungsstapel"`, from its 15th cell on the days it runs from and to. */
const FORMATS: readonly string[] = ['EXTF', 'DTVF'];
const FROM_AT = 14;
const TO_AT = 15;

/**
 * DATEV writes days as `0501` and their year only once, in row 1. Days that could be of two years stay what they are: the
 * person is asked for one.
 */
export function withDaysOfBatch(columns: readonly ColumnGuess[], year: number | null): readonly ColumnGuess[] {
  if (year === null) return columns;
  return columns.map((guess) => {
    const { values, word } = guess;
    const isDay = word.bookings?.field === 'bookedOn' && values.filled > 0 && values.digits === values.filled;
    const isShort = isDay && [...values.lengths.keys()].every((length) => length === 3 || length === 4);
    return isShort ? { ...guess, values: { ...values, days: values.filled, amounts: 0, years: 0 } } : guess;
  });
}

/** The year of all days of such a batch; null for any other file. */
export function yearOfBatch({ head }: Pick<TableSample, 'head'>): number | null {
  const cells = head[0]?.cells ?? [];
  if (!FORMATS.includes((cells[0] ?? '').trim().toUpperCase())) return null;
  const [from, to] = [FROM_AT, TO_AT].map((at) => dayOfText(cells[at] ?? '', 'dmy')?.slice(0, 4));
  return from === undefined || (to !== undefined && to !== from) ? null : Number(from);
}

/** The year that the days of this column are read in; undefined where each names its own. */
export function yearOfDays(
  rows: readonly TableRow[],
  column: FieldChoice | undefined,
  year: number | null,
  notes: Notes,
): number | undefined {
  if (year === null || column === undefined) return undefined;
  const { at, header } = column;
  const cells = rows.map((row) => (row.cells[at] ?? '').trim()).filter((cell) => cell !== '');
  const [example] = cells;
  if (example === undefined || !cells.every((cell) => /^\d{3,4}$/.test(cell))) return undefined;
  const params = { column: at + 1, header, example, year: String(year), count: cells.length };
  notes.say('dates', 'DATES_WITHOUT_YEAR', params, at);
  return year;
}
