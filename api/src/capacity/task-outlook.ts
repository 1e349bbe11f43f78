import {
  CLEAR_MONTHS,
  type ParameterRow,
  type StockMonthRow,
  type TaskAges,
  type TaskDeadline,
  type TaskMonthRow,
  type TaskOutlook,
  type TaskRow,
  type TaskStock,
} from '@etatlotse/contracts/capacity/plain';
import {
  ageProfile,
  type CalendarLand,
  type CountedStock,
  DEADLINE_MONTHS,
  type ExpectedMonth,
  inferStock,
  minutesPerFte,
  monthsBetween,
  type OpenCases,
  planTask,
  projectBacklog,
  receiptsOf,
  type StockMonth,
  type StockOfMonth,
  taskDeadlines,
  type TaskMonth,
  type TimeAxis,
  timeAxis,
  wayToZero,
  workCalendar,
  type YearMeasure,
  yearMonthOf,
} from '@etatlotse/domain/capacity';
import { plainDate } from '@etatlotse/domain/shared';
import { expectedOf } from './task-facts';
import { factsOfUnit, measuresOf, yearOf } from './task-year';
import type { UnitYears } from './unit-years.repository';

/** What the outlook of a task is reckoned from: its unit with numbers from January of the first year on. */
export interface OutlookFacts {
  readonly unit: UnitYears;
  readonly taskId: string;
  readonly fiscalYear: number;
  /** First year that was read: earlier than the fiscal year where the backlog was counted before it. */
  readonly firstYear: number;
  readonly years: number;
  readonly stock: readonly StockMonthRow[];
  readonly land: CalendarLand;
  readonly parameters: readonly ParameterRow[];
  readonly isTold: boolean;
  readonly dataAsOf: string;
}

/** Need, people, backlog and deadlines of one task. Everything is reckoned by the rules; here it is put together. */
export function taskOutlook(facts: OutlookFacts): TaskOutlook {
  const { unit, taskId, fiscalYear, isTold } = facts;
  const calendar = workCalendar(facts.land);
  const axis = timeAxis({ year: facts.firstYear, month: 1 }, facts.years * 12, 'working_days', calendar);
  const { found, measures } = measuresOf(facts.parameters, axis);
  const task = unit.tasks.find(({ id }) => id === taskId);
  if (task === undefined) throw new Error('The task is not among those of its unit.');
  const plan = planTask(factsOfUnit(unit, axis), taskId, axis, measures);
  const expected = expectedOf(task, axis.months);
  const counted = countedStock(task);
  const backlog = counted === null ? [] : projectBacklog(counted, plan.months, axis, calendar);
  const ages = counted === null ? null : openByAge(task, counted, facts.stock, expected, axis);
  const begin = (fiscalYear - facts.firstYear) * 12;
  const months = plan.months.slice(begin).map((month, at) => {
    const place = begin + at;
    return monthRow(axis, place, expected[place], month, backlog[place] ?? null, isTold);
  });
  const yearFound = found[fiscalYear - facts.firstYear];
  const shown = { ...axis, workingDays: axis.workingDays.slice(begin) };
  return {
    taskId,
    fiscalYear,
    months,
    year: yearOf({ months: plan.months.slice(begin) }, shown, isTold),
    stock:
      counted === null ? null : stockRow(counted, ages, task, { plan: plan.months, backlog, axis, measures, isTold }),
    deadline: isTold ? deadlineRow(task, counted, ages, plan.months, axis, measures, facts.land) : null,
    isProtected: !isTold,
    unknownTasks: unit.tasks.filter(({ id }) => plan.unknownTaskIds.includes(id)).map(({ name }) => name),
    parameters: yearFound?.used ?? [],
    missingParameters: yearFound?.missing ?? [],
    dataAsOf: facts.dataAsOf,
  };
}

function monthRow(
  axis: TimeAxis,
  at: number,
  expected: ExpectedMonth | undefined,
  month: TaskMonth,
  backlog: StockMonth | null,
  isTold: boolean,
): TaskMonthRow {
  const { year, month: name } = axis.months[at] ?? { year: 0, month: 0 };
  return {
    year,
    month: name,
    workingDays: axis.workingDays[at] ?? 0,
    volume: expected?.volume ?? null,
    origin: expected?.origin ?? null,
    base: expected?.base ?? null,
    lawFactor: expected?.lawFactor ?? 1,
    renewals: expected?.renewals ?? null,
    cases: month.cases,
    minutesPerCase: month.minutesPerCase,
    requiredFte: month.requiredFte,
    availableFte: isTold ? month.availableFte : null,
    gapFte: isTold ? (month.gap?.gapFte ?? null) : null,
    capacity: isTold ? month.capacity : null,
    backlog: isTold ? (backlog?.workable ?? null) : null,
    waiting: isTold ? (backlog?.waiting ?? null) : null,
  };
}

function countedStock(task: TaskRow): CountedStock | null {
  if (task.backlog === null || task.backlogCountedOn === null) return null;
  return {
    countedOn: plainDate(task.backlogCountedOn),
    workable: task.backlog,
    waiting: task.waiting ?? 0,
    incompleteShare: task.incompletePercent / 100,
    monthlyReturnShare: task.returnPercent / 100,
  };
}

interface OpenByAge {
  readonly origin: TaskAges['origin'];
  readonly open: readonly StockOfMonth[];
}

/** Open cases by month of receipt: as counted, else as they follow from what came in. */
function openByAge(
  task: TaskRow,
  { countedOn, workable }: CountedStock,
  stock: readonly StockMonthRow[],
  expected: readonly ExpectedMonth[],
  axis: TimeAxis,
): OpenByAge | null {
  if (stock.length > 0) {
    const open = stock.map(({ year, month, workable: cases }) => ({ received: { year, month }, cases }));
    return { origin: 'counted', open };
  }
  const received = axis.months.flatMap((month, at) => {
    const count = expected[at]?.volume ?? null;
    return count === null ? [] : [{ ...month, count: count * (1 - task.incompletePercent / 100) }];
  });
  const open = inferStock(workable, countedOn, received);
  return open === null ? null : { origin: 'inferred', open };
}

interface Reckoned {
  readonly plan: readonly TaskMonth[];
  readonly backlog: readonly (StockMonth | null)[];
  readonly axis: TimeAxis;
  readonly measures: ReadonlyMap<number, YearMeasure>;
  readonly isTold: boolean;
}

function stockRow(
  { countedOn, workable, waiting }: CountedStock,
  ages: OpenByAge | null,
  { deadline }: TaskRow,
  { plan, backlog, axis, measures, isTold }: Reckoned,
): TaskStock {
  const start = axis.months[0] ?? yearMonthOf(countedOn);
  // Clearing is told in whole months: from the one after the count.
  const first = monthsBetween(start, yearMonthOf(countedOn)) + 1;
  const minutesOfFte = axis.months.map((_, at) => minutesPerFte(axis, at, measures));
  const clear = CLEAR_MONTHS.flatMap((months) => wayToZero(months, first, plan, backlog, minutesOfFte) ?? []);
  return {
    countedOn,
    workable,
    waiting,
    ages: ages === null ? null : agesRow(ages, countedOn, deadline),
    clearFrom: axis.months[first] ?? null,
    clear: isTold ? clear : [],
  };
}

function agesRow(
  { origin, open }: OpenByAge,
  countedOn: CountedStock['countedOn'],
  deadline: TaskRow['deadline'],
): TaskAges {
  const cases: OpenCases[] = open.flatMap((one) => receiptsOf(one, countedOn));
  const { overdue, ...profile } = ageProfile(cases, countedOn, deadline ?? 'vwgo_75');
  return { origin, ...profile, overdue: deadline === null ? null : overdue };
}

function deadlineRow(
  { deadline }: TaskRow,
  counted: CountedStock | null,
  ages: OpenByAge | null,
  plan: readonly TaskMonth[],
  axis: TimeAxis,
  measures: ReadonlyMap<number, YearMeasure>,
  land: CalendarLand,
): TaskDeadline | null {
  if (deadline === null || counted === null || ages === null) return null;
  const stock = { countedOn: counted.countedOn, open: ages.open };
  const view = taskDeadlines(stock, plan, axis, deadline, workCalendar(land));
  const at = monthsBetween(axis.months[0] ?? yearMonthOf(counted.countedOn), yearMonthOf(counted.countedOn));
  const perDay = minutesPerFte(axis, at, measures) / (axis.workingDays[at] ?? 1);
  const minutes = plan[at]?.minutesPerCase ?? null;
  if (minutes === null || perDay === 0) return null;
  return {
    kind: deadline,
    months: DEADLINE_MONTHS[deadline],
    firstBreachOn: view.firstBreachOn,
    lateCases: view.lateCases,
    neededFte: (view.neededPerWorkingDay * minutes) / perDay,
  };
}
