import { isPlainDate } from '../shared/plain-date';
import type { DateOrder } from './mapping';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const THREE_PARTS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/;
const TIME_BEHIND = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?Z?$/;
const DAYS_KEPT = 20_000;

/**
 * Reads the days of one file. Days repeat a thousandfold, so each text is read once. `03.04.2026` is always German; with
 * `/` or `-` between the parts the order of the mapping counts. A time behind the day is left out.
 */
export class DateReader {
  private readonly known = new Map<string, string | null>();

  constructor(private readonly order: DateOrder) {}

  /** `YYYY-MM-DD`, or null when the text is no day that exists. */
  read(cell: string): string | null {
    const known = this.known.get(cell);
    if (known !== undefined) return known;
    const day = dayOfText(cell, this.order);
    if (this.known.size < DAYS_KEPT) this.known.set(cell, day);
    return day;
  }
}

/** The day that a text means under an order, as `YYYY-MM-DD`; null when it means none. */
export function dayOfText(cell: string, order: DateOrder): string | null {
  const text = cell.trim().replace(TIME_BEHIND, '');
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso !== null) return realDay(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const parts = THREE_PARTS.exec(text);
  if (parts === null) return null;
  const [, first = '', between = '', second = '', year = ''] = parts;
  const isMonthFirst = order === 'mdy' && between !== '.';
  return realDay(fullYear(year), isMonthFirst ? first : second, isMonthFirst ? second : first);
}

/** Two digits are a year of this century, or of the last one from 70 on. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) < 70 ? '20' : '19'}${year}`;
}

function realDay(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(text) ? text : null;
}
