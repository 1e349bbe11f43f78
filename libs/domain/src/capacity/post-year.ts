import type { PlainDate } from '../shared/plain-date';
import { meanFte, minutesOfMonth, monthlyFte, type Post, workedPieces } from './available-fte';
import type { TimeAxis } from './time-axis';
import { workingDaysBetween, type WorkCalendar } from './working-days';

/** Planned, occupied and available FTE of one stretch of time. */
export interface FteMeans {
  readonly planned: number;
  readonly occupied: number;
  readonly available: number;
}

/** Days of the axis on which one occupancy works the same: share x ramp x (1 - away). */
export interface PostPiece {
  /** Place in the list of occupancies, the first is 0. */
  readonly occupancy: number;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly workingDays: number;
  readonly share: number;
  readonly ramp: number;
  readonly away: number;
  readonly value: number;
}

export interface PostMonth extends FteMeans {
  readonly month: number;
  readonly workingDays: number;
  /** What can be worked in the month (A3); null while the yearly minutes are not known. */
  readonly minutes: number | null;
}

/** The means of posts over the axis (A2). */
export function fteOver(posts: readonly Post[], axis: TimeAxis): FteMeans {
  const { planned, occupied, available } = monthlyFte(posts, axis);
  return {
    planned: meanFte(planned, axis),
    occupied: meanFte(occupied, axis),
    available: meanFte(available, axis),
  };
}

/** One post month by month. */
export function postMonths(post: Post, axis: TimeAxis, yearlyMinutes: number | null): PostMonth[] {
  const { planned, occupied, available } = monthlyFte([post], axis);
  return axis.months.map(({ month }, at) => ({
    month,
    workingDays: axis.workingDays[at] ?? 0,
    planned: planned[at] ?? 0,
    occupied: occupied[at] ?? 0,
    available: available[at] ?? 0,
    minutes: yearlyMinutes === null ? null : (available[at] ?? 0) * minutesOfMonth(axis, at, yearlyMinutes),
  }));
}

/** What the available FTE of a post is made of (A1), cut at both ends of the axis. */
export function postPieces(post: Post, axis: TimeAxis, calendar: WorkCalendar): PostPiece[] {
  return post.occupancies.flatMap((one, occupancy) =>
    workedPieces(one).flatMap(({ from, until, share, ramp, away, value }): PostPiece[] => {
      const begins = from < axis.from ? axis.from : from;
      const ends = until === null || until > axis.until ? axis.until : until;
      if (ends < begins) return [];
      const workingDays = workingDaysBetween(calendar, begins, ends);
      return [{ occupancy, from: begins, until: ends, workingDays, share, ramp, away, value }];
    }),
  );
}
