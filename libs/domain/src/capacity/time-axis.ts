import { type PlainDate, dayOf, daysBetween, daysInMonth, monthOf, yearOf } from '../shared/plain-date';
import { type WorkCalendar, workingDayMarks } from './working-days';

/** What a day weighs in a mean: the same each day, only working days, or each month the same. */
export const TIME_BASES = ['calendar', 'working_days', 'months'] as const;
export type TimeBasis = (typeof TIME_BASES)[number];

/** A month of a year, 1 to 12. */
export interface YearMonth {
  readonly year: number;
  readonly month: number;
}

/** Whole months in a row, with what every day of them weighs. */
export interface TimeAxis {
  readonly basis: TimeBasis;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly months: readonly YearMonth[];
  /** Where each month begins, in days from `from`; one entry more than months. */
  readonly begins: Int32Array;
  /** Weight of all days before a day; one entry more than days. */
  readonly weightBefore: Float64Array;
  readonly workingDays: readonly number[];
  /** Working days of the year each month belongs to. */
  readonly workingDaysOfYear: readonly number[];
}

/** Months in a row, from the first one on. */
export function monthsFrom({ year, month }: YearMonth, count: number): YearMonth[] {
  return Array.from({ length: count }, (_, at) => {
    const place = year * 12 + month - 1 + at;
    return { year: Math.floor(place / 12), month: (place % 12) + 1 };
  });
}

/** How many months the second lies after the first. */
export function monthsBetween(first: YearMonth, second: YearMonth): number {
  return (second.year - first.year) * 12 + second.month - first.month;
}

/** The month a day lies in. */
export function yearMonthOf(day: PlainDate): YearMonth {
  return { year: yearOf(day), month: monthOf(day) };
}

/** First day of a month. */
export function firstDayOfMonth({ year, month }: YearMonth): PlainDate {
  return dayOf(year, month, 1);
}

/** Last day of a month. */
export function lastDayOfMonth({ year, month }: YearMonth): PlainDate {
  return dayOf(year, month, daysInMonth(year, month));
}

/** An axis of whole months. Working days are always counted, whatever the basis of the mean. */
export function timeAxis(first: YearMonth, count: number, basis: TimeBasis, calendar: WorkCalendar): TimeAxis {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`Not a number of months: ${count}`);
  const months = monthsFrom(first, count);
  const last = months.at(-1) ?? first;
  // Whole years, because a month is weighed against the working days of its year.
  const marksFrom = dayOf(first.year, 1, 1);
  const marks = workingDayMarks(calendar, marksFrom, dayOf(last.year, 12, 31));
  const from = firstDayOfMonth(first);
  const offset = daysBetween(marksFrom, from);
  const begins = new Int32Array(count + 1);
  months.forEach(({ year, month }, at) => (begins[at + 1] = (begins[at] ?? 0) + daysInMonth(year, month)));
  const days = begins[count] ?? 0;
  const weightBefore = new Float64Array(days + 1);
  const workingDays = Array<number>(count).fill(0);
  for (let month = 0; month < count; month += 1) {
    const [begin, end] = [begins[month] ?? 0, begins[month + 1] ?? 0];
    for (let day = begin; day < end; day += 1) {
      const mark = marks[offset + day] ?? 0;
      workingDays[month] = (workingDays[month] ?? 0) + mark;
      weightBefore[day + 1] = (weightBefore[day] ?? 0) + weightOf(basis, mark, end - begin);
    }
  }
  const byYear = new Map<number, number>();
  for (let year = first.year; year <= last.year; year += 1) {
    const begin = daysBetween(marksFrom, dayOf(year, 1, 1));
    const end = daysBetween(marksFrom, dayOf(year, 12, 31)) + 1;
    byYear.set(
      year,
      marks.subarray(begin, end).reduce((sum, mark) => sum + mark, 0),
    );
  }
  const workingDaysOfYear = months.map(({ year }) => byYear.get(year) ?? 0);
  return { basis, from, until: lastDayOfMonth(last), months, begins, weightBefore, workingDays, workingDaysOfYear };
}

/** An axis of the twelve months of a year. */
export function yearAxis(year: number, basis: TimeBasis, calendar: WorkCalendar): TimeAxis {
  return timeAxis({ year, month: 1 }, 12, basis, calendar);
}

function weightOf(basis: TimeBasis, mark: number, daysOfMonth: number): number {
  switch (basis) {
    case 'calendar':
      return 1;
    case 'working_days':
      return mark;
    case 'months':
      return 1 / daysOfMonth;
  }
}
