import { type Cents, ZERO_CENTS, cents, scaleCents } from '../shared/cents';
import { type FiscalYear, firstDayOf, lastDayOf } from '../shared/fiscal-year';
import { type PlainDate, addDays, daysBetween } from '../shared/plain-date';
import type { BooksState } from '../budget/fiscal-year-books';

/** From when on bookings are December fever. Example values, to be confirmed by the treasury. */
export interface FeverLimits {
  /** Days before the end of the year that are looked at. */
  readonly windowDays: number;
  /** More than this share of what the rest of the year lets expect ... */
  readonly percent: number;
  /** ... and at least this much beyond it. */
  readonly beyondCents: Cents;
}

/** Six weeks, twice the usual pace, 5,000.00 beyond it. */
export const DEFAULT_FEVER_LIMITS: FeverLimits = { windowDays: 42, percent: 200, beyondCents: cents(500_000) };

/** What was bound and spent on a line before the last weeks and in them: orders and payments, an invoice of an order not twice. */
export interface BookedPace {
  readonly beforeCents: Cents;
  readonly inWindowCents: Cents;
}

/** How the last weeks compare. */
export interface Fever {
  /** What the pace of the year before lets expect in as many days. */
  readonly expectedCents: Cents;
  readonly inWindowCents: Cents;
  /** From more than this on the line is flagged. */
  readonly thresholdCents: Cents;
  readonly isFever: boolean;
}

/** First day of the last weeks of a year: six weeks before its end begin on 20 November. */
export function feverWindowStart(year: FiscalYear, limits: FeverLimits = DEFAULT_FEVER_LIMITS): PlainDate {
  return addDays(lastDayOf(year), 1 - limits.windowDays);
}

/**
 * Compares the last weeks of a year with the pace of the months before (leap 10, Dezemberfieber). The window counts only as
 * far as it has passed; before it begins nothing is flagged.
 */
export function decemberFever(
  year: FiscalYear,
  today: PlainDate,
  pace: BookedPace,
  limits: FeverLimits = DEFAULT_FEVER_LIMITS,
): Fever {
  const start = feverWindowStart(year, limits);
  const lastDay = today < lastDayOf(year) ? today : lastDayOf(year);
  const passedDays = daysBetween(start, lastDay) + 1;
  const { inWindowCents } = pace;
  if (passedDays <= 0)
    return { expectedCents: ZERO_CENTS, inWindowCents, thresholdCents: limits.beyondCents, isFever: false };
  const usualCents = pace.beforeCents > 0 ? pace.beforeCents : ZERO_CENTS;
  const expectedCents = scaleCents(usualCents, passedDays, daysBetween(firstDayOf(year), start));
  const byShare = scaleCents(expectedCents, limits.percent, 100);
  const byAmount = cents(expectedCents + limits.beyondCents);
  const thresholdCents = byShare > byAmount ? byShare : byAmount;
  return { expectedCents, inWindowCents, thresholdCents, isFever: inWindowCents > thresholdCents };
}

/** Warn this many days before authority lapses. */
export const LAPSE_WARNING_DAYS = 90;

/** Days until a rest lapses, or null when it lives until the last payment. */
export function daysToLapse(lastDay: PlainDate | null, today: PlainDate): number | null {
  return lastDay === null ? null : daysBetween(today, lastDay);
}

/** The way through the end of a year, in the order in which an office takes it. */
export const YEAR_END_STEPS = [
  'open_orders',
  'clearing',
  'open_next_year',
  'carry_over',
  'cover_statement',
  'reconciliation',
  'close_books',
] as const;
export type YearEndStep = (typeof YEAR_END_STEPS)[number];

/** Where a step stands: nothing to do, something to do, with a second person, or not yet possible. */
export type YearEndStepState = 'done' | 'open' | 'waiting' | 'blocked';

/** What is known about a year that ends. */
export interface YearEndFacts {
  readonly booksState: BooksState;
  readonly nextBooksState: BooksState | null;
  readonly isClosingRequested: boolean;
  readonly reservations: number;
  /** Lines with open orders that nobody has proposed to take along. */
  readonly linesWithOpenOrders: number;
  readonly clearingItems: number;
  readonly proposals: number;
  readonly overdrawnPools: number;
  /** As it was last reconciled; null when it never was. */
  readonly differenceCents: Cents | null;
}

/** One step with where it stands and how much is left of it. */
export interface YearEndProgress {
  readonly step: YearEndStep;
  readonly state: YearEndStepState;
  readonly count: number;
}

/** The steps of a year's end with their state. The books close last: nothing may be left to be taken along then. */
export function yearEndProgress(facts: YearEndFacts): YearEndProgress[] {
  if (facts.booksState === 'closed') return YEAR_END_STEPS.map((step) => ({ step, state: 'done', count: 0 }));
  const counted: Record<Exclude<YearEndStep, 'close_books' | 'open_next_year'>, number> = {
    open_orders: facts.reservations + facts.linesWithOpenOrders,
    clearing: facts.clearingItems,
    carry_over: facts.proposals,
    cover_statement: facts.overdrawnPools,
    reconciliation: facts.differenceCents === 0 ? 0 : 1,
  };
  const isLeft = Object.values(counted).some((count) => count > 0) || facts.nextBooksState !== 'open';
  return YEAR_END_STEPS.map((step) => {
    if (step === 'close_books') {
      return { step, state: facts.isClosingRequested ? 'waiting' : isLeft ? 'blocked' : 'open', count: 0 };
    }
    if (step === 'open_next_year') {
      return {
        step,
        state: facts.nextBooksState === 'planned' || facts.nextBooksState === null ? 'open' : 'done',
        count: 0,
      };
    }
    const count = counted[step];
    return { step, state: count === 0 ? 'done' : 'open', count };
  });
}
