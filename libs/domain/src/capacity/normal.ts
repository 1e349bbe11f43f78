/** Coefficients of Acklam's rational approximation of the normal quantile; its relative error is below 1.15e-9. */
const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
];
const B = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
const TAIL = 0.02425;

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, one) => sum * x + one, 0);

/** The value below which a share of a normal distribution lies; the share is above 0 and below 1. */
export function normalQuantile(share: number): number {
  if (share > 1 - TAIL) return -normalQuantile(1 - share);
  if (share < TAIL) {
    const q = Math.sqrt(-2 * Math.log(share));
    return polynomial(C, q) / (polynomial(D, q) * q + 1);
  }
  const q = share - 0.5;
  const r = q * q;
  return (polynomial(A, r) * q) / (polynomial(B, r) * r + 1);
}

/** So many steps of the quantile lie in a table; what is close to the ends is reckoned. */
const STEPS = 4096;
const EDGE = 16;
const TABLE = Float64Array.from({ length: STEPS + 1 }, (_, at) =>
  at === 0 || at === STEPS ? 0 : normalQuantile(at / STEPS),
);

/** A number from 0 (included) to 1 (not included); the caller brings it, seeded, so that a run can be repeated. */
export interface RandomNumber {
  (): number;
  /** The numbers that so many calls would give, at once: a call for each would cost more than the number. */
  readonly fill?: (row: Float64Array) => void;
}

/** Fills a row with even random numbers. */
export function fillEven(row: Float64Array, random: RandomNumber): void {
  if (random.fill !== undefined) random.fill(row);
  else for (let at = 0; at < row.length; at += 1) row[at] = random();
}

/**
 * Fills a row with normal random numbers made of even ones, one for one: a table in the middle, the formula at the ends.
 * Whole rows, because a call a number would cost more than the number.
 */
export function fillNormal(row: Float64Array, random: RandomNumber): void {
  fillEven(row, random);
  for (let at = 0; at < row.length; at += 1) {
    const place = (row[at] as number) * STEPS;
    const step = place | 0;
    if (step < EDGE || step >= STEPS - EDGE) {
      row[at] = normalQuantile(Math.max(place, 1e-12) / STEPS);
    } else {
      const before = TABLE[step] as number;
      row[at] = before + (place - step) * ((TABLE[step + 1] as number) - before);
    }
  }
}
