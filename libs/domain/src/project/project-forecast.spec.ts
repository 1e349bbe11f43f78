import { cents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import { type ForecastFacts, forecastProject, restRange, triangular } from './project-forecast';

/** A small generator that always tells the same story. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const day = plainDate;
const facts = (changes: Partial<ForecastFacts> = {}): ForecastFacts => ({
  today: day('2026-10-05'),
  plannedEnd: day('2026-12-31'),
  milestones: [{ earliestOn: day('2026-12-01'), likelyOn: day('2026-12-31'), latestOn: day('2027-06-30') }],
  spentCents: cents(21_000_000),
  rest: { lowCents: cents(22_000_000), likelyCents: cents(25_666_667), highCents: cents(30_800_000) },
  risks: [],
  ...changes,
});

describe('forecast of finish and cost (Monte Carlo)', () => {
  it('the same seed gives the same forecast, another one nearly the same', () => {
    const first = forecastProject(facts(), seeded(1));
    expect(forecastProject(facts(), seeded(1))).toEqual(first);
    const second = forecastProject(facts(), seeded(2));
    expect(Math.abs(second.cost.p50Cents - first.cost.p50Cents)).toBeLessThan(100_000);
  });

  it('P50 lies in the range and P80 not below it', () => {
    const { finish, cost } = forecastProject(facts(), seeded(7));
    expect([finish.p50 >= '2026-12-31', finish.p50 < '2027-06-30', finish.p80 >= finish.p50]).toEqual([
      true,
      true,
      true,
    ]);
    expect(cost.p50Cents).toBeGreaterThan(43_000_000);
    expect(cost.p80Cents).toBeGreaterThan(cost.p50Cents);
    expect(cost.p80Cents).toBeLessThan(51_800_000);
  });

  it('the median is the median of the triangle', () => {
    const { finish } = forecastProject(facts(), seeded(3), 20_000);
    // 211 days wide, from day 57; exactly half of the area lies left of it.
    const median = day('2027-02-12');
    const exact = Math.round(triangular(57, 87, 268, 0.5));
    expect(exact).toBe(130);
    expect(Math.abs(Date.parse(finish.p50) - Date.parse(median)) / 86_400_000).toBeLessThan(5);
  });

  it('what is certain stays certain', () => {
    const certain = facts({
      milestones: [],
      rest: { lowCents: cents(100), likelyCents: cents(100), highCents: cents(100) },
      spentCents: cents(900),
    });
    expect(forecastProject(certain, seeded(1), 10)).toEqual({
      runs: 10,
      finish: { p50: '2026-12-31', p80: '2026-12-31' },
      cost: { p50Cents: 1_000, p80Cents: 1_000 },
    });
  });

  it('a risk of 60 % counts in P50 and P80, one of 30 % in P80 alone', () => {
    const risk = (probabilityBasisPoints: number) => ({
      probabilityBasisPoints,
      lowCents: cents(500),
      likelyCents: cents(500),
      highCents: cents(500),
      delayDays: 40,
    });
    const base = { milestones: [], rest: { lowCents: cents(0), likelyCents: cents(0), highCents: cents(0) } };
    const both = forecastProject(facts({ ...base, risks: [risk(6_000)] }), seeded(5));
    const one = forecastProject(facts({ ...base, risks: [risk(3_000)] }), seeded(5));
    expect([both.cost.p50Cents, both.finish.p50]).toEqual([21_000_500, '2027-02-09']);
    expect([one.cost.p50Cents, one.cost.p80Cents, one.finish.p50, one.finish.p80]).toEqual([
      21_000_000,
      21_000_500,
      '2026-12-31',
      '2027-02-09',
    ]);
  });

  it('a milestone whose days are over is reached today at the earliest', () => {
    const past = [{ earliestOn: day('2026-08-01'), likelyOn: day('2026-08-15'), latestOn: day('2026-09-01') }];
    expect(forecastProject(facts({ milestones: past }), seeded(1), 5).finish.p80).toBe('2026-10-05');
  });
});

describe('what the rest costs', () => {
  it('T25 from 220,000.00 as planned to 256,666.67 at the present rate', () => {
    expect(restRange(cents(40_000_000), cents(18_000_000), cents(46_666_667), cents(21_000_000))).toEqual({
      lowCents: 22_000_000,
      likelyCents: 25_666_667,
      highCents: 30_800_000,
    });
  });

  it('work that is cheaper than planned is likely to cost what was planned', () => {
    expect(restRange(cents(1_000), cents(500), cents(800), cents(400))).toMatchObject({
      lowCents: 400,
      likelyCents: 500,
    });
  });

  it('without a rate it is what was planned', () => {
    expect(restRange(cents(1_000), cents(0), null, cents(300))).toMatchObject({ lowCents: 1_000, likelyCents: 1_000 });
  });
});

it.each([
  [0, 10, 20, 0, 0],
  [0, 10, 20, 0.5, 10],
  [0, 10, 20, 0.125, 5],
  [0, 0, 10, 0, 0],
  [5, 5, 5, 0.7, 5],
])('a triangle from %d over %d to %d at %d is %d', (low, likely, high, u, expected) => {
  expect(triangular(low, likely, high, u)).toBeCloseTo(expected, 9);
});
