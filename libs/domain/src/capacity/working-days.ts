import { type PlainDate, addDays, dayOf, daysBetween, daysInMonth, yearOf } from '../shared/plain-date';

/** The Länder whose holidays are known here: Niedersachsen, Nordrhein-Westfalen, Baden-Württemberg. */
export const CALENDAR_LANDS = ['NI', 'NW', 'BW'] as const;
export type CalendarLand = (typeof CALENDAR_LANDS)[number];

/** Which days are worked: Monday to Friday without the holidays of the Land. */
export interface WorkCalendar {
  readonly land: CalendarLand;
  /** 24 and 31 December are free: § 2 (3) Nds. ArbZVO for officials, § 6 (3) TVöD for employees. */
  readonly isYearEndFree: boolean;
}

/** The calendar of a Land as the collective agreement and the Land's ordinance have it. */
export function workCalendar(land: CalendarLand): WorkCalendar {
  return { land, isYearEndFree: true };
}

/** Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher); right for every year of the calendar. */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const place = moon + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(place / 31), (place % 31) + 1);
}

/** Public holidays of a Land, and 24 and 31 December where they are free; with those that fall on a weekend. */
export function freeDaysOf({ land, isYearEndFree }: WorkCalendar, year: number): ReadonlySet<PlainDate> {
  const easter = easterSunday(year);
  const fixed = (month: number, day: number): PlainDate => dayOf(year, month, day);
  const everywhere = [
    fixed(1, 1),
    addDays(easter, -2),
    addDays(easter, 1),
    fixed(5, 1),
    addDays(easter, 39),
    addDays(easter, 50),
    fixed(10, 3),
    fixed(12, 25),
    fixed(12, 26),
  ];
  const yearEnd = isYearEndFree ? [fixed(12, 24), fixed(12, 31)] : [];
  return new Set([...everywhere, ...ownDays(land, year, easter), ...yearEnd]);
}

function ownDays(land: CalendarLand, year: number, easter: PlainDate): PlainDate[] {
  const corpusChristi = addDays(easter, 60);
  const reformation = dayOf(year, 10, 31);
  // Its five hundredth year was a holiday everywhere.
  const jubilee = year === 2017 ? [reformation] : [];
  switch (land) {
    case 'NI':
      return year >= 2018 ? [reformation] : jubilee;
    case 'NW':
      return [corpusChristi, dayOf(year, 11, 1), ...jubilee];
    case 'BW':
      return [dayOf(year, 1, 6), corpusChristi, dayOf(year, 11, 1), ...jubilee];
  }
}

/** One entry a day from `from` to `until`: 1 on a working day, 0 on any other. */
export function workingDayMarks(calendar: WorkCalendar, from: PlainDate, until: PlainDate): Uint8Array {
  const marks = new Uint8Array(Math.max(0, daysBetween(from, until) + 1));
  const first = weekday(from);
  for (let at = 0; at < marks.length; at += 1) marks[at] = (first + at) % 7 < 5 ? 1 : 0;
  for (let year = yearOf(from); year <= yearOf(until); year += 1) {
    for (const day of freeDaysOf(calendar, year)) {
      const at = daysBetween(from, day);
      if (at >= 0 && at < marks.length) marks[at] = 0;
    }
  }
  return marks;
}

/** Working days from the first to the last day, both counted; 0 when the last lies before the first. */
export function workingDaysBetween(calendar: WorkCalendar, from: PlainDate, until: PlainDate): number {
  return workingDayMarks(calendar, from, until).reduce((sum, mark) => sum + mark, 0);
}

/** Working days of the twelve months of a year. Niedersachsen 2026: 21 20 22 20 18 22 23 21 22 22 21 20, together 252. */
export function workingDaysOfYear(calendar: WorkCalendar, year: number): number[] {
  return Array.from({ length: 12 }, (_, at) =>
    workingDaysBetween(calendar, dayOf(year, at + 1, 1), dayOf(year, at + 1, daysInMonth(year, at + 1))),
  );
}

/** 0 on Monday to 6 on Sunday; 1 January 1900 was a Monday. */
function weekday(day: PlainDate): number {
  return daysBetween(dayOf(1900, 1, 1), day) % 7;
}
