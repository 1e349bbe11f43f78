/** Money in whole cents of the tenant's one currency. Euros exist only as text on screen and in files. */
export type Cents = number & { readonly unit: 'cents' };

/** Nothing, as money. */
export const ZERO_CENTS = 0 as Cents;

/**
 * The largest amount a person or a file may state for a single booking or plan cell: 9,999,999,999.99.
 * Far above any German municipal line, and small enough that nine thousand of them still add up exactly.
 */
export const MAX_AMOUNT_CENTS = 999_999_999_999 as Cents;

/** Marks a whole number as cents. Throws RangeError on fractions, NaN, Infinity and beyond 2^53 - 1; -0 becomes 0. */
export function cents(wholeCents: number): Cents {
  if (!Number.isSafeInteger(wholeCents))
    throw new RangeError(`Not a whole, exactly representable number of cents: ${wholeCents}`);
  return (wholeCents === 0 ? 0 : wholeCents) as Cents;
}

/** Adds amounts exactly. Throws RangeError when the sum leaves the exact range, never rounds. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = ZERO_CENTS;
  for (const amountCents of amounts) total = cents(total + amountCents);
  return total;
}

/** The opposite amount; the opposite of zero is zero. */
export function negateCents(amountCents: Cents): Cents {
  return cents(-amountCents);
}

/** The smaller of two amounts. */
export function minCents(first: Cents, second: Cents): Cents {
  return first < second ? first : second;
}

/**
 * `amountCents * numerator / denominator`, rounded once, half away from zero, without floating point.
 * Throws RangeError when the factors are not whole numbers or the denominator is not positive.
 */
export function scaleCents(amountCents: Cents, numerator: number, denominator: number): Cents {
  if (!Number.isSafeInteger(numerator)) throw new RangeError(`Numerator must be whole: ${numerator}`);
  if (!Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`Denominator must be whole and positive: ${denominator}`);
  }
  const exact = BigInt(amountCents) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const half = exact < 0n ? -divisor : divisor;
  return cents(Number((exact * 2n + half) / (divisor * 2n)));
}

/**
 * Splits an amount by weights with the largest remainder, so that the parts always sum to the whole (R23, T23).
 * Equal remainders go to the earlier part. Throws RangeError when weights are negative, fractional or all zero.
 */
export function splitCents(totalCents: Cents, weights: readonly number[]): Cents[] {
  const whole = weights.map(wholeWeight);
  const weightSum = whole.reduce((sum, weight) => sum + weight, 0n);
  if (weightSum === 0n) throw new RangeError('At least one weight must be positive.');

  const shares = whole.map((weight, index) => floorShare(BigInt(totalCents) * weight, weightSum, index));
  let rest = Number(BigInt(totalCents) - shares.reduce((sum, share) => sum + share.floor, 0n));
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (rest === 0) break;
    share.floor += 1n;
    rest -= 1;
  }
  return shares.map((share) => cents(Number(share.floor)));
}

function wholeWeight(weight: number): bigint {
  if (!Number.isSafeInteger(weight) || weight < 0)
    throw new RangeError(`Weight must be whole and not negative: ${weight}`);
  return BigInt(weight);
}

/** BigInt division truncates toward zero; the largest remainder method needs the floor, also below zero. */
function floorShare(
  exact: bigint,
  divisor: bigint,
  index: number,
): { floor: bigint; remainder: bigint; index: number } {
  const truncated = exact / divisor;
  const floor = exact % divisor < 0n ? truncated - 1n : truncated;
  return { floor, remainder: exact - floor * divisor, index };
}
