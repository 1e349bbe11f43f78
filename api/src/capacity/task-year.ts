import type { ParameterRow, TaskYear } from '@etatlotse/contracts/capacity/plain';
import type { Actor } from '@etatlotse/domain/access';
import {
  planTask,
  type TaskMonth,
  type TaskPlan,
  type TimeAxis,
  type UnitFacts,
  withDepartures,
  type YearMeasure,
} from '@etatlotse/domain/capacity';
import { factsOfDeparture } from './departure.repository';
import { factsOfPost } from './post-facts';
import { isPresenceTold, knowsPeople } from './presence';
import { plannedTask } from './task-facts';
import type { UnitYears } from './unit-years.repository';
import { type FoundMeasure, yearMeasure } from './year-measure';

/** The figures of each year of an axis. */
export function measuresOf(
  parameters: readonly ParameterRow[],
  axis: TimeAxis,
): { readonly found: readonly FoundMeasure[]; readonly measures: ReadonlyMap<number, YearMeasure> } {
  const years = [...new Set(axis.months.map(({ year }) => year))];
  const found = years.map((year) => yearMeasure(parameters, year));
  const measures = new Map<number, YearMeasure>();
  years.forEach((year, at) => {
    const value = found[at]?.value;
    if (value) measures.set(year, value);
  });
  return { found, measures };
}

export function factsOfUnit({ unit, posts, tasks, departures }: UnitYears, axis: TimeAxis): UnitFacts {
  return {
    unitId: unit.id,
    posts: withDepartures(posts.map(factsOfPost), departures.map(factsOfDeparture)),
    tasks: tasks.map((task) => plannedTask(task, axis.months)),
  };
}

/** Whether presence of a unit is told to somebody in a year. */
export function isToldTo(actor: Actor, { unit, posts }: UnitYears, year: number): boolean {
  return isPresenceTold(posts, year, knowsPeople(actor, unit.id));
}

/** A year of every task of a unit. */
export function taskYears(
  unit: UnitYears,
  axis: TimeAxis,
  measures: ReadonlyMap<number, YearMeasure>,
  isTold: boolean,
): ReadonlyMap<string, TaskYear> {
  const facts = factsOfUnit(unit, axis);
  return new Map(
    facts.tasks.map(({ taskId }) => [taskId, yearOf(planTask(facts, taskId, axis, measures), axis, isTold)]),
  );
}

/**
 * The mean of twelve months by working days, as the overview of units has it. With months that are not known the need is what
 * is known at least, and what is there cannot be held against it.
 */
export function yearOf({ months }: Pick<TaskPlan, 'months'>, axis: TimeAxis, isTold: boolean): TaskYear {
  const year = months.slice(0, 12);
  const days = axis.workingDays.slice(0, 12);
  const all = days.reduce((sum, one) => sum + one, 0);
  const meanOf = (value: (month: TaskMonth) => number | null): number =>
    year.reduce((sum, month, at) => sum + (value(month) ?? 0) * (days[at] ?? 0), 0) / all;
  const unknownMonths = year.filter(({ requiredFte }) => requiredFte === null).length;
  const requiredFte = unknownMonths === year.length ? null : meanOf((month) => month.requiredFte);
  const availableFte = unknownMonths > 0 || !isTold ? null : meanOf((month) => month.availableFte);
  return {
    requiredFte,
    availableFte,
    gapFte: availableFte === null || requiredFte === null ? null : availableFte - requiredFte,
    unknownMonths,
  };
}
