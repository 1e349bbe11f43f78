import { type Cents, ZERO_CENTS, cents } from '../shared/cents';

/** Where a difference between two plan versions comes from, for one line over the years that are compared. */
export const COMPARISON_KINDS = ['same', 'new', 'dropped', 'changed'] as const;
export type ComparisonKind = (typeof COMPARISON_KINDS)[number];

/** Amounts of one line, year by year. `null` is not planned, which is not zero. */
export type LineAmounts = readonly (Cents | null)[];

/**
 * How a line of another version differs from the first one: it is new when the first one plans nothing in any of the
 * years, dropped when the other one does not, changed when both plan it and any year differs. A cell emptied is a change,
 * too: nothing planned is another decision than zero.
 */
export function comparisonKind(base: LineAmounts, other: LineAmounts): ComparisonKind {
  if (base.every((amountCents, at) => amountCents === (other[at] ?? null))) return 'same';
  if (base.every((amountCents) => amountCents === null)) return 'new';
  return other.every((amountCents) => amountCents === null) ? 'dropped' : 'changed';
}

/** Other less base; null when neither plans anything. */
export function planDifferenceCents(base: Cents | null, other: Cents | null): Cents | null {
  return base === null && other === null ? null : cents((other ?? ZERO_CENTS) - (base ?? ZERO_CENTS));
}
