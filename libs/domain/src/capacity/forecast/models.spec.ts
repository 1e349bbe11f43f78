import { backtest, conformalFactor } from './backtest';
import { COMBINED } from './combined';
import { DAMPED_TREND } from './damped-trend';
import { type ForecastModel, averageOf } from './model';
import { SEASONAL_NAIVE } from './seasonal-naive';
import { SEASONAL_SMOOTHING } from './seasonal-smoothing';
import { isSeasonal, seasonOf, withoutSeason } from './seasonality';
import { LEVEL_SMOOTHING } from './short-history';
import { smooth } from './smoothing';
import { THETA } from './theta';

/** A city's counter: a level that grows, busy in summer, a little noise that is always the same. */
const INDEX = [0.8, 0.85, 1, 1.05, 1.1, 1.3, 1.35, 1.2, 1, 0.9, 0.8, 0.65];
/** From -0.5 to 0.5, always the same for a month and without a pattern over months. */
function noise(at: number): number {
  let mixed = Math.imul(at + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32 - 0.5;
}
const counter = (months: number, growth = 0, roughness = 0): number[] =>
  Array.from(
    { length: months },
    (_, at) => (1_000 + growth * at) * (INDEX[at % 12] ?? 1) * (1 + roughness * noise(at)),
  );
const MODELS: ForecastModel[] = [THETA, DAMPED_TREND, SEASONAL_SMOOTHING, COMBINED, SEASONAL_NAIVE];

describe('every model', () => {
  it.each(MODELS)('$name goes on with a season that never changes', (model) => {
    const { points, errors } = model.forecast(counter(60), 14);
    points.forEach((point, at) => expect(point).toBeCloseTo(1_000 * (INDEX[at % 12] ?? 1), 4));
    errors.forEach((error) => expect(error).toBeLessThan(1));
  });

  it.each(MODELS)('$name of a desk where never anything comes is nothing', (model) => {
    const { points } = model.forecast(Array(48).fill(0), 3);
    points.forEach((point) => expect(point).toBeCloseTo(0, 9));
  });

  it.each(MODELS)('$name bears months without any case', (model) => {
    const closed = counter(60).map((value, at) => (at % 12 === 11 ? 0 : value));
    const { points, errors } = model.forecast(closed, 12);
    expect([...points, ...errors].every(Number.isFinite)).toBe(true);
    expect(points[11]).toBeLessThan(100);
  });

  it.each([THETA, DAMPED_TREND, COMBINED])('$name sees a trend, and does not run away with it', (model) => {
    const grown = counter(60, 10);
    const next = model.forecast(grown, 12).points.reduce((sum, one) => sum + one, 0);
    const lastYear = grown.slice(48).reduce((sum, one) => sum + one, 0);
    expect(next).toBeGreaterThan(lastYear * 1.02);
    expect(next).toBeLessThan(lastYear * 1.12);
  });

  it.each(MODELS)('$name is less sure of what is farther away', (model) => {
    const { errors } = model.forecast(counter(72, 2, 0.3), 24);
    expect(errors[23]).toBeGreaterThanOrEqual(errors[11] ?? NaN);
  });
});

describe('seasons', () => {
  it('are believed where the series shows them', () => {
    expect(isSeasonal(counter(60, 0, 0.1))).toBe(true);
    expect(isSeasonal(Array.from({ length: 60 }, (_, at) => 1_000 + 500 * noise(at)))).toBe(false);
    expect(isSeasonal(Array(60).fill(5))).toBe(false);
    expect(isSeasonal(counter(24))).toBe(false);
  });

  it('are divided out, or taken off where a month has no cases', () => {
    expect(seasonOf(counter(48)).kind).toBe('multiplicative');
    const closed = counter(48).map((value, at) => (at % 12 === 11 ? 0 : value));
    const season = seasonOf(closed);
    expect(season.kind).toBe('additive');
    const flat = withoutSeason(closed, season);
    flat.forEach((value) => expect(value).toBeCloseTo(flat[0] ?? NaN, 6));
  });
});

describe('smoothing', () => {
  it('finds that a series without memory is its mean, and that one that wanders is its last value', () => {
    const noisy = Array.from({ length: 200 }, (_, at) => 100 + 40 * noise(at * 13 + 5));
    expect(smooth(noisy).alpha).toBeLessThan(0.1);
    const steps = Array.from({ length: 60 }, (_, at) => (at < 30 ? 100 : 200));
    expect(smooth(steps)).toMatchObject({ level: expect.closeTo(200, 1) });
    expect(smooth(steps).alpha).toBeGreaterThan(0.9);
  });

  it('a level has no trend', () => {
    expect(new Set(LEVEL_SMOOTHING.forecast([10, 12, 11, 13, 12, 11], 5).points).size).toBe(1);
  });
});

describe('the test on the series itself', () => {
  it('shows every model only what lay before', () => {
    const seen: number[] = [];
    const spy: ForecastModel = {
      name: 'spy',
      minHistory: 1,
      forecast: (history, horizon) => (seen.push(history.length), THETA.forecast(history, horizon)),
    };
    const series = counter(60, 3, 0.2);
    const test = backtest(spy, series, 12);
    expect(seen).toEqual(Array.from({ length: 30 }, (_, at) => 30 + at));
    // Eighteen origins with a whole year behind them, then one month less each.
    expect([test?.origins, test?.scores.length]).toEqual([30, 19 * 12 + (11 * 12) / 2]);
  });

  it('last year’s months against themselves are as good as themselves', () => {
    const test = backtest(SEASONAL_NAIVE, counter(60, 3, 0.2), 12);
    expect(test?.mase).toBe(test?.naiveMase);
  });

  it('needs more than two years, and months that change', () => {
    expect([backtest(THETA, counter(27), 12), backtest(THETA, Array(60).fill(3), 12)]).toEqual([null, null]);
  });

  it('the band takes the next value as one more: of nineteen errors the largest is the 95 %', () => {
    const scores = Array.from({ length: 19 }, (_, at) => at + 1);
    const test = { origins: 1, mase: 1, naiveMase: 1, worst: 9, scores };
    expect([0.5, 0.8, 0.95].map((share) => conformalFactor(test, share))).toEqual([10, 16, 19]);
    expect(conformalFactor({ ...test, scores: [] }, 0.8)).toBeNull();
  });
});

it('the mean of models is the mean of what they say, and needs what the hungriest needs', () => {
  const fixed = (name: string, point: number, minHistory: number): ForecastModel => ({
    name,
    minHistory,
    forecast: () => ({ points: [point], errors: [point / 10] }),
  });
  const both = averageOf('both', [fixed('a', 10, 3), fixed('b', 20, 25)]);
  expect([both.forecast([], 1), both.minHistory]).toEqual([{ points: [15], errors: [1.5] }, 25]);
});
