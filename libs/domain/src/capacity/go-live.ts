import { type Cents, cents } from '../shared/cents';
import { type PlainDate, addDays, daysInMonth } from '../shared/plain-date';
import { type YearMonth, monthsBetween, yearMonthOf } from './time-axis';

/** How the share of cases that come online grows after the go-live: month by month as given, or by a form. */
export type OnlineCourse =
  | { readonly kind: 'step'; readonly share: number }
  | { readonly kind: 'linear' | 's_curve'; readonly share: number; readonly months: number }
  | { readonly kind: 'given'; readonly shares: readonly number[] };

/** What a project changes about a task once it is live. The day is that of the project's milestone. */
export interface GoLiveEffect {
  readonly goLiveOn: PlainDate;
  /** Minutes of a case as it is worked today. */
  readonly oldMinutes: number;
  /** Minutes of a case that comes online. */
  readonly onlineMinutes: number;
  readonly online: OnlineCourse;
  /** What everything takes longer in the first months: 0.1, 0.05. */
  readonly dip: readonly number[];
  /** How many more applications come because it is easier, as a share of the cases that come online. */
  readonly rebound: number;
}

/** Steepness of the S-curve: ten, so that it begins and ends flat. */
const STEEPNESS = 10;

/** The effect with its go-live moved by days: what a slip of the milestone does. */
export function slipped(effect: GoLiveEffect, days: number): GoLiveEffect {
  return { ...effect, goLiveOn: addDays(effect.goLiveOn, days) };
}

/** Online share in a month after the go-live, 0 being the first (D2). */
export function onlineShare(course: OnlineCourse, month: number): number {
  if (month < 0) return 0;
  switch (course.kind) {
    case 'step':
      return course.share;
    case 'given':
      return course.shares[Math.min(month, course.shares.length - 1)] ?? 0;
    case 'linear':
      return course.share * Math.min(1, (month + 1) / course.months);
    case 's_curve': {
      const [low, high] = [logistic(-STEEPNESS / 2), logistic(STEEPNESS / 2)];
      const reached = logistic(STEEPNESS * (Math.min(1, (month + 1) / course.months) - 0.5));
      return (course.share * (reached - low)) / (high - low);
    }
  }
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Minutes a case, and cases against before, of one month. */
export interface EffectMonth {
  readonly minutesPerCase: number;
  readonly casesFactor: number;
}

/** Minutes a case and cases against before, in a month after the go-live; below 0 nothing has changed (D1, D5). */
function stateAfter(effect: GoLiveEffect, month: number): EffectMonth {
  if (month < 0) return { minutesPerCase: effect.oldMinutes, casesFactor: 1 };
  const share = onlineShare(effect.online, month);
  const mixed = (1 - share) * effect.oldMinutes + share * effect.onlineMinutes;
  return { minutesPerCase: (1 + (effect.dip[month] ?? 0)) * mixed, casesFactor: 1 + effect.rebound * share };
}

/**
 * The path of minutes a case (D1). A project that goes live in the middle of a month changes every month in its middle:
 * the days before count with the month of the path before.
 */
export function minutesPath(effect: GoLiveEffect, months: readonly YearMonth[]): EffectMonth[] {
  const goLiveMonth = yearMonthOf(effect.goLiveOn);
  const day = Number(effect.goLiveOn.slice(8));
  return months.map((month) => {
    const days = daysInMonth(month.year, month.month);
    const after = monthsBetween(goLiveMonth, month);
    const changed = stateAfter(effect, after);
    const daysBefore = Math.min(day, days) - 1;
    if (after < 0 || daysBefore === 0) return changed;
    const before = stateAfter(effect, after - 1);
    const mixed = (first: number, second: number): number => (first * daysBefore + second * (days - daysBefore)) / days;
    return {
      minutesPerCase: mixed(before.minutesPerCase, changed.minutesPerCase),
      casesFactor: mixed(before.casesFactor, changed.casesFactor),
    };
  });
}

/** What an effect releases. Below zero in the months of the dip, and shown so. */
export interface Release {
  /** FTE of the year, released month by month; the sum of the months is `yearFte`. */
  readonly byMonth: readonly number[];
  /** Released within the months given (D4): always less than the run rate in the year of the go-live. */
  readonly yearFte: number;
  /** Released a year at the state of the last month (D3). */
  readonly runRateFte: number;
  readonly yearMinutes: number;
  readonly runRateMinutes: number;
  /** Minutes a case in the last month. */
  readonly endMinutes: number;
}

/** Released FTE of a task over twelve months or a part of a year, from cases as they would be without the project. */
export function releaseOf(
  effect: GoLiveEffect,
  months: readonly YearMonth[],
  cases: readonly number[],
  yearlyMinutes: number,
): Release {
  const path = minutesPath(effect, months);
  const minutes = path.map(
    (month, at) => (cases[at] ?? 0) * (effect.oldMinutes - month.casesFactor * month.minutesPerCase),
  );
  const yearMinutes = minutes.reduce((sum, one) => sum + one, 0);
  const end = path.at(-1) ?? { minutesPerCase: effect.oldMinutes, casesFactor: 1 };
  const allCases = cases.reduce((sum, one) => sum + one, 0);
  const runRateMinutes = allCases * (effect.oldMinutes - end.casesFactor * end.minutesPerCase);
  return {
    byMonth: minutes.map((one) => one / yearlyMinutes),
    yearFte: yearMinutes / yearlyMinutes,
    runRateFte: runRateMinutes / yearlyMinutes,
    yearMinutes,
    runRateMinutes,
    endMinutes: end.minutesPerCase,
  };
}

/**
 * What released time is worth, in three ways that are never added up: full cost (for an economic evaluation), personnel
 * cost (in the budget only once a post falls away) and cases that can be worked instead, which have no euro.
 */
export interface ReleasedValue {
  readonly fullCostCents: Cents;
  readonly personnelCents: Cents;
  readonly cases: number;
}

/** The three values of released minutes. Rates are in cents and not rounded; each value is rounded once. */
export function releasedValue(
  { minutes, yearlyMinutes, minutesPerCase }: { minutes: number; yearlyMinutes: number; minutesPerCase: number },
  rates: { readonly hourlyRateCents: number; readonly personnelCents: number },
): ReleasedValue {
  return {
    fullCostCents: cents(Math.round((minutes / 60) * rates.hourlyRateCents)),
    personnelCents: cents(Math.round((minutes / yearlyMinutes) * rates.personnelCents)),
    cases: minutesPerCase > 0 ? minutes / minutesPerCase : 0,
  };
}

/** What of a desk's released FTE can be given back at all: nothing below the bundling threshold (D6). */
export function realisableFte(releasedFte: number, threshold: number): number {
  return releasedFte >= threshold && releasedFte > 0 ? releasedFte : 0;
}
