import { type PlainDate, addDays } from '../shared/plain-date';
import { type Post, type YearlyMinutes, monthlyTime } from './available-fte';
import { type BacklogMonth, fifoWaitDays, fluidBacklog } from './backlog';
import type { TimeAxis } from './time-axis';

/** Somebody leaves a post: a retirement, a move. */
export interface Departure {
  readonly postId: string;
  /** Last day of work. */
  readonly leavesOn: PlainDate;
  /** Days until somebody new begins; null when the post is not filled again. */
  readonly daysToFill: number | null;
  /** What the successor does in the first months. */
  readonly rampUp: readonly number[];
}

/** What the plan is measured by. */
export interface VacancyFacts {
  readonly posts: readonly Post[];
  readonly departures: readonly Departure[];
  readonly axis: TimeAxis;
  readonly yearlyMinutes: YearlyMinutes;
  readonly minutesPerCase: number;
  readonly arrivals: readonly (number | null)[];
  readonly backlog: number;
}

/** A month of the plan: posts, what they can do, and what is left lying. */
export interface VacancyMonth {
  readonly plannedFte: number;
  readonly occupiedFte: number;
  readonly availableFte: number;
  readonly vacantFte: number;
  readonly capacity: number;
  /** Null from the first month on whose cases are unknown. */
  readonly backlog: BacklogMonth | null;
  /** Working days that a case of the end of the month waits; null when unknown or never done. */
  readonly waitDays: number | null;
}

/** The posts as they will be: who leaves ends, who follows begins later and learns. */
export function withDepartures(posts: readonly Post[], departures: readonly Departure[]): Post[] {
  return posts.map((post) => departures.filter(({ postId }) => postId === post.postId).reduce(depart, post));
}

function depart(post: Post, { leavesOn, daysToFill, rampUp }: Departure): Post {
  const stays = post.occupancies.filter(({ until }) => until !== null && until <= leavesOn);
  const leaving = post.occupancies.filter(
    ({ from, until }) => from <= leavesOn && (until === null || until > leavesOn),
  );
  const later = post.occupancies.filter(({ from }) => from > leavesOn);
  const share = leaving.reduce((sum, one) => sum + one.share, 0);
  const ended = leaving.map((one) => ({ ...one, until: leavesOn }));
  const from = daysToFill === null ? null : addDays(leavesOn, daysToFill + 1);
  const isFilled = from !== null && share > 0 && post.note?.kind !== 'kw' && later.length === 0;
  const successor = isFilled ? [{ from, until: null, share: Math.min(share, post.share), rampUp, absences: [] }] : [];
  return { ...post, occupancies: [...stays, ...ended, ...later, ...successor] };
}

/** What departures do, month by month: not only posts that are vacant, but cases that lie and days that people wait. */
export function vacancyPlan(facts: VacancyFacts): VacancyMonth[] {
  const { axis, minutesPerCase, arrivals } = facts;
  const posts = withDepartures(facts.posts, facts.departures);
  const time = monthlyTime(posts, axis, facts.yearlyMinutes);
  const capacity = Array.from(time.minutes, (one) => one / minutesPerCase);
  const backlog = fluidBacklog({ start: facts.backlog, arrivals, capacity });
  const months = capacity.map((one, at) => ({ capacity: one, workingDays: axis.workingDays[at] ?? 0 }));
  return capacity.map((cases, at) => {
    const state = backlog[at] ?? null;
    const [plannedFte, occupiedFte] = [time.planned[at] ?? 0, time.occupied[at] ?? 0];
    const ahead = at + 1 < months.length ? months.slice(at + 1) : months.slice(-1);
    return {
      plannedFte,
      occupiedFte,
      availableFte: time.available[at] ?? 0,
      vacantFte: plannedFte - occupiedFte,
      capacity: cases,
      backlog: state,
      waitDays: state === null ? null : fifoWaitDays(state.workable, ahead),
    };
  });
}
