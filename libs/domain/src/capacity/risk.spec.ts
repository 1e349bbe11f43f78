import fc from 'fast-check';
import { normalQuantile } from './normal';
import { type CapacityRisk, type RiskTask, capacityRisk } from './risk';
import { SeededRandom } from './seeded-random';

const certain = (value: number) => ({ low: value, likely: value, high: value });
const task = (changes: Partial<RiskTask> = {}): RiskTask => ({
  cases: [100, 100, 100],
  casesError: [0, 0, 0],
  minutes: certain(60),
  goLive: null,
  ...changes,
});
const facts = (changes: Partial<CapacityRisk> = {}): CapacityRisk => ({
  availableFte: [1, 1, 1],
  minutesOfFte: [6_000, 6_000, 6_000],
  tasks: [task()],
  projects: [],
  vacancies: [],
  commonShare: 0,
  ...changes,
});
const view = (changes: Partial<CapacityRisk>, runs = 4_000, seed = 1) =>
  capacityRisk(facts(changes), new SeededRandom(seed), { runs });

describe('what is certain', () => {
  it('stays certain: work that fits in exactly is no overload', () => {
    expect(view({})).toEqual({
      runs: 4_000,
      overload: [0, 0, 0],
      anyOverload: 0,
      requiredFte: [1, 1, 1],
      missingFte: [0, 0, 0],
    });
  });

  it('and what does not fit in never does', () => {
    expect(view({ availableFte: [0.9, 1, 2] }, 100)).toMatchObject({
      overload: [1, 0, 0],
      anyOverload: 1,
      missingFte: [expect.closeTo(0.1, 12), 0, 0],
    });
  });
});

describe('the seed', () => {
  const tasks = [task({ casesError: [20, 20, 20], minutes: { low: 50, likely: 60, high: 90 } })];
  it('makes a run repeatable', () => {
    expect(view({ tasks })).toEqual(view({ tasks }));
  });

  it('another one tells nearly the same', () => {
    const [one, other] = [view({ tasks }), view({ tasks }, 4_000, 99)];
    expect(other).not.toEqual(one);
    expect(Math.abs((other.overload[0] ?? NaN) - (one.overload[0] ?? NaN))).toBeLessThan(0.05);
  });
});

describe('what can go wrong', () => {
  it('minutes that were measured wrong are wrong in every month', () => {
    const { overload, anyOverload } = view({ tasks: [task({ minutes: { low: 40, likely: 60, high: 80 } })] });
    // The same runs are over in all three months: half of them.
    expect(Math.abs(anyOverload - 0.5)).toBeLessThan(0.03);
    expect(overload).toEqual(Array(3).fill(anyOverload));
  });

  it('a post that is filled late is missing as long as it takes', () => {
    const vacancies = [{ fte: 0.5, from: 0.5, monthsToFill: { low: 0, likely: 0, high: 2 } }];
    const { overload, missingFte } = view({ vacancies });
    expect(overload[0]).toBe(1);
    // Longer than half a month: a share of (1 - 0.5 / 2)², longer than one and a half: (1 - 1.5 / 2)².
    expect(Math.abs((overload[1] ?? NaN) - 0.5625)).toBeLessThan(0.03);
    expect(Math.abs((overload[2] ?? NaN) - 0.0625)).toBeLessThan(0.02);
    expect(missingFte[0]).toBeCloseTo(0.25, 9);
  });

  it('a go-live that slips keeps the old minutes longer', () => {
    const tasks = [task({ goLive: { project: 0, factors: [0.5, 0.5, 0.5] } })];
    expect(view({ tasks, projects: [certain(0)] }, 10).requiredFte).toEqual([0.5, 0.5, 0.5]);
    expect(view({ tasks, projects: [certain(2)] }, 10).requiredFte).toEqual([1, 1, 0.5]);
    expect(view({ tasks, projects: [certain(1.5)] }, 10).requiredFte).toEqual([1, 0.75, 0.5]);
    expect(view({ tasks, projects: [certain(-5)] }, 10).requiredFte).toEqual([0.5, 0.5, 0.5]);
  });

  it('many tasks that err together are a risk, while errors of their own even out', () => {
    const tasks = Array.from({ length: 25 }, () => task({ cases: [4, 4, 4], casesError: [1, 1, 1] }));
    const needed = (commonShare: number): number => view({ tasks, commonShare }, 2_000).requiredFte[0] ?? NaN;
    // Standard error 0.05 of an FTE each on its own, 0.25 together.
    expect(needed(0)).toBeCloseTo(1 + 0.05 * normalQuantile(0.8), 1);
    expect(Math.abs(needed(1) - 1 - 0.25 * normalQuantile(0.8))).toBeLessThan(0.03);
  });

  it('a forecast cannot come below no cases at all', () => {
    const { requiredFte } = capacityRisk(
      facts({ tasks: [task({ cases: [1, 1, 1], casesError: [500, 0, 0] })] }),
      new SeededRandom(3),
      { runs: 500, certainty: 0.1 },
    );
    expect(requiredFte[0]).toBe(0);
  });

  it('a month without working time has no overload to tell', () => {
    expect(view({ minutesOfFte: [0, 6_000, 6_000], availableFte: [0, 1, 1] }, 10).overload[0]).toBe(0);
  });

  it('more people never make it worse', () => {
    const tasks = [task({ casesError: [30, 30, 30] })];
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1.5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (few, more) => {
          const overload = (fte: number): number =>
            view({ tasks, availableFte: [fte, fte, fte] }, 200).overload[0] ?? NaN;
          expect(overload(few + more)).toBeLessThanOrEqual(overload(few));
        },
      ),
      { seed: 2026, numRuns: 40 },
    );
  });
});

describe('normal random numbers', () => {
  it.each([
    [0.5, 0],
    [0.8, 0.8416212336],
    [0.975, 1.9599639845],
    [0.001, -3.0902323062],
    [1e-9, -5.9978070151],
  ])('%d of the distribution lies below %d', (share, value) => {
    expect(normalQuantile(share)).toBeCloseTo(value, 7);
  });

  const drawn = (fill: 'fill' | 'fillNormal', seed = 7, salt = ''): number[] => {
    const row = new Float64Array(40_000);
    new SeededRandom(seed, salt)[fill](row);
    return [...row];
  };

  it('have mean 0 and variance 1', () => {
    const draws = drawn('fillNormal');
    const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
    expect(Math.abs(mean(draws))).toBeLessThan(4 / Math.sqrt(draws.length));
    expect(Math.abs(mean(draws.map((one) => one * one)) - 1)).toBeLessThan(4 * Math.sqrt(2 / draws.length));
  });

  it('are those of the even numbers by the formula, out to the ends', () => {
    const even = drawn('fill');
    const off = drawn('fillNormal').map((one, at) => Math.abs(one - normalQuantile(even[at] ?? NaN)));
    expect(Math.max(...off)).toBeLessThan(7e-4);
    expect(Math.min(...even)).toBeLessThan(1e-4);
    expect(Math.max(...even)).toBeGreaterThan(1 - 1e-4);
  });

  it('come again with the same seed and salt, and go on where a row ended', () => {
    expect(drawn('fill', 7, 'unit')).toEqual(drawn('fill', 7, 'unit'));
    expect(drawn('fill', 7, 'other unit')[0]).not.toBe(drawn('fill', 7, 'unit')[0]);
    const [random, halves] = [new SeededRandom(7), new Float64Array(40_000)];
    random.fill(halves.subarray(0, 15_000));
    random.fill(halves.subarray(15_000));
    expect([...halves]).toEqual(drawn('fill'));
  });

  it('are those published for mulberry32', () => {
    const row = new Float64Array(3);
    new SeededRandom(1).fill(row);
    expect([...row]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  });
});
