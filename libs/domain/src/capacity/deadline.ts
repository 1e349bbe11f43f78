import { type PlainDate, addDays, addMonths, daysBetween } from '../shared/plain-date';
import { type WorkCalendar, workingDayMarks } from './working-days';

/** Deadlines run from the application: three months (§ 75 VwGO), six for social benefits (§ 88 SGG). */
export const DEADLINES = ['vwgo_75', 'sgg_88'] as const;
export type Deadline = (typeof DEADLINES)[number];
export const DEADLINE_MONTHS: Readonly<Record<Deadline, number>> = { vwgo_75: 3, sgg_88: 6 };

/** Open cases that came in on a day. */
export interface OpenCases {
  readonly receivedOn: PlainDate;
  readonly cases: number;
}

/** Last day on which a case that came in on a day is decided in time. */
export function deadlineOf(receivedOn: PlainDate, deadline: Deadline): PlainDate {
  return addMonths(receivedOn, DEADLINE_MONTHS[deadline]);
}

/** Open cases by age in days. */
export interface AgeProfile {
  readonly upTo30: number;
  readonly upTo60: number;
  readonly upTo90: number;
  readonly over90: number;
  /** Of all of them, those whose deadline is over. */
  readonly overdue: number;
}

/** A deadline is broken by age, not by count. */
export function ageProfile(stock: readonly OpenCases[], today: PlainDate, deadline: Deadline): AgeProfile {
  const profile = { upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, overdue: 0 };
  for (const { receivedOn, cases } of stock) {
    const age = daysBetween(receivedOn, today);
    profile[age <= 30 ? 'upTo30' : age <= 60 ? 'upTo60' : age <= 90 ? 'upTo90' : 'over90'] += cases;
    if (deadlineOf(receivedOn, deadline) < today) profile.overdue += cases;
  }
  return profile;
}

/** A plan of capacity by day: cases a working day from a day on, in order; the last goes on. */
export interface DailyCapacity {
  readonly from: PlainDate;
  readonly casesPerWorkingDay: number;
}

/** What the deadlines look like under a plan. */
export interface DeadlineView {
  /** Earliest deadline that is not kept; null while all are. */
  readonly firstBreachOn: PlainDate | null;
  /** Cases whose deadline is over when they are done, or that are not done within the days looked at. */
  readonly lateCases: number;
  /** Constant cases a working day that would keep every deadline that can still be kept. */
  readonly neededPerWorkingDay: number;
}

/** So far a plan is followed: three years. */
const HORIZON_DAYS = 3 * 366;

/**
 * Works cases off in the order in which they came in, day by day. Cases to come may be among the stock with a day in the
 * future; they cannot be worked before it.
 */
export function deadlineView(
  stock: readonly OpenCases[],
  plan: readonly DailyCapacity[],
  today: PlainDate,
  deadline: Deadline,
  calendar: WorkCalendar,
): DeadlineView {
  const queue = stock.filter(({ cases }) => cases > 0).toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1));
  const marks = workingDayMarks(calendar, today, addDays(today, HORIZON_DAYS));
  const rates = ratesByDay(plan, today, marks);
  let firstBreachOn: PlainDate | null = null;
  let lateCases = 0;
  let day = 0;
  let left = rates[0] ?? 0;
  for (const { receivedOn, cases } of queue) {
    const begin = Math.max(0, daysBetween(today, receivedOn));
    if (begin > day) [day, left] = [begin, rates[begin] ?? 0];
    const due = daysBetween(today, deadlineOf(receivedOn, deadline));
    let [rest, inTime] = [cases, 0];
    while (rest > 0 && day < rates.length) {
      const done = Math.min(rest, left);
      rest -= done;
      left -= done;
      if (day <= due) inTime += done;
      if (rest > 0) [day, left] = [day + 1, rates[day + 1] ?? 0];
    }
    const late = cases - inTime;
    if (late > cases * 1e-9) {
      lateCases += late;
      firstBreachOn ??= deadlineOf(receivedOn, deadline);
    }
  }
  return { firstBreachOn, lateCases, neededPerWorkingDay: neededRate(queue, marks, today, deadline) };
}

function ratesByDay(plan: readonly DailyCapacity[], today: PlainDate, marks: Uint8Array): Float64Array {
  const rates = new Float64Array(marks.length);
  const steps = plan.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const [at, { from, casesPerWorkingDay }] of steps.entries()) {
    const begin = Math.max(0, daysBetween(today, from));
    const next = steps[at + 1];
    const end = next === undefined ? rates.length : Math.max(0, daysBetween(today, next.from));
    for (let day = begin; day < Math.min(end, rates.length); day += 1)
      rates[day] = casesPerWorkingDay * (marks[day] ?? 0);
  }
  return rates;
}

/**
 * The rate at which each deadline is met: for every span from an arrival to a deadline, the cases that come and are due
 * within it by its working days; the highest of them.
 */
function neededRate(queue: readonly OpenCases[], marks: Uint8Array, today: PlainDate, deadline: Deadline): number {
  const before = new Float64Array(marks.length + 1);
  for (let day = 0; day < marks.length; day += 1) before[day + 1] = (before[day] ?? 0) + (marks[day] ?? 0);
  const days = queue.map(({ receivedOn, cases }) => ({
    cases,
    begin: Math.max(0, daysBetween(today, receivedOn)),
    due: daysBetween(today, deadlineOf(receivedOn, deadline)),
  }));
  const open = days.filter(({ due }) => due >= 0 && due < marks.length);
  let needed = 0;
  open.forEach(({ begin }, first) => {
    // All that begin on one day count from the earliest of them.
    if (first > 0 && open[first - 1]?.begin === begin) return;
    let sum = 0;
    for (const one of open.slice(first)) {
      sum += one.cases;
      const span = (before[one.due + 1] ?? 0) - (before[begin] ?? 0);
      if (span > 0) needed = Math.max(needed, sum / span);
    }
  });
  return needed;
}
