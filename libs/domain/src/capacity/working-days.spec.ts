import { plainDate } from '../shared/plain-date';
import { monthsBetween, timeAxis, yearAxis } from './time-axis';
import { easterSunday, freeDaysOf, workCalendar, workingDaysBetween, workingDaysOfYear } from './working-days';

const day = plainDate;

it.each([
  [1900, '1900-04-15'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2076, '2076-04-19'],
])('Easter %d is on %s', (year, sunday) => {
  expect(easterSunday(year)).toBe(sunday);
});

describe('working days', () => {
  it('Niedersachsen 2026 has 252', () => {
    expect(workingDaysOfYear(workCalendar('NI'), 2026)).toEqual([21, 20, 22, 20, 18, 22, 23, 21, 22, 22, 21, 20]);
  });

  it('24 and 31 December count where a city works on them', () => {
    const december = (isYearEndFree: boolean): number | undefined =>
      workingDaysOfYear({ land: 'NI', isYearEndFree }, 2026)[11];
    expect([december(true), december(false)]).toEqual([20, 22]);
  });

  it('each Land has its own holidays', () => {
    const own = (land: 'NI' | 'NW' | 'BW'): string[] =>
      [...freeDaysOf(workCalendar(land), 2026)].filter((one) =>
        ['2026-01-06', '2026-06-04', '2026-10-31', '2026-11-01'].includes(one),
      );
    expect(own('NI')).toEqual(['2026-10-31']);
    expect(own('NW')).toEqual(['2026-06-04', '2026-11-01']);
    expect(own('BW').sort()).toEqual(['2026-01-06', '2026-06-04', '2026-11-01']);
  });

  it('Reformation Day is one in Niedersachsen since 2018, and was one everywhere in 2017', () => {
    const isFree = (land: 'NI' | 'NW', year: number): boolean =>
      freeDaysOf(workCalendar(land), year).has(day(`${year}-10-31`));
    expect([2016, 2017, 2018].map((year) => isFree('NI', year))).toEqual([false, true, true]);
    expect([2016, 2017, 2018].map((year) => isFree('NW', year))).toEqual([false, true, false]);
  });

  it.each([
    ['2026-04-03', '2026-04-06', 0],
    ['2026-04-02', '2026-04-07', 2],
    ['2026-04-07', '2026-04-02', 0],
    ['2025-12-22', '2026-01-02', 5],
  ])('from %s to %s there are %d', (from, until, count) => {
    expect(workingDaysBetween(workCalendar('NI'), day(from), day(until))).toBe(count);
  });
});

describe('an axis of months', () => {
  const calendar = workCalendar('NI');
  it('may begin in the middle of a year and still weighs a month against its whole year', () => {
    const axis = timeAxis({ year: 2026, month: 11 }, 3, 'working_days', calendar);
    expect(axis.months).toEqual([
      { year: 2026, month: 11 },
      { year: 2026, month: 12 },
      { year: 2027, month: 1 },
    ]);
    expect([axis.workingDays, axis.workingDaysOfYear]).toEqual([
      [21, 20, 20],
      [252, 252, 254],
    ]);
    expect([axis.from, axis.until]).toEqual(['2026-11-01', '2027-01-31']);
  });

  it('weighs days, working days or months', () => {
    const weightOf = (basis: 'calendar' | 'working_days' | 'months'): number =>
      yearAxis(2028, basis, calendar).weightBefore.at(-1) ?? 0;
    expect([weightOf('calendar'), weightOf('working_days')]).toEqual([366, 251]);
    expect(weightOf('months')).toBeCloseTo(12, 9);
  });

  it('needs a month', () => {
    expect(() => timeAxis({ year: 2026, month: 1 }, 0, 'calendar', calendar)).toThrow('Not a number of months: 0');
  });

  it('counts from month to month', () => {
    expect(monthsBetween({ year: 2026, month: 11 }, { year: 2027, month: 2 })).toBe(3);
    expect(monthsBetween({ year: 2027, month: 2 }, { year: 2026, month: 11 })).toBe(-3);
  });
});
