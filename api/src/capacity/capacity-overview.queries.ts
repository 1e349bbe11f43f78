import { Injectable } from '@nestjs/common';
import type {
  CapacityOverview,
  CapacityUnitRow,
  ParameterRow,
  PostRow,
  TaskRow,
} from '@etatlotse/contracts/capacity/plain';
import { type Actor, unitScope } from '@etatlotse/domain/access';
import { type CalendarLand, type TimeAxis, workCalendar, yearAxis } from '@etatlotse/domain/capacity';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { readLand } from './land.repository';
import { readParameters } from './parameter.repository';
import { postColumns } from './post-facts';
import { knowsPeople } from './presence';
import { visibleTasksSql } from './task.sql';
import { unitRow } from './unit-row';
import { type FoundMeasure, yearMeasure } from './year-measure';

/** A year of every unit that somebody sees: posts against tasks. */
@Injectable()
export class CapacityOverviewQueries {
  constructor(private readonly transactions: Transactions) {}

  async year(caller: Caller, fiscalYear: number): Promise<CapacityOverview> {
    const read = await this.transactions.run(caller, (tx) => readYear(tx, caller.actor, fiscalYear));
    const measure = yearMeasure(read.parameters, fiscalYear);
    const axis = yearAxis(fiscalYear, 'working_days', workCalendar(read.land));
    const rows = yearRows(read, axis, measure, caller.actor);
    return {
      fiscalYear,
      rows,
      totals: totalsOf(rows),
      parameters: measure.used,
      missingParameters: measure.missing,
      dataAsOf: read.dataAsOf,
    };
  }
}

/** Every unit of a year by its code, reckoned with one set of figures. */
export function yearRows(read: ReadYear, axis: TimeAxis, measure: FoundMeasure, actor: Actor): CapacityUnitRow[] {
  const units = new Map([...read.posts, ...read.tasks].map(({ unit }) => [unit.id, unit]));
  const own = <Row extends PostRow | TaskRow>(rows: readonly Row[], unitId: string): readonly Row[] =>
    rows.filter(({ unit }) => unit.id === unitId);
  return [...units.values()]
    .sort((first, second) => first.code.localeCompare(second.code, 'de', { numeric: true }))
    .map((unit) => {
      const facts = { unit, posts: own(read.posts, unit.id), tasks: own(read.tasks, unit.id) };
      return unitRow(facts, axis, measure.value, knowsPeople(actor, unit.id));
    });
}

interface ReadYear {
  readonly land: CalendarLand;
  readonly parameters: readonly ParameterRow[];
  readonly posts: readonly PostRow[];
  readonly tasks: readonly TaskRow[];
  readonly dataAsOf: string;
}

export async function readYear(tx: Transaction, actor: Actor, fiscalYear: number): Promise<ReadYear> {
  const asked = [tx.tenantId, unitScope(actor, 'capacity.read'), fiscalYear];
  const posts = await tx.query<PostRow>(postsSql, asked);
  const tasks = await tx.query<TaskRow>(visibleTasksSql, [...asked, unitScope(actor, 'project.read')]);
  return {
    land: await readLand(tx),
    parameters: await readParameters(tx),
    posts,
    tasks,
    dataAsOf: tx.now.toISOString(),
  };
}

/** Posts that there are in the year. */
const postsSql = `
  SELECT ${postColumns}
  FROM post p JOIN org_unit u ON u.tenant_id = p.tenant_id AND u.unit_id = p.unit_id
  WHERE p.tenant_id = $1 AND ($2::uuid[] IS NULL OR p.unit_id = ANY ($2))
    AND p.valid_from <= make_date($3, 12, 31) AND (p.valid_until IS NULL OR p.valid_until >= make_date($3, 1, 1))
  ORDER BY p.number`;

function totalsOf(rows: CapacityOverview['rows']): CapacityOverview['totals'] {
  const known = rows.flatMap(({ requiredFte }) => (requiredFte === null ? [] : [requiredFte]));
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  return {
    plannedFte: sum(rows.map(({ plannedFte }) => plannedFte)),
    occupiedFte: sum(rows.map(({ occupiedFte }) => occupiedFte)),
    requiredFte: known.length === 0 ? null : sum(known),
    isComplete: rows.every(({ isComplete }) => isComplete),
  };
}
