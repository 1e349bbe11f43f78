import { type PlainDate, addDays, dayOf, daysInMonth } from '../shared/plain-date';
import { type BacklogMonth, fluidBacklog, fteToClear } from './backlog';
import { type DailyCapacity, type Deadline, type DeadlineView, type OpenCases, deadlineView } from './deadline';
import type { TaskMonth } from './task-plan';
import { type TimeAxis, type YearMonth, lastDayOfMonth, monthsBetween, yearMonthOf } from './time-axis';
import { type WorkCalendar, workingDaysBetween } from './working-days';

/** What lay there when it was counted. Cases that wait for the applicant cannot be worked. */
export interface CountedStock {
  readonly countedOn: PlainDate;
  readonly workable: number;
  readonly waiting: number;
  /** Share of new cases that are not complete. */
  readonly incompleteShare: number;
  /** Share of the waiting cases whose papers come within a month. */
  readonly monthlyReturnShare: number;
}

/** A month of the backlog, with what came in to be worked. */
export interface StockMonth extends BacklogMonth {
  /** Complete cases and papers that came: what had to be worked. */
  readonly inflow: number;
}

/**
 * The backlog at the end of each month of the axis, from the day on which it was counted; null before it, and from the first
 * month on whose cases or people are not known. The month of the count counts with the working days that are left of it.
 */
export function projectBacklog(
  stock: CountedStock,
  months: readonly Pick<TaskMonth, 'cases' | 'capacity'>[],
  axis: TimeAxis,
  calendar: WorkCalendar,
): (StockMonth | null)[] {
  const begin = monthsBetween(axis.months[0] ?? yearMonthOf(stock.countedOn), yearMonthOf(stock.countedOn));
  if (begin < 0 || begin >= months.length) return months.map(() => null);
  const left = shareLeft(stock.countedOn, axis.workingDays[begin] ?? 0, calendar);
  const run = months.slice(begin).map((month, at) => {
    const share = at === 0 ? left : 1;
    const isKnown = month.cases !== null && month.capacity !== null;
    return { arrived: isKnown ? (month.cases ?? 0) * share : null, can: (month.capacity ?? 0) * share };
  });
  // Nothing happens on the evening of a month's last day: the papers that come belong to the next month.
  const skipped = left === 0 ? 1 : 0;
  const later = fluidBacklog({
    start: stock.workable,
    arrivals: run.slice(skipped).map(({ arrived }) => arrived),
    capacity: run.slice(skipped).map(({ can }) => can),
    waiting: {
      start: stock.waiting,
      incompleteShare: stock.incompleteShare,
      monthlyReturnShare: stock.monthlyReturnShare,
    },
  });
  const still = { workable: stock.workable, waiting: stock.waiting, done: 0, idle: 0 };
  let before = stock.workable;
  const known = [...Array<BacklogMonth>(skipped).fill(still), ...later].map((month) => {
    if (month === null) return null;
    const inflow = month.workable + month.done - before;
    before = month.workable;
    return { ...month, inflow };
  });
  return [...Array<null>(begin).fill(null), ...known];
}

function shareLeft(countedOn: PlainDate, workingDays: number, calendar: WorkCalendar): number {
  if (workingDays === 0) return 0;
  const from = addDays(countedOn, 1);
  const until = lastDayOfMonth(yearMonthOf(countedOn));
  return from > until ? 0 : workingDaysBetween(calendar, from, until) / workingDays;
}

/** What it takes to be at zero after some months. */
export interface WayToZero {
  readonly months: number;
  /** FTE of an employee, the same in each month. */
  readonly fte: number;
  /** More than there are; below zero there are enough. */
  readonly extraFte: number;
}

/**
 * FTE that are at zero some whole months after the count. Null while one of those months is not known.
 */
export function wayToZero(
  months: number,
  first: number,
  task: readonly TaskMonth[],
  stock: readonly (StockMonth | null)[],
  minutesOfFte: readonly number[],
): WayToZero | null {
  const run = Array.from({ length: months }, (_, at) => {
    const [ofTask, ofStock] = [task[first + at], stock[first + at]];
    if (!ofTask || !ofStock || ofTask.minutesPerCase === null || ofTask.availableFte === null) return null;
    const perCase = ofTask.minutesPerCase;
    return { minutes: ofStock.inflow * perCase, perCase, available: ofTask.availableFte };
  });
  const known = run.filter((one) => one !== null);
  const ofFte = minutesOfFte.slice(first, first + months);
  if (known.length < months || ofFte.length < months) return null;
  const before = startOf(stock, first);
  const fte = fteToClear(
    before * (known[0]?.perCase ?? 0),
    known.map(({ minutes }) => minutes),
    1,
    ofFte,
  );
  const all = ofFte.reduce((sum, one) => sum + one, 0);
  const available = known.reduce((sum, one, at) => sum + one.available * (ofFte[at] ?? 0), 0) / all;
  return { months, fte, extraFte: fte - available };
}

/** What lay there when a month began. */
function startOf(stock: readonly (StockMonth | null)[], month: number): number {
  const one = stock[month];
  return one ? one.workable + one.done - one.inflow : 0;
}

/** Open cases of a month in which they came in. */
export interface StockOfMonth {
  readonly received: YearMonth;
  readonly cases: number;
}

/**
 * Which cases are still open when nobody counted them by age: the oldest go first, so it is the last ones that came in. Null
 * where the months that are known are fewer than what lies there.
 */
export function inferStock(
  workable: number,
  countedOn: PlainDate,
  received: readonly (YearMonth & { readonly count: number })[],
): StockOfMonth[] | null {
  const counted = yearMonthOf(countedOn);
  const latest = received
    .filter((month) => monthsBetween(month, counted) >= 0)
    .toSorted((first, second) => monthsBetween(first, second));
  let rest = workable;
  const open: StockOfMonth[] = [];
  for (const [at, { year, month, count }] of latest.entries()) {
    // The month of the count itself may not be known yet; any other that is missing ends what can be told.
    const between = monthsBetween({ year, month }, latest[at - 1] ?? counted);
    if (at === 0 ? between > 1 : between !== 1) break;
    if (rest <= 0) break;
    const cases = Math.min(rest, count);
    if (cases > 0) open.push({ received: { year, month }, cases });
    rest -= cases;
  }
  return rest > 1e-9 ? null : open.reverse();
}

/** Days on which the cases of a month are taken to have come in: four, a week apart. */
const RECEIPTS = [4, 12, 19, 27];

/** Cases of a month as they came in over it; none after a day. */
export function receiptsOf({ received, cases }: StockOfMonth, until: PlainDate | null = null): OpenCases[] {
  const days = RECEIPTS.map((day) => dayOf(received.year, received.month, Math.min(day, daysOf(received))));
  const shown = until === null ? days : days.filter((day) => day <= until);
  const used = shown.length > 0 ? shown : days.slice(0, 1);
  return used.map((receivedOn) => ({ receivedOn, cases: cases / used.length }));
}

const daysOf = ({ year, month }: YearMonth): number => daysInMonth(year, month);

/** The deadlines of a task under its plan, from the day of the count on. */
export function taskDeadlines(
  stock: { readonly countedOn: PlainDate; readonly open: readonly StockOfMonth[] },
  months: readonly Pick<TaskMonth, 'cases' | 'capacity'>[],
  axis: TimeAxis,
  deadline: Deadline,
  calendar: WorkCalendar,
): DeadlineView {
  const first = monthsBetween(axis.months[0] ?? yearMonthOf(stock.countedOn), yearMonthOf(stock.countedOn));
  const queue = stock.open.flatMap((one) => receiptsOf(one, stock.countedOn));
  const plan: DailyCapacity[] = [];
  for (let at = Math.max(0, first); at < months.length; at += 1) {
    const [month, received] = [months[at], axis.months[at]];
    if (!month || !received || month.cases === null || month.capacity === null) break;
    const days = axis.workingDays[at] ?? 0;
    plan.push({
      from: at === first ? stock.countedOn : dayOf(received.year, received.month, 1),
      casesPerWorkingDay: days === 0 ? 0 : month.capacity / days,
    });
    const later = receiptsOf({ received, cases: month.cases }).filter(({ receivedOn }) => receivedOn > stock.countedOn);
    queue.push(...later);
  }
  return deadlineView(queue, plan, stock.countedOn, deadline, calendar);
}
