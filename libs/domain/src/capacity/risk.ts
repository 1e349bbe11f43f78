import type { SeededRandom } from './seeded-random';

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

/**
 * Runs the year again and again (Monte Carlo). The same random numbers give the same view.
 *
 * Six million numbers are drawn for fifty tasks, so what runs for each of them is a plain function over flat rows that are
 * made once: a function made anew for each simulation would be compiled anew for it too.
 */
export function capacityRisk(
  risk: CapacityRisk,
  random: SeededRandom,
  { runs = RISK_RUNS, certainty = USUAL_CERTAINTY }: { readonly runs?: number; readonly certainty?: number } = {},
): RiskView {
  const size = { months: risk.minutesOfFte.length, runs };
  const posts = postTable(risk);
  const work = workTable(risk, size.months);
  const tally = emptyTally(size);
  for (let run = 0; run < runs; run += 1) {
    drawAvailable(posts, random);
    drawDemand(work, random);
    countRun(tally, run, posts.available, work.demand, work.minutesOfFte);
  }
  return {
    runs,
    overload: Array.from(tally.overloads, (count) => count / runs),
    anyOverload: tally.anyOverload / runs,
    requiredFte: quantiles(tally.required, size, certainty),
    missingFte: quantiles(tally.missing, size, certainty),
  };
}

/** What all runs came to: month by month, in each month run by run. */
interface Tally extends Sizes {
  readonly required: Float64Array;
  readonly missing: Float64Array;
  readonly overloads: Float64Array;
  anyOverload: number;
}

function emptyTally(size: Sizes): Tally {
  const values = size.months * size.runs;
  const [required, missing] = [new Float64Array(values), new Float64Array(values)];
  return { ...size, required, missing, overloads: new Float64Array(size.months), anyOverload: 0 };
}

function countRun(
  tally: Tally,
  run: number,
  available: Float64Array,
  demand: Float64Array,
  minutesOfFte: Float64Array,
): void {
  const { required, missing, overloads, months, runs } = tally;
  let isOver = false;
  for (let month = 0, place = run; month < months; month += 1, place += runs) {
    const perFte = minutesOfFte[month] as number;
    const has = available[month] as number;
    const needs = perFte > 0 ? (demand[month] as number) / perFte : 0;
    required[place] = needs;
    missing[place] = needs > has ? needs - has : 0;
    if (needs > has) {
      overloads[month] = (overloads[month] as number) + 1;
      isOver = true;
    }
  }
  if (isOver) tally.anyOverload += 1;
}

/** The posts, and the row of FTE that each run fills. */
interface PostTable {
  readonly full: Float64Array;
  readonly fte: Float64Array;
  readonly from: Float64Array;
  readonly monthsToFill: Triangles;
  readonly filled: Float64Array;
  readonly available: Float64Array;
}

function postTable({ availableFte, minutesOfFte, vacancies }: CapacityRisk): PostTable {
  return {
    full: Float64Array.from(minutesOfFte, (_, month) => availableFte[month] ?? 0),
    fte: Float64Array.from(vacancies, ({ fte }) => fte),
    from: Float64Array.from(vacancies, ({ from }) => from),
    monthsToFill: triangles(vacancies.map(({ monthsToFill }) => monthsToFill)),
    filled: new Float64Array(vacancies.length),
    available: new Float64Array(minutesOfFte.length),
  };
}

/** Fills the FTE of each month for one run: posts take as long to fill as it says. */
function drawAvailable({ full, fte, from, monthsToFill, filled, available }: PostTable, random: SeededRandom): void {
  available.set(full);
  drawTriangles(filled, monthsToFill, random);
  for (let at = 0; at < filled.length; at += 1) {
    const begin = from[at] as number;
    const until = begin + (filled[at] as number);
    const end = Math.min(available.length, until);
    for (let month = Math.max(0, Math.floor(begin)); month < end; month += 1) {
      const share = Math.min(until, month + 1) - Math.max(begin, month);
      available[month] = (available[month] as number) - (fte[at] as number) * share;
    }
  }
}

/** The tasks, task by task and in each month by month, and the rows that each run fills. */
interface WorkTable {
  readonly months: number;
  readonly minutesOfFte: Float64Array;
  readonly cases: Float64Array;
  readonly spread: Float64Array;
  readonly factors: Float64Array;
  /** Minus one: no project changes the task. */
  readonly projectOf: Int32Array;
  readonly minutesRange: Triangles;
  readonly slipRange: Triangles;
  readonly commonPart: number;
  readonly ownPart: number;
  readonly minutes: Float64Array;
  readonly slips: Float64Array;
  /** Of each month: first the error that all tasks have in common, then each task's own. */
  readonly errors: Float64Array;
  /** Minutes of each month against those before a go-live: `factors`, as late as the project is; 1 without one. */
  readonly paths: Float64Array;
  readonly demand: Float64Array;
}

function workTable({ tasks, projects, commonShare, minutesOfFte }: CapacityRisk, months: number): WorkTable {
  const row = (values: number): Float64Array => new Float64Array(values);
  const [cases, spread, factors] = [row(tasks.length * months), row(tasks.length * months), row(tasks.length * months)];
  tasks.forEach((task, at) => {
    cases.set(task.cases.slice(0, months), at * months);
    spread.set(task.casesError.slice(0, months), at * months);
    if (task.goLive !== null) factors.set(task.goLive.factors.slice(0, months), at * months);
  });
  return {
    ...{ months, minutesOfFte: Float64Array.from(minutesOfFte), cases, spread, factors },
    projectOf: Int32Array.from(tasks, ({ goLive }) => goLive?.project ?? -1),
    minutesRange: triangles(tasks.map(({ minutes }) => minutes)),
    slipRange: triangles(projects),
    ...{ commonPart: Math.sqrt(commonShare), ownPart: Math.sqrt(1 - commonShare) },
    ...{ minutes: row(tasks.length), slips: row(projects.length), errors: row((1 + tasks.length) * months) },
    ...{ paths: row(tasks.length * months).fill(1), demand: row(months) },
  };
}

/** Fills the minutes of work of each month for one run. */
function drawDemand(table: WorkTable, random: SeededRandom): void {
  const { months, projectOf, minutes, slips } = table;
  drawTriangles(slips, table.slipRange, random);
  drawTriangles(minutes, table.minutesRange, random);
  random.fillNormal(table.errors);
  for (let at = 0; at < projectOf.length; at += 1) {
    const project = projectOf[at] as number;
    if (project >= 0) slipPath(table, at * months, slips[project] as number);
  }
  addTasks(table);
}

/** Minutes of work of each month: cases that came, never below none, times minutes as changed by a go-live. */
function addTasks({ months, minutes, cases, spread, errors, commonPart, ownPart, paths, demand }: WorkTable): void {
  demand.fill(0);
  for (let at = 0, place = 0; at < minutes.length; at += 1) {
    const perCase = minutes[at] as number;
    for (let month = 0; month < months; month += 1, place += 1) {
      const error = commonPart * (errors[month] as number) + ownPart * (errors[place + months] as number);
      const came = (cases[place] as number) + (spread[place] as number) * error;
      if (came > 0) demand[month] = (demand[month] as number) + came * perCase * (paths[place] as number);
    }
  }
}

/** The path of a task, which begins at `start`, read `slip` months earlier; before the go-live nothing has changed. */
function slipPath({ months, factors, paths }: WorkTable, start: number, slip: number): void {
  const whole = Math.floor(-slip);
  const share = -slip - whole;
  for (let month = 0; month < months; month += 1) {
    const first = factorAt(factors, start, month + whole, months);
    const next = share === 0 ? first : factorAt(factors, start, month + whole + 1, months);
    paths[start + month] = first + share * (next - first);
  }
}

function factorAt(factors: Float64Array, start: number, month: number, months: number): number {
  return month < 0 ? 1 : (factors[start + Math.min(month, months - 1)] as number);
}

/** Triangular distributions, one after the other; a width of 0 is certain. */
interface Triangles {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly width: Float64Array;
  readonly split: Float64Array;
  readonly rise: Float64Array;
  readonly fall: Float64Array;
}

function triangles(ranges: readonly Range[]): Triangles {
  const widthOf = ({ low, high }: Range): number => Math.max(0, high - low);
  const of = (value: (range: Range, width: number) => number): Float64Array =>
    Float64Array.from(ranges, (range) => value(range, widthOf(range)));
  return {
    low: of(({ low }) => low),
    high: of(({ high }) => high),
    width: of((_, width) => width),
    split: of(({ low, likely }, width) => (width > 0 ? (likely - low) / width : 1)),
    rise: of(({ low, likely }, width) => width * (likely - low)),
    fall: of(({ likely, high }, width) => width * (high - likely)),
  };
}

/** Fills a row with a value of each triangle; a certain one is always the same. */
function drawTriangles(values: Float64Array, ranges: Triangles, random: SeededRandom): void {
  const { low, high, width, split, rise, fall } = ranges;
  random.fill(values);
  for (let at = 0; at < values.length; at += 1) {
    const share = values[at] as number;
    if (width[at] === 0) values[at] = low[at] as number;
    else if (share < (split[at] as number)) values[at] = (low[at] as number) + Math.sqrt(share * (rise[at] as number));
    else values[at] = (high[at] as number) - Math.sqrt((1 - share) * (fall[at] as number));
  }
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
