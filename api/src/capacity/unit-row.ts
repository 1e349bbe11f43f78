import { type CapacityMonthRow, type CapacityUnitRow, type ReleasedRow } from '@etatlotse/contracts/capacity/plain';
import {
  coverDays,
  gapOf,
  meanFte,
  minutesOfMonth,
  minutesPerCase,
  type PlannedTask,
  planUnit,
  releasedBetween,
  taskMonths,
  type TimeAxis,
  type UnitFacts,
  type UnitMonth,
  withoutGoLive,
  workShare,
  type YearMeasure,
} from '@etatlotse/domain/capacity';
import { type CapacityYear, countedOn, factsOfUnit, type TaskOfYears, type UnitYear } from './capacity-year';
import { isPresenceTold } from './presence';
import { ownAllowance } from './task-facts';

const SECONDS = 60;

/** A unit's year as a row: the mean of its months by working days. */
export function unitRow(unitYear: UnitYear, year: CapacityYear, knows: boolean): CapacityUnitRow {
  const { unit, posts, tasks } = unitYear;
  const [measure, axis] = [year.found.value, year.axis];
  const facts = factsOfUnit(unitYear, year.longAxis);
  const plan = planUnit(facts, year.longAxis, year.measures);
  const months = plan.months.slice(-12);
  const isProtected = !isPresenceTold(posts, year.fiscalYear, knows);
  const means = yearMeans(months, axis, measure !== null && !isProtected);
  const unknown = new Set(plan.unknownTaskIds.filter((id) => isUnknown(facts, id, year)));
  const unknownTasks = tasks.filter(({ id }) => unknown.has(id)).map(({ name }) => name);
  return {
    unit,
    posts: posts.length,
    tasks: tasks.length,
    ...means,
    isComplete: tasks.length > 0 && unknownTasks.length === 0,
    unknownTasks,
    backlogCases: backlogCases(tasks),
    backlogDays: measure === null || isProtected ? null : backlogDays(tasks, months, axis, measure),
    backlogCountedOn: countedOn(tasks),
    isProtected,
    released: measure === null ? [] : tasks.flatMap((task, at) => releasedRow(task, facts.tasks[at], axis, measure)),
    months: months.map((month) => monthRow(month, isProtected)),
  };
}

/** Means of the year by working days; presence and all that follows from it only where it may be told. */
export type YearMeans = Pick<
  CapacityUnitRow,
  'plannedFte' | 'occupiedFte' | 'availableFte' | 'availableNormFte' | 'requiredFte' | 'gapFte' | 'utilisation'
>;

export function yearMeans(months: readonly UnitMonth[], axis: TimeAxis, isTold: boolean): YearMeans {
  const meanOf = (value: (month: UnitMonth) => number): number => meanFte(Float64Array.from(months, value), axis);
  const isKnown = months.some(({ requiredFte }) => requiredFte !== null);
  // Months without a number count as nothing here, and the row says that it is not complete.
  const requiredFte = isKnown ? meanOf((month) => month.requiredFte ?? 0) : null;
  const availableNormFte = isTold ? meanOf((month) => month.availableNormFte) : null;
  const gap = availableNormFte === null ? null : gapOf(availableNormFte, requiredFte);
  return {
    plannedFte: meanOf((month) => month.plannedFte),
    occupiedFte: meanOf((month) => month.occupiedFte),
    availableFte: isTold ? meanOf((month) => month.availableFte) : null,
    availableNormFte,
    requiredFte,
    gapFte: gap?.gapFte ?? null,
    utilisation: gap?.utilisation ?? null,
  };
}

/** A month as it is told. */
export function monthRow(month: UnitMonth, isProtected: boolean): CapacityMonthRow {
  const told = <Value>(value: Value): Value | null => (isProtected ? null : value);
  return {
    plannedFte: month.plannedFte,
    occupiedFte: month.occupiedFte,
    availableFte: told(month.availableFte),
    availableNormFte: told(month.availableNormFte),
    requiredFte: month.requiredFte,
    gapFte: told(month.gap?.gapFte ?? null),
    backlogCases: told(month.backlogCases),
    backlogDays: told(month.backlogDays),
  };
}

/** Without a number in a month of the year; that a year before it lacks one is no matter. */
function isUnknown({ tasks }: UnitFacts, taskId: string, { longAxis, measures }: CapacityYear): boolean {
  const task = tasks.find((one) => one.taskId === taskId);
  return task !== undefined && taskMonths(task, longAxis, measures).slice(-12).includes(null);
}

/** What the go-live of a task releases, told in FTE of an employee. A month without a number makes it unknown. */
function releasedRow(
  task: TaskOfYears,
  facts: PlannedTask | undefined,
  axis: TimeAxis,
  measure: YearMeasure,
): ReleasedRow[] {
  if (task.goLive === null || facts === undefined || facts.goLive === null) return [];
  const planned = { ...facts, volumes: facts.volumes.slice(-12) };
  const face = { taskId: task.id, task: task.name, goLive: task.goLive };
  const { yearFte, runRateFte, cases, unknownTaskIds } = releasedBetween(
    [withoutGoLive(planned)],
    [planned],
    axis,
    measure,
  );
  if (unknownTaskIds.length > 0) return [{ ...face, yearFte: null, runRateFte: null, cases: null }];
  return [{ ...face, yearFte, runRateFte, cases }];
}

function backlogCases(tasks: readonly TaskOfYears[]): number | null {
  const counted = tasks.filter(({ kind }) => kind === 'cases').map(({ backlog }) => backlog);
  return counted.length === 0 || counted.includes(null)
    ? null
    : counted.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** Working days that what lies there takes everybody, at the mean pace of the year. */
function backlogDays(
  tasks: readonly TaskOfYears[],
  months: readonly UnitMonth[],
  axis: TimeAxis,
  measure: YearMeasure,
): number | null {
  if (backlogCases(tasks) === null) return null;
  let minutes = 0;
  for (const task of tasks) {
    const { backlog, baseSeconds, recoverySeconds } = task;
    if (backlog === null || backlog === 0) continue;
    if (baseSeconds === null) return null;
    const allowance = ownAllowance(task) ?? measure.allowance;
    minutes += backlog * minutesPerCase(baseSeconds / SECONDS, allowance, recoverySeconds / SECONDS);
  }
  const ofYear = months.reduce(
    (sum, { availableNormFte }, at) =>
      sum + availableNormFte * minutesOfMonth(axis, at, measure.yearlyMinutes.employee),
    0,
  );
  return coverDays(minutes, ofYear * workShare(measure), axis.workingDaysOfYear[0] ?? 0);
}
