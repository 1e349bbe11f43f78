import { type PlainDate, addMonths } from '../shared/plain-date';
import type { Post } from './available-fte';
import { type GoLiveEffect, minutesPath } from './go-live';
import { workMinutes } from './required-fte';
import { type TimeAxis, firstDayOfMonth, lastDayOfMonth, monthsBetween, yearMonthOf } from './time-axis';
import { type PlannedTask, type UnitFacts, type YearMeasure, taskMonths, workShare } from './unit-plan';

/** What is turned to see what would be: all of it is a question, nothing of it is recorded. */
export interface Levers {
  /** From this day on cases, minutes and posts differ; what was before stays. */
  readonly from: PlainDate;
  /** 1.1: a tenth more cases. */
  readonly volumeFactor: number;
  /** 0.9: a tenth less minutes a case. */
  readonly minutesFactor: number;
  /** FTE of employees that are there in addition, or, below zero, less. */
  readonly postFte: number;
  /** Months that go-lives slip; below zero they come earlier. One that was reached stays. */
  readonly slipMonths: number;
}

/** Today, as it is. */
export const NO_LEVERS: Omit<Levers, 'from'> = { volumeFactor: 1, minutesFactor: 1, postFte: 0, slipMonths: 0 };

/** A post that there is only in the question. */
const ASKED_POST = 'what-if';

/** A unit under the levers. `isMovable` says which go-lives may slip. */
export function underLevers(
  unit: UnitFacts,
  levers: Levers,
  axis: TimeAxis,
  isMovable: (task: PlannedTask) => boolean = () => true,
): UnitFacts {
  const start = yearMonthOf(levers.from);
  const factors = (factor: number): number[] =>
    axis.months.map((month) => (monthsBetween(start, month) < 0 ? 1 : factor));
  const [volumeFactors, minutesFactors] = [factors(levers.volumeFactor), factors(levers.minutesFactor)];
  const tasks = unit.tasks.map((task) => ({
    ...task,
    volumeFactors,
    minutesFactors: task.kind === 'hours' ? axis.months.map(() => 1) : minutesFactors,
    goLive: task.goLive !== null && isMovable(task) ? moved(task.goLive, levers.slipMonths) : task.goLive,
  }));
  return { ...unit, tasks, posts: levers.postFte === 0 ? unit.posts : [...unit.posts, askedPost(levers)] };
}

function moved(effect: GoLiveEffect, months: number): GoLiveEffect {
  return { ...effect, goLiveOn: addMonths(effect.goLiveOn, months) };
}

function askedPost({ postFte, from }: Levers): Post {
  const holder = { from, until: null, share: postFte, rampUp: [], absences: [] };
  return {
    postId: ASKED_POST,
    status: 'employee',
    share: postFte,
    from,
    until: null,
    note: null,
    occupancies: [holder],
  };
}

/** What the second state of a unit needs less than the first; below zero it needs more. */
export interface ReleasedTime {
  /** Within the months of the axis. */
  readonly yearFte: number;
  /** A year at the state of the last month. */
  readonly runRateFte: number;
  /** Paid minutes of the run rate, Verteilzeit included: what an hourly rate is paid for. */
  readonly runRateMinutes: number;
  /** Cases that could be worked in that time instead. */
  readonly cases: number;
  /** Tasks whose numbers are not known: nothing of them is counted. */
  readonly unknownTaskIds: readonly string[];
}

/** Time that becomes free between two states of the same tasks; of each only what is known in both. */
export function releasedBetween(
  before: readonly PlannedTask[],
  after: readonly PlannedTask[],
  axis: TimeAxis,
  measure: YearMeasure,
): ReleasedTime {
  let [yearMinutes, runRateMinutes, cases] = [0, 0, 0];
  const unknownTaskIds: string[] = [];
  before.forEach((task, at) => {
    const [first, second] = [taskYear(task, axis, measure), taskYear(after[at] ?? task, axis, measure)];
    if (first === null || second === null) {
      unknownTaskIds.push(task.taskId);
      return;
    }
    const atEnd = first.runRateMinutes - second.runRateMinutes;
    yearMinutes += first.minutes - second.minutes;
    runRateMinutes += atEnd;
    if (task.kind === 'cases' && second.endMinutes > 0) cases += atEnd / second.endMinutes;
  });
  const perFte = workMinutes({ yearlyMinutes: measure.yearlyMinutes.employee, allowance: measure.allowance });
  return {
    yearFte: yearMinutes / perFte,
    runRateFte: runRateMinutes / perFte,
    runRateMinutes: runRateMinutes / workShare(measure),
    cases,
    unknownTaskIds,
  };
}

/** A task without its go-live: what it would be if nothing changed. */
export function withoutGoLive(task: PlannedTask): PlannedTask {
  return { ...task, goLive: null };
}

interface TaskYear {
  readonly minutes: number;
  readonly runRateMinutes: number;
  readonly endMinutes: number;
}

/** Minutes of a task over the axis, and a year of them at the state of the last month; null while a month is unknown. */
function taskYear(task: PlannedTask, axis: TimeAxis, measure: YearMeasure): TaskYear | null {
  const measures = new Map(axis.months.map(({ year }) => [year, measure]));
  const months = taskMonths(task, axis, measures);
  const last = axis.months.length - 1;
  const [end, endVolume] = [months[last] ?? null, task.volumes[last] ?? null];
  if (end === null || endVolume === null) return null;
  let [minutes, plain] = [0, 0];
  for (const [at, month] of months.entries()) {
    if (month === null) return null;
    minutes += month.cases * month.minutesPerCase;
    plain += task.volumes[at] ?? 0;
  }
  const path = task.goLive === null ? null : minutesPath(task.goLive, axis.months);
  const factor = (path?.[last]?.casesFactor ?? 1) * (task.volumeFactors?.[last] ?? 1);
  return { minutes, runRateMinutes: plain * factor * end.minutesPerCase, endMinutes: end.minutesPerCase };
}

/** FTE that operation needs from a go-live on: support, administration of what replaced the paper. */
export interface OperationLoad {
  readonly from: PlainDate;
  readonly fte: number;
}

/** What operation needs month by month: a month that begins before the go-live with its days from there on. */
export function operationFte(loads: readonly OperationLoad[], axis: TimeAxis): number[] {
  return axis.months.map((month) => {
    const [first, last] = [firstDayOfMonth(month), lastDayOfMonth(month)];
    return loads.reduce((sum, { from, fte }) => {
      if (from > last) return sum;
      const days = Number(last.slice(8));
      const since = from <= first ? days : days - Number(from.slice(8)) + 1;
      return sum + (fte * since) / days;
    }, 0);
  });
}
