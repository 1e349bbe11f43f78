import { type Cents, ZERO_CENTS, cents, scaleCents, splitCents, sumCents } from '../shared/cents';
import { type FiscalYear } from '../shared/fiscal-year';
import { type PlainDate, daysInMonth, monthOf, yearOf } from '../shared/plain-date';
import { MONTHS_IN_YEAR, type YearProgress, monthWithin, yearProgress } from './months';

/** How the spending of a whole year can be told from a part of it. */
export const FORECAST_METHODS = ['season', 'rate', 'orders'] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** A year that has ended: what was spent in each of its months. */
export interface EarlierYear {
  readonly fiscalYear: FiscalYear;
  readonly monthCents: readonly Cents[];
}

/** What a forecast of one line rests on. */
export interface ForecastFacts {
  readonly fiscalYear: FiscalYear;
  /** The day up to which spending is known. */
  readonly asOf: PlainDate;
  /** Spent in each month of the year; twelve amounts. */
  readonly monthCents: readonly Cents[];
  readonly earlierYears: readonly EarlierYear[];
  /** Reserved and ordered, and not yet invoiced: this will come whatever the pace says. */
  readonly boundCents: Cents;
}

/** From where on a method or a judgement is worth something. Example values, to be confirmed by the treasury. */
export interface ForecastLimits {
  /** The pace of a year is told from at least so many months in which something was spent ... */
  readonly paceMonths: number;
  /** ... and the season only when at least this share of earlier years had been spent by the same day. */
  readonly seasonPercent: number;
  /** From this share of the authority on it becomes tight. */
  readonly tightPercent: number;
  /** Below this share much stays unused; judged after `slackFromDay` days. */
  readonly slackPercent: number;
  readonly slackFromDay: number;
}

/** Example values, to be confirmed by the treasury. */
export const DEFAULT_FORECAST_LIMITS: ForecastLimits = {
  paceMonths: 3,
  seasonPercent: 5,
  tightPercent: 95,
  slackPercent: 70,
  slackFromDay: 120,
};

/** What a line will probably have spent when the year ends. */
export interface YearEndForecast {
  /** What the better founded method says, and never less than what is spent and bound already. */
  readonly forecastCents: Cents;
  readonly method: ForecastMethod;
  /** What each method says; null where it has too little to go by. */
  readonly byMethod: Readonly<Record<ForecastMethod, Cents | null>>;
  readonly spentCents: Cents;
  /** Twelve amounts that add up to the forecast: months that have passed as they were, the others as they are expected. */
  readonly expectedMonthCents: readonly Cents[];
}

/**
 * Forecasts a line's spending at the year's end. By season: what earlier years had spent by the same day, set against what
 * they spent in all. By rate: as many days as have passed, on until the last; only where spending is spread over several
 * months, because one yearly invoice in January says nothing about February. By orders: spent and bound. The season goes
 * before the rate, and what is bound is the least there will be.
 */
export function yearEndForecast(
  facts: ForecastFacts,
  limits: ForecastLimits = DEFAULT_FORECAST_LIMITS,
): YearEndForecast {
  const spentCents = sumCents(facts.monthCents);
  const leastCents = cents(spentCents + facts.boundCents);
  const byMethod: Record<ForecastMethod, Cents | null> = {
    season: bySeason(facts, spentCents, limits),
    rate: byRate(facts, spentCents, limits),
    orders: leastCents,
  };
  const better = byMethod.season === null ? ('rate' as const) : ('season' as const);
  const saidCents = byMethod[better] ?? leastCents;
  const forecastCents = saidCents > leastCents ? saidCents : leastCents;
  return {
    forecastCents,
    method: saidCents > leastCents ? better : 'orders',
    byMethod,
    spentCents,
    expectedMonthCents: expectedMonths(facts, cents(forecastCents - spentCents)),
  };
}

/** What spending comes to beside the authority. */
export const FORECAST_LIGHTS = ['short', 'tight', 'fits', 'slack', 'unknown'] as const;
export type ForecastLight = (typeof FORECAST_LIGHTS)[number];

/**
 * Whether the authority will last: `short` it will not, `tight` hardly, `slack` much will stay unused, `unknown` where the
 * authority itself is (R26). For a line in a pool, forecast and authority are the pool's (T6).
 */
export function forecastLight(
  forecastCents: Cents,
  authorityCents: Cents | null,
  progress: YearProgress,
  limits: ForecastLimits = DEFAULT_FORECAST_LIMITS,
): ForecastLight {
  if (authorityCents === null) return 'unknown';
  if (forecastCents > authorityCents) return 'short';
  if (authorityCents === 0) return 'fits';
  if (forecastCents >= scaleCents(authorityCents, limits.tightPercent, 100)) return 'tight';
  const isLate = progress.elapsedDays >= limits.slackFromDay;
  return isLate && forecastCents < scaleCents(authorityCents, limits.slackPercent, 100) ? 'slack' : 'fits';
}

/** What lines come to together: a pool or a frame. */
export interface ForecastSum {
  readonly spentCents: Cents;
  readonly boundCents: Cents;
  readonly forecastCents: Cents;
  /** Null where the authority of one of them is unknown: unknown is not zero (R26). */
  readonly authorityCents: Cents | null;
}

/** Adds forecasts up. */
export function sumForecasts(parts: readonly ForecastSum[]): ForecastSum {
  const known = parts.flatMap(({ authorityCents }) => (authorityCents === null ? [] : [authorityCents]));
  return {
    spentCents: sumCents(parts.map((part) => part.spentCents)),
    boundCents: sumCents(parts.map((part) => part.boundCents)),
    forecastCents: sumCents(parts.map((part) => part.forecastCents)),
    authorityCents: known.length < parts.length ? null : sumCents(known),
  };
}

function bySeason(
  { asOf, fiscalYear, earlierYears }: ForecastFacts,
  spent: Cents,
  limits: ForecastLimits,
): Cents | null {
  const whole = sumCents(earlierYears.map(({ monthCents }) => sumCents(monthCents)));
  const byThen = sumCents(earlierYears.map(({ monthCents }) => spentUntil(monthCents, asOf, fiscalYear)));
  if (byThen <= 0 || byThen < scaleCents(whole, limits.seasonPercent, 100)) return null;
  return scaleCents(spent, whole, byThen);
}

function byRate({ asOf, fiscalYear, monthCents }: ForecastFacts, spent: Cents, limits: ForecastLimits): Cents | null {
  const { elapsedDays, totalDays } = yearProgress(asOf, fiscalYear);
  const months = monthCents.filter((month) => month > 0).length;
  return elapsedDays === 0 || months < limits.paceMonths ? null : scaleCents(spent, totalDays, elapsedDays);
}

/** Spent until the same day of another year; of the month itself as many days as have passed. */
function spentUntil(monthCents: readonly Cents[], asOf: PlainDate, year: FiscalYear): Cents {
  const month = monthWithin(asOf, year);
  const before = sumCents(monthCents.slice(0, month - 1));
  return cents(before + scaleCents(monthCents[month - 1] ?? ZERO_CENTS, ...passedOf(asOf)));
}

/** Days of the month that have passed, the day itself included, and days of the month. */
function passedOf(day: PlainDate): [number, number] {
  return [Number(day.slice(8)), daysInMonth(yearOf(day), monthOf(day))];
}

/** Puts what is still to come on the rest of the year, as earlier years did it, else day by day. */
function expectedMonths({ asOf, fiscalYear, monthCents, earlierYears }: ForecastFacts, restCents: Cents): Cents[] {
  const month = monthWithin(asOf, fiscalYear);
  const [passed] = passedOf(asOf);
  const daysOf = (at: number): number => daysInMonth(fiscalYear, at + 1);
  const daysLeft = (at: number): number => (at + 1 < month ? 0 : at + 1 === month ? daysOf(at) - passed : daysOf(at));
  const earlier = monthCents.map((_, at) => {
    const sum = sumCents(earlierYears.map((year) => year.monthCents[at] ?? ZERO_CENTS));
    return Math.max(scaleCents(sum, daysLeft(at), daysOf(at)), 0);
  });
  const hasSeason = earlier.some((weight) => weight > 0);
  const weights = hasSeason ? earlier : monthCents.map((_, at) => daysLeft(at));
  // On the last day of the year nothing is left to spread: what is bound comes in December.
  const isOver = weights.every((weight) => weight === 0);
  const rest = splitCents(restCents, isOver ? monthCents.map((_, at) => (at + 1 === MONTHS_IN_YEAR ? 1 : 0)) : weights);
  return monthCents.map((spent, at) => cents(spent + (rest[at] ?? ZERO_CENTS)));
}
