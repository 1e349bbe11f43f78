import type { ParameterRow, PostRow, TaskRow, UnitName } from '@etatlotse/contracts/capacity/plain';
import { type Actor, unitScope } from '@etatlotse/domain/access';
import {
  type CalendarLand,
  type PlannedTask,
  planUnit,
  type TimeAxis,
  timeAxis,
  type UnitFacts,
  type UnitMonth,
  withDepartures,
  workCalendar,
  yearAxis,
  type YearMeasure,
} from '@etatlotse/domain/capacity';
import { plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { factsOfDeparture, readDepartures, type StoredDeparture } from './departure.repository';
import { goLiveColumn } from './go-live.repository';
import { readLand } from './land.repository';
import { readParameters } from './parameter.repository';
import { factsOfPost, postColumns } from './post-facts';
import { driversColumn } from './task-driver.repository';
import { plannedTask } from './task-facts';
import { type FoundMeasure, yearMeasure } from './year-measure';

/** A backlog is followed from its count for so many years; one that was counted earlier says nothing any more. */
const YEARS_BACK = 2;

/** A unit with everything that its year is reckoned from. */
export interface UnitYear {
  readonly unit: UnitName;
  readonly posts: readonly PostRow[];
  readonly tasks: readonly TaskOfYears[];
  readonly departures: readonly StoredDeparture[];
}

/** A task with its numbers over the long axis, which a backlog runs through; the year asked for are the last twelve. */
export interface TaskOfYears extends StoredTask {
  readonly actual: readonly (number | null)[];
  readonly planned: readonly (number | null)[];
}

/** What of a task its need and its backlog are reckoned from. */
type StoredTask = Pick<
  TaskRow,
  | 'id'
  | 'name'
  | 'unit'
  | 'kind'
  | 'baseSeconds'
  | 'recoverySeconds'
  | 'backlog'
  | 'backlogCountedOn'
  | 'goLive'
  | 'allowanceBasis'
  | 'allowanceMicros'
  | 'drivers'
  | 'version'
>;

/** A year of the units somebody sees, and what it is reckoned with. */
export interface CapacityYear {
  readonly fiscalYear: number;
  readonly land: CalendarLand;
  readonly units: readonly UnitYear[];
  readonly found: FoundMeasure;
  readonly measures: ReadonlyMap<number, YearMeasure>;
  readonly parameters: readonly ParameterRow[];
  /** The twelve months of the year, and the months from the first year with a count on. */
  readonly axis: TimeAxis;
  readonly longAxis: TimeAxis;
  readonly today: string;
  readonly dataAsOf: string;
}

export interface YearAsked {
  readonly fiscalYear: number;
  /** Null: all that are seen. */
  readonly unitId?: string | null;
}

/** Reads a year of the units in reach of `capacity.read`. */
export async function readCapacityYear(
  tx: Transaction,
  actor: Actor,
  { fiscalYear, unitId = null }: YearAsked,
): Promise<CapacityYear> {
  const scope = unitScope(actor, 'capacity.read');
  const land = await readLand(tx);
  const parameters = await readParameters(tx);
  const posts = await tx.query<PostRow>(postsSql, [tx.tenantId, scope, fiscalYear, unitId]);
  const projects = unitScope(actor, 'project.read');
  const tasks = await tx.query<StoredTask>(tasksSql, [tx.tenantId, scope, unitId, projects]);
  const firstYear = firstYearOf(tasks, fiscalYear);
  const volumes = await tx.query<StoredVolumes>(volumesSql, [tx.tenantId, scope, unitId, firstYear, fiscalYear]);
  const departures = await readDepartures(tx, scope, unitId);
  const calendar = workCalendar(land);
  const years = Array.from({ length: fiscalYear - firstYear + 1 }, (_, at) => firstYear + at);
  const axis = yearAxis(fiscalYear, 'working_days', calendar);
  const longAxis = timeAxis({ year: firstYear, month: 1 }, years.length * 12, 'working_days', calendar);
  return {
    fiscalYear,
    land,
    units: unitsOf(posts, tasksOfYears(tasks, volumes, years), departures),
    ...measuresOf(parameters, fiscalYear, firstYear),
    axis,
    longAxis: years.length === 1 ? axis : longAxis,
    today: tx.today,
    dataAsOf: tx.now.toISOString(),
  };
}

/** The same year with other figures: what changing one would move. */
export function underParameters(year: CapacityYear, parameters: readonly ParameterRow[]): CapacityYear {
  return { ...year, ...measuresOf(parameters, year.fiscalYear, year.longAxis.months[0]?.year ?? year.fiscalYear) };
}

function measuresOf(
  parameters: readonly ParameterRow[],
  fiscalYear: number,
  firstYear: number,
): Pick<CapacityYear, 'parameters' | 'found' | 'measures'> {
  const found = yearMeasure(parameters, fiscalYear);
  const measures = new Map<number, YearMeasure>();
  for (let year = firstYear; year <= fiscalYear; year += 1) {
    const { value } = year === fiscalYear ? found : yearMeasure(parameters, year);
    if (value !== null) measures.set(year, value);
  }
  return { parameters, found, measures };
}

/** The first year whose months a backlog runs through on its way to the year asked for. */
function firstYearOf(tasks: readonly StoredTask[], fiscalYear: number): number {
  return tasks.reduce((first, { backlogCountedOn }) => {
    const year = backlogCountedOn === null ? fiscalYear : Number(backlogCountedOn.slice(0, 4));
    return year < fiscalYear - YEARS_BACK ? first : Math.min(first, year);
  }, fiscalYear);
}

interface StoredVolumes {
  readonly taskId: string;
  readonly year: number;
  readonly kind: 'actual' | 'planned';
  readonly months: readonly number[];
  readonly counts: readonly number[];
}

function tasksOfYears(
  tasks: readonly StoredTask[],
  volumes: readonly StoredVolumes[],
  years: readonly number[],
): TaskOfYears[] {
  const first = years[0] ?? 0;
  // By the task alone, with a place for each year and kind: a key for each of them would cost more than what it finds.
  const stored = new Map<string, Record<StoredVolumes['kind'], (number | null)[]>>();
  const unknown = (): (number | null)[] => Array<number | null>(years.length * 12).fill(null);
  for (const { taskId, year, kind, months, counts } of volumes) {
    let own = stored.get(taskId);
    if (own === undefined) stored.set(taskId, (own = { actual: unknown(), planned: unknown() }));
    const [row, before] = [own[kind], (year - first) * 12 - 1];
    for (let at = 0; at < months.length; at += 1) row[before + (months[at] ?? 0)] = counts[at] ?? null;
  }
  return tasks.map((task) => {
    const { actual, planned } = stored.get(task.id) ?? { actual: unknown(), planned: unknown() };
    return { ...task, actual, planned };
  });
}

function unitsOf(
  posts: readonly PostRow[],
  tasks: readonly TaskOfYears[],
  departures: readonly StoredDeparture[],
): UnitYear[] {
  const units = new Map<
    string,
    { unit: UnitName; posts: PostRow[]; tasks: TaskOfYears[]; departures: StoredDeparture[] }
  >();
  const of = (unit: UnitName): { posts: PostRow[]; tasks: TaskOfYears[]; departures: StoredDeparture[] } => {
    const found = units.get(unit.id) ?? { unit, posts: [], tasks: [], departures: [] };
    units.set(unit.id, found);
    return found;
  };
  for (const post of posts) of(post.unit).posts.push(post);
  for (const task of tasks) of(task.unit).tasks.push(task);
  for (const departure of departures) units.get(departure.unitId)?.departures.push(departure);
  return [...units.values()].sort((first, second) =>
    first.unit.code.localeCompare(second.unit.code, 'de', { numeric: true }),
  );
}

/** The unit as the rules see it over the long axis; `isStaying` leaves departures out. */
export function factsOfUnit(
  { posts, tasks, unit, departures }: UnitYear,
  axis: TimeAxis,
  isStaying = false,
): UnitFacts {
  const held = posts.map(factsOfPost);
  return {
    unitId: unit.id,
    posts: isStaying || departures.length === 0 ? held : withDepartures(held, departures.map(factsOfDeparture)),
    tasks: tasks.map((task) => taskFacts(task, axis)),
    backlogCountedOn: countedOn(tasks),
  };
}

/** The last count; null while one task with cases was never counted, or where there are none. */
export function countedOn(tasks: readonly TaskOfYears[]): UnitFacts['backlogCountedOn'] & (string | null) {
  const days = tasks.filter(({ kind }) => kind === 'cases').map(({ backlogCountedOn }) => backlogCountedOn);
  const last = days.reduce<string | null>(
    (latest, day) => (latest === null || (day ?? '') > latest ? day : latest),
    null,
  );
  return last === null || days.includes(null) ? null : plainDate(last);
}

/** A task over the long axis. */
export function taskFacts(task: TaskOfYears, axis: TimeAxis): PlannedTask {
  return plannedTask(task, axis.months, task.backlog ?? 0);
}

/** The twelve months of the year, out of a plan of the long axis. */
export function monthsOfYear(facts: UnitFacts, year: CapacityYear): readonly UnitMonth[] {
  return planUnit(facts, year.longAxis, year.measures).months.slice(-12);
}

/** Posts that there are in the year. */
const postsSql = `
  SELECT ${postColumns}
  FROM post p JOIN org_unit u ON u.tenant_id = p.tenant_id AND u.unit_id = p.unit_id
  WHERE p.tenant_id = $1 AND ($2::uuid[] IS NULL OR p.unit_id = ANY ($2)) AND ($4::uuid IS NULL OR p.unit_id = $4)
    AND p.valid_from <= make_date($3, 12, 31) AND (p.valid_until IS NULL OR p.valid_until >= make_date($3, 1, 1))
  ORDER BY p.number`;

const tasksSql = `
  SELECT t.task_id AS id, t.name, json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name) AS unit, t.kind,
    t.base_seconds AS "baseSeconds", t.recovery_seconds AS "recoverySeconds", t.backlog,
    t.backlog_counted_on AS "backlogCountedOn", ${goLiveColumn('$4')}, t.allowance_basis AS "allowanceBasis",
    t.allowance_micros AS "allowanceMicros", ${driversColumn}, t.version
  FROM task t JOIN org_unit u ON u.tenant_id = t.tenant_id AND u.unit_id = t.unit_id
  WHERE t.tenant_id = $1 AND ($2::uuid[] IS NULL OR t.unit_id = ANY ($2)) AND ($3::uuid IS NULL OR t.unit_id = $3)
  ORDER BY t.name, t.task_id`;

const volumesSql = `
  SELECT v.task_id AS "taskId", v.fiscal_year AS year, v.kind, array_agg(v.month) AS months, array_agg(v.count) AS counts
  FROM case_volume v JOIN task t ON t.tenant_id = v.tenant_id AND t.task_id = v.task_id
  WHERE v.tenant_id = $1 AND ($2::uuid[] IS NULL OR t.unit_id = ANY ($2)) AND ($3::uuid IS NULL OR t.unit_id = $3)
    AND v.fiscal_year BETWEEN $4 AND $5
  GROUP BY v.task_id, v.fiscal_year, v.kind`;
