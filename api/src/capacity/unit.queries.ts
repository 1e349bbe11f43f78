import { Injectable } from '@nestjs/common';
import type { CapacityUnitYear, UnitPostName, UnitTaskRow } from '@etatlotse/contracts/capacity/plain';
import { type Actor, may } from '@etatlotse/domain/access';
import { meanFte, operationFte, planUnit, type TimeAxis } from '@etatlotse/domain/capacity';
import { plainDate } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import {
  type CapacityYear,
  factsOfUnit,
  monthsOfYear,
  readCapacityYear,
  type TaskOfYears,
  type UnitYear,
} from './capacity-year';
import { knowsPeople } from './presence';
import { monthRow, unitRow } from './unit-row';

const HUNDRED = 100;

/** The year of one unit. */
@Injectable()
export class UnitQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null where the unit has neither posts nor tasks that somebody sees. */
  async find(caller: Caller, unitId: string, fiscalYear: number): Promise<CapacityUnitYear | null> {
    const year = await this.transactions.run(caller, (tx) =>
      readCapacityYear(tx, caller.actor, { fiscalYear, unitId }),
    );
    const [unit] = year.units;
    return unit === undefined ? null : unitYearOf(unit, year, caller.actor);
  }
}

function unitYearOf(unit: UnitYear, year: CapacityYear, actor: Actor): CapacityUnitYear {
  const { id: unitId } = unit.unit;
  const isTold = knowsPeople(actor, unitId);
  const row = unitRow(unit, year, isTold);
  const facts = factsOfUnit(unit, year.longAxis);
  const staying = unit.departures.length === 0 ? null : monthsOfYear(factsOfUnit(unit, year.longAxis, true), year);
  return {
    fiscalYear: year.fiscalYear,
    row,
    tasks: unit.tasks.map((task, at) =>
      taskRow(task, facts.tasks[at]?.volumes.slice(-12) ?? [], planOfTask(facts, at, year), year.axis),
    ),
    operationFte: operationOf(unit.tasks, year.axis),
    departures: isTold ? unit.departures.map(({ unitId: _, ...departure }) => departure) : null,
    withoutDepartures: staying?.map((month) => monthRow(month, row.isProtected)) ?? null,
    posts: isTold ? unit.posts.map(postName) : null,
    mayWriteTasks: may(actor, 'capacity.write', { unitId }),
    mayWritePosts: may(actor, 'staffing.write', { unitId }),
    parameters: year.found.used,
    missingParameters: year.found.missing,
    dataAsOf: year.dataAsOf,
  };
}

/** FTE of one task, month by month. */
function planOfTask(
  facts: ReturnType<typeof factsOfUnit>,
  at: number,
  { longAxis, measures }: CapacityYear,
): (number | null)[] {
  const one = { ...facts, posts: [], tasks: facts.tasks.slice(at, at + 1) };
  return planUnit(one, longAxis, measures)
    .months.slice(-12)
    .map(({ requiredFte }) => requiredFte);
}

function taskRow(
  task: TaskOfYears,
  volumes: readonly (number | null)[],
  months: readonly (number | null)[],
  axis: TimeAxis,
): UnitTaskRow {
  const isWhole = months.every((fte) => fte !== null);
  return {
    id: task.id,
    name: task.name,
    kind: task.kind,
    baseSeconds: task.baseSeconds,
    yearVolume: volumes.includes(null) ? null : volumes.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    requiredFte: isWhole
      ? meanFte(
          Float64Array.from(months, (fte) => fte ?? 0),
          axis,
        )
      : null,
    months,
    backlog: task.backlog,
    backlogCountedOn: task.backlogCountedOn,
    goLive: task.goLive,
    version: task.version,
  };
}

/** FTE of IT operation for the go-lives of a unit; unknown from the first go-live on that nobody has estimated. */
export function operationOf(
  tasks: readonly TaskOfYears[],
  axis: TimeAxis,
  dayOf: (task: TaskOfYears) => string = (task) => task.goLive?.goLiveOn ?? '',
): (number | null)[] {
  const live = tasks.filter(({ goLive }) => goLive !== null);
  const loads = live.map((task) => ({
    from: plainDate(dayOf(task)),
    fte: (task.goLive?.operationFteHundredths ?? 0) / HUNDRED,
  }));
  const unknown = live
    .filter(({ goLive }) => goLive?.operationFteHundredths === null)
    .map((task) => ({ from: plainDate(dayOf(task)), fte: 1 }));
  const open = operationFte(unknown, axis);
  return operationFte(loads, axis).map((fte, month) => ((open[month] ?? 0) > 0 ? null : fte));
}

function postName({ id, number, name, noteKind }: UnitYear['posts'][number]): UnitPostName {
  return { id, number, name, hasNote: noteKind === 'kw' };
}
