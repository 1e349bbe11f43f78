import { type Bound, type Bounded, type Share, boundOfDifference, divideBounded, opposite } from '../shared/bound';
import { type PlainDate, addDays, compareDates, daysBetween } from '../shared/plain-date';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';
import { STALE_AFTER_DAYS, isStale } from '../shared/report-age';

/** A share that somebody stated for a day; null where only "several" was said. */
export interface SharePoint {
  readonly measuredOn: PlainDate;
  readonly share: Share | null;
}

/** When everything will be reached at the present rate. */
export type Arrival =
  | { readonly kind: 'reached' | 'never' | 'unknown' }
  | { readonly kind: 'on'; readonly day: PlainDate; readonly bound: Bound };

/** Points of percent a month are told in hundredths: 368 is 3.68 points. */
export interface Pace {
  /** The newest statement; everything below is reckoned from it. */
  readonly measuredOn: PlainDate | null;
  readonly share: Share | null;
  readonly missingBasisPoints: Bounded | null;
  /** From the newest statement to the goal, and from today to the goal; not below 0. */
  readonly daysFromMeasured: number | null;
  readonly daysFromToday: number;
  readonly neededPerMonth: Bounded | null;
  readonly neededPerMonthFromToday: Bounded | null;
  /** From the first to the newest share; null with fewer than two, or where the bounds say nothing about the difference. */
  readonly rate: { readonly since: PlainDate; readonly perMonth: Bounded } | null;
  readonly arrival: Arrival;
  /** Days from the goal to the arrival; below 0 is before it. Null where there is no arrival. */
  readonly gapDays: Bounded | null;
  readonly isOverdue: boolean;
  readonly isStale: boolean;
}

/** A year has 365 days and twelve equal months here, so that rates can be compared. */
const DAYS_IN_YEAR = 365n;
const MONTHS_IN_YEAR = 12n;
/** What would take longer than this is called never. */
const LONGEST_DAYS = 36_500;

/**
 * The pace of a share towards 100 % on a day (T28). Points may come in any order; several of one day count in their order. A
 * share that was measured more than `reportDays` ago is called old.
 */
export function paceOf(
  points: readonly SharePoint[],
  goalOn: PlainDate,
  today: PlainDate,
  reportDays = STALE_AFTER_DAYS,
): Pace {
  const sorted = [...points].sort((a, b) => compareDates(a.measuredOn, b.measuredOn));
  const newest = sorted.at(-1) ?? null;
  const share = newest?.share ?? null;
  const daysFromToday = Math.max(0, daysBetween(today, goalOn));
  const measuredOn = newest?.measuredOn ?? null;
  const daysFromMeasured = measuredOn === null ? null : Math.max(0, daysBetween(measuredOn, goalOn));
  const arrival =
    share === null || measuredOn === null ? ({ kind: 'unknown' } as const) : arrivalOf(sorted, share, measuredOn);
  return {
    measuredOn,
    share,
    missingBasisPoints: share === null ? null : missingOf(share),
    daysFromMeasured,
    daysFromToday,
    neededPerMonth: share === null || daysFromMeasured === null ? null : neededOf(share, daysFromMeasured),
    neededPerMonthFromToday: share === null ? null : neededOf(share, daysFromToday),
    rate: rateOf(sorted),
    arrival,
    gapDays: arrival.kind === 'on' ? { value: daysBetween(goalOn, arrival.day), bound: arrival.bound } : null,
    isOverdue: today > goalOn && !(share !== null && isWhole(share)),
    isStale: measuredOn === null || isStale(measuredOn, today, reportDays),
  };
}

/** A share in hundredths of a percent. Of a lower bound never more than was said, of an upper bound never less. */
export function basisPointsOf({ numerator, denominator, bound }: Share): Bounded {
  return divideBounded(BigInt(numerator) * BigInt(WHOLE_BASIS_POINTS), BigInt(denominator), bound);
}

function missingOf({ numerator, denominator, bound }: Share): Bounded {
  return divideBounded(
    BigInt(denominator - numerator) * BigInt(WHOLE_BASIS_POINTS),
    BigInt(denominator),
    opposite(bound),
  );
}

/** What must be reached a month; null when no day is left. */
function neededOf({ numerator, denominator, bound }: Share, days: number): Bounded | null {
  if (days === 0) return null;
  const missing = BigInt(denominator - numerator) * BigInt(WHOLE_BASIS_POINTS) * DAYS_IN_YEAR;
  return divideBounded(missing, BigInt(denominator) * MONTHS_IN_YEAR * BigInt(days), opposite(bound));
}

interface Gain {
  readonly first: SharePoint & { readonly share: Share };
  readonly days: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly bound: Bound;
}

/** What was gained from the first share to the newest. */
function gainOf(sorted: readonly SharePoint[]): Gain | null {
  const known = sorted.filter((point): point is Gain['first'] => point.share !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || last !== sorted.at(-1)) return null;
  const days = daysBetween(first.measuredOn, last.measuredOn);
  const bound = boundOfDifference(last.share.bound, first.share.bound);
  if (days === 0 || bound === null) return null;
  const [ln, ld] = [BigInt(last.share.numerator), BigInt(last.share.denominator)];
  const [fn, fd] = [BigInt(first.share.numerator), BigInt(first.share.denominator)];
  return { first, days, numerator: ln * fd - fn * ld, denominator: ld * fd, bound };
}

function rateOf(sorted: readonly SharePoint[]): Pace['rate'] {
  const gain = gainOf(sorted);
  if (gain === null) return null;
  const perMonth = divideBounded(
    gain.numerator * BigInt(WHOLE_BASIS_POINTS) * DAYS_IN_YEAR,
    gain.denominator * MONTHS_IN_YEAR * BigInt(gain.days),
    gain.bound,
  );
  return { since: gain.first.measuredOn, perMonth };
}

/** Of a lower bound the day is the latest, of an upper bound the earliest. */
function arrivalOf(sorted: readonly SharePoint[], share: Share, measuredOn: PlainDate): Arrival {
  if (isWhole(share)) return { kind: 'reached' };
  const gain = gainOf(sorted);
  if (gain === null) return { kind: 'unknown' };
  if (gain.numerator <= 0n) return { kind: gain.bound === 'lower' ? 'unknown' : 'never' };
  const missing = BigInt(share.denominator - share.numerator) * BigInt(gain.days) * gain.denominator;
  const bound = opposite(gain.bound);
  // The day on which it is reached is a whole day, so an exact figure is rounded up like an upper one.
  const days = divideBounded(
    missing,
    BigInt(share.denominator) * gain.numerator,
    bound === 'lower' ? 'lower' : 'upper',
  );
  return days.value > LONGEST_DAYS ? { kind: 'never' } : { kind: 'on', day: addDays(measuredOn, days.value), bound };
}

const isWhole = ({ numerator, denominator, bound }: Share): boolean => numerator === denominator && bound !== 'upper';
