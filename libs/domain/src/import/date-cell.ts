import { isPlainDate } from '../shared/plain-date';
import type { DateOrder } from './mapping';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const THREE_PARTS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/;
const TIME_BEHIND = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?Z?$/;
/** A spreadsheet counts days from the end of 1899; written without a format they are five digits: 2000 to 2064. */
const SERIAL = /^(?:3[6-9]|[45]\d)\d{3}$/;
const SERIAL_START_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** `0501` and, where a program has lost the zero, `501`: day and month. */
const DAY_AND_MONTH = /^(\d{1,2})(\d{2})$/;
const DAYS_KEPT = 20_000;

/**
 * Reads the days of one file. Days repeat a thousandfold, so each text is read once. `03.04.2026` is always German; with
 * `/` or `-` between the parts the order of the mapping counts. A time behind the day is left out.
 */
export class DateReader {
  private readonly known = new Map<string, string | null>();

  /** `year` is that of days which name only day and month. */
  constructor(
    private readonly order: DateOrder,
    private readonly year?: number,
  ) {}

  /** `YYYY-MM-DD`, or null when the text is no day that exists. */
  read(cell: string): string | null {
    const known = this.known.get(cell);
    if (known !== undefined) return known;
    const day = this.dayOfYear(cell) ?? dayOfText(cell, this.order);
    if (this.known.size < DAYS_KEPT) this.known.set(cell, day);
    return day;
  }

  private dayOfYear(cell: string): string | null {
    if (this.year === undefined) return null;
    const [, day = '', month = ''] = DAY_AND_MONTH.exec(cell.trim()) ?? [];
    return realDay(String(this.year), month, day);
  }
}

/** The day that a text means under an order, as `YYYY-MM-DD`; null when it means none. */
export function dayOfText(cell: string, order: DateOrder): string | null {
  const text = cell.trim().replace(TIME_BEHIND, '');
  if (SERIAL.test(text)) return dayOfSerial(Number(text));
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso !== null) return realDay(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const parts = THREE_PARTS.exec(text);
  if (parts === null) return null;
  const [, first = '', between = '', second = '', year = ''] = parts;
  const isMonthFirst = order === 'mdy' && between !== '.';
  return realDay(fullYear(year), isMonthFirst ? first : second, isMonthFirst ? second : first);
}

/** Whether a text is the number by which a spreadsheet knows a day. */
export function isSerialDay(text: string): boolean {
  return SERIAL.test(text.trim());
}

function dayOfSerial(days: number): string {
  return new Date(SERIAL_START_MS + days * DAY_MS).toISOString().slice(0, 10);
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
