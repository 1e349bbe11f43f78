import { fillEven, fillNormal, type RandomNumber } from './normal';

export type { RandomNumber } from './normal';

/** Lowest, most likely and highest value; three equal ones are certain. */
export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** A task whose cases and minutes are not certain. */
export interface RiskTask {
  /** Expected cases of each month, and their standard error. */
  readonly cases: readonly number[];
  readonly casesError: readonly number[];
  /** Minutes a case: drawn once a run, because a wrong measurement is wrong in every month. */
  readonly minutes: Range;
  /** Minutes of each month against those before the go-live, where a project changes the task. */
  readonly goLive: { readonly project: number; readonly factors: readonly number[] } | null;
}

/** A post that is or will be vacant, in months from the first one: how long it takes to fill is not certain. */
export interface RiskVacancy {
  readonly fte: number;
  readonly from: number;
  readonly monthsToFill: Range;
}

/** What a unit's year may bring. */
export interface CapacityRisk {
  /** FTE of each month with every post filled. */
  readonly availableFte: readonly number[];
  /** Minutes one FTE works in each month. */
  readonly minutesOfFte: readonly number[];
  readonly tasks: readonly RiskTask[];
  /** Slip of each project's go-live, in months. */
  readonly projects: readonly Range[];
  readonly vacancies: readonly RiskVacancy[];
  /**
   * Share of the error of case numbers that all tasks have in common (a wave reaches every counter): 0 is none. Without it
   * many tasks would seem to make a month certain.
   */
  readonly commonShare: number;
}

/** How likely it is that work does not fit in, month by month, and with how many FTE it would. */
export interface RiskView {
  readonly runs: number;
  readonly overload: readonly number[];
  /** Probability that at least one month is overloaded. */
  readonly anyOverload: number;
  /** FTE that are enough with the certainty asked for. */
  readonly requiredFte: readonly number[];
  /** FTE that are missing with it: 0 where there are enough. */
  readonly missingFte: readonly number[];
}

/** Four fifths: what a staffing plan is usually asked for. */
export const USUAL_CERTAINTY = 0.8;
export const RISK_RUNS = 10_000;

interface Sizes {
  readonly months: number;
  readonly runs: number;
}

/** Runs the year again and again (Monte Carlo). The same random numbers give the same view. */
export function capacityRisk(
  risk: CapacityRisk,
  random: RandomNumber,
  { runs = RISK_RUNS, certainty = USUAL_CERTAINTY }: { readonly runs?: number; readonly certainty?: number } = {},
): RiskView {
  const size = { months: risk.minutesOfFte.length, runs };
  const required = new Float64Array(size.months * runs);
  const missing = new Float64Array(size.months * runs);
  const overloads = new Float64Array(size.months);
  const draw = taskDrawer(risk, size.months, random);
  const drawAvailable = availableDrawer(risk, random);
  const available = new Float64Array(size.months);
  const demand = new Float64Array(size.months);
  let anyOverload = 0;
  for (let run = 0; run < runs; run += 1) {
    drawAvailable(available);
    draw(demand);
    let isOver = false;
    for (let month = 0; month < size.months; month += 1) {
      const perFte = risk.minutesOfFte[month] ?? 0;
      const [has, needs] = [available[month] ?? 0, perFte > 0 ? (demand[month] ?? 0) / perFte : 0];
      required[month * runs + run] = needs;
      missing[month * runs + run] = Math.max(0, needs - has);
      if (needs > has) {
        overloads[month] = (overloads[month] ?? 0) + 1;
        isOver = true;
      }
    }
    if (isOver) anyOverload += 1;
  }
  return {
    runs,
    overload: Array.from(overloads, (count) => count / runs),
    anyOverload: anyOverload / runs,
    requiredFte: quantiles(required, size, certainty),
    missingFte: quantiles(missing, size, certainty),
  };
}

/** A function that fills the FTE of each month for one run: posts take as long to fill as it says. */
function availableDrawer(
  { availableFte, vacancies }: CapacityRisk,
  random: RandomNumber,
): (available: Float64Array) => void {
  const full = Float64Array.from(availableFte);
  const draw = rangeDrawer(
    vacancies.map(({ monthsToFill }) => monthsToFill),
    random,
  );
  const filled = new Float64Array(vacancies.length);
  return (available) => {
    available.set(full);
    draw(filled);
    for (let at = 0; at < vacancies.length; at += 1) {
      const { fte, from } = vacancies[at] as RiskVacancy;
      const until = from + (filled[at] as number);
      const end = Math.min(available.length, until);
      for (let month = Math.max(0, Math.floor(from)); month < end; month += 1) {
        const share = Math.min(until, month + 1) - Math.max(from, month);
        available[month] = (available[month] as number) - fte * share;
      }
    }
  };
}

/** Everything of the tasks that stays the same from run to run, in flat arrays: task by task, month by month. */
interface TaskTable {
  readonly months: number;
  readonly cases: Float64Array;
  readonly spread: Float64Array;
  readonly factors: Float64Array;
}

function taskTable(tasks: readonly RiskTask[], months: number): TaskTable {
  const cases = new Float64Array(tasks.length * months);
  const spread = new Float64Array(tasks.length * months);
  const factors = new Float64Array(tasks.length * months).fill(1);
  tasks.forEach((task, at) => {
    cases.set(task.cases.slice(0, months), at * months);
    spread.set(task.casesError.slice(0, months), at * months);
    if (task.goLive !== null) factors.set(task.goLive.factors.slice(0, months), at * months);
  });
  return { months, cases, spread, factors };
}

/** What one run draws for the tasks. */
interface TaskDraws {
  readonly errors: Float64Array;
  readonly common: Float64Array;
  readonly ownPart: number;
}

/** A function that fills the minutes of work of each month for one run. */
function taskDrawer(risk: CapacityRisk, months: number, random: RandomNumber): (demand: Float64Array) => void {
  const { tasks, projects, commonShare } = risk;
  const table = taskTable(tasks, months);
  const slips = new Float64Array(projects.length);
  const drawSlips = rangeDrawer(projects, random);
  const minutes = new Float64Array(tasks.length);
  const drawMinutes = rangeDrawer(
    tasks.map((task) => task.minutes),
    random,
  );
  // Minus one: no project changes the task.
  const projectOf = Int32Array.from(tasks, ({ goLive }) => goLive?.project ?? -1);
  const commonPart = Math.sqrt(commonShare);
  const unchanged = new Float64Array(months).fill(1);
  const path = new Float64Array(months);
  const common = new Float64Array(months);
  const draws = { errors: new Float64Array(tasks.length * months), common, ownPart: Math.sqrt(1 - commonShare) };
  return (demand) => {
    demand.fill(0);
    drawSlips(slips);
    drawMinutes(minutes);
    if (commonShare > 0) fillNormal(common, random);
    for (let month = 0; month < months; month += 1) common[month] = commonPart * (common[month] as number);
    fillNormal(draws.errors, random);
    for (let at = 0; at < projectOf.length; at += 1) {
      const project = projectOf[at] as number;
      if (project >= 0) slipPath(path, table, at, slips[project] ?? 0);
      addTask(demand, table, draws, at, minutes[at] as number, project < 0 ? unchanged : path);
    }
  };
}

/** Adds a task's minutes of work to each month: cases that came, never below none, times minutes as changed by a go-live. */
function addTask(
  demand: Float64Array,
  { months, cases, spread }: TaskTable,
  { errors, common, ownPart }: TaskDraws,
  at: number,
  minutes: number,
  path: Float64Array,
): void {
  for (let month = 0, place = at * months; month < months; month += 1, place += 1) {
    const error = (common[month] as number) + ownPart * (errors[place] as number);
    const came = (cases[place] as number) + (spread[place] as number) * error;
    if (came > 0) demand[month] = (demand[month] as number) + came * minutes * (path[month] as number);
  }
}

/** The path of minutes read `slip` months earlier; before the go-live nothing has changed. */
function slipPath(path: Float64Array, { months, factors }: TaskTable, at: number, slip: number): void {
  const factorAt = (month: number): number =>
    month < 0 ? 1 : (factors[at * months + Math.min(month, months - 1)] as number);
  const whole = Math.floor(-slip);
  const share = -slip - whole;
  for (let month = 0; month < months; month += 1) {
    const first = factorAt(month + whole);
    path[month] = share === 0 ? first : first + share * (factorAt(month + whole + 1) - first);
  }
}

/** A function that fills a row with a value of each triangle; a certain one is always the same. */
function rangeDrawer(ranges: readonly Range[], random: RandomNumber): (values: Float64Array) => void {
  const low = Float64Array.from(ranges, (range) => range.low);
  const high = Float64Array.from(ranges, (range) => range.high);
  const width = Float64Array.from(ranges, (range) => Math.max(0, range.high - range.low));
  const split = Float64Array.from(ranges, (range, at) =>
    (width[at] as number) > 0 ? (range.likely - range.low) / (width[at] as number) : 1,
  );
  const rise = Float64Array.from(ranges, ({ likely }, at) => (width[at] as number) * (likely - (low[at] as number)));
  const fall = Float64Array.from(ranges, ({ likely }, at) => (width[at] as number) * ((high[at] as number) - likely));
  return (values) => {
    fillEven(values, random);
    for (let at = 0; at < values.length; at += 1) {
      const share = values[at] as number;
      if (width[at] === 0) values[at] = low[at] as number;
      else if (share < (split[at] as number))
        values[at] = (low[at] as number) + Math.sqrt(share * (rise[at] as number));
      else values[at] = (high[at] as number) - Math.sqrt((1 - share) * (fall[at] as number));
    }
  };
}

/** The smallest value that a share of all runs do not exceed, for each month. */
function quantiles(values: Float64Array, { months, runs }: Sizes, share: number): number[] {
  const rank = Math.max(0, Math.ceil(runs * share) - 1);
  return Array.from({ length: months }, (_, month) =>
    nthSmallest(values.subarray(month * runs, (month + 1) * runs), rank),
  );
}

/** The value at a place of the order, without sorting the rest (Hoare). Changes the order of the values. */
function nthSmallest(values: Float64Array, rank: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] as number) < pivot) left += 1;
      while ((values[right] as number) > pivot) right -= 1;
      if (left <= right) {
        const swapped = values[left] as number;
        values[left] = values[right] as number;
        values[right] = swapped;
        left += 1;
        right -= 1;
      }
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank] ?? 0;
}
