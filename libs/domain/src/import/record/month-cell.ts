import { DateReader } from '../date-cell';
import { plainWords } from '../row-text';

/** A month as a cell or a header names it; without a year where the year stands elsewhere. */
export interface ReadMonth {
  readonly year: number | null;
  readonly month: number;
}

const NAMES: readonly RegExp[] = [
  /^(?:jan|januar|january|janner|jaenner)$/,
  /^(?:feb|februar|february|feber)$/,
  /^(?:mar|marz|maerz|mrz|march)$/,
  /^(?:apr|april)$/,
  /^(?:mai|may)$/,
  /^(?:jun|juni|june)$/,
  /^(?:jul|juli|july)$/,
  /^(?:aug|august)$/,
  /^(?:sep|sept|september)$/,
  /^(?:okt|oct|oktober|october)$/,
  /^(?:nov|november)$/,
  /^(?:dez|dec|dezember|december)$/,
];
const YEAR_FIRST = /^(\d{4})[-./ ]?(\d{2})$/;
const MONTH_FIRST = /^(\d{1,2})[-./ ](\d{4})$/;
const BARE = /^\d{1,2}$/;
const NAMED = /^([a-z]+)\.?[-/ ]?(\d{4}|\d{2})?$/;
const NAMED_BEHIND = /^(\d{4})[-/ ]([a-z]+)\.?$/;

/** Reads `2026-03`, `03.2026`, `März 2026`, `Mrz 26`, a day of the month, or the month alone; null for anything else. */
export function monthOfText(plain: string, days: DateReader): ReadMonth | null {
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst !== null) return monthOf(yearFirst[1], Number(yearFirst[2]));
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst !== null) return monthOf(monthFirst[2], Number(monthFirst[1]));
  if (BARE.test(plain)) return monthOf(undefined, Number(plain));
  const named = NAMED.exec(plain);
  if (named !== null) return monthOf(named[2], placeOf(named[1] ?? ''));
  const behind = NAMED_BEHIND.exec(plain);
  if (behind !== null) return monthOf(behind[1], placeOf(behind[2] ?? ''));
  const day = days.read(plain);
  return day === null ? null : monthOf(day.slice(0, 4), Number(day.slice(5, 7)));
}

/** `2026-03`, or `--03` for a month whose year stands elsewhere. */
export function monthText({ year, month }: ReadMonth): string {
  return `${year ?? '-'}-${String(month).padStart(2, '0')}`;
}

/** What `monthText` wrote. */
export function monthOfCode(text: string): ReadMonth {
  const [year, month] = [text.slice(0, -3), text.slice(-2)];
  return { year: year === '-' ? null : Number(year), month: Number(month) };
}

const placeOf = (name: string): number => NAMES.findIndex((names) => names.test(name)) + 1;

function monthOf(year: string | undefined, month: number): ReadMonth | null {
  if (month < 1 || month > 12) return null;
  if (year === undefined) return { year: null, month };
  return { year: year.length === 2 ? 2000 + Number(year) : Number(year), month };
}

const ANY_DAY = new DateReader('dmy');

/** The year that a month names in a cell: of `2026-03` and `März 2026`; null where it stands elsewhere. */
export function yearOfMonth(cell: string): number | null {
  return monthOfText(plainWords(cell), ANY_DAY)?.year ?? null;
}
