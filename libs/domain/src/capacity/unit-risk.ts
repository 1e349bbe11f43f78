import { daysBetween } from '../shared/plain-date';
import { minutesOfMonth, monthlyMinutes } from './available-fte';
import { caseOutlook } from './forecast/case-forecast';
import { minutesPath } from './go-live';
import type { CapacityRisk, Range, RiskTask, RiskVacancy } from './risk';
import type { TimeAxis } from './time-axis';
import { type PlannedTask, type UnitFacts, type YearMeasure, taskMonths, workShare } from './unit-plan';
import { type Departure, withDepartures } from './vacancy-plan';

/** How far the inputs of a simulation may be off. They are assumptions: the page says so and lets them be changed. */
export interface RiskAssumptions {
  /** Minutes a case may be lower or higher by this share: 0.1 is a tenth. */
  readonly minutesSpread: number;
  /** A go-live that was not reached may slip by so many months. */
  readonly slipMonths: number;
  /** Filling a post may take so many months more or less than planned. */
  readonly fillMonths: number;
  /** Share of the error of case numbers that all tasks have in common. */
  readonly commonShare: number;
}

/** A task with the months that are over: how much they varied tells how much the next ones may. */
export interface RiskTaskFacts extends PlannedTask {
  /** Cases of the months that are over, the oldest first, and the working days of each. */
  readonly history: readonly (number | null)[];
  readonly historyWorkingDays: readonly number[];
  /** Working days of the months from there to the end of the axis; fewer than the axis has where some of it is over. */
  readonly aheadWorkingDays: readonly number[];
  /** The go-live was reached: it slips no more. */
  readonly isReached: boolean;
}

/** A unit's year, as a simulation draws it. */
export interface UnitRiskFacts extends Pick<UnitFacts, 'posts'> {
  readonly tasks: readonly RiskTaskFacts[];
  readonly departures: readonly Departure[];
}

/** What can be simulated, and the tasks that cannot: their numbers are not known, or nothing tells how they vary. */
export interface UnitRisk {
  readonly risk: CapacityRisk;
  /** Without minutes or without a number in a month: left out, so that the risk is what is known at least. */
  readonly leftOut: readonly string[];
  /** Without a history: only the chance of counts is drawn, which is the least there is. */
  readonly withoutHistory: readonly string[];
}

const DAYS_PER_MONTH = 30.4375;

/** A unit's year as ranges and errors: forecast, minutes, vacancies, go-lives. */
export function unitRisk(
  { posts, tasks, departures }: UnitRiskFacts,
  axis: TimeAxis,
  measure: YearMeasure,
  assumed: RiskAssumptions,
): UnitRisk {
  const share = workShare(measure);
  const minutesOfFte = axis.months.map((_, at) => minutesOfMonth(axis, at, measure.yearlyMinutes.employee) * share);
  // As if whoever follows began at once: how long it really takes is drawn.
  const filled = withDepartures(
    posts,
    departures.map((one) => (one.daysToFill === null ? one : { ...one, daysToFill: 0, rampUp: [] })),
  );
  const minutes = monthlyMinutes(filled, axis, (status) => measure.yearlyMinutes[status]);
  const availableFte = Array.from(minutes, (one, at) => {
    const perFte = minutesOfFte[at] ?? 0;
    return perFte === 0 ? 0 : (one * share) / perFte;
  });
  const projects: Range[] = [];
  const [drawn, leftOut, withoutHistory]: [RiskTask[], string[], string[]] = [[], [], []];
  for (const task of tasks) {
    const one = riskTask(task, axis, measure, assumed, projects);
    if (one === null) leftOut.push(task.taskId);
    else {
      drawn.push(one);
      if (task.kind === 'cases' && task.history.every((count) => count === null)) withoutHistory.push(task.taskId);
    }
  }
  const vacancies = departures.flatMap((one) => vacancyOf(one, posts, axis, assumed));
  const risk = { availableFte, minutesOfFte, tasks: drawn, projects, vacancies, commonShare: assumed.commonShare };
  return { risk, leftOut, withoutHistory };
}

function riskTask(
  task: RiskTaskFacts,
  axis: TimeAxis,
  measure: YearMeasure,
  assumed: RiskAssumptions,
  projects: Range[],
): RiskTask | null {
  const cases = task.volumes.flatMap((volume) => (volume === null ? [] : [volume]));
  // Before any go-live: what that changes is drawn for itself.
  const plain = taskMonths({ ...task, goLive: null }, axis, new Map(axis.months.map(({ year }) => [year, measure])));
  const likely = plain[0]?.minutesPerCase;
  if (likely === undefined || cases.length < axis.months.length) return null;
  const spread = task.kind === 'hours' ? 0 : assumed.minutesSpread;
  const minutes = { low: likely * (1 - spread), likely, high: likely * (1 + spread) };
  return { cases, casesError: errorsOf(task, cases, axis), minutes, goLive: goLiveOf(task, axis, assumed, projects) };
}

/** What the model says of its own error, as a share of its forecast; without a history the chance of counts. */
function errorsOf(task: RiskTaskFacts, cases: readonly number[], axis: TimeAxis): number[] {
  const { history, historyWorkingDays: past, aheadWorkingDays: ahead } = task;
  // Months before the axis that are not over yet lie between the history and the axis.
  const shift = ahead.length - axis.months.length;
  const outlook =
    ahead.length === 0 ? null : caseOutlook({ history, horizon: ahead.length, workingDays: { past, ahead } });
  return cases.map((count, at) => {
    if (at + shift < 0) return 0;
    const chance = Math.sqrt(count);
    const month = outlook?.[at + shift];
    return month === undefined || month.cases <= 0 ? chance : Math.max(chance, (month.error / month.cases) * count);
  });
}

function goLiveOf(
  task: RiskTaskFacts,
  axis: TimeAxis,
  { slipMonths }: RiskAssumptions,
  projects: Range[],
): RiskTask['goLive'] {
  const effect = task.goLive;
  if (effect === null || effect.oldMinutes <= 0) return null;
  const path = minutesPath(effect, axis.months);
  const factors = path.map((month) => (month.casesFactor * month.minutesPerCase) / effect.oldMinutes);
  projects.push({ low: 0, likely: 0, high: task.isReached ? 0 : slipMonths });
  return { project: projects.length - 1, factors };
}

/** A departure within the axis: vacant from the day after it, for as long as filling and learning take. */
function vacancyOf(
  { postId, leavesOn, daysToFill, rampUp }: Departure,
  posts: UnitFacts['posts'],
  axis: TimeAxis,
  { fillMonths }: RiskAssumptions,
): RiskVacancy[] {
  const post = posts.find((one) => one.postId === postId);
  if (post === undefined || daysToFill === null || post.note?.kind === 'kw') return [];
  if (post.occupancies.some(({ from }) => from > leavesOn)) return [];
  const share = post.occupancies
    .filter(({ until }) => until === null || until > leavesOn)
    .reduce((sum, one) => sum + one.share, 0);
  const from = (daysBetween(axis.from, leavesOn) + 1) / DAYS_PER_MONTH;
  // What a successor does not do yet counts as if the post were vacant for that long.
  const likely = daysToFill / DAYS_PER_MONTH + rampUp.reduce((sum, done) => sum + 1 - done, 0);
  const monthsToFill = { low: Math.max(0, likely - fillMonths), likely, high: likely + fillMonths };
  return share === 0 || from >= axis.months.length ? [] : [{ fte: share, from, monthsToFill }];
}
