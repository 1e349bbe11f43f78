import { type Cents, ZERO_CENTS, splitCents, sumCents } from '../shared/cents';
import { type FiscalYear, firstDayOf } from '../shared/fiscal-year';
import { type PlainDate, daysBetween, daysInYear, monthOf, yearOf } from '../shared/plain-date';

/** Months of a fiscal year. */
export const MONTHS_IN_YEAR = 12;

/** A year's amount in twelve equal months by largest remainder (R23, T23): used where no phasing is stored. */
export function equalTwelfths(yearCents: Cents): Cents[] {
  return splitCents(yearCents, Array<number>(MONTHS_IN_YEAR).fill(1));
}

/** Running sums of monthly amounts: what was planned or spent up to the end of each month. */
export function cumulative(monthlyCents: readonly Cents[]): Cents[] {
  return monthlyCents.map((_, index) => sumCents(monthlyCents.slice(0, index + 1)));
}

/** Adds amounts into the month of their day; January first. Days outside the fiscal year go to its first or last month. */
export function byMonth(
  entries: readonly { readonly bookedOn: PlainDate; readonly amountCents: Cents }[],
  year: FiscalYear,
): Cents[] {
  return Array.from({ length: MONTHS_IN_YEAR }, (_, index) => {
    const inMonth = entries.filter((entry) => monthWithin(entry.bookedOn, year) === index + 1);
    return sumCents([ZERO_CENTS, ...inMonth.map((entry) => entry.amountCents)]);
  });
}

/** The month, 1 to 12, that a day counts for in a fiscal year; late bookings for an old year count as December. */
export function monthWithin(day: PlainDate, year: FiscalYear): number {
  if (yearOf(day) < year) return 1;
  return yearOf(day) > year ? MONTHS_IN_YEAR : monthOf(day);
}

/** How much of a fiscal year has passed. */
export interface YearProgress {
  /** Days that have begun, the day itself included: 0 before the year, all of them after it. */
  readonly elapsedDays: number;
  readonly totalDays: number;
}

/** How much of a fiscal year has passed on a day. */
export function yearProgress(day: PlainDate, year: FiscalYear): YearProgress {
  const totalDays = daysInYear(year);
  const elapsedDays = Math.min(Math.max(daysBetween(firstDayOf(year), day) + 1, 0), totalDays);
  return { elapsedDays, totalDays };
}
