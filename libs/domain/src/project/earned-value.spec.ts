import fc from 'fast-check';
import { cents } from '../shared/cents';
import type { Ratio } from '../shared/ratio';
import { earnedValue, earnedValueOfSums, isBelow } from './earned-value';

const rounded = (ratio: Ratio | null, digits: number): string | null =>
  ratio === null ? null : (ratio.numerator / ratio.denominator).toFixed(digits);

describe('earned value (R25)', () => {
  it('T25 BAC 400,000, planned 60 %, done 45 %, AC 210,000', () => {
    const value = earnedValue({
      bacCents: cents(40_000_000),
      plannedBasisPoints: 6_000,
      doneBasisPoints: 4_500,
      actualCents: cents(21_000_000),
    });
    expect(value).toMatchObject({
      plannedValueCents: 24_000_000,
      earnedValueCents: 18_000_000,
      costVarianceCents: -3_000_000,
      scheduleVarianceCents: -6_000_000,
      estimateAtCompletionCents: 46_666_667,
      varianceAtCompletionCents: -6_666_667,
    });
    expect(rounded(value.cpi, 4)).toBe('0.8571');
    expect(value.cpi).toEqual({ numerator: 18_000_000, denominator: 21_000_000 });
    expect(rounded(value.spi, 2)).toBe('0.75');
    // (400,000 - 180,000) / (400,000 - 210,000)
    expect(value.tcpi).toEqual({ numerator: 22_000_000, denominator: 19_000_000 });
  });

  it('what needs a division by nothing is unknown, not 0', () => {
    const value = earnedValue({
      bacCents: cents(100_000),
      plannedBasisPoints: 0,
      doneBasisPoints: 0,
      actualCents: cents(0),
    });
    expect([value.cpi, value.spi, value.estimateAtCompletionCents, value.varianceAtCompletionCents]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(value.tcpi).toEqual({ numerator: 100_000, denominator: 100_000 });
  });

  it('money without anything to show for it: CPI is 0, and no end can be reckoned', () => {
    const value = earnedValue({
      bacCents: cents(100_000),
      plannedBasisPoints: 5_000,
      doneBasisPoints: 0,
      actualCents: cents(70_000),
    });
    expect([value.cpi?.numerator, value.estimateAtCompletionCents]).toEqual([0, null]);
  });

  it('work that has cost nothing has no rate yet', () => {
    const value = earnedValue({
      bacCents: cents(100_000),
      plannedBasisPoints: 5_000,
      doneBasisPoints: 5_000,
      actualCents: cents(0),
    });
    expect([value.cpi, value.estimateAtCompletionCents]).toEqual([null, null]);
  });

  it('a rate at which the city would be bankrupt first says nothing about an end', () => {
    const hardly = { bacCents: cents(27_022), plannedBasisPoints: 0, doneBasisPoints: 1 };
    expect(earnedValue({ ...hardly, actualCents: cents(999_985_114_508) }).estimateAtCompletionCents).toBeNull();
  });

  it('a budget that is spent leaves no rate to keep', () => {
    const facts = { bacCents: cents(100), plannedBasisPoints: 10_000, doneBasisPoints: 9_000 };
    expect(earnedValue({ ...facts, actualCents: cents(100) }).tcpi).toBeNull();
    expect(earnedValue({ ...facts, actualCents: cents(120) }).tcpi).toBeNull();
  });

  it('a programme adds up its projects and reckons the rates anew', () => {
    const [a, b] = [
      earnedValue({
        bacCents: cents(100),
        plannedBasisPoints: 10_000,
        doneBasisPoints: 5_000,
        actualCents: cents(100),
      }),
      earnedValue({ bacCents: cents(300), plannedBasisPoints: 0, doneBasisPoints: 5_000, actualCents: cents(50) }),
    ];
    const sum = earnedValueOfSums({
      bacCents: cents(a.bacCents + b.bacCents),
      plannedValueCents: cents(a.plannedValueCents + b.plannedValueCents),
      earnedValueCents: cents(a.earnedValueCents + b.earnedValueCents),
      actualCents: cents(a.actualCents + b.actualCents),
    });
    expect(sum).toMatchObject({ cpi: { numerator: 200, denominator: 150 }, spi: { numerator: 200, denominator: 100 } });
    expect(sum.estimateAtCompletionCents).toBe(300);
  });

  it('whatever the figures, PV and EV lie between nothing and the budget, and the variances agree with them', () => {
    const share = fc.integer({ min: 0, max: 10_000 });
    const money = fc.integer({ min: 0, max: 10 ** 12 }).map(cents);
    fc.assert(
      fc.property(money, share, share, money, (bacCents, plannedBasisPoints, doneBasisPoints, actualCents) => {
        const value = earnedValue({ bacCents, plannedBasisPoints, doneBasisPoints, actualCents });
        expect(value.plannedValueCents).toBeLessThanOrEqual(bacCents);
        expect(value.earnedValueCents).toBeGreaterThanOrEqual(0);
        expect(value.costVarianceCents + value.actualCents).toBe(value.earnedValueCents);
        expect(value.scheduleVarianceCents + value.plannedValueCents).toBe(value.earnedValueCents);
      }),
    );
  });

  it.each<[string, number, number, number, boolean]>([
    ['just below', 94, 100, 9_500, true],
    ['exactly the limit is not below', 95, 100, 9_500, false],
    ['above', 96, 100, 9_500, false],
    ['amounts whose product leaves 2^53', 9_499_999_999_999, 10_000_000_000_000, 9_500, true],
  ])('%s', (_, numerator, denominator, limit, expected) => {
    expect(isBelow({ numerator, denominator }, limit)).toBe(expected);
  });
});
