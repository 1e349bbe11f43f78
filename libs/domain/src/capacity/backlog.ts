/** Cases that wait for the applicant cannot be worked: they are a stock of their own. */
export interface WaitingStock {
  readonly start: number;
  /** Share of new cases that are not complete. */
  readonly incompleteShare: number;
  /** Share of the waiting cases whose papers come within a month. */
  readonly monthlyReturnShare: number;
}

/** What a backlog is reckoned from. A month whose cases are not known makes everything after it unknown. */
export interface BacklogFacts {
  /** Cases that can be worked: open or being worked on. */
  readonly start: number;
  readonly arrivals: readonly (number | null)[];
  /** Cases that can be done in each month. */
  readonly capacity: readonly number[];
  readonly waiting?: WaitingStock;
}

/** State at the end of a month. */
export interface BacklogMonth {
  readonly workable: number;
  readonly waiting: number;
  readonly done: number;
  /** Part of the capacity that found no case. */
  readonly idle: number;
}

/**
 * Stock and flow of cases that can wait: no queue formula, because nobody hangs up. What comes in is worked as far as the
 * capacity goes, the rest is carried on. Nothing gets lost: start + arrivals = done + workable + waiting.
 */
export function fluidBacklog({ start, arrivals, capacity, waiting }: BacklogFacts): (BacklogMonth | null)[] {
  let [workable, away] = [start, waiting?.start ?? 0];
  let isKnown = true;
  return arrivals.map((arrived, at) => {
    isKnown &&= arrived !== null;
    if (!isKnown || arrived === null) return null;
    const incomplete = arrived * (waiting?.incompleteShare ?? 0);
    const returned = away * (waiting?.monthlyReturnShare ?? 0);
    away += incomplete - returned;
    const offered = workable + arrived - incomplete + returned;
    const can = Math.max(0, capacity[at] ?? 0);
    const done = Math.min(offered, can);
    workable = offered - done;
    return { workable, waiting: away, done, idle: can - done };
  });
}

/** Cases that FTE can do in a month whose working time in minutes is given for one FTE. */
export function casesOf(fte: number, minutesOfFte: number, minutesPerCase: number): number {
  return minutesPerCase > 0 ? (fte * minutesOfFte) / minutesPerCase : 0;
}

/** Months to come, as the way out of a backlog sees them. */
export interface CapacityMonth {
  readonly capacity: number;
  readonly workingDays: number;
}

/**
 * Working days until a case that arrives now is done when the oldest goes first: until what lies before it is worked off.
 * The last month given goes on. Null is never.
 */
export function fifoWaitDays(backlog: number, months: readonly CapacityMonth[]): number | null {
  let [rest, days] = [backlog, 0];
  for (const { capacity, workingDays } of months) {
    if (rest <= 0) return days;
    if (capacity >= rest) return days + (rest / capacity) * workingDays;
    rest -= Math.max(0, capacity);
    days += workingDays;
  }
  if (rest <= 0) return days;
  const last = months.at(-1);
  if (last === undefined || last.capacity <= 0) return null;
  return days + (rest / last.capacity) * last.workingDays;
}

/** How many working days the backlog lasts at the rate at which cases were done lately; null when none was. */
export function coverDays(backlog: number, done: number, workingDays: number): number | null {
  return done > 0 ? (backlog / done) * workingDays : null;
}

/** Months until a backlog is gone while more is done than comes in; null is never. */
export function monthsToClear(backlog: number, arrivalsPerMonth: number, capacityPerMonth: number): number | null {
  if (backlog <= 0) return 0;
  return capacityPerMonth > arrivalsPerMonth ? backlog / (capacityPerMonth - arrivalsPerMonth) : null;
}

/** FTE that are at zero by the end of the months given: everything that lies there and comes in, within their time. */
export function fteToClear(
  backlog: number,
  arrivals: readonly number[],
  minutesPerCase: number,
  minutesOfFte: readonly number[],
): number {
  const cases = arrivals.reduce((sum, one) => sum + one, backlog);
  return (cases * minutesPerCase) / minutesOfFte.reduce((sum, one) => sum + one, 0);
}
