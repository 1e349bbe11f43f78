import {
  type FiscalYear,
  checkFiscalYear,
  firstDayOf,
  fiscalYear,
  fiscalYearOf,
  lastDayOf,
  planYears,
  planningWindow,
  yearsOf,
} from './fiscal-year';
import { plainDate } from './plain-date';

const ends = (years: FiscalYear[]): [number | undefined, number | undefined, number] => [
  years[0],
  years.at(-1),
  years.length,
];

describe('fiscal years', () => {
  it.each([1900, 2026, 2199])('takes %d', (year) => {
    expect(checkFiscalYear(year)).toEqual({ ok: true, value: year });
  });

  it.each<[unknown]>([[1899], [2200], [2026.5], [NaN], ['2026'], [null]])('refuses %p', (raw) => {
    expect(checkFiscalYear(raw)).toEqual({ ok: false, code: 'FISCAL_YEAR_INVALID' });
  });

  it('throws on a year outside the calendar', () => {
    expect(() => fiscalYear(1899)).toThrow('Not a fiscal year from 1900 to 2199: 1899');
  });

  it('is the calendar year (§ 112 Abs. 4 NKomVG)', () => {
    expect(fiscalYearOf(plainDate('2026-12-31'))).toBe(2026);
    expect([firstDayOf(fiscalYear(2027)), lastDayOf(fiscalYear(2027))]).toEqual(['2027-01-01', '2027-12-31']);
  });
});

describe('planning window (R12)', () => {
  it.each<[number, number, number, number]>([
    [2019, 2019, 2018, 2022],
    [2022, 2022, 2021, 2025],
    [2023, 2024, 2022, 2027],
    [2025, 2026, 2024, 2029],
    [2027, 2028, 2026, 2031],
  ])('T12 budget %d/%d shows %d to %d', (first, last, from, to) => {
    const window = planningWindow(planYears(fiscalYear(first), fiscalYear(last)));
    expect(ends(window)).toEqual([from, to, to - from + 1]);
  });

  it('T13 a two-year budget has two plan years, a single one has one', () => {
    expect(yearsOf(planYears(fiscalYear(2027), fiscalYear(2028)))).toEqual([2027, 2028]);
    expect(yearsOf(planYears(fiscalYear(2027)))).toEqual([2027]);
  });

  it.each<[number, number]>([
    [2027, 2029],
    [2028, 2027],
  ])('refuses a budget for %d to %d', (first, last) => {
    expect(() => planYears(fiscalYear(first), fiscalYear(last))).toThrow('A budget covers one year or two in a row');
  });
});
