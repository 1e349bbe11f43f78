import fc from 'fast-check';
import { type Cents, cents, minCents, negateCents, scaleCents, splitCents, sumCents } from './cents';

const anyCents = fc.maxSafeInteger().map(cents);

describe('cents', () => {
  it.each([0.1, NaN, Infinity, -Infinity, 2 ** 53, 1e21])('refuses %p: money is whole cents and exact', (value) => {
    expect(() => cents(value)).toThrow(RangeError);
    expect(() => cents(value)).toThrow('Not a whole, exactly representable number of cents');
  });

  it('knows no minus zero', () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(Object.is(negateCents(cents(0)), 0)).toBe(true);
    expect(negateCents(cents(5))).toBe(-5);
    expect(cents(-7)).toBe(-7);
  });

  it('sums exactly and stops before a sum gets inexact', () => {
    expect(sumCents([])).toBe(0);
    expect(sumCents([10, 20, -5].map(cents))).toBe(25);
    expect(() => sumCents([cents(Number.MAX_SAFE_INTEGER), cents(1)])).toThrow(RangeError);
  });

  it('finds the smaller amount', () => {
    expect(minCents(cents(1), cents(2))).toBe(1);
    expect(minCents(cents(2), cents(1))).toBe(1);
  });
});

describe('splitting by largest remainder (R23)', () => {
  it('T23 3,500,000 in twelve months: 8 x 291,666.67 and 4 x 291,666.66, sum exact', () => {
    const months = splitCents(cents(350_000_000), Array<number>(12).fill(1));
    expect(months).toEqual([...Array<number>(8).fill(29_166_667), ...Array<number>(4).fill(29_166_666)]);
    expect(sumCents(months)).toBe(350_000_000);
  });

  it('T23 100 euro in twelve months sum to 100.00', () => {
    expect(sumCents(splitCents(cents(10_000), Array<number>(12).fill(1)))).toBe(10_000);
  });

  it('T17d a global reduction of 11,000,000 over seven sub-budgets: 1 x 1,571,428.58 and 6 x 1,571,428.57', () => {
    const parts = splitCents(cents(1_100_000_000), Array<number>(7).fill(1));
    expect(parts).toEqual([157_142_858, ...Array<number>(6).fill(157_142_857)]);
  });

  it.each<[string, number, number[], number[]]>([
    ['equal remainders go to the earlier part', 100, [1, 1, 1], [34, 33, 33]],
    ['the largest remainders win', 10, [1, 2, 4], [1, 3, 6]],
    ['a weight of zero gets nothing', 5, [0, 1], [0, 5]],
    ['a reduction is split the same way', -20, [100, 100], [-10, -10]],
    ['a reduction that does not divide loses no cent', -100, [1, 1, 1], [-33, -33, -34]],
    [
      'amounts far beyond 2^53 in the product stay exact',
      9_007_199_254_740_991,
      [3, 7],
      [2_702_159_776_422_297, 6_305_039_478_318_694],
    ],
  ])('%s', (_, total, weights, parts) => {
    expect(splitCents(cents(total), weights)).toEqual(parts);
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[0.5, 1]], [[NaN]]])('refuses weights %p', (weights) => {
    expect(() => splitCents(cents(100), weights)).toThrow(RangeError);
  });

  it('says what is wrong with the weights', () => {
    expect(() => splitCents(cents(100), [0])).toThrow('At least one weight must be positive.');
    expect(() => splitCents(cents(100), [-1])).toThrow('Weight must be whole and not negative: -1');
  });

  it('loses no cent, whatever the weights; no part is more than a cent off its share', () => {
    const weights = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 20 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }).map(cents), weights, (total: Cents, list) => {
        const parts = splitCents(total, list);
        expect(sumCents(parts)).toBe(total);
        const sum = list.reduce((a, b) => a + b, 0);
        parts.forEach((part, index) => expect(Math.abs(part - (total * (list[index] ?? 0)) / sum)).toBeLessThan(1.001));
      }),
    );
  });
});

describe('scaling with one rounding', () => {
  it.each<[string, number, number, number, number]>([
    ['half a cent rounds away from zero', 1, 1, 2, 1],
    ['and below zero too', -1, 1, 2, -1],
    ['less than half goes', 100, 1, 3, 33],
    ['more than half comes', 200, 1, 3, 67],
    ['below zero more than half comes', -200, 1, 3, -67],
    ['10 % of 3,500,000', 350_000_000, 10, 100, 35_000_000],
    ['a product beyond 2^53 stays exact', 999_999_999_999, 365, 366, 997_267_759_562],
    ['zero stays zero', 0, 5, 7, 0],
    ['a negative factor', 300, -1, 3, -100],
  ])('%s', (_, amount, numerator, denominator, expected) => {
    expect(scaleCents(cents(amount), numerator, denominator)).toBe(expected);
  });

  it('refuses factors that are not whole', () => {
    expect(() => scaleCents(cents(1), 0.5, 1)).toThrow('Numerator must be whole');
    expect(() => scaleCents(cents(1), 1, 0)).toThrow('Denominator must be whole and positive');
    expect(() => scaleCents(cents(1), 1, -2)).toThrow(RangeError);
    expect(() => scaleCents(cents(1), 1, 1.5)).toThrow(RangeError);
  });

  it('by one is the amount itself', () => {
    fc.assert(fc.property(anyCents, (amount) => scaleCents(amount, 1, 1) === amount));
  });
});
