import type { ParameterRow, PostRow, TaskRow, UnitName } from '@etatlotse/contracts/capacity/plain';
import { type Actor, unitScope } from '@etatlotse/domain/access';
import type { CalendarLand } from '@etatlotse/domain/capacity';
import type { Transaction } from '../platform/database/transactions';
import { readDepartures, type StoredDeparture } from './departure.repository';
import { readParameters } from './parameter.repository';
import { postColumns } from './post-facts';
import { visibleTasksSql } from './task.sql';

/** Units with their posts and tasks over some years; the numbers of a task run on from January of the first. */
export interface UnitYears {
  readonly unit: UnitName;
  readonly posts: readonly PostRow[];
  readonly tasks: readonly TaskRow[];
  readonly departures: readonly StoredDeparture[];
}

export interface ReadUnits {
  readonly land: CalendarLand;
  readonly parameters: readonly ParameterRow[];
  readonly units: ReadonlyMap<string, UnitYears>;
}

/** Everything that the tasks of some units are reckoned from, over years in a row. */
export async function readUnits(
  tx: Transaction,
  actor: Actor,
  unitIds: readonly string[],
  years: readonly number[],
): Promise<ReadUnits> {
  const [city] = await tx.query<{ land: CalendarLand }>(`SELECT land FROM tenant WHERE tenant_id = $1`, [tx.tenantId]);
  if (city === undefined) throw new Error('The city of a transaction is not there.');
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const posts = await tx.query<PostRow>(postsSql, [tx.tenantId, unitIds, first, last]);
  const scopes = [unitScope(actor, 'capacity.read'), unitScope(actor, 'project.read')];
  const departures = await readDepartures(tx, unitIds);
  let tasks: TaskRow[] = [];
  for (const year of years) {
    const ofYear = await tx.query<TaskRow>(tasksSql, [tx.tenantId, scopes[0], year, scopes[1], unitIds]);
    tasks = tasks.length === 0 ? ofYear : joined(tasks, ofYear);
  }
  const units = new Map<string, UnitYears>();
  for (const unitId of unitIds) {
    const own = {
      posts: posts.filter(({ unit }) => unit.id === unitId),
      tasks: tasks.filter(({ unit }) => unit.id === unitId),
      departures: departures.filter((departure) => departure.unitId === unitId),
    };
    const unit = own.tasks[0]?.unit ?? own.posts[0]?.unit;
    if (unit !== undefined) units.set(unitId, { unit, ...own });
  }
  return { land: city.land, parameters: await readParameters(tx), units };
}

function joined(before: readonly TaskRow[], later: readonly TaskRow[]): TaskRow[] {
  const byId = new Map(later.map((task) => [task.id, task]));
  return before.map((task) => {
    const next = byId.get(task.id);
    const none = Array<null>(12).fill(null);
    return {
      ...task,
      actual: [...task.actual, ...(next?.actual ?? none)],
      planned: [...task.planned, ...(next?.planned ?? none)],
    };
  });
}

const postsSql = `
  SELECT ${postColumns}
  FROM post p JOIN org_unit u ON u.tenant_id = p.tenant_id AND u.unit_id = p.unit_id
  WHERE p.tenant_id = $1 AND p.unit_id = ANY ($2)
    AND p.valid_from <= make_date($4, 12, 31) AND (p.valid_until IS NULL OR p.valid_until >= make_date($3, 1, 1))
  ORDER BY p.number`;

const tasksSql = `${visibleTasksSql} AND t.unit_id = ANY ($5) ORDER BY t.name, t.task_id`;
