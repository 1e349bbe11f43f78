import { SEASON } from './model';

/** Months before and after one that it is held against. */
const NEIGHBOURS = 3;
/** So many times the usual distance of the neighbours among themselves is far out. */
const FAR = 10;

/**
 * A series whose lonely spikes are taken as their neighbours are: a slip of the pen, or something that happened once. A
 * month counts as one only if it lies far from the three before and from the three after it and no other year knows the
 * like of it. A new level is none, and neither is the last quarter: what is new there may stay.
 */
export function withoutOutliers(series: readonly number[]): { series: number[]; hasOutlier: boolean } {
  const smoothed = series.map((value, at) => (isLonely(series, at) ? levelAround(series, at) : value));
  return { series: smoothed, hasOutlier: smoothed.some((value, at) => value !== series[at]) };
}

function isLonely(series: readonly number[], at: number): boolean {
  if (at < NEIGHBOURS || at >= series.length - NEIGHBOURS) return false;
  const value = series[at] ?? 0;
  const isFarFrom = (neighbours: readonly number[]): boolean => {
    const level = median(neighbours);
    const spread = Math.max(median(neighbours.map((one) => Math.abs(one - level))), Math.sqrt(level));
    // Among months without a case a few cases are what there is to forecast.
    return level > 0 && Math.abs(value - level) > FAR * spread;
  };
  if (!isFarFrom(before(series, at)) || !isFarFrom(after(series, at))) return false;
  const distance = Math.abs(value - levelAround(series, at));
  return series.every(
    (other, place) => place === at || (place - at) % SEASON !== 0 || Math.abs(other - value) > distance / 2,
  );
}

const before = (series: readonly number[], at: number): readonly number[] => series.slice(at - NEIGHBOURS, at);
const after = (series: readonly number[], at: number): readonly number[] => series.slice(at + 1, at + 1 + NEIGHBOURS);

function levelAround(series: readonly number[], at: number): number {
  return median([...before(series, at), ...after(series, at)]);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((first, second) => first - second);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}
