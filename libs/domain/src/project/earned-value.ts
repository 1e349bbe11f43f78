import { type Cents, cents, scaleCents } from '../shared/cents';
import { type Ratio, WHOLE_BASIS_POINTS } from '../shared/ratio';

/** What earned value is reckoned from (R25). Shares are basis points: 6000 is 60.00 %. */
export interface EarnedValueFacts {
  /** The budget of the baseline (BAC). */
  readonly bacCents: Cents;
  readonly plannedBasisPoints: number;
  readonly doneBasisPoints: number;
  /** What was spent (AC), from the ledger. */
  readonly actualCents: Cents;
}

/** Earned value of one moment (R25, T25). A figure that needs a division by nothing is null: unknown, never 0. */
export interface EarnedValue {
  readonly bacCents: Cents;
  /** PV: what should have been achieved by now, in money of the baseline. */
  readonly plannedValueCents: Cents;
  /** EV: what has been achieved, in money of the baseline. */
  readonly earnedValueCents: Cents;
  readonly actualCents: Cents;
  /** CV = EV - AC; below zero the work costs more than it is worth. */
  readonly costVarianceCents: Cents;
  /** SV = EV - PV; below zero the work is behind. */
  readonly scheduleVarianceCents: Cents;
  /** CPI = EV / AC. */
  readonly cpi: Ratio | null;
  /** SPI = EV / PV. */
  readonly spi: Ratio | null;
  /** EAC = BAC / CPI, at the present rate; null while nothing is earned. */
  readonly estimateAtCompletionCents: Cents | null;
  /** VAC = BAC - EAC. */
  readonly varianceAtCompletionCents: Cents | null;
  /** TCPI = (BAC - EV) / (BAC - AC): how well the rest must be done to stay within the budget; null when it is spent. */
  readonly tcpi: Ratio | null;
}

/** Earned value from shares. PV and EV are rounded once to the cent, everything else follows from them exactly. */
export function earnedValue(facts: EarnedValueFacts): EarnedValue {
  const { bacCents, plannedBasisPoints, doneBasisPoints, actualCents } = facts;
  return earnedValueOfSums({
    bacCents,
    plannedValueCents: scaleCents(bacCents, plannedBasisPoints, WHOLE_BASIS_POINTS),
    earnedValueCents: scaleCents(bacCents, doneBasisPoints, WHOLE_BASIS_POINTS),
    actualCents,
  });
}

/** Earned value from PV, EV and AC, which add up over the projects of a programme. */
export function earnedValueOfSums({
  bacCents,
  plannedValueCents,
  earnedValueCents,
  actualCents,
}: Pick<EarnedValue, 'bacCents' | 'plannedValueCents' | 'earnedValueCents' | 'actualCents'>): EarnedValue {
  const eac = estimateAtCompletion(bacCents, earnedValueCents, actualCents);
  return {
    bacCents,
    plannedValueCents,
    earnedValueCents,
    actualCents,
    costVarianceCents: cents(earnedValueCents - actualCents),
    scheduleVarianceCents: cents(earnedValueCents - plannedValueCents),
    cpi: ratio(earnedValueCents, actualCents),
    spi: ratio(earnedValueCents, plannedValueCents),
    estimateAtCompletionCents: eac,
    varianceAtCompletionCents: eac === null ? null : cents(bacCents - eac),
    tcpi: ratio(bacCents - earnedValueCents, bacCents - actualCents),
  };
}

/** Whether a fraction is smaller than basis points: 9500 stands for 0.95. Exact, without a division. */
export function isBelow({ numerator, denominator }: Ratio, basisPoints: number): boolean {
  return BigInt(numerator) * BigInt(WHOLE_BASIS_POINTS) < BigInt(denominator) * BigInt(basisPoints);
}

/** Beyond this (ten trillion euro) a rate says nothing about an end. */
const MAX_ESTIMATE_CENTS = 10n ** 15n;

function estimateAtCompletion(bacCents: Cents, earnedValueCents: Cents, actualCents: Cents): Cents | null {
  if (earnedValueCents <= 0 || actualCents <= 0) return null;
  const isBeyond = BigInt(bacCents) * BigInt(actualCents) > MAX_ESTIMATE_CENTS * BigInt(earnedValueCents);
  return isBeyond ? null : scaleCents(bacCents, actualCents, earnedValueCents);
}

function ratio(numerator: number, denominator: number): Ratio | null {
  return denominator > 0 ? { numerator, denominator } : null;
}
