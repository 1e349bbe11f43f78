import { SEASON, mean } from './model';

/** Mean error of saying "as in the same month a year ago" within a series: what MASE and MSIS are measured in. */
export function seasonalScale(history: readonly number[], season = SEASON): number | null {
  if (history.length <= season) return null;
  const scale = mean(history.slice(season).map((value, at) => Math.abs(value - (history[at] ?? value))));
  return scale > 0 ? scale : null;
}

/** Mean absolute error in units of the scale; below 1 is better than last year's months were. */
export function mase(actual: readonly number[], points: readonly number[], scale: number): number {
  return mean(actual.map((value, at) => Math.abs(value - (points[at] ?? 0)))) / scale;
}

/** Symmetric mean absolute percentage error, in percent; a month in which both are 0 is right. */
export function smape(actual: readonly number[], points: readonly number[]): number {
  return mean(
    actual.map((value, at) => {
      const point = points[at] ?? 0;
      const size = Math.abs(value) + Math.abs(point);
      return size === 0 ? 0 : (200 * Math.abs(value - point)) / size;
    }),
  );
}

/** A band a month. */
export interface Band {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Share of months that lie within the band. */
export function coverage(actual: readonly number[], { low, high }: Band): number {
  return mean(actual.map((value, at) => ((low[at] ?? 0) <= value && value <= (high[at] ?? 0) ? 1 : 0)));
}

/** Mean scaled interval score: width, and what lies outside counts 2/alpha times (alpha 0.05 for a 95 % band). */
export function msis(actual: readonly number[], { low, high }: Band, alpha: number, scale: number): number {
  return (
    mean(
      actual.map((value, at) => {
        const [from, to] = [low[at] ?? 0, high[at] ?? 0];
        const outside = Math.max(0, from - value) + Math.max(0, value - to);
        return to - from + (2 / alpha) * outside;
      }),
    ) / scale
  );
}
