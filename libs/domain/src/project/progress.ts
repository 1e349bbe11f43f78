import type { PlainDate } from '../shared/plain-date';
import { addMonths, daysBetween } from '../shared/plain-date';

/** How progress is known: by milestones that were reached, or as somebody judges it in words and with a day. */
export const PROGRESS_METHODS = ['milestones', 'judged'] as const;
export type ProgressMethod = (typeof PROGRESS_METHODS)[number];

/** A milestone of a baseline with what has become of it. */
export interface TrackedMilestone {
  readonly baselineOn: PlainDate;
  readonly weightBasisPoints: number;
  readonly forecastOn: PlainDate | null;
  readonly actualOn: PlainDate | null;
}

/** The share that should have been reached by a day: the weights of all milestones due until then. */
export function plannedShare(milestones: readonly TrackedMilestone[], day: PlainDate): number {
  return sumOf(milestones.filter(({ baselineOn }) => baselineOn <= day));
}

/** The share that had been reached by a day. A milestone counts wholly or not at all. */
export function reachedShare(milestones: readonly TrackedMilestone[], day: PlainDate): number {
  return sumOf(milestones.filter(({ actualOn }) => actualOn !== null && actualOn <= day));
}

/**
 * How many days the worst milestone is late: reached, expected or (while nobody says when) today against the baseline. A
 * milestone that is due later and for which nobody expects a slip adds nothing; 0 is on time or ahead.
 */
export function slipDays(milestones: readonly TrackedMilestone[], today: PlainDate): number {
  return Math.max(0, ...milestones.map((milestone) => slipOf(milestone, today)));
}

function slipOf({ baselineOn, forecastOn, actualOn }: TrackedMilestone, today: PlainDate): number {
  if (actualOn !== null) return 0;
  const expected = forecastOn !== null && forecastOn > today ? forecastOn : today;
  return daysBetween(baselineOn, expected);
}

/** One point of the curves of planned and earned value. */
export interface ProgressPoint {
  readonly day: PlainDate;
  readonly plannedBasisPoints: number;
  /** Null on days that have not come yet. */
  readonly doneBasisPoints: number | null;
}

/** Planned and reached share over time: a point for every day on which one of them moves, and for today. */
export function progressCurve(
  milestones: readonly TrackedMilestone[],
  start: PlainDate,
  today: PlainDate,
): ProgressPoint[] {
  const days = new Set<PlainDate>([start, today]);
  for (const { baselineOn, actualOn } of milestones) {
    days.add(baselineOn);
    if (actualOn !== null) days.add(actualOn);
  }
  return [...days].sort().map((day) => ({
    day,
    plannedBasisPoints: plannedShare(milestones, day),
    doneBasisPoints: day > today ? null : reachedShare(milestones, day),
  }));
}

/** The day a month before another one; what is told monthly is compared with it. */
export const monthBefore = (today: PlainDate): PlainDate => addMonths(today, -1);

function sumOf(milestones: readonly TrackedMilestone[]): number {
  return milestones.reduce((sum, { weightBasisPoints }) => sum + weightBasisPoints, 0);
}
