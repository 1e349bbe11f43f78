import { type Cents, cents, sumCents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import { yearProgress } from './months';
import {
  type EarlierYear,
  type ForecastFacts,
  type ForecastLight,
  forecastLight,
  sumForecasts,
  yearEndForecast,
} from './year-end-forecast';

const YEAR = fiscalYear(2026);
const euros = (...amounts: number[]): Cents[] => amounts.map((amount) => cents(amount * 100));
const months = (...amounts: number[]): Cents[] => [
  ...euros(...amounts),
  ...euros(...Array(12 - amounts.length).fill(0)),
];

const facts = (over: Partial<ForecastFacts>): ForecastFacts => ({
  fiscalYear: YEAR,
  asOf: plainDate('2026-06-30'),
  monthCents: months(1000, 1000, 1000, 1000, 1000, 1000),
  earlierYears: [],
  boundCents: cents(0),
  ...over,
});
const earlier = (...amounts: number[]): EarlierYear => ({
  fiscalYear: fiscalYear(2025),
  monthCents: euros(...amounts),
});
/** A licence bill in March, and little in every month. */
const LICENCES = earlier(100, 100, 8000, 100, 100, 100, 100, 100, 100, 100, 100, 1000);

describe('the forecast for the end of the year', () => {
  it('goes on at the rate of the days that have passed: 6,000.00 in 181 of 365 days come to 12,099.45', () => {
    const forecast = yearEndForecast(facts({}));
    expect([forecast.method, forecast.forecastCents]).toEqual(['rate', 1_209_945]);
    expect(forecast.byMethod).toEqual({ season: null, rate: 1_209_945, orders: 600_000 });
  });

  it('follows the season of earlier years before the rate: after the licence bill of March little more comes', () => {
    const forecast = yearEndForecast(
      facts({ asOf: plainDate('2026-03-31'), monthCents: months(110, 110, 8800), earlierYears: [LICENCES] }),
    );
    // 8,200.00 of 10,000.00 had been spent by then; 9,020.00 are spent now.
    expect([forecast.method, forecast.forecastCents]).toEqual(['season', 1_100_000]);
    expect(forecast.byMethod.rate).toBe(3_658_111);
  });

  it('takes all earlier years together, so that a small one does not weigh as much as a large one', () => {
    const small = earlier(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100);
    const large = earlier(500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500);
    // 3,000.00 of 6,100.00 by the end of June; 6,000.00 now.
    expect(yearEndForecast(facts({ earlierYears: [small, large] })).byMethod.season).toBe(1_220_000);
  });

  it('counts of a month that is not over as many days as have passed', () => {
    const even = earlier(310, 280, 310, 300, 310, 300, 310, 310, 300, 310, 300, 310);
    const forecast = yearEndForecast(
      facts({ asOf: plainDate('2026-02-14'), monthCents: months(310, 140), earlierYears: [even] }),
    );
    expect(forecast.forecastCents).toBe(365_000);
  });

  it('never says less than what is spent and ordered already', () => {
    const forecast = yearEndForecast(facts({ boundCents: cents(900_000) }));
    expect([forecast.method, forecast.forecastCents]).toEqual(['orders', 1_500_000]);
  });

  it('keeps the better method when it says the same as the orders or more', () => {
    expect(yearEndForecast(facts({ boundCents: cents(609_944) })).method).toBe('rate');
    expect(yearEndForecast(facts({ boundCents: cents(609_945) })).method).toBe('orders');
  });

  it.each<[string, Partial<ForecastFacts>]>([
    ['one bill in January says nothing about the year', { asOf: plainDate('2026-02-28'), monthCents: months(5000) }],
    ['two months are not a pace', { asOf: plainDate('2026-02-28'), monthCents: months(5000, 10) }],
    ['nothing is spent yet', { monthCents: months() }],
  ])('has no rate where %s', (_, over) => {
    const forecast = yearEndForecast(facts(over));
    expect([forecast.byMethod.rate, forecast.method]).toEqual([null, 'orders']);
    expect(forecast.forecastCents).toBe(forecast.spentCents);
  });

  it('has no season where earlier years had hardly begun by then, or came to nothing', () => {
    const late = earlier(10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000);
    const atFivePercent = earlier(50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 950);
    expect(yearEndForecast(facts({ earlierYears: [late] })).byMethod.season).toBeNull();
    expect(yearEndForecast(facts({ earlierYears: [atFivePercent] })).byMethod.season).toBe(12_000_000);
    expect(yearEndForecast(facts({ earlierYears: [earlier(...Array(12).fill(0))] })).byMethod.season).toBeNull();
  });

  it('puts the rest where earlier years had it, months that have passed as they were, all to the cent', () => {
    const forecast = yearEndForecast(
      facts({ asOf: plainDate('2026-03-31'), monthCents: months(110, 110, 8800), earlierYears: [LICENCES] }),
    );
    expect(forecast.expectedMonthCents).toEqual(euros(110, 110, 8800, 110, 110, 110, 110, 110, 110, 110, 110, 1100));
    expect(sumCents(forecast.expectedMonthCents)).toBe(forecast.forecastCents);
  });

  it('spreads the rest day by day without earlier years, and adds to the month that is not over', () => {
    const forecast = yearEndForecast(
      facts({ asOf: plainDate('2026-11-15'), monthCents: months(...Array(11).fill(100)), boundCents: cents(46_000) }),
    );
    expect(forecast.expectedMonthCents.slice(9)).toEqual(euros(100, 250, 310));
  });

  it('puts what is still bound on the last day into December', () => {
    const forecast = yearEndForecast(
      facts({ asOf: plainDate('2026-12-31'), monthCents: months(), boundCents: cents(500) }),
    );
    expect(forecast.expectedMonthCents.at(-1)).toBe(500);
  });

  it('ignores months in which earlier years got more back than they spent', () => {
    const refund = earlier(100, 100, 100, 100, 100, 100, -500, 100, 100, 100, 100, 100);
    const { expectedMonthCents } = yearEndForecast(facts({ earlierYears: [refund], boundCents: cents(50_000) }));
    expect(expectedMonthCents[6]).toBe(0);
    expect(expectedMonthCents[7]).toBe(10_000);
  });
});

describe('the light of a forecast', () => {
  const late = yearProgress(plainDate('2026-06-30'), YEAR);
  const early = yearProgress(plainDate('2026-04-29'), YEAR);
  it.each<[string, number, number | null, typeof late, ForecastLight]>([
    ['more than there is', 1001, 1000, late, 'short'],
    ['exactly what there is', 1000, 1000, late, 'tight'],
    ['95 percent', 950, 1000, late, 'tight'],
    ['a little less', 949, 1000, late, 'fits'],
    ['70 percent', 700, 1000, late, 'fits'],
    ['less than 70 percent', 699, 1000, late, 'slack'],
    ['little, early in the year', 699, 1000, early, 'fits'],
    ['nothing of nothing', 0, 0, late, 'fits'],
    ['something of nothing', 1, 0, late, 'short'],
    ['anything of an unknown authority', 1, null, late, 'unknown'],
  ])('%s', (_, forecast, authority, progress, light) => {
    expect(forecastLight(cents(forecast), authority === null ? null : cents(authority), progress)).toBe(light);
  });

  it('judges slack from day 120 on', () => {
    const day120 = yearProgress(plainDate('2026-04-30'), YEAR);
    expect(forecastLight(cents(1), cents(1000), day120)).toBe('slack');
  });
});

describe('forecasts together', () => {
  const part = (authority: number | null): Parameters<typeof sumForecasts>[0][number] => ({
    spentCents: cents(100),
    boundCents: cents(20),
    forecastCents: cents(300),
    authorityCents: authority === null ? null : cents(authority),
  });

  it('add up, for a pool as for a frame', () => {
    expect(sumForecasts([part(500), part(50)])).toEqual({
      spentCents: 200,
      boundCents: 40,
      forecastCents: 600,
      authorityCents: 550,
    });
  });

  it('T26 have no known authority where one of them has none', () => {
    expect(sumForecasts([part(500), part(null)]).authorityCents).toBeNull();
  });
});
