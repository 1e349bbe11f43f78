import type { Allowance } from './parameter';
import { type TimeAxis, type YearMonth, monthsBetween, yearMonthOf } from './time-axis';

/**
 * What a task of a year takes. Work that comes in cases has a number of cases and minutes a case; creative work and
 * projects are told in hours (R24). Null is not known yet: it is never reckoned as 0.
 */
export type TaskLoad =
  | {
      readonly kind: 'cases';
      readonly taskId: string;
      readonly cases: number | null;
      readonly baseMinutes: number | null;
      readonly recoveryMinutes?: number;
    }
  | { readonly kind: 'hours'; readonly taskId: string; readonly hours: number | null };

/** What minutes are turned into FTE with. */
export interface FteMeasure {
  readonly yearlyMinutes: number;
  readonly allowance: Allowance;
}

/** Required FTE of tasks, and which of them are unknown: while one is, the sum is only what is known at least. */
export interface RequiredFte {
  /** Sum of the known; null when nothing is known. */
  readonly fte: number | null;
  /** Minutes with a surcharge, and without a deduction. */
  readonly minutes: number;
  readonly byTask: readonly (number | null)[];
  readonly unknownTaskIds: readonly string[];
}

/** Mean minutes of a case: base time with its allowance where that is a surcharge, and recovery (B1). */
export function minutesPerCase(baseMinutes: number, { basis, rate }: Allowance, recoveryMinutes = 0): number {
  return (basis === 'surcharge_on_base_time' ? baseMinutes * (1 + rate) : baseMinutes) + recoveryMinutes;
}

/** Minutes of a year that are left for cases: less the allowance where that is a deduction (K1). */
export function workMinutes({ yearlyMinutes, allowance }: FteMeasure): number {
  return allowance.basis === 'deduction_from_yearly_minutes' ? yearlyMinutes * (1 - allowance.rate) : yearlyMinutes;
}

/** Minutes a task takes in the year; null when its volume or its minutes are not known. */
export function taskMinutes(task: TaskLoad, allowance: Allowance): number | null {
  if (task.kind === 'hours') return task.hours === null ? null : minutesPerCase(task.hours * 60, allowance);
  const { cases, baseMinutes, recoveryMinutes } = task;
  if (cases === null || baseMinutes === null) return null;
  return cases * minutesPerCase(baseMinutes, allowance, recoveryMinutes);
}

/** Required FTE by the analytical method of the BMI (B2) or of the KGSt (K1), whichever the allowance says. */
export function requiredFte(tasks: readonly TaskLoad[], measure: FteMeasure): RequiredFte {
  const minutes = tasks.map((task) => taskMinutes(task, measure.allowance));
  const perFte = workMinutes(measure);
  const known = minutes.filter((one) => one !== null);
  const sum = known.reduce((total, one) => total + one, 0);
  return {
    fte: known.length === 0 ? null : sum / perFte,
    minutes: sum,
    byTask: minutes.map((one) => (one === null ? null : one / perFte)),
    unknownTaskIds: tasks.filter((_, at) => minutes[at] === null).map(({ taskId }) => taskId),
  };
}

/** How a year's minutes fall on a month: a twelfth each, or by its working days. */
export type MonthSplit = 'equal_months' | 'working_days';

/** FTE that the minutes of each month take; null where the minutes are not known. */
export function fteByMonth(
  minutes: readonly (number | null)[],
  minutesOfYear: number,
  axis: TimeAxis,
  split: MonthSplit,
): (number | null)[] {
  return minutes.map((ofMonth, at) => {
    if (ofMonth === null) return null;
    if (split === 'equal_months') return (ofMonth * 12) / minutesOfYear;
    const share = (axis.workingDays[at] ?? 0) / (axis.workingDaysOfYear[at] ?? 1);
    return share === 0 ? null : ofMonth / (minutesOfYear * share);
  });
}

/** A year's cases by month with an index a month whose mean is 1. The sum stays the year's. */
export function seasonalCases(casesOfYear: number, index: readonly number[]): number[] {
  const sum = index.reduce((total, one) => total + one, 0);
  return index.map((one) => (casesOfYear * one) / sum);
}

/** What is there against what is needed (B4). */
export interface Gap {
  /** Available less required: below zero something is missing. */
  readonly gapFte: number;
  /** Required by available; null when nothing is available. */
  readonly utilisation: number | null;
}

/** Gap and utilisation; null while the need is unknown. */
export function gapOf(availableFte: number, required: number | null): Gap | null {
  if (required === null) return null;
  return { gapFte: availableFte - required, utilisation: availableFte > 0 ? required / availableFte : null };
}

/** A change of the law, as a dated scenario: from a month on there are more or fewer cases, at once or over months. */
export interface VolumeScenario {
  readonly name: string;
  readonly from: Parameters<typeof yearMonthOf>[0];
  /** 1.4 is two fifths more. */
  readonly factor: number;
  /** Months until the factor is reached; 0 is at once. */
  readonly overMonths: number;
}

/** Cases a month under scenarios. No model of the past can see a change of the law: it is said, dated, and switched. */
export function casesUnder(
  cases: readonly (number | null)[],
  axis: TimeAxis,
  scenarios: readonly VolumeScenario[],
): (number | null)[] {
  return cases.map((ofMonth, at) => {
    const month = axis.months[at];
    return ofMonth === null || month === undefined ? null : ofMonth * factorUnder(scenarios, month);
  });
}

/** What scenarios make of the cases of a month together; 1 changes nothing. */
export function factorUnder(scenarios: readonly VolumeScenario[], month: YearMonth): number {
  return scenarios.reduce(
    (factor, scenario) => factor * scenarioFactor(scenario, monthsBetween(yearMonthOf(scenario.from), month)),
    1,
  );
}

function scenarioFactor({ factor, overMonths }: VolumeScenario, monthsSince: number): number {
  if (monthsSince < 0) return 1;
  const reached = overMonths <= 0 ? 1 : Math.min(1, (monthsSince + 1) / (overMonths + 1));
  return 1 + (factor - 1) * reached;
}
