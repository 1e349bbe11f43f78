import { dayOfText } from '../date-cell';
import type { ImportKind } from '../mapping';
import type { AmountChoice } from './amount-columns';
import { yearOfMonth } from '../record/month-cell';
import type { TableRow } from '../table';
import type { ColumnGuess } from './column-guess';
import { mostly } from './column-values';
import type { FieldChoice } from './field-columns';
import type { Notes } from './notes';
import { yearOfTexts } from './plan-years';

/** The year of amounts that name none: what the person or a title says, else a question. Null where every amount has one. */
export function assumedYearOf(
  kind: ImportKind,
  amounts: readonly AmountChoice[],
  fields: readonly FieldChoice[],
  rows: readonly TableRow[],
  texts: readonly string[],
  notes: Notes,
): number | null {
  const needsYear = amounts.some(({ fiscalYear }) => fiscalYear === null);
  const hasYear =
    fields.some(({ field }) => field === 'fiscalYear' || field === 'bookedOn') || monthsHaveYears(fields, rows);
  const hasActuals = amounts.some(({ phase }) => phase === 'actual');
  return needsYear && !hasYear ? yearOfFile(kind, texts, notes, hasActuals) : null;
}

/** `2025-01` in every row. */
function monthsHaveYears(fields: readonly FieldChoice[], rows: readonly TableRow[]): boolean {
  const at = fields.find(({ field }) => field === 'month')?.at;
  return at !== undefined && rows.every(({ cells }) => yearOfMonth(cells[at] ?? '') !== null);
}

/** The year of a whole file: what the person said with the upload, what a title says, else a question. */
export function yearOfFile(kind: ImportKind, texts: readonly string[], notes: Notes, hasActuals = false): number {
  const { fiscalYear, today } = notes.hints;
  if (fiscalYear !== undefined) return fiscalYear;
  // The day of bookings is asked for, and it tells the year.
  if (kind === 'bookings') return Number((saidDay(notes) ?? today).slice(0, 4));
  const titled = yearOfTexts(texts);
  if (titled !== null) {
    notes.say('years', 'YEAR_ASSUMED', { fiscalYear: titled });
    return titled;
  }
  const thisYear = Number(today.slice(0, 4));
  // What was spent is not of next year.
  const years = hasActuals ? [thisYear, thisYear - 1, thisYear + 1] : [thisYear + 1, thisYear, thisYear - 1];
  const options = years.map(String);
  return Number(notes.ask('YEAR_MISSING', options));
}

/** The day of bookings without one, which the person must say; units are valid from today. */
export function assumedDayOf(
  kind: ImportKind,
  columns: readonly ColumnGuess[],
  fields: readonly FieldChoice[],
  assumedYear: number | null,
  notes: Notes,
): string | null {
  if (kind === 'organization') return notes.hints.today;
  if (kind !== 'bookings' || fields.some(({ field }) => field === 'bookedOn')) return null;
  const empty = columns.find(({ word, values }) => word.bookings?.field === 'bookedOn' && mostly(values.times, values));
  return dayOfFile(assumedYear, notes, { header: empty?.header ?? '', example: empty?.values.example ?? '' });
}

/** The day of all bookings of a file: what the person says, else a question. */
export function dayOfFile(
  assumedYear: number | null,
  notes: Notes,
  params: { readonly header: string; readonly example: string },
): string {
  const { today } = notes.hints;
  const said = saidDay(notes);
  if (said !== null) {
    notes.say('dates', 'DAY_SAID', { date: said });
    return said;
  }
  notes.ask('DATE_MISSING', [], params, null, () => false);
  const year = assumedYear ?? Number(today.slice(0, 4));
  return today.startsWith(`${year}-`) ? today : `${year}-12-31`;
}

/** The day that the person gave with the upload or as an answer; null when it is none. */
function saidDay({ hints }: Notes): string | null {
  return dayOfText(hints.answers?.['DATE_MISSING'] ?? hints.bookedOn ?? '', 'dmy');
}
