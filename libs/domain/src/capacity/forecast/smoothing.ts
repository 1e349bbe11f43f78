/** The best constant smoothing of a series: weight of the newest value, level at the end, mean squared error. */
export interface Smoothed {
  readonly alpha: number;
  readonly level: number;
  readonly variance: number;
}

const [MIN_ALPHA, MAX_ALPHA] = [1e-4, 0.9999];
const GRID = 12;
const STEPS = 30;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Simple exponential smoothing with the least squared error over weight and first level. For a weight the best first
 * level follows at once, so that one search in one number is enough.
 */
export function smooth(series: readonly number[]): Smoothed {
  let [bestAt, best] = [0, Infinity];
  const alphaAt = (at: number): number => MIN_ALPHA + ((MAX_ALPHA - MIN_ALPHA) * at) / GRID;
  for (let at = 0; at <= GRID; at += 1) {
    const { squares } = fitLevel(series, alphaAt(at));
    if (squares < best) [bestAt, best] = [at, squares];
  }
  const alpha = leastBetween(
    alphaAt(Math.max(0, bestAt - 1)),
    alphaAt(Math.min(GRID, bestAt + 1)),
    (value) => fitLevel(series, value).squares,
  );
  const { level, squares } = fitLevel(series, alpha);
  return { alpha, level, variance: squares / Math.max(1, series.length - 2) };
}

/** Golden section: the place of the least value between two places. */
function leastBetween(from: number, to: number, value: (at: number) => number): number {
  let [low, high] = [from, to];
  let [first, second] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atFirst, atSecond] = [value(first), value(second)];
  for (let step = 0; step < STEPS; step += 1) {
    if (atFirst <= atSecond) {
      [high, second, atSecond] = [second, first, atFirst];
      first = high - GOLDEN * (high - low);
      atFirst = value(first);
    } else {
      [low, first, atFirst] = [first, second, atSecond];
      second = low + GOLDEN * (high - low);
      atSecond = value(second);
    }
  }
  return (low + high) / 2;
}

/** Each error is a - b * first level; the best first level is the one of least squares. */
function fitLevel(series: readonly number[], alpha: number): { level: number; squares: number } {
  let [known, weight] = [0, 1];
  let [ab, bb, aa] = [0, 0, 0];
  for (const value of series) {
    const a = value - known;
    ab += a * weight;
    bb += weight * weight;
    aa += a * a;
    known += alpha * a;
    weight *= 1 - alpha;
  }
  const first = bb === 0 ? 0 : ab / bb;
  return { level: known + weight * first, squares: Math.max(0, aa - first * ab) };
}
