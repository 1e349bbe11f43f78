import { type PlainDate, daysBetween } from '../shared/plain-date';
import { type Post, type PostStatus, minutesOfMonth, monthlyTime } from './available-fte';
import { type BacklogMonth, coverDays, fluidBacklog } from './backlog';
import { type EffectMonth, type GoLiveEffect, minutesPath } from './go-live';
import type { Allowance } from './parameter';
import { type Gap, gapOf, minutesPerCase } from './required-fte';
import type { TimeAxis } from './time-axis';

/** A task of a unit with what comes in month by month. */
export interface PlannedTask {
  readonly taskId: string;
  /** Cases come in by number; creative work and projects in hours. */
  readonly kind: 'cases' | 'hours';
  /** Cases or hours of each month; null is not known. */
  readonly volumes: readonly (number | null)[];
  /** Base minutes of a case; null is not measured yet. Hours need none. */
  readonly baseMinutes: number | null;
  readonly recoveryMinutes: number;
  /** Its own Verteilzeit where its survey has one; left out: that of the year. */
  readonly allowance?: Allowance | null;
  /** What a project changes, by the day of its milestone. */
  readonly goLive: GoLiveEffect | null;
  /** Cases that lie there at the beginning. */
  readonly backlog: number;
  /** A question "what if": cases and minutes of each month against what is expected; left out they stay. */
  readonly volumeFactors?: readonly number[];
  readonly minutesFactors?: readonly number[];
}

/** The figures of a year, out of dated parameters. */
export interface YearMeasure {
  readonly yearlyMinutes: Readonly<Record<PostStatus, number>>;
  readonly allowance: Allowance;
  /** Which records these are, so that a paper can be reckoned again. */
  readonly parameterIds: readonly string[];
}

export interface UnitFacts {
  readonly unitId: string;
  readonly posts: readonly Post[];
  readonly tasks: readonly PlannedTask[];
  /** Day on which the backlog was counted: before it none is known. Left out: at the beginning; null: never counted. */
  readonly backlogCountedOn?: PlainDate | null;
}

/** A month of a unit. Planned, occupied and available stand beside each other; the need is compared with each. */
export interface UnitMonth {
  readonly plannedFte: number;
  readonly occupiedFte: number;
  readonly availableFte: number;
  /** What is available in FTE of an employee, which the need is told in: an official works longer. */
  readonly availableNormFte: number;
  /** What the known tasks need; null where nothing is known. */
  readonly requiredFte: number | null;
  readonly gap: Gap | null;
  /** Minutes of work that are left lying at the end; null from the first unknown month on. */
  readonly backlogMinutes: number | null;
  /** Working days that the backlog takes at this month's pace. */
  readonly backlogDays: number | null;
  /** The same as cases, mixed as they come in; null where none comes in. */
  readonly backlogCases: number | null;
}

/** What a task takes in a month. */
export interface TaskWork {
  /** Cases, or hours, with what a go-live changes about their number. */
  readonly cases: number;
  /** Minutes of one of them, with its Verteilzeit where that is a surcharge; told in the time that the unit has for cases. */
  readonly minutesPerCase: number;
}

/** The minutes of a task month by month; null where its volume, its minutes or the figures of the year are not known. */
export function taskMonths(
  task: PlannedTask,
  axis: TimeAxis,
  measures: ReadonlyMap<number, YearMeasure>,
): (TaskWork | null)[] {
  const path = pathOf(task, axis);
  return axis.months.map(({ year }, month) => taskWork(task, path, measures.get(year), month));
}

/** What a project makes of the minutes of each month; null where none changes the task. */
function pathOf({ goLive }: PlannedTask, axis: TimeAxis): readonly EffectMonth[] | null {
  return goLive === null ? null : minutesPath(goLive, axis.months);
}

function taskWork(
  task: PlannedTask,
  path: readonly EffectMonth[] | null,
  measure: YearMeasure | undefined,
  month: number,
): TaskWork | null {
  const changed = path?.[month];
  const volume = task.volumes[month] ?? null;
  const base = task.kind === 'hours' ? 60 : (changed?.minutesPerCase ?? task.baseMinutes);
  if (volume === null || base === null || measure === undefined) return null;
  const allowance = task.allowance ?? measure.allowance;
  const minutes = minutesPerCase(base * (task.minutesFactors?.[month] ?? 1), allowance, task.recoveryMinutes);
  return {
    cases: volume * (changed?.casesFactor ?? 1) * (task.volumeFactors?.[month] ?? 1),
    // A task with a deduction of its own has less of the year for its cases than its unit reckons with, or more.
    minutesPerCase: (minutes * workShare(measure)) / shareLeft(allowance),
  };
}

export interface UnitPlan {
  readonly unitId: string;
  readonly months: readonly UnitMonth[];
  /** Tasks without volume or without minutes in a month: with one of them a sum is what is needed at least. */
  readonly unknownTaskIds: readonly string[];
  readonly parameterIds: readonly string[];
}

/** Capacity of a unit month by month. A year without figures has no need that could be told. */
export function planUnit(unit: UnitFacts, axis: TimeAxis, measures: ReadonlyMap<number, YearMeasure>): UnitPlan {
  const minutesOf = (status: PostStatus, year: number): number => measures.get(year)?.yearlyMinutes[status] ?? 0;
  const time = monthlyTime(unit.posts, axis, minutesOf);
  const start = backlogStart(unit.backlogCountedOn, axis);
  const work = workOf(unit.tasks, axis, measures, start?.month ?? 0);
  const forCases = Array.from(
    time.minutes,
    (minutes, at) => minutes * workShare(measures.get(axis.months[at]?.year ?? 0)),
  );
  const backlog = start === null ? [] : backlogFrom(start, work, forCases);
  const months = axis.months.map(({ year }, at): UnitMonth => {
    const measure = measures.get(year);
    const perFte = measure === undefined ? 0 : minutesOfMonth(axis, at, measure.yearlyMinutes.employee);
    const known = work.known[at] ?? null;
    const requiredFte = known === null || perFte === 0 ? null : known / (perFte * workShare(measure));
    const availableNormFte = perFte === 0 ? 0 : (time.minutes[at] ?? 0) / perFte;
    const state = backlog[at] ?? null;
    return {
      plannedFte: time.planned[at] ?? 0,
      occupiedFte: time.occupied[at] ?? 0,
      availableFte: time.available[at] ?? 0,
      availableNormFte,
      requiredFte,
      gap: gapOf(availableNormFte, requiredFte),
      backlogMinutes: state?.workable ?? null,
      backlogDays: state === null ? null : coverDays(state.workable, forCases[at] ?? 0, axis.workingDays[at] ?? 0),
      backlogCases:
        state === null || known === null || known === 0 ? null : (state.workable * (work.cases[at] ?? 0)) / known,
    };
  });
  const parameterIds = [...new Set(axis.months.flatMap(({ year }) => measures.get(year)?.parameterIds ?? []))];
  return { unitId: unit.unitId, months, unknownTaskIds: work.unknownTaskIds, parameterIds };
}

/** Share of the yearly minutes that is left for cases: less the allowance where that is a deduction. */
export function workShare(measure: YearMeasure | undefined): number {
  return measure === undefined ? 1 : shareLeft(measure.allowance);
}

function shareLeft({ basis, rate }: Allowance): number {
  return basis === 'deduction_from_yearly_minutes' ? 1 - rate : 1;
}

/** The month in which a backlog was counted, and which share of it was still to come. */
interface BacklogStart {
  readonly month: number;
  readonly share: number;
}

function backlogStart(countedOn: PlainDate | null | undefined, axis: TimeAxis): BacklogStart | null {
  if (countedOn === null || (countedOn !== undefined && countedOn > axis.until)) return null;
  if (countedOn === undefined || countedOn < axis.from) return { month: 0, share: 1 };
  const day = daysBetween(axis.from, countedOn) + 1;
  const month = axis.begins.findLastIndex((begin) => begin < day);
  const weightAt = (place: number): number => axis.weightBefore[place] ?? 0;
  const [begin, end] = [weightAt(axis.begins[month] ?? 0), weightAt(axis.begins[month + 1] ?? 0)];
  return { month, share: end > begin ? (end - weightAt(day)) / (end - begin) : 0 };
}

/** Stock and flow from the day of the count on; the months before it are not known. */
function backlogFrom({ month, share }: BacklogStart, work: Work, capacity: readonly number[]): (BacklogMonth | null)[] {
  const ofRest = (value: number, at: number): number => (at === 0 ? value * share : value);
  const states = fluidBacklog({
    start: work.startMinutes,
    arrivals: work.complete.slice(month).map((minutes, at) => (minutes === null ? null : ofRest(minutes, at))),
    capacity: capacity.slice(month).map(ofRest),
  });
  return [...Array<null>(month).fill(null), ...states];
}

interface Work {
  /** Minutes of the tasks that are known in a month; null where none is. */
  readonly known: readonly (number | null)[];
  /** The same, null where any task is unknown. */
  readonly complete: readonly (number | null)[];
  /** Cases of the known tasks; work told in hours has none. */
  readonly cases: Float64Array;
  readonly startMinutes: number;
  readonly unknownTaskIds: readonly string[];
}

function workOf(
  tasks: readonly PlannedTask[],
  axis: TimeAxis,
  measures: ReadonlyMap<number, YearMeasure>,
  startMonth: number,
): Work {
  const sums = new Float64Array(axis.months.length);
  const cases = new Float64Array(axis.months.length);
  const knownTasks = new Int32Array(axis.months.length);
  const unknownTaskIds: string[] = [];
  const measureOf = axis.months.map(({ year }) => measures.get(year));
  let startMinutes = 0;
  for (const task of tasks) {
    const path = pathOf(task, axis);
    let isKnown = true;
    for (let month = 0; month < measureOf.length; month += 1) {
      const one = taskWork(task, path, measureOf[month], month);
      if (one === null) {
        isKnown = false;
        continue;
      }
      if (month === startMonth) startMinutes += task.backlog * one.minutesPerCase;
      sums[month] = (sums[month] ?? 0) + one.cases * one.minutesPerCase;
      if (task.kind === 'cases') cases[month] = (cases[month] ?? 0) + one.cases;
      knownTasks[month] = (knownTasks[month] ?? 0) + 1;
    }
    if (!isKnown) unknownTaskIds.push(task.taskId);
  }
  const known = Array.from(sums, (sum, month) => (knownTasks[month] === 0 ? null : sum));
  const complete = known.map((sum, month) => (knownTasks[month] === tasks.length ? sum : null));
  return { known, complete, cases, startMinutes, unknownTaskIds };
}
