/** Shares and rates are told in basis points: 1 is 0.01 %, this many are the whole. */
export const WHOLE_BASIS_POINTS = 10_000;

/** An exact fraction, so 1.02 is 102 / 100; the denominator is positive. Rounded on screen only. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}
