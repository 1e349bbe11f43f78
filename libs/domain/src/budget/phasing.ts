import { type Cents, ZERO_CENTS, cents, splitCents, sumCents } from '../shared/cents';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';
import { MONTHS_IN_YEAR, equalTwelfths } from './months';

/** How a year's amount falls into months; without one it falls into equal twelfths. */
export type Phasing =
  /** Twelve amounts, as somebody entered them for the year's amount of that day. */
  | { readonly kind: 'amounts'; readonly monthCents: readonly number[] }
  /** Twelve shares in hundredths of a percent. */
  | { readonly kind: 'shares'; readonly monthBasisPoints: readonly number[] };

export const PHASING_KINDS = ['amounts', 'shares'] as const;

/** A phasing as it is stored; null stands for equal twelfths. */
export function phasingOf(kind: 'equal' | Phasing['kind'], months: readonly number[]): Phasing | null {
  if (kind === 'equal') return null;
  return kind === 'amounts' ? { kind, monthCents: months } : { kind, monthBasisPoints: months };
}

export type PhasingCode = 'PHASING_MONTHS' | 'PHASING_SIGN' | 'PHASING_SUM';

/**
 * What is wrong with a phasing of an amount: not twelve whole numbers, a month against the sign of the year, or a sum
 * that is not exactly the year's amount (or not exactly 100 %). Null when it is right. `missing` is what the sum lacks.
 */
export function checkPhasing(
  yearCents: Cents,
  phasing: Phasing,
): { readonly code: PhasingCode; readonly missing: number } | null {
  const parts = phasing.kind === 'amounts' ? phasing.monthCents : phasing.monthBasisPoints;
  if (parts.length !== MONTHS_IN_YEAR || !parts.every(Number.isSafeInteger))
    return { code: 'PHASING_MONTHS', missing: 0 };
  const isAgainst = (part: number): boolean => (phasing.kind === 'amounts' && yearCents < 0 ? part > 0 : part < 0);
  if (parts.some(isAgainst)) return { code: 'PHASING_SIGN', missing: 0 };
  const whole = phasing.kind === 'amounts' ? yearCents : WHOLE_BASIS_POINTS;
  const missing = whole - parts.reduce((sum, part) => sum + part, 0);
  return missing === 0 ? null : { code: 'PHASING_SUM', missing };
}

/**
 * The months of a year's amount, always exactly the year's amount together. Entered months stand as they are while they
 * add up to it; when the year's amount has changed since (a Nachtrag, a transfer), they keep their proportions.
 */
export function monthsOf(yearCents: Cents, phasing: Phasing | null): Cents[] {
  if (phasing === null) return equalTwelfths(yearCents);
  if (phasing.kind === 'shares') return splitCents(yearCents, phasing.monthBasisPoints);
  const months = phasing.monthCents.map(cents);
  if (sumCents(months) === yearCents) return months;
  const weights = months.map(Math.abs);
  return weights.every((weight) => weight === 0) ? equalTwelfths(yearCents) : splitCents(yearCents, weights);
}

/** The months of many lines, month by month. */
export function sumMonths(lines: readonly (readonly Cents[])[]): Cents[] {
  return Array.from({ length: MONTHS_IN_YEAR }, (_, at) => sumCents(lines.map((months) => months[at] ?? ZERO_CENTS)));
}
