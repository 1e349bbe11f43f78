import { type Gap, gapOf } from './required-fte';
import { type TimeAxis } from './time-axis';
import { type UnitFacts, type UnitMonth, type YearMeasure, planUnit, taskMonths, workShare } from './unit-plan';
import { minutesOfMonth } from './available-fte';

/** A month of one task. Null is not known. */
export interface TaskMonth {
  /** Cases or hours, with what a go-live changes about their number. */
  readonly cases: number | null;
  /** Minutes of one of them as they are reckoned with. */
  readonly minutesPerCase: number | null;
  readonly requiredFte: number | null;
  /** Its part of the unit's time, in FTE of an employee: that of its need among all needs that are known. */
  readonly availableFte: number | null;
  readonly gap: Gap | null;
  /** Cases that its part of the time is enough for. */
  readonly capacity: number | null;
}

export interface TaskPlan {
  readonly months: readonly TaskMonth[];
  /** The unit that the task shares its people with. */
  readonly unit: readonly UnitMonth[];
  /** Other tasks of the unit whose need is not known: the part of the time is then what is left for it at most. */
  readonly unknownTaskIds: readonly string[];
}

const UNKNOWN: TaskMonth = {
  ...{ cases: null, minutesPerCase: null, requiredFte: null, availableFte: null, gap: null, capacity: null },
};

/**
 * One task against the people of its unit. Nobody is tied to a task: the time of a unit falls on its tasks as their needs do,
 * so that the gap of the unit is the sum of the gaps of its tasks.
 */
export function planTask(
  unit: UnitFacts,
  taskId: string,
  axis: TimeAxis,
  measures: ReadonlyMap<number, YearMeasure>,
): TaskPlan {
  const { months: ofUnit, unknownTaskIds } = planUnit(unit, axis, measures);
  const task = unit.tasks.find((one) => one.taskId === taskId);
  const work = task === undefined ? [] : taskMonths(task, axis, measures);
  const months = ofUnit.map((unitMonth, at): TaskMonth => {
    const ofMonth = work[at] ?? null;
    const perFte = minutesPerFte(axis, at, measures);
    if (ofMonth === null || perFte === 0) return UNKNOWN;
    const { cases, minutesPerCase } = ofMonth;
    const requiredFte = (cases * minutesPerCase) / perFte;
    const all = unitMonth.requiredFte ?? 0;
    const availableFte = all > 0 ? (unitMonth.availableNormFte * requiredFte) / all : unitMonth.availableNormFte;
    return {
      cases,
      minutesPerCase,
      requiredFte,
      availableFte,
      gap: gapOf(availableFte, requiredFte),
      capacity: (availableFte * perFte) / minutesPerCase,
    };
  });
  return { months, unit: ofUnit, unknownTaskIds: unknownTaskIds.filter((id) => id !== taskId) };
}

/** Minutes that one FTE of an employee has for cases in a month; 0 while the figures of the year are missing. */
export function minutesPerFte(axis: TimeAxis, month: number, measures: ReadonlyMap<number, YearMeasure>): number {
  const measure = measures.get(axis.months[month]?.year ?? 0);
  return measure === undefined ? 0 : minutesOfMonth(axis, month, measure.yearlyMinutes.employee) * workShare(measure);
}
