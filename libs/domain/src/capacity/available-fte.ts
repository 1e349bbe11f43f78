import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, addDays, addMonths, daysBetween } from '../shared/plain-date';
import type { TimeAxis } from './time-axis';

/** Employees by collective agreement (39 hours a week) and officials (40 hours): an FTE of each has minutes of its own. */
export const POST_STATUSES = ['employee', 'official'] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

/** A long absence (parental leave, long illness, delegation). Leave and usual sickness are in the yearly minutes already. */
export interface LongAbsence {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  /** Share of the occupancy that is away: 1 is all of it. */
  readonly share: number;
}

/** One person's time on a post. Who it is stays outside: capacity is a matter of posts. */
export interface Occupancy {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  /** Share of a full-time post: 30 of 39 hours are 30 / 39. */
  readonly share: number;
  /** What of the work is done in the first months: 0.25, 0.5, 0.75; afterwards all of it. */
  readonly rampUp: readonly number[];
  readonly absences: readonly LongAbsence[];
}

/**
 * kw (künftig wegfallend): the post ends, on a day or with the last occupancy. ku (künftig umzuwandeln): it gets another
 * grade once it is vacant, which changes its cost and not its time.
 */
export interface PostNote {
  readonly kind: 'kw' | 'ku';
  readonly from: PlainDate | null;
}

/** A post of the staffing plan. */
export interface Post {
  readonly postId: string;
  readonly status: PostStatus;
  /** Share of a full-time post that the plan grants. */
  readonly share: number;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly note: PostNote | null;
  readonly occupancies: readonly Occupancy[];
}

export type PostRefusal =
  | Refusal<'POST_END_BEFORE_START', { readonly from: PlainDate; readonly until: PlainDate }>
  | Refusal<'OCCUPANCY_END_BEFORE_START', { readonly from: PlainDate; readonly until: PlainDate }>
  | Refusal<'OCCUPANCY_OUTSIDE_POST', { readonly from: PlainDate; readonly until: PlainDate | null }>
  | Refusal<'OCCUPANCY_OVER_POST', { readonly on: PlainDate; readonly percent: number; readonly postPercent: number }>
  | Refusal<'SHARE_RANGE'>;

/** Shares are halves of weeks and thirds of months: sums of them are compared with this much room. */
const ROOM = 1e-9;

/** Whether a post and its occupancies can be: no end before its start, never more people than post. */
export function checkPost(post: Post): Outcome<null, PostRefusal> {
  const { from, until, share, occupancies } = post;
  if (until !== null && until < from) return refuse({ code: 'POST_END_BEFORE_START', params: { from, until } });
  const shares = [share, ...occupancies.flatMap((one) => [one.share, ...one.absences.map((away) => away.share)])];
  const ramps = occupancies.flatMap((one) => one.rampUp);
  const wrong = shares.find((one) => !(one > 0 && one <= 1)) ?? ramps.find((one) => !(one >= 0 && one <= 1));
  if (wrong !== undefined) return refuse({ code: 'SHARE_RANGE', params: {} });
  for (const period of occupancies.flatMap((one) => [one, ...one.absences])) {
    if (period.until !== null && period.until < period.from)
      return refuse({ code: 'OCCUPANCY_END_BEFORE_START', params: { from: period.from, until: period.until } });
  }
  const ends = plannedUntil(post);
  const outside = occupancies.find(
    (one) => one.from < from || (ends !== null && (one.until === null || one.until > ends)),
  );
  if (outside !== undefined)
    return refuse({ code: 'OCCUPANCY_OUTSIDE_POST', params: { from: outside.from, until: outside.until } });
  return checkOverlap(post);
}

/** The sum of shares can only be too high on a day on which somebody begins. */
function checkOverlap({ share, occupancies }: Post): Outcome<null, PostRefusal> {
  const starts = occupancies.map((one) => one.from).sort();
  for (const on of starts) {
    const sum = sharesOn(occupancies, on);
    if (sum > share + ROOM) {
      const params = { on, percent: Math.round(sum * 100), postPercent: Math.round(share * 100) };
      return refuse({ code: 'OCCUPANCY_OVER_POST', params });
    }
  }
  return ok(null);
}

/** Last day on which the plan has the post; null while it has no end. */
export function plannedUntil({ until, note, occupancies }: Post): PlainDate | null {
  if (note?.kind !== 'kw') return until;
  const end = note.from === null ? lastOccupied(occupancies) : addDays(note.from, -1);
  return earlier(until, end);
}

/** A kw note without a day takes the post away when the last one leaves; a post that nobody holds waits for its plan. */
function lastOccupied(occupancies: readonly Occupancy[]): PlainDate | null {
  if (occupancies.length === 0 || occupancies.some(({ until }) => until === null)) return null;
  return occupancies.reduce<PlainDate | null>(
    (last, { until }) => (last === null || (until ?? last) > last ? until : last),
    null,
  );
}

function earlier(first: PlainDate | null, second: PlainDate | null): PlainDate | null {
  if (first === null || second === null) return first ?? second;
  return first < second ? first : second;
}

function sharesOn(
  parts: readonly { readonly from: PlainDate; readonly until: PlainDate | null; readonly share: number }[],
  day: PlainDate,
): number {
  return parts.filter((one) => isOn(one, day)).reduce((sum, one) => sum + one.share, 0);
}

function isOn({ from, until }: { from: PlainDate; until: PlainDate | null }, day: PlainDate): boolean {
  return from <= day && (until === null || day <= until);
}

/** A value that holds from a day to a day. */
export interface Piece {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly value: number;
}

/** Planned (in the staffing plan), occupied (somebody holds it) and available (somebody works), in FTE (A1). */
export interface FteColumns {
  readonly planned: Float64Array;
  readonly occupied: Float64Array;
  readonly available: Float64Array;
}

/** The three columns for every month of the axis (A2). They are compared with each other, never made one. */
export function monthlyFte(posts: readonly Post[], axis: TimeAxis): FteColumns {
  const { planned, occupied, availableOf } = columnsOf(posts, axis);
  return { planned, occupied, available: sumOf(POST_STATUSES.map((status) => availableOf[status])) };
}

/** The same, with who is available by status: an FTE of each works minutes of its own. */
interface StatusColumns {
  readonly planned: Float64Array;
  readonly occupied: Float64Array;
  readonly availableOf: Readonly<Record<PostStatus, Float64Array>>;
}

function columnsOf(posts: readonly Post[], axis: TimeAxis): StatusColumns {
  const empty = (): Float64Array => new Float64Array(axis.months.length);
  const [planned, occupied, availableOf] = [empty(), empty(), { employee: empty(), official: empty() }];
  for (const post of posts) {
    addPiece(planned, { from: post.from, until: plannedUntil(post), value: post.share }, axis);
    for (const occupancy of post.occupancies) {
      addPiece(occupied, { from: occupancy.from, until: occupancy.until, value: occupancy.share }, axis);
      for (const piece of workedPieces(occupancy)) addPiece(availableOf[post.status], piece, axis);
    }
  }
  for (const column of [planned, occupied, ...Object.values(availableOf)]) {
    for (let month = 0; month < column.length; month += 1) {
      const weight = monthWeight(axis, month);
      column[month] = weight === 0 ? 0 : (column[month] ?? 0) / weight;
    }
  }
  return { planned, occupied, availableOf };
}

function sumOf(columns: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(columns[0]?.length ?? 0);
  for (const column of columns) column.forEach((value, month) => (sums[month] = (sums[month] ?? 0) + value));
  return sums;
}

/** The mean of a monthly column over the axis, each month with what its days weigh (A2). */
export function meanFte(column: Float64Array, axis: TimeAxis): number {
  let sum = 0;
  for (let month = 0; month < column.length; month += 1) sum += (column[month] ?? 0) * monthWeight(axis, month);
  return sum / (axis.weightBefore.at(-1) ?? 1);
}

/** Minutes a full-time post works in a year, by status and year: the figures are dated. */
export type YearlyMinutes = (status: PostStatus, year: number) => number;

/** The same minutes in every year. */
export function everyYear(minutes: Readonly<Record<PostStatus, number>>): YearlyMinutes {
  return (status) => minutes[status];
}

/** The three columns, and the minutes that can be worked in each month: FTE times the yearly minutes of the status (A3). */
export interface MonthlyTime extends FteColumns {
  readonly minutes: Float64Array;
}

/** All of it in one look at the posts. */
export function monthlyTime(posts: readonly Post[], axis: TimeAxis, yearlyMinutes: YearlyMinutes): MonthlyTime {
  const { planned, occupied, availableOf } = columnsOf(posts, axis);
  const minutesOf = (status: PostStatus): Float64Array =>
    availableOf[status].map(
      (fte, at) => fte * minutesOfMonth(axis, at, yearlyMinutes(status, axis.months[at]?.year ?? 0)),
    );
  return {
    planned,
    occupied,
    available: sumOf(POST_STATUSES.map((status) => availableOf[status])),
    minutes: sumOf(POST_STATUSES.map(minutesOf)),
  };
}

/** Minutes that can be worked in each month, by working days (A3). */
export function monthlyMinutes(posts: readonly Post[], axis: TimeAxis, yearlyMinutes: YearlyMinutes): Float64Array {
  return monthlyTime(posts, axis, yearlyMinutes).minutes;
}

/** What one FTE works in a month: the yearly minutes by working days. */
export function minutesOfMonth(axis: TimeAxis, month: number, yearlyMinutes: number): number {
  const ofYear = axis.workingDaysOfYear[month] ?? 0;
  return ofYear === 0 ? 0 : (yearlyMinutes * (axis.workingDays[month] ?? 0)) / ofYear;
}

/** Days in a row on which an occupancy works the same: its share, what of it is learnt already, and what is away. */
export interface WorkedPiece extends Piece {
  readonly share: number;
  readonly ramp: number;
  readonly away: number;
}

/** An occupancy cut where its ramp or an absence changes: what is really worked of it (A1). */
export function workedPieces(occupancy: Occupancy): WorkedPiece[] {
  const { from, until, share, rampUp, absences } = occupancy;
  if (rampUp.length === 0 && absences.length === 0) return [{ from, until, share, ramp: 1, away: 0, value: share }];
  const cuts = new Set<PlainDate>([from]);
  rampUp.forEach((_, month) => cuts.add(addMonths(from, month + 1)));
  for (const away of absences) {
    cuts.add(away.from);
    if (away.until !== null) cuts.add(addDays(away.until, 1));
  }
  const days = [...cuts].filter((day) => isOn(occupancy, day)).sort();
  return days.map((day, at) => {
    const next = days[at + 1];
    const away = Math.min(1, sharesOn(absences, day));
    const ramp = rampOn(occupancy, day);
    const ends = next === undefined ? until : addDays(next, -1);
    return { from: day, until: ends, share, ramp, away, value: share * ramp * (1 - away) };
  });
}

function rampOn({ from, rampUp }: Occupancy, day: PlainDate): number {
  const month = rampUp.findIndex((_, at) => day < addMonths(from, at + 1));
  return month === -1 ? 1 : (rampUp[month] ?? 1);
}

/** Adds a piece to each month it touches, with the weight of its days. */
function addPiece(column: Float64Array, { from, until, value }: Piece, axis: TimeAxis): void {
  const { begins, weightBefore } = axis;
  const begin = from <= axis.from ? 0 : daysBetween(axis.from, from);
  const end = until === null || until >= axis.until ? weightBefore.length - 1 : daysBetween(axis.from, until) + 1;
  if (end <= begin || value === 0) return;
  for (let month = 0; month < column.length; month += 1) {
    const [first, after] = [Math.max(begin, begins[month] ?? 0), Math.min(end, begins[month + 1] ?? 0)];
    if (after > first)
      column[month] = (column[month] ?? 0) + value * ((weightBefore[after] ?? 0) - (weightBefore[first] ?? 0));
  }
}

function monthWeight({ begins, weightBefore }: TimeAxis, month: number): number {
  return (weightBefore[begins[month + 1] ?? 0] ?? 0) - (weightBefore[begins[month] ?? 0] ?? 0);
}
