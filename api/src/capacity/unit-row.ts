import {
  type CapacityMonthRow,
  type CapacityUnitRow,
  type PostRow,
  type ReleasedRow,
  type TaskRow,
  type UnitName,
} from '@etatlotse/contracts/capacity/plain';
import {
  coverDays,
  gapOf,
  meanFte,
  minutesPerCase,
  monthlyMinutes,
  onOtherBasis,
  planUnit,
  releaseOf,
  type TimeAxis,
  type UnitMonth,
  workMinutes,
  workShare,
  type YearMeasure,
} from '@etatlotse/domain/capacity';
import { factsOfGoLive } from './go-live.repository';
import { factsOfPost } from './post-facts';
import { isPresenceTold } from './presence';
import { plannedTask } from './task-facts';

const SECONDS = 60;

interface UnitYear {
  readonly unit: UnitName;
  readonly posts: readonly PostRow[];
  readonly tasks: readonly TaskRow[];
}

/** A unit's year as a row: the mean of its months by working days. */
export function unitRow(
  { unit, posts, tasks }: UnitYear,
  axis: TimeAxis,
  measure: YearMeasure | null,
  knowsPeople: boolean,
): CapacityUnitRow {
  const year = axis.months[0]?.year ?? 0;
  const facts = {
    unitId: unit.id,
    posts: posts.map(factsOfPost),
    tasks: tasks.map((task) => plannedTask(task, axis.months)),
  };
  const plan = planUnit(facts, axis, new Map(measure === null ? [] : [[year, measure]]));
  const meanOf = (value: (month: UnitMonth) => number): number => meanFte(Float64Array.from(plan.months, value), axis);
  const isKnown = plan.months.some(({ requiredFte }) => requiredFte !== null);
  // Months without a number count as nothing here, and the row says that it is not complete.
  const requiredFte = isKnown ? meanOf((month) => month.requiredFte ?? 0) : null;
  const isProtected = !isPresenceTold(posts, year, knowsPeople);
  const availableNormFte = measure === null || isProtected ? null : meanOf((month) => month.availableNormFte);
  const gap = availableNormFte === null ? null : gapOf(availableNormFte, requiredFte);
  return {
    unit,
    posts: posts.length,
    tasks: tasks.length,
    plannedFte: meanOf((month) => month.plannedFte),
    occupiedFte: meanOf((month) => month.occupiedFte),
    availableFte: isProtected ? null : meanOf((month) => month.availableFte),
    availableNormFte,
    requiredFte,
    gapFte: gap?.gapFte ?? null,
    utilisation: gap?.utilisation ?? null,
    isComplete: tasks.length > 0 && plan.unknownTaskIds.length === 0,
    unknownTasks: tasks.filter(({ id }) => plan.unknownTaskIds.includes(id)).map(({ name }) => name),
    backlogCases: backlogCases(tasks),
    backlogDays: measure === null || isProtected ? null : backlogDays(tasks, facts.posts, axis, measure),
    isProtected,
    released: measure === null ? [] : tasks.flatMap((task) => releasedRow(task, axis, measure)),
    months: plan.months.map((month) => monthRow(month, isProtected)),
  };
}

function monthRow(month: UnitMonth, isProtected: boolean): CapacityMonthRow {
  return {
    plannedFte: month.plannedFte,
    occupiedFte: month.occupiedFte,
    availableFte: isProtected ? null : month.availableFte,
    requiredFte: month.requiredFte,
    gapFte: isProtected ? null : (month.gap?.gapFte ?? null),
  };
}

/** What the go-live of a task releases, told in FTE of an employee. A month without a number makes it unknown. */
function releasedRow(task: TaskRow, axis: TimeAxis, measure: YearMeasure): ReleasedRow[] {
  if (task.goLive === null || task.baseSeconds === null) return [];
  const { volumes } = plannedTask(task, axis.months);
  const face = { taskId: task.id, task: task.name, goLive: task.goLive };
  const known = volumes.filter((volume) => volume !== null);
  if (known.length < volumes.length) return [{ ...face, yearFte: null, runRateFte: null, cases: null }];
  const { allowance } = measure;
  const perFte = workMinutes({
    yearlyMinutes: measure.yearlyMinutes.employee,
    // Minutes of a case are base minutes here: a surcharge on them is the same as less minutes of the year.
    allowance: allowance.basis === 'surcharge_on_base_time' ? onOtherBasis(allowance) : allowance,
  });
  const release = releaseOf(factsOfGoLive(task.goLive, task.baseSeconds), axis.months, known, perFte);
  const cases = release.endMinutes > 0 ? release.runRateMinutes / release.endMinutes : null;
  return [{ ...face, yearFte: release.yearFte, runRateFte: release.runRateFte, cases }];
}

function backlogCases(tasks: readonly TaskRow[]): number | null {
  const counted = tasks.filter(({ kind }) => kind === 'cases').map(({ backlog }) => backlog);
  return counted.length === 0 || counted.includes(null)
    ? null
    : counted.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** Working days that what lies there takes everybody, at the mean pace of the year. */
function backlogDays(
  tasks: readonly TaskRow[],
  posts: Parameters<typeof monthlyMinutes>[0],
  axis: TimeAxis,
  measure: YearMeasure,
): number | null {
  if (backlogCases(tasks) === null) return null;
  let minutes = 0;
  for (const { backlog, baseSeconds, recoverySeconds } of tasks) {
    if (backlog === null || backlog === 0) continue;
    if (baseSeconds === null) return null;
    minutes += backlog * minutesPerCase(baseSeconds / SECONDS, measure.allowance, recoverySeconds / SECONDS);
  }
  const available = monthlyMinutes(posts, axis, (status) => measure.yearlyMinutes[status]);
  const ofYear = available.reduce((sum, one) => sum + one, 0) * workShare(measure);
  return coverDays(minutes, ofYear, axis.workingDaysOfYear[0] ?? 0);
}
