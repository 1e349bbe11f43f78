import { type Outcome, type Refusal, ok, refuse } from './outcome';
import { WHOLE_BASIS_POINTS } from './ratio';

/** How a figure was stated: exactly, or as a limit that it is known to be above or below; `several` gives no number. */
export const OPERATORS = ['exact', 'above', 'at_least', 'below', 'at_most', 'several'] as const;
export type Operator = (typeof OPERATORS)[number];

/** What is known of a figure: it is exactly this, at least this, or at most this. */
export type Bound = 'exact' | 'lower' | 'upper';

/** A figure and how much of it is known. Everything reckoned from a bound is a bound again, never an exact figure. */
export interface Bounded {
  readonly value: number;
  readonly bound: Bound;
}

const BOUNDS: Readonly<Record<Operator, Bound | null>> = {
  exact: 'exact',
  above: 'lower',
  at_least: 'lower',
  below: 'upper',
  at_most: 'upper',
  several: null,
};

/** What an operator says about its figure; null where there is no figure (R26: several is not a number). */
export function boundOf(operator: Operator): Bound | null {
  return BOUNDS[operator];
}

/** What is known where the figure is taken away or divided by: from at least becomes at most. */
export function opposite(bound: Bound): Bound {
  return bound === 'exact' ? 'exact' : bound === 'lower' ? 'upper' : 'lower';
}

/** What is known of a sum of two figures; null where the one is a lower and the other an upper bound. */
export function boundOfSum(first: Bound, second: Bound): Bound | null {
  if (first === 'exact') return second;
  return second === 'exact' || second === first ? first : null;
}

/** What is known of `first - second`. */
export const boundOfDifference = (first: Bound, second: Bound): Bound | null => boundOfSum(first, opposite(second));

/**
 * `numerator / denominator`, rounded so that it stays true: an upper bound up, a lower bound down, an exact figure half away
 * from zero. Exact for whole numbers of any size; the denominator is positive.
 */
export function divideBounded(numerator: bigint, denominator: bigint, bound: Bound): Bounded {
  const floor = floorOf(numerator, denominator);
  const rest = numerator - floor * denominator;
  const isHalf = numerator < 0n ? rest * 2n > denominator : rest * 2n >= denominator;
  const isUp = bound === 'upper' ? rest > 0n : bound === 'exact' && isHalf;
  return { value: Number(isUp ? floor + 1n : floor), bound };
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const truncated = numerator / denominator;
  return numerator % denominator < 0n ? truncated - 1n : truncated;
}

/** A figure as somebody states it: a count, perhaps of a whole; or a share without its counts; or several. */
export interface Statement {
  readonly operator: Operator;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 7000 is 70.00 %; only where the counts are not known. */
  readonly shareBasisPoints: number | null;
}

/** A share as an exact fraction, with what is known of it. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  readonly bound: Bound;
}

export type StatementRefusal =
  | Refusal<'MEASURED_NEGATIVE'>
  | Refusal<'MEASURED_SHARE_RANGE'>
  | Refusal<'MEASURED_ABOVE_WHOLE', { readonly numerator: number; readonly denominator: number }>
  | Refusal<'MEASURED_WHOLE_ZERO'>
  | Refusal<'MEASURED_BOTH'>
  | Refusal<'MEASURED_NOTHING'>
  | Refusal<'MEASURED_SEVERAL'>;

/** Whether a share can be stated like this: no more than the whole, nothing twice, and a number unless it is several. */
export function checkShareStatement(statement: Statement): Outcome<Share | null, StatementRefusal> {
  const { operator, numerator, denominator, shareBasisPoints } = statement;
  const bound = boundOf(operator);
  if ([numerator, denominator, shareBasisPoints].some((figure) => figure !== null && figure < 0)) {
    return refuse({ code: 'MEASURED_NEGATIVE', params: {} });
  }
  if (denominator === 0) return refuse({ code: 'MEASURED_WHOLE_ZERO', params: {} });
  if (bound === null) {
    const isBare = numerator === null && shareBasisPoints === null;
    return isBare ? ok(null) : refuse({ code: 'MEASURED_SEVERAL', params: {} });
  }
  if (shareBasisPoints !== null) {
    if (numerator !== null) return refuse({ code: 'MEASURED_BOTH', params: {} });
    return shareBasisPoints > (operator === 'above' ? WHOLE_BASIS_POINTS - 1 : WHOLE_BASIS_POINTS)
      ? refuse({ code: 'MEASURED_SHARE_RANGE', params: {} })
      : ok({ numerator: shareBasisPoints, denominator: WHOLE_BASIS_POINTS, bound });
  }
  if (numerator === null || denominator === null) return refuse({ code: 'MEASURED_NOTHING', params: {} });
  if (numerator > denominator) return refuse({ code: 'MEASURED_ABOVE_WHOLE', params: { numerator, denominator } });
  if (operator === 'above' && numerator === denominator) return refuse({ code: 'MEASURED_SHARE_RANGE', params: {} });
  return ok({ numerator, denominator, bound });
}

/** The share of a statement that was checked before; null for several. */
export function shareOf(statement: Statement): Share | null {
  const checked = checkShareStatement(statement);
  return checked.ok ? checked.value : null;
}

/** A count as it was stated, with what is known of it; null for several. */
export function countOf({
  operator,
  quantity,
}: {
  readonly operator: Operator;
  readonly quantity: number | null;
}): Bounded | null {
  const bound = boundOf(operator);
  return bound === null || quantity === null ? null : { value: quantity, bound };
}
