import { type Checked, ok } from './outcome';

/** A calendar day without time or zone, as ISO text `YYYY-MM-DD`; text order is time order. */
export type PlainDate = string & { readonly unit: 'day' };

/** First and last year in which a date or a fiscal year may lie. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const ISO_DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const ZERO = '0'.charCodeAt(0);
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A real day from 1900 to 2199 in ISO form, or `DATE_INVALID`. German or relative forms are not read here. */
export function checkPlainDate(raw: unknown): Checked<PlainDate, 'DATE_INVALID'> {
  return isPlainDate(raw) ? ok(raw) : { ok: false, code: 'DATE_INVALID' };
}

/** True for a real day from 1900 to 2199 written `YYYY-MM-DD`. */
export function isPlainDate(raw: unknown): raw is PlainDate {
  if (typeof raw !== 'string' || !ISO_DAY.test(raw)) return false;
  const [year, month, day] = [numberIn(raw, 0, 4), numberIn(raw, 5, 7), numberIn(raw, 8, 10)];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Marks text as a day. Throws RangeError when it is not a real day from 1900 to 2199. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`Not a day from ${FIRST_YEAR} to ${LAST_YEAR}: ${text}`);
  return text;
}

/** Year of a day. */
export function yearOf(day: PlainDate): number {
  return numberIn(day, 0, 4);
}

/** Month of a day, 1 to 12. */
export function monthOf(day: PlainDate): number {
  return numberIn(day, 5, 7);
}

/** Negative when `first` is earlier, positive when it is later, 0 on the same day. */
export function compareDates(first: PlainDate, second: PlainDate): number {
  return first === second ? 0 : first < second ? -1 : 1;
}

/** The later of two days. */
export function laterOf(first: PlainDate, second: PlainDate): PlainDate {
  return first < second ? second : first;
}

/** The day `days` later (earlier when negative). Throws RangeError outside 1900 to 2199. */
export function addDays(day: PlainDate, days: number): PlainDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`);
  return dayFromNumber(dayNumber(day) + days);
}

/**
 * The day `months` later (earlier when negative); where the month is too short, its last day: 31.01. and one month is
 * 28.02. Throws RangeError outside 1900 to 2199.
 */
export function addMonths(day: PlainDate, months: number): PlainDate {
  if (!Number.isSafeInteger(months)) throw new RangeError(`Not a whole number of months: ${months}`);
  const month = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
  return dayOf(year, inYear, Math.min(numberIn(day, 8, 10), daysInMonth(year, inYear)));
}

/** Whole days from `first` to `second`; negative when `second` is earlier. 27.04.2026 to 31.12.2026 is 248 (T28). */
export function daysBetween(first: PlainDate, second: PlainDate): number {
  return dayNumber(second) - dayNumber(first);
}

/** 28, 29, 30 or 31. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** 365 or 366. */
export function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

/** The day with these parts. Throws RangeError when it does not exist. */
export function dayOf(year: number, month: number, day: number): PlainDate {
  return plainDate(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** Days since 1 January 1900. */
function dayNumber(day: PlainDate): number {
  const [year, last] = [yearOf(day), monthOf(day)];
  let number = numberIn(day, 8, 10) - 1;
  for (let month = 1; month < last; month += 1) number += daysInMonth(year, month);
  return number + daysBeforeYear(year);
}

/** The number that digits of a day make; read digit by digit, because whole registers of days are reckoned with. */
function numberIn(day: string, from: number, until: number): number {
  let number = 0;
  for (let at = from; at < until; at += 1) number = number * 10 + day.charCodeAt(at) - ZERO;
  return number;
}

function daysBeforeYear(year: number): number {
  const passed = year - 1;
  const leapDays = (n: number): number => Math.floor(n / 4) - Math.floor(n / 100) + Math.floor(n / 400);
  return (year - FIRST_YEAR) * 365 + leapDays(passed) - leapDays(FIRST_YEAR - 1);
}

function dayFromNumber(number: number): PlainDate {
  let year = FIRST_YEAR + Math.floor(number / 366);
  while (year <= LAST_YEAR && daysBeforeYear(year + 1) <= number) year += 1;
  let rest = number - daysBeforeYear(year);
  let month = 1;
  while (month < 12 && rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return dayOf(year, month, rest + 1);
}
