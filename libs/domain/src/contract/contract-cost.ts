import { type Cents, MAX_AMOUNT_CENTS, ZERO_CENTS, cents, splitCents } from '../shared/cents';
import type { FiscalYear } from '../shared/fiscal-year';
import { type PlainDate, addDays, addMonths, compareDates, dayOf, daysBetween, yearOf } from '../shared/plain-date';
import type { ContractFacts, ContractPrice, PaymentRhythm } from './contract';
import { boundUntil, expectedEnd, type NoticeDate } from './contract-term';

/** Money of a contract by fiscal year. A year without an entry is one in which it costs nothing. */
export type YearCents = ReadonlyMap<FiscalYear, Cents>;

const MICROS_PER_CENT = 10_000n;
const BASIS = 10_000n;
const RHYTHM_MONTHS: Readonly<Record<Exclude<PaymentRhythm, 'once'>, number>> = {
  monthly: 1,
  quarterly: 3,
  half_yearly: 6,
  yearly: 12,
};

/** A price as an exact fraction of cents: nothing is rounded before the product stands. */
interface ExactCents {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * What a period of the price (month, year, term) costs gross from a day on, exactly: quantity times unit price, tax and
 * every rise of the index since the price was agreed (R27).
 */
function exactPrice(price: ContractPrice, day: PlainDate): ExactCents {
  const step = stepAt(price, day);
  const { quantity, unitPriceMicros } = step === null ? price : step;
  const rises = risesUntil(price, step?.validFrom ?? null, day);
  const rate = BASIS + BigInt(price.indexation?.basisPoints ?? 0);
  const tax = price.basis === 'net' ? BASIS + BigInt(price.vatBasisPoints) : BASIS;
  return {
    numerator: BigInt(quantity) * BigInt(unitPriceMicros) * tax * rate ** BigInt(rises),
    denominator: MICROS_PER_CENT * BASIS * BASIS ** BigInt(rises),
  };
}

/** What a period costs from a day on, gross, rounded once at the product. */
export function priceAt(price: ContractPrice, day: PlainDate): Cents {
  return roundedShare(exactPrice(price, day), 1, 1);
}

/** The same for a whole year, so that prices a month and a year can be compared; a price for a term stays what it is. */
export function yearlyPriceAt(price: ContractPrice, day: PlainDate): Cents {
  return roundedShare(exactPrice(price, day), price.period === 'month' ? 12 : 1, 1);
}

/** A price and the day from which it holds. */
export interface PriceChange {
  readonly from: PlainDate;
  readonly why: 'start' | 'step' | 'index';
  readonly quantity: number;
  /** As agreed last; the rises of the index are in `yearlyCents` only. */
  readonly unitPriceMicros: number;
  readonly yearlyCents: Cents;
}

/** Every price from the start to a year: as agreed, by step, by index. */
export function priceChanges({ term, price }: ContractFacts, lastYear: FiscalYear): PriceChange[] {
  return changeDays(term.startsOn, price, lastYear).map(({ from, why }) => {
    const { quantity, unitPriceMicros } = stepAt(price, from) ?? price;
    return { from, why, quantity, unitPriceMicros, yearlyCents: yearlyPriceAt(price, from) };
  });
}

/** Whether every price up to a year can be told in cents. */
export function isPriceInRange({ term, price }: ContractFacts, lastYear: FiscalYear): boolean {
  return changeDays(term.startsOn, price, lastYear).every(({ from }) => {
    const { numerator, denominator } = exactPrice(price, from);
    return numerator * 12n <= BigInt(MAX_AMOUNT_CENTS) * denominator;
  });
}

function changeDays(
  startsOn: PlainDate,
  price: ContractPrice,
  lastYear: FiscalYear,
): Pick<PriceChange, 'from' | 'why'>[] {
  const after = dayOf(lastYear + 1, 1, 1);
  const steps = price.steps.map(({ validFrom }) => validFrom).filter((day) => day < after);
  // A price that was agreed for the day of a rise is that day's price.
  const rises = riseDays(price, after).filter((day) => !steps.includes(day));
  return [
    { from: startsOn, why: 'start' as const },
    ...steps.map((from) => ({ from, why: 'step' as const })),
    ...rises.map((from) => ({ from, why: 'index' as const })),
  ].sort((first, second) => compareDates(first.from, second.from));
}

/** Expected cost by fiscal year, from the start to the year given: it goes on where it renews or is open-ended. */
export function costPerYear(facts: ContractFacts, lastYear: FiscalYear): YearCents {
  return reckon(facts, expectedEnd(facts.term), lastYear, (slice) => yearOf(slice.begin));
}

/** What is paid in each fiscal year: always at the beginning of a rhythm's period. The sum is that of the cost. */
export function paymentsPerYear(facts: ContractFacts, lastYear: FiscalYear): YearCents {
  const { rhythm } = facts.price;
  const { startsOn } = facts.term;
  const paidIn = ({ month }: Slice): number => {
    if (rhythm === 'once') return yearOf(startsOn);
    const months = RHYTHM_MONTHS[rhythm];
    return yearOf(addMonths(startsOn, Math.floor(month / months) * months));
  };
  // What is paid late in the last year may pay for months of the next one.
  const paid = reckon(facts, expectedEnd(facts.term), (lastYear + 1) as FiscalYear, paidIn);
  return new Map([...paid].filter(([year]) => year <= lastYear));
}

/** What is bound whatever happens: the cost until the earliest end that can still be reached. */
export function boundPerYear(facts: ContractFacts, today: PlainDate, lastYear: FiscalYear): YearCents {
  return reckon(facts, boundUntil(facts.term, today), lastYear, (slice) => yearOf(slice.begin));
}

/** What notice for an end gives back: the expected cost after that end, by fiscal year. */
export function freedByNotice(facts: ContractFacts, notice: NoticeDate, lastYear: FiscalYear): YearCents {
  const expected = costPerYear(facts, lastYear);
  const kept = reckon(facts, notice.endsOn, lastYear, (slice) => yearOf(slice.begin));
  const freed = new Map<FiscalYear, Cents>();
  for (const [year, amountCents] of expected) {
    const freedCents = cents(amountCents - (kept.get(year) ?? 0));
    // A period that is cut is divided anew: a cent may fall into another year, and is not given back.
    if (freedCents > 0) freed.set(year, freedCents);
  }
  return freed;
}

/** A piece of a contract that lies in one price, one month of the contract and one fiscal year. */
interface Slice {
  readonly begin: PlainDate;
  /** Month of the contract, from 0. */
  readonly month: number;
  /** Which period of the price it belongs to, from 0. */
  readonly period: number;
  /** How much of the period it is: months or days. */
  readonly weight: number;
  readonly periodWeight: number;
  /** Changes with the price. */
  readonly priceKey: string;
}

/**
 * Every period's price, rounded once, divided over the years by largest remainder (R23): the parts always sum to it.
 * A period that is cut (by the end or by a new price) counts with its share.
 */
function reckon(
  facts: ContractFacts,
  end: PlainDate | null,
  lastYear: FiscalYear,
  yearOfSlice: (slice: Slice) => number,
): YearCents {
  const totals = new Map<FiscalYear, Cents>();
  for (const run of runsOf(slicesOf(facts, end, lastYear))) {
    const [first] = run;
    if (first === undefined) continue;
    const weight = run.reduce((sum, slice) => sum + slice.weight, 0);
    const amountCents = roundedShare(exactPrice(facts.price, first.begin), weight, first.periodWeight);
    const byYear = new Map<FiscalYear, number>();
    for (const slice of run) {
      const year = yearOfSlice(slice) as FiscalYear;
      byYear.set(year, (byYear.get(year) ?? 0) + slice.weight);
    }
    const shares = splitCents(amountCents, [...byYear.values()]);
    [...byYear.keys()].forEach((year, at) => {
      const share = shares[at] ?? ZERO_CENTS;
      if (year <= lastYear && share !== 0) totals.set(year, cents((totals.get(year) ?? 0) + share));
    });
  }
  return totals;
}

/** Slices that follow each other in the same period at the same price. */
function* runsOf(slices: Iterable<Slice>): Generator<Slice[]> {
  let run: Slice[] = [];
  for (const slice of slices) {
    const [first] = run;
    if (first !== undefined && (first.period !== slice.period || first.priceKey !== slice.priceKey)) {
      yield run;
      run = [];
    }
    run.push(slice);
  }
  if (run.length > 0) yield run;
}

/** Months of the contract up to its end, and to the end of the period that the last year reaches into. */
function* slicesOf({ term, price }: ContractFacts, end: PlainDate | null, lastYear: FiscalYear): Generator<Slice> {
  const perPeriod = monthsOfPeriod(price, term.startsOn, term.endsOn);
  for (let month = 0; ; month += 1) {
    const begin = addMonths(term.startsOn, month);
    if (end !== null && begin > end) return;
    if (yearOf(begin) > lastYear && month % perPeriod === 0) return;
    const period = Math.floor(month / perPeriod);
    if (price.proration === 'month') {
      yield { begin, month, period, weight: 1, periodWeight: perPeriod, priceKey: priceKey(price, begin) };
      continue;
    }
    const periodStart = addMonths(term.startsOn, period * perPeriod);
    const periodWeight = daysBetween(periodStart, addMonths(term.startsOn, (period + 1) * perPeriod));
    const next = addMonths(term.startsOn, month + 1);
    for (const [from, to] of cutDays(price, begin, end !== null && end < next ? addDays(end, 1) : next)) {
      yield {
        begin: from,
        month,
        period,
        weight: daysBetween(from, to),
        periodWeight,
        priceKey: priceKey(price, from),
      };
    }
  }
}

/** How many months one price pays for. A price for the term pays for all of its months. */
function monthsOfPeriod({ period }: ContractPrice, startsOn: PlainDate, endsOn: PlainDate | null): number {
  if (period !== 'term' || endsOn === null) return period === 'month' ? 1 : 12;
  let months = 1;
  while (addMonths(startsOn, months) <= endsOn) months += 1;
  return months;
}

/** Cuts days where a year begins or a price changes. `to` is the day after the last one. */
function cutDays(price: ContractPrice, from: PlainDate, to: PlainDate): [PlainDate, PlainDate][] {
  const changes = [...price.steps.map(({ validFrom }) => validFrom), ...riseDays(price, to), dayOf(yearOf(to), 1, 1)];
  const cuts = [...new Set([from, ...changes.filter((day) => day > from && day < to)])].sort();
  return cuts.map((day, at) => [day, cuts[at + 1] ?? to]);
}

function priceKey(price: ContractPrice, day: PlainDate): string {
  const step = stepAt(price, day);
  return `${step?.validFrom ?? ''}/${risesUntil(price, step?.validFrom ?? null, day)}`;
}

/** The step that holds on a day; null: the price of the beginning. Steps may come in any order. */
function stepAt({ steps }: ContractPrice, day: PlainDate): ContractPrice['steps'][number] | null {
  let held: ContractPrice['steps'][number] | null = null;
  for (const step of steps) {
    if (step.validFrom <= day && (held === null || step.validFrom > held.validFrom)) held = step;
  }
  return held;
}

/** How often the index has raised a price by a day. A step agreed on the day of a rise is the price of that day. */
function risesUntil(price: ContractPrice, agreedOn: PlainDate | null, day: PlainDate): number {
  return riseDays(price, addDays(day, 1)).filter((rise) => agreedOn === null || rise > agreedOn).length;
}

function riseDays({ indexation }: ContractPrice, before: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  if (indexation === null) return days;
  for (let rise = 0; ; rise += 1) {
    const day = addMonths(indexation.firstOn, rise * 12);
    if (day >= before) return days;
    days.push(day);
  }
}

/** `price * weight / periodWeight`, rounded half away from zero. */
function roundedShare({ numerator, denominator }: ExactCents, weight: number, periodWeight: number): Cents {
  const divisor = denominator * BigInt(periodWeight);
  return cents(Number((numerator * BigInt(weight) * 2n + divisor) / (divisor * 2n)));
}
