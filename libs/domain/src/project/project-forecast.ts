import { type Cents, ZERO_CENTS, cents, scaleCents, sumCents } from '../shared/cents';
import { type PlainDate, addDays, daysBetween } from '../shared/plain-date';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';
import { type Risk } from './risk';

/** A number from 0 (included) to 1 (not included); the caller brings it, seeded, so that a forecast can be repeated. */
export type RandomNumber = () => number;

/** An open milestone with the range of days on which it may be reached. */
export interface OpenMilestone {
  readonly earliestOn: PlainDate;
  readonly likelyOn: PlainDate;
  readonly latestOn: PlainDate;
}

/** What a forecast is drawn from. */
export interface ForecastFacts {
  readonly today: PlainDate;
  /** The end where nothing is open any more. */
  readonly plannedEnd: PlainDate;
  readonly milestones: readonly OpenMilestone[];
  readonly spentCents: Cents;
  /** What the rest of the work costs at best (as planned), most likely (at the present rate), at worst. */
  readonly rest: { readonly lowCents: Cents; readonly likelyCents: Cents; readonly highCents: Cents };
  readonly risks: readonly Risk[];
}

/** Half and four fifths of all runs end no later and cost no more. */
export interface ProjectForecast {
  readonly runs: number;
  readonly finish: { readonly p50: PlainDate; readonly p80: PlainDate };
  readonly cost: { readonly p50Cents: Cents; readonly p80Cents: Cents };
}

export const FORECAST_RUNS = 5_000;

/**
 * Finish and cost by Monte Carlo: in every run each open milestone gets a day and the rest of the work a price, each from
 * its triangle, and each risk happens or does not. The project ends with its last milestone and what risks add to it.
 */
export function forecastProject(facts: ForecastFacts, random: RandomNumber, runs = FORECAST_RUNS): ProjectForecast {
  const days: number[] = [];
  const costs: number[] = [];
  const planned = Math.max(0, daysBetween(facts.today, facts.plannedEnd));
  const ranges = facts.milestones.map((milestone) => daysUntil(milestone, facts.today));
  for (let run = 0; run < runs; run += 1) {
    const reached = ranges.map((range) => Math.round(triangular(...range, random())));
    const happened = facts.risks.filter((risk) => random() * WHOLE_BASIS_POINTS < risk.probabilityBasisPoints);
    const { lowCents, likelyCents, highCents } = facts.rest;
    const last = reached.length === 0 ? planned : Math.max(0, ...reached);
    days.push(last + happened.reduce((sum, { delayDays }) => sum + delayDays, 0));
    costs.push(
      sumCents([
        facts.spentCents,
        drawCents(lowCents, likelyCents, highCents, random),
        ...happened.map((risk) => drawCents(risk.lowCents, risk.likelyCents, risk.highCents, random)),
      ]),
    );
  }
  const [byDay, byCost] = [days.sort((a, b) => a - b), costs.sort((a, b) => a - b)];
  return {
    runs,
    finish: { p50: addDays(facts.today, at(byDay, 50)), p80: addDays(facts.today, at(byDay, 80)) },
    cost: { p50Cents: cents(at(byCost, 50)), p80Cents: cents(at(byCost, 80)) },
  };
}

/** What the rest costs: as planned, at the present rate, and a fifth above the worse of the two. */
export function restRange(
  bacCents: Cents,
  earnedValueCents: Cents,
  estimateAtCompletionCents: Cents | null,
  spentCents: Cents,
): ForecastFacts['rest'] {
  const planned = Math.max(0, bacCents - earnedValueCents);
  const atRate = estimateAtCompletionCents === null ? planned : Math.max(0, estimateAtCompletionCents - spentCents);
  const [low, likely] = planned < atRate ? [planned, atRate] : [atRate, planned];
  return { lowCents: cents(low), likelyCents: cents(likely), highCents: scaleCents(cents(likely), 6, 5) };
}

/** The range of a milestone in days from today; a day that is over counts as today. */
function daysUntil(
  { earliestOn, likelyOn, latestOn }: OpenMilestone,
  today: PlainDate,
): [low: number, likely: number, high: number] {
  const until = (day: PlainDate): number => Math.max(0, daysBetween(today, day));
  return [until(earliestOn), until(likelyOn), until(latestOn)];
}

function drawCents(low: Cents, likely: Cents, high: Cents, random: RandomNumber): Cents {
  return high === low ? low : cents(Math.round(triangular(low, likely, high, random())));
}

/** The value below which a share `u` of a triangular distribution lies. */
export function triangular(low: number, likely: number, high: number, u: number): number {
  if (high <= low) return low;
  const split = (likely - low) / (high - low);
  return u < split
    ? low + Math.sqrt(u * (high - low) * (likely - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - likely));
}

/** The smallest value that `percent` of all runs do not exceed. */
function at(sorted: readonly number[], percent: number): number {
  const place = Math.ceil((sorted.length * percent) / 100) - 1;
  return sorted[Math.max(0, place)] ?? ZERO_CENTS;
}
