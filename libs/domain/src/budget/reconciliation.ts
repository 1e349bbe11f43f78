import { type Cents, ZERO_CENTS, cents } from '../shared/cents';
import { BALANCE_FIELD, type LineBalance, amountOf } from './availability';
import { MOVEMENT_KINDS, type MovementKind } from './movement';

/** Where a stored balance and the sum of its movements part, for one kind. */
export interface BalanceDifference {
  readonly kind: MovementKind;
  readonly field: keyof LineBalance;
  readonly storedCents: Cents;
  readonly computedCents: Cents;
  /** Stored less computed; never 0 in this list. */
  readonly differenceCents: Cents;
}

/** Every kind in which a stored balance differs from its movements; empty when it is proved (T1e). */
export function differencesOf(stored: LineBalance, computed: LineBalance): BalanceDifference[] {
  return MOVEMENT_KINDS.map((kind) => {
    const storedCents = amountOf(stored, kind);
    const computedCents = amountOf(computed, kind);
    const differenceCents = cents(storedCents - computedCents);
    return { kind, field: BALANCE_FIELD[kind], storedCents, computedCents, differenceCents };
  }).filter((difference) => difference.differenceCents !== 0);
}

/**
 * How far off a balance is, as one figure: the sum of the absolute differences, so that two errors that cancel out still
 * show. 0.00 means reconciled.
 */
export function totalDifferenceCents(differences: readonly BalanceDifference[]): Cents {
  return differences.reduce((sum, difference) => cents(sum + Math.abs(difference.differenceCents)), ZERO_CENTS);
}
