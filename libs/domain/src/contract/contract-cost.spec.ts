import { cents, sumCents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import type { ContractFacts, ContractPrice, ContractTerm } from './contract';
import {
  boundPerYear,
  costPerYear,
  freedByNotice,
  paymentsPerYear,
  priceChanges,
  priceAt,
  type YearCents,
  yearlyPriceAt,
} from './contract-cost';

const day = plainDate;
const term = (wish: Partial<ContractTerm> = {}): ContractTerm => ({
  startsOn: day('2026-01-01'),
  endsOn: null,
  minimumMonths: null,
  notice: { length: 3, unit: 'months', to: 'year_end' },
  renewalMonths: null,
  stoppedOn: null,
  ...wish,
});
/** Gross euros for one unit, unless said otherwise. */
const price = (euros: number, wish: Partial<ContractPrice> = {}): ContractPrice => ({
  quantity: 1,
  unitPriceMicros: euros * 1_000_000,
  period: 'year',
  basis: 'gross',
  vatBasisPoints: 1900,
  proration: 'month',
  rhythm: 'yearly',
  steps: [],
  indexation: null,
  ...wish,
});
const until = (facts: ContractFacts, year: number): Record<number, number> =>
  Object.fromEntries(costPerYear(facts, fiscalYear(year)));
const plain = (years: YearCents): Record<number, number> => Object.fromEntries(years);

describe('cost of a contract by fiscal year', () => {
  it('T27 120,000 in 2026 and 3 % more each year are 637,096.30 for 2026 to 2030, to the cent', () => {
    const facts = {
      term: term(),
      price: price(120_000, { indexation: { basisPoints: 300, firstOn: day('2027-01-01') } }),
    };
    const years = costPerYear(facts, fiscalYear(2030));
    expect(plain(years)).toEqual({
      2026: 12_000_000,
      2027: 12_360_000,
      2028: 12_730_800,
      2029: 13_112_724,
      2030: 13_506_106,
    });
    expect(sumCents(years.values())).toBe(63_709_630);
  });

  it('T20b a licence of 36,000 for 36 months from October costs 3,000 / 12,000 / 12,000 / 9,000 and is paid in 2026', () => {
    const facts = {
      term: term({ startsOn: day('2026-10-01'), endsOn: day('2029-09-30'), notice: null }),
      price: price(36_000, { period: 'term', rhythm: 'once' }),
    };
    expect(until(facts, 2035)).toEqual({ 2026: 300_000, 2027: 1_200_000, 2028: 1_200_000, 2029: 900_000 });
    expect(plain(paymentsPerYear(facts, fiscalYear(2035)))).toEqual({ 2026: 3_600_000 });
    expect(plain(paymentsPerYear(facts, fiscalYear(2026)))).toEqual({ 2026: 3_600_000 });
  });

  it('T19 the product is rounded once: 40 at 990.00 net with 19 % are 47,124.00', () => {
    expect(priceAt(price(990, { quantity: 40, basis: 'net' }), day('2026-01-01'))).toBe(4_712_400);
  });

  it('keeps fractions of a cent until the product: 100,001 minutes at 0.0049 net are 583.11', () => {
    const minutes = price(0, { quantity: 100_001, unitPriceMicros: 4_900, basis: 'net' });
    expect(priceAt(minutes, day('2026-01-01'))).toBe(58_311);
    // Rounded before the product a minute would cost nothing.
    expect(priceAt({ ...minutes, quantity: 1 }, day('2026-01-01'))).toBe(1);
  });

  it('divides by months of the contract: from 15 March ten of twelve begin in the first year', () => {
    const facts = { term: term({ startsOn: day('2026-03-15'), endsOn: day('2027-03-14') }), price: price(12_000) };
    expect(until(facts, 2030)).toEqual({ 2026: 1_000_000, 2027: 200_000 });
  });

  it('divides by days where the contract says so: 292 and 73 of 365', () => {
    const facts = {
      term: term({ startsOn: day('2026-03-15'), endsOn: day('2027-03-14') }),
      price: price(12_000, { proration: 'day' }),
    };
    expect(until(facts, 2030)).toEqual({ 2026: 960_000, 2027: 240_000 });
  });

  it('loses no cent when a price does not divide: three years of 100.00 from August are 300.00', () => {
    for (const proration of ['month', 'day'] as const) {
      const facts = {
        term: term({ startsOn: day('2026-08-01'), endsOn: day('2029-07-31') }),
        price: price(100, { proration }),
      };
      expect(sumCents(costPerYear(facts, fiscalYear(2040)).values())).toBe(30_000);
    }
  });

  it('a price a month counts by months; a new price and a new quantity hold from their day', () => {
    const facts = {
      term: term({ startsOn: day('2026-01-01') }),
      price: price(10, {
        period: 'month',
        quantity: 100,
        rhythm: 'monthly',
        steps: [{ validFrom: day('2026-07-01'), quantity: 120, unitPriceMicros: 11_500_000 }],
      }),
    };
    expect(until(facts, 2027)).toEqual({ 2026: 6 * 100_000 + 6 * 138_000, 2027: 12 * 138_000 });
    expect(yearlyPriceAt(facts.price, day('2026-06-30'))).toBe(1_200_000);
    expect(yearlyPriceAt(facts.price, day('2026-07-01'))).toBe(1_656_000);
  });

  it('a step within a period cuts it, by days to the day', () => {
    const steps = [{ validFrom: day('2026-07-02'), quantity: 1, unitPriceMicros: 730_000_000 }];
    expect(until({ term: term(), price: price(365, { proration: 'day', steps }) }, 2026)).toEqual({
      2026: 182 * 100 + 183 * 200,
    });
    // By months July has begun at the old price.
    expect(until({ term: term(), price: price(1200, { steps }) }, 2026)).toEqual({ 2026: 7 * 10_000 + 30_417 });
  });

  it('the index goes on from a new price, and not on the day it was agreed', () => {
    const facts = {
      term: term(),
      price: price(1000, {
        indexation: { basisPoints: 1000, firstOn: day('2027-01-01') },
        steps: [{ validFrom: day('2028-01-01'), quantity: 1, unitPriceMicros: 2_000_000_000 }],
      }),
    };
    expect(until(facts, 2029)).toEqual({ 2026: 100_000, 2027: 110_000, 2028: 200_000, 2029: 220_000 });
  });

  it('tells every price from its day: agreed, by step, by index', () => {
    const changes = priceChanges(
      {
        term: term({ startsOn: day('2026-07-01') }),
        price: price(1000, {
          indexation: { basisPoints: 1000, firstOn: day('2027-07-01') },
          steps: [{ validFrom: day('2028-07-01'), quantity: 2, unitPriceMicros: 900_000_000 }],
        }),
      },
      fiscalYear(2029),
    );
    expect(changes.map(({ from, why, yearlyCents }) => [from, why, yearlyCents])).toEqual([
      ['2026-07-01', 'start', 100_000],
      ['2027-07-01', 'index', 110_000],
      ['2028-07-01', 'step', 180_000],
      ['2029-07-01', 'index', 198_000],
    ]);
  });

  it('pays at the beginning of each rhythm: a year from July is paid in July, quarters fall into both years', () => {
    const yearly = { term: term({ startsOn: day('2026-07-01'), endsOn: day('2028-06-30') }), price: price(1200) };
    expect(plain(paymentsPerYear(yearly, fiscalYear(2030)))).toEqual({ 2026: 120_000, 2027: 120_000 });
    expect(plain(paymentsPerYear(yearly, fiscalYear(2026)))).toEqual({ 2026: 120_000 });
    const quarterly = { ...yearly, price: price(1200, { rhythm: 'quarterly' }) };
    expect(plain(paymentsPerYear(quarterly, fiscalYear(2030)))).toEqual({ 2026: 60_000, 2027: 120_000, 2028: 60_000 });
    const monthly = { ...yearly, price: price(100, { period: 'month', rhythm: 'yearly' }) };
    expect(plain(paymentsPerYear(monthly, fiscalYear(2026)))).toEqual({ 2026: 120_000 });
    const halves = {
      term: term({ startsOn: day('2026-11-01'), endsOn: day('2027-10-31') }),
      price: price(1200, { rhythm: 'half_yearly' }),
    };
    expect(plain(paymentsPerYear(halves, fiscalYear(2030)))).toEqual({ 2026: 60_000, 2027: 60_000 });
  });

  it('costs nothing before it begins and after it was stopped', () => {
    const facts = { term: term({ startsOn: day('2027-01-01'), stoppedOn: day('2028-03-31') }), price: price(1200) };
    expect(until(facts, 2026)).toEqual({});
    expect(until(facts, 2035)).toEqual({ 2027: 120_000, 2028: 30_000 });
  });
});

describe('bound and free', () => {
  const facts = { term: term(), price: price(1200) };

  it('binds until the earliest end that can be reached: today 2026, notice until 30.09.2026 for the end of the year', () => {
    expect(plain(boundPerYear(facts, day('2026-09-30'), fiscalYear(2029)))).toEqual({ 2026: 120_000 });
    expect(plain(boundPerYear(facts, day('2026-10-01'), fiscalYear(2029)))).toEqual({ 2026: 120_000, 2027: 120_000 });
  });

  it('leap 4: notice for an end gives back what would have been expected after it', () => {
    const notice = { noticeBy: day('2027-09-30'), endsOn: day('2027-12-31') };
    expect(plain(freedByNotice(facts, notice, fiscalYear(2029)))).toEqual({ 2028: 120_000, 2029: 120_000 });
  });

  it('gives nothing back where the contract ends anyway', () => {
    const ending = { ...facts, term: term({ endsOn: day('2027-12-31'), notice: null }) };
    const notice = { noticeBy: day('2027-09-30'), endsOn: day('2027-12-31') };
    expect(plain(freedByNotice(ending, notice, fiscalYear(2029)))).toEqual({});
    expect(plain(boundPerYear(ending, day('2026-05-01'), fiscalYear(2029)))).toEqual({ 2026: 120_000, 2027: 120_000 });
  });

  it('money stays whole cents', () => {
    expect(cents(120_000)).toBe(priceAt(facts.price, day('2030-01-01')));
  });
});
