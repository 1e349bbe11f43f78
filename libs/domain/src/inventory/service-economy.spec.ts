import { type Cents, cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import { checkEconomy, type EconomyCase, efaFeeOf } from './service-economy';

/** Own form: 40,000 once and 6,000 a year. EfA: 10,000 once, 2,000 a year until the joint funding ends with June 2028, then 18,000. */
const CASE: EconomyCase = {
  firstYear: fiscalYear(2027),
  years: 5,
  own: { buildCents: cents(4_000_000), yearlyCents: cents(600_000) },
  efa: {
    connectionCents: cents(1_000_000),
    feeCents: cents(200_000),
    fundingEndsOn: plainDate('2028-06-30'),
    feeAfterCents: cents(1_800_000),
  },
};

describe('own form against EfA', () => {
  it('compares year by year, with the fee after the joint funding', () => {
    const result = checkEconomy(CASE);
    expect(result.years.map(({ fiscalYear: year, ownCents, efaCents }) => [year, ownCents, efaCents])).toEqual([
      [2027, 4_600_000, 1_200_000],
      [2028, 600_000, 1_000_000],
      [2029, 600_000, 1_800_000],
      [2030, 600_000, 1_800_000],
      [2031, 600_000, 1_800_000],
    ]);
    expect([result.ownCents, result.efaCents, result.verdict, result.dearerFrom]).toEqual([
      7_000_000,
      7_600_000,
      'own_cheaper',
      2028,
    ]);
  });

  it('looks at as many years as asked: over four years EfA is the cheaper way', () => {
    const result = checkEconomy({ ...CASE, years: 4 });
    expect([result.ownCents, result.efaCents, result.verdict]).toEqual([6_400_000, 5_800_000, 'efa_cheaper']);
  });

  it('the year in which the funding ends is divided by months and rounded once', () => {
    const efa = {
      ...CASE.efa,
      feeCents: cents(100_000),
      feeAfterCents: cents(100_100),
      fundingEndsOn: plainDate('2028-07-15'),
    };
    expect(efaFeeOf(efa, fiscalYear(2028))).toBe(100_042);
    expect(efaFeeOf({ ...efa, fundingEndsOn: plainDate('2028-12-31') }, fiscalYear(2028))).toBe(100_000);
    expect(efaFeeOf({ ...efa, fundingEndsOn: null }, fiscalYear(2040))).toBe(100_000);
  });

  it.each<[string, Partial<EconomyCase>]>([
    ['what connecting costs', { efa: { ...CASE.efa, connectionCents: null } }],
    ['the fee after the joint funding', { efa: { ...CASE.efa, feeAfterCents: null } }],
    ['the fee while it is funded', { efa: { ...CASE.efa, feeCents: null } }],
    ['what the own form costs', { own: { buildCents: null, yearlyCents: cents(600_000) } }],
  ])('R26 %s is not known: the verdict stays open and no total is made up', (_, change) => {
    const result = checkEconomy({ ...CASE, ...change });
    expect(result.verdict).toBe('unknown');
    expect([result.ownCents, result.efaCents]).toContain(null);
  });

  it('an unknown fee after the funding does not matter before it ends', () => {
    const efa = { ...CASE.efa, feeAfterCents: null, fundingEndsOn: plainDate('2031-12-31') };
    expect(checkEconomy({ ...CASE, efa })).toMatchObject({
      efaCents: 2_000_000,
      verdict: 'efa_cheaper',
      dearerFrom: null,
    });
  });

  it('the same cost on both sides speaks for neither', () => {
    const both: Cents = cents(100);
    const result = checkEconomy({
      ...CASE,
      own: { buildCents: both, yearlyCents: both },
      efa: { connectionCents: both, feeCents: both, fundingEndsOn: null, feeAfterCents: null },
    });
    expect([result.verdict, result.dearerFrom]).toEqual(['equal', null]);
  });
});
