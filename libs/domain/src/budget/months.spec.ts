import { cents, sumCents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import { byMonth, cumulative, equalTwelfths, monthWithin, yearProgress } from './months';

const YEAR = fiscalYear(2026);

describe('months of a year', () => {
  it('T23 3,500,000 in equal twelfths', () => {
    const months = equalTwelfths(cents(350_000_000));
    expect(months).toEqual([...Array<number>(8).fill(29_166_667), ...Array<number>(4).fill(29_166_666)]);
    expect(sumCents(months)).toBe(350_000_000);
  });

  it('running sums end at the whole', () => {
    expect(cumulative([1, 2, 3].map(cents))).toEqual([1, 3, 6]);
    expect(cumulative([])).toEqual([]);
  });

  it.each<[string, number]>([
    ['2025-12-31', 1],
    ['2026-01-01', 1],
    ['2026-06-30', 6],
    ['2026-12-31', 12],
    ['2027-01-01', 12],
    ['2027-02-15', 12],
  ])('a booking of %s counts for month %d of 2026', (day, month) => {
    expect(monthWithin(plainDate(day), YEAR)).toBe(month);
  });

  it('adds bookings by month, late ones to December', () => {
    const entry = (
      day: string,
      amount: number,
    ): { bookedOn: ReturnType<typeof plainDate>; amountCents: ReturnType<typeof cents> } => ({
      bookedOn: plainDate(day),
      amountCents: cents(amount),
    });
    expect(byMonth([entry('2026-02-01', 5), entry('2026-02-28', 7), entry('2027-01-15', 9)], YEAR)).toEqual([
      0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9,
    ]);
  });

  it.each<[string, number]>([
    ['2025-12-31', 0],
    ['2026-01-01', 1],
    ['2026-12-30', 364],
    ['2026-12-31', 365],
    ['2027-03-01', 365],
  ])('on %s %d of 365 days have begun', (day, elapsedDays) => {
    expect(yearProgress(plainDate(day), YEAR)).toEqual({ elapsedDays, totalDays: 365 });
  });

  it('a leap year has 366 days', () => {
    expect(yearProgress(plainDate('2028-03-01'), fiscalYear(2028))).toEqual({ elapsedDays: 61, totalDays: 366 });
  });
});
