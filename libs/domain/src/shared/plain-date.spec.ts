import fc from 'fast-check';
import {
  type PlainDate,
  addDays,
  addMonths,
  checkPlainDate,
  compareDates,
  dayOf,
  daysBetween,
  daysInMonth,
  daysInYear,
  isPlainDate,
  laterOf,
  monthOf,
  plainDate,
  yearOf,
} from './plain-date';

const anyDay = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => dayOf(year, month, day));

describe('plain dates', () => {
  it.each(['2026-12-31', '2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2027-04-30'])('takes %s', (text) => {
    expect(checkPlainDate(text)).toEqual({ ok: true, value: text });
    expect(plainDate(text)).toBe(text);
  });

  it.each<[unknown]>([
    ['2027-02-29'],
    ['1900-02-29'],
    ['2100-02-29'],
    ['0000-01-01'],
    ['+010000-01-01'],
    ['2026-13-01'],
    ['2026-00-10'],
    ['2026-04-31'],
    ['2026-01-32'],
    ['2026-01-00'],
    ['2026-W53'],
    ['20261231'],
    ['29.02.2028'],
    ['01.02.2026'],
    ['now'],
    ['2026-12-31T23:30:00-05:00'],
    ['2026-12-31T24:00:00Z'],
    ['1798761600'],
    ['２０２６-12-31'],
    [' 2026-12-31'],
    ['2026-12-31\n'],
    ['x2026-12-31'],
    ['1899-12-31'],
    ['2200-01-01'],
    [20261231],
    [null],
    [undefined],
    [['2026-12-31']],
  ])('refuses %p', (raw) => {
    expect(checkPlainDate(raw)).toEqual({ ok: false, code: 'DATE_INVALID' });
    expect(isPlainDate(raw)).toBe(false);
  });

  it('throws on a day that does not exist', () => {
    expect(() => plainDate('2027-02-29')).toThrow('Not a day from 1900 to 2199: 2027-02-29');
    expect(() => dayOf(2027, 2, 29)).toThrow(RangeError);
  });

  it('knows its parts', () => {
    expect(yearOf(plainDate('2026-07-09'))).toBe(2026);
    expect(monthOf(plainDate('2026-07-09'))).toBe(7);
    expect([daysInYear(2026), daysInYear(2028), daysInYear(1900), daysInYear(2000)]).toEqual([365, 366, 365, 366]);
    expect([daysInMonth(2028, 2), daysInMonth(2027, 2), daysInMonth(2027, 4), daysInMonth(2027, 13)]).toEqual([
      29, 28, 30, 0,
    ]);
  });

  it.each<[string, number, string]>([
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['1900-01-01', 0, '1900-01-01'],
    ['1900-01-01', 109_571, '2199-12-30'],
    ['2199-12-31', 0, '2199-12-31'],
    ['2199-12-31', -109_572, '1900-01-01'],
    ['2026-04-27', 248, '2026-12-31'],
    ['2000-12-31', 0, '2000-12-31'],
    ['2000-12-30', 1, '2000-12-31'],
    ['2001-01-01', 365, '2002-01-01'],
  ])('%s and %d days is %s', (day, days, expected) => {
    expect(addDays(plainDate(day), days)).toBe(expected);
  });

  it('leaves the calendar neither at the start nor at the end', () => {
    expect(() => addDays(plainDate('1900-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(plainDate('2199-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(plainDate('2199-12-31'), 1e9)).toThrow(RangeError);
    expect(() => addDays(plainDate('2026-01-01'), 0.5)).toThrow('Not a whole number of days: 0.5');
  });

  it('T28 counts 248 days from 27.04.2026 to 31.12.2026', () => {
    expect(daysBetween(plainDate('2026-04-27'), plainDate('2026-12-31'))).toBe(248);
    expect(daysBetween(plainDate('2026-12-31'), plainDate('2026-04-27'))).toBe(-248);
  });

  it('orders days', () => {
    const [early, late] = [plainDate('2026-01-31'), plainDate('2026-02-01')];
    expect([compareDates(early, late), compareDates(late, early), compareDates(early, early)]).toEqual([-1, 1, 0]);
    expect([laterOf(early, late), laterOf(late, early)]).toEqual([late, late]);
  });

  it('adding days and counting them are opposites', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (first: PlainDate, second: PlainDate) => {
        expect(addDays(first, daysBetween(first, second))).toBe(second);
        expect(Math.sign(daysBetween(first, second))).toBe(compareDates(second, first));
      }),
    );
  });

  it.each<[string, number, string]>([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2027-01-01', -3, '2026-10-01'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
    ['2026-05-05', 120, '2036-05-05'],
  ])('%s and %d months are %s', (from, months, to) => {
    expect(addMonths(plainDate(from), months)).toBe(to);
  });

  it('goes by whole months and stays within the calendar', () => {
    expect(() => addMonths(plainDate('2026-01-01'), 0.5)).toThrow('Not a whole number of months');
    expect(() => addMonths(plainDate('2199-12-01'), 1)).toThrow(RangeError);
  });
});
