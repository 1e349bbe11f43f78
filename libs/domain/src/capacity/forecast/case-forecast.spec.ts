import { type CaseForecast, forecastCases, forecastPoints } from './case-forecast';
import type { ForecastModel } from './model';
import { renewals } from './renewal';
import { countOutlook, countQuantile } from './short-history';

const INDEX = [0.8, 0.85, 1, 1.05, 1.1, 1.3, 1.35, 1.2, 1, 0.9, 0.8, 0.65];
/** From -0.5 to 0.5, always the same for a month and without a pattern over months. */
function noise(at: number): number {
  let mixed = Math.imul(at + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32 - 0.5;
}
const counter = (months: number, roughness = 0.2): number[] =>
  Array.from({ length: months }, (_, at) => Math.round(1_000 * (INDEX[at % 12] ?? 1) * (1 + roughness * noise(at))));
const forecast = (
  history: (number | null)[],
  changes: Partial<Parameters<typeof forecastCases>[0]> = {},
): CaseForecast => {
  const found = forecastCases({ history, horizon: 12, ...changes });
  if (found === null) throw new Error('Nothing was forecast.');
  return found;
};

describe('the length of the history decides', () => {
  it.each([
    [1, 'mean', ['short_history', 'not_tested']],
    [11, 'mean', ['short_history', 'not_tested']],
    [12, 'level_smoothing', ['short_history', 'not_tested']],
    [23, 'level_smoothing', ['short_history', 'not_tested']],
    [24, 'seasonal_naive', ['short_history', 'not_tested']],
    [35, 'seasonal_naive', ['short_history', 'not_tested']],
    [36, 'theta_combined', []],
    [72, 'theta_combined', []],
  ])('%d months: %s', (months, method, warnings) => {
    expect(forecast(counter(months))).toMatchObject({ method, warnings });
  });

  it('no history is not zero cases', () => {
    expect(forecastCases({ history: [], horizon: 3 })).toBeNull();
    expect(forecastCases({ history: [5, null], horizon: 3 })).toBeNull();
  });

  it('a month without a number is not 0: what lies before it is left out, and that is said', () => {
    const history = [...counter(40), null, ...counter(36)];
    expect(forecast(history)).toEqual({ ...forecast(counter(36)), warnings: ['gap_in_history'] });
  });

  it('months before the first number are no gap', () => {
    expect(forecast([null, null, ...counter(36)]).warnings).toEqual([]);
  });

  it('points alone follow the same rule', () => {
    expect(forecastPoints([4, 6], 2)).toEqual([5, 5]);
    expect(forecastPoints(counter(60), 12)).toEqual(forecast(counter(60)).months.map(({ cases }) => cases));
  });
});

describe('a forecast', () => {
  it('has last year’s months beside it', () => {
    const history = counter(60);
    expect(forecast(history).months.map(({ lastYear }) => lastYear)).toEqual(history.slice(48));
    expect(forecast(counter(8)).months[0]?.lastYear).toBeNull();
  });

  it('has bands that hold each other and are never below nothing', () => {
    for (const history of [
      counter(7),
      counter(20),
      counter(30),
      counter(72, 1.2),
      [0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1],
    ]) {
      for (const { cases, low80, high80, low95, high95 } of forecast(history).months) {
        expect(low95).toBeGreaterThanOrEqual(0);
        expect([low95, low80, cases, high80, high95]).toEqual(
          [low95, low80, cases, high80, high95].sort((a, b) => a - b),
        );
      }
    }
  });

  it('says how it did, and when last year’s months did better', () => {
    const good = forecast(counter(72));
    expect(good.test?.mase).toBeLessThan(good.test?.naiveMase ?? NaN);
    // Each year exactly as the one before, after years that were all different.
    const odd = [
      ...Array.from({ length: 36 }, (_, at) => 500 + 400 * noise(at)),
      ...Array.from({ length: 36 }, (_, at) => 500 + 400 * noise(at % 12)),
    ];
    expect(forecast(odd).warnings).toContain('not_better_than_last_year');
  });

  it('warns where its errors were large', () => {
    const broken = [...counter(36, 0.02), ...counter(36, 0.02).map((value, at) => value * (at < 18 ? 1.2 : 0.4))];
    expect(forecast(broken).warnings).toContain('mase_above_one');
  });

  it('of months that never change is what they are, and is not tested', () => {
    const still = forecast(Array(48).fill(25));
    expect(still.warnings).toEqual(['not_tested']);
    expect(still.months[0]).toMatchObject({ cases: expect.closeTo(25, 6), lastYear: 25 });
  });
});

describe('series as they come', () => {
  const months = (count: number, of: (at: number) => number): number[] =>
    Array.from({ length: count }, (_, at) => of(at));
  const LENGTHS = [1, 5, 13, 25, 36, 60, 120];
  const SHAPES: Readonly<Record<string, (at: number) => number>> = {
    'the same each month': () => 50,
    'none at all': () => 0,
    'now and then one': (at) => (noise(at) > 0.3 ? 3 : 0),
    'every other month': (at) => (at % 2) * 1_000,
    'one month of the year': (at) => (at % 12 === 11 ? 500 : 0),
    'fewer and fewer until none comes': (at) => Math.max(0, 600 - 12 * at),
    'more and more': (at) => Math.exp(at / 10),
    'a new level after years of quiet': (at) => (at < 24 ? 100 : 900),
    'abolished after years of quiet': (at) => (at < 24 ? 900 : 0),
    'a slip of the pen': (at) => (at === 20 ? 1e6 : 400 + 60 * noise(at)),
    millions: (at) => 5e6 + 1e5 * noise(at),
  };
  const cases = LENGTHS.flatMap((length) => Object.keys(SHAPES).map((name) => [name, length] as const));

  it.each(cases)('%s, %d months: whole bands around every month, none below nothing', (name, length) => {
    const history = months(length, SHAPES[name] ?? (() => NaN));
    const largest = Math.max(...history, 2);
    for (const workingDays of [
      undefined,
      { past: Array<number>(length).fill(21), ahead: months(12, (at) => 18 + (at % 6)) },
    ]) {
      const { months: ahead, warnings } = forecast(history, { workingDays });
      expect(ahead).toHaveLength(12);
      for (const { low95, low80, cases: expected, high80, high95 } of ahead) {
        const row = [0, low95, low80, expected, high80, high95];
        expect(row.every(Number.isFinite)).toBe(true);
        expect(row).toEqual(row.toSorted((first, second) => first - second));
        // Nobody can work with a band of ten times the most there ever was.
        expect(high95).toBeLessThan(10 * largest);
      }
      if (length < 36) expect(warnings).toContain('short_history');
    }
  });

  it('no case so far does not say that none will come: the fewer months, the less it says', () => {
    const high95 = (count: number): number => forecast(months(count, () => 0)).months[0]?.high95 ?? NaN;
    expect(high95(1)).toBeCloseTo(3.689, 3);
    expect(high95(6)).toBeCloseTo(3.689 / 6, 3);
    const workingDays = { past: [20, 22], ahead: [21] };
    expect(forecast([0, 0], { horizon: 1, workingDays }).months[0]?.high95).toBeCloseTo(3.689 / 2, 3);
  });

  it('a slip of the pen is taken as its neighbours are, and that is said', () => {
    const right = months(60, (at) => Math.round(400 + 60 * noise(at)));
    const wrong = right.with(40, 1_000_000);
    const { months: ahead, warnings } = forecast(wrong);
    expect(warnings).toContain('outlier_smoothed');
    expect(ahead[0]?.cases).toBeGreaterThan(370);
    expect(ahead[0]?.high95).toBeLessThan(460);
    expect(forecastPoints(wrong, 1)[0]).toBe(ahead[0]?.cases);
  });

  it.each([
    ['the last month, which may be the first of a new level', (at: number) => (at === 59 ? 4_000 : 400)],
    ['a new level', (at: number) => (at < 30 ? 400 : 4_000)],
    ['a month that is like this every year', (at: number) => (at % 12 === 5 ? 4_000 : 400)],
    ['a few cases among months without any', (at: number) => (at === 30 ? 40 : 0)],
    ['nine times what chance gives', (at: number) => (at === 30 ? 400 + 9 * 20 : 400)],
  ])('what is no slip stays: %s', (_, of) => {
    expect(forecast(months(60, of)).warnings).not.toContain('outlier_smoothed');
  });

  it('eleven times what chance gives is one, to above and to below', () => {
    for (const far of [400 + 11 * 20, 400 - 11 * 20])
      expect(forecast(months(60, (at) => (at === 30 ? far : 400))).warnings).toContain('outlier_smoothed');
  });
});

describe('working days', () => {
  const past = Array.from({ length: 48 }, (_, at) => [21, 20, 22, 20, 18, 22, 23, 21, 22, 22, 21, 20][at % 12] ?? 20);

  it('are divided out first: a desk with ten cases a day has them on each day to come', () => {
    const history = past.map((days) => days * 10);
    const { months } = forecast(history, { workingDays: { past, ahead: [19, 23] }, horizon: 2 });
    expect(months.map(({ cases }) => cases)).toEqual([190, 230].map((cases) => expect.closeTo(cases, 6)));
    expect(months.map(({ lastYear }) => lastYear)).toEqual([190, 230].map((cases) => expect.closeTo(cases, 6)));
  });

  it('count in the first months, too', () => {
    const { months } = forecast([200, 220], { workingDays: { past: [20, 22], ahead: [10] }, horizon: 1 });
    expect(months[0]?.cases).toBe(100);
  });
});

describe('a partner from outside', () => {
  const series = counter(60, 0.5);
  const partner = (shift: number): ForecastModel => ({
    name: 'outside',
    minHistory: 24,
    forecast: (history, horizon) => ({
      points: Array.from(
        { length: horizon },
        (_, at) => (counter(history.length + horizon, 0.5)[history.length + at] ?? 0) + shift,
      ),
      errors: Array<number>(horizon).fill(50),
    }),
  });

  it('is averaged in where that erred less on the series', () => {
    expect(forecast(series, { partner: partner(0) }).method).toBe('theta_combined+outside');
  });

  it('and left out where it did not, or the series is short', () => {
    expect(forecast(series, { partner: partner(5_000) }).method).toBe('theta_combined');
    expect(forecast(series.slice(0, 30), { partner: partner(0) }).method).toBe('seasonal_naive');
  });
});

describe('few counts', () => {
  it('have the spread of chance at least, and more where they vary more', () => {
    expect(countOutlook([4, 4, 4, 4])).toEqual({ mean: 4, variance: 5 });
    expect(countOutlook([0, 8]).variance).toBe(48);
    expect(countOutlook([3])).toEqual({ mean: 3, variance: 6 });
  });

  it('Poisson with mean 4: 8 are not exceeded in 97.5 of 100 months, 1 in 5', () => {
    const poisson = { mean: 4, variance: 4 };
    expect([
      countQuantile(poisson, 0.975, 2),
      countQuantile(poisson, 0.05, -2),
      countQuantile(poisson, 0.5, 0),
    ]).toEqual([8, 1, 4]);
    expect(countQuantile({ mean: 0, variance: 0 }, 0.975, 2)).toBe(0);
  });

  it('negative binomial with variance 12 reaches farther; many are as good as normal', () => {
    expect(countQuantile({ mean: 4, variance: 12 }, 0.975, 2)).toBe(13);
    expect(countQuantile({ mean: 900, variance: 900 }, 0.975, 2)).toBe(960);
  });
});

describe('renewals', () => {
  it('come when the documents end: a wave that the last years do not show', () => {
    const issued = [...Array<number>(12).fill(500), ...Array<number>(108).fill(100)];
    expect(renewals([{ years: 10, returnShare: 0.9, issued }], 14)).toEqual([...Array<number>(12).fill(450), 90, 90]);
  });

  it('of two kinds add up; an unknown month stays unknown', () => {
    const ten = { years: 10, returnShare: 1, issued: [...Array<number>(119).fill(10), 10] };
    const six = {
      years: 6,
      returnShare: 0.5,
      issued: [...Array<number | null>(48).fill(null), null, ...Array<number>(71).fill(20)],
    };
    expect(renewals([ten, six], 2)).toEqual([null, 20]);
    expect(renewals([{ ...ten, issued: [1] }], 1)).toEqual([null]);
  });
});
