import { SEASON, mean } from './model';

/** 90 % two-sided: a season is believed in only where the series shows it. */
const CRITICAL = 1.6448536269514722;

/** Between the months of the year values differ by this much more than within them: a season that nobody can overlook. */
const PLAIN = 7;

/**
 * Whether a series has a season: its autocorrelation at twelve months is beyond what chance gives (Assimakopoulos and
 * Nikolopoulos), or its months differ plainly. The first test alone overlooks a strong smooth season of three years.
 */
export function isSeasonal(series: readonly number[]): boolean {
  return series.length > 2 * SEASON && (isCorrelated(series) || isPlain(series));
}

function isCorrelated(series: readonly number[]): boolean {
  const average = mean(series);
  const deviations = series.map((value) => value - average);
  const total = deviations.reduce((sum, one) => sum + one * one, 0);
  if (total <= 1e-12 * average * average) return false;
  const correlation = (lag: number): number => {
    let sum = 0;
    for (let at = lag; at < deviations.length; at += 1) sum += (deviations[at] ?? 0) * (deviations[at - lag] ?? 0);
    return sum / total;
  };
  let squares = 0;
  for (let lag = 1; lag < SEASON; lag += 1) squares += correlation(lag) ** 2;
  return Math.abs(correlation(SEASON)) > CRITICAL * Math.sqrt((1 + 2 * squares) / series.length);
}

/** Variance between months by variance within them (the F of an analysis of variance). */
function isPlain(series: readonly number[]): boolean {
  // Two years give each month one value against the trend; three more leave something to measure within.
  if (series.length < 2 * SEASON + 3) return false;
  const { groups } = againstTrend(series);
  const all = groups.flat();
  const average = mean(all);
  let [between, within] = [0, 0];
  for (const group of groups) {
    const ofMonth = mean(group);
    between += group.length * (ofMonth - average) ** 2;
    for (const value of group) within += (value - ofMonth) ** 2;
  }
  return between / (SEASON - 1) > (PLAIN * within) / (all.length - SEASON) + 1e-12 * average * average;
}

/** A season and how it is taken out: by division, or by subtraction where a month has no cases. */
export interface Season {
  readonly kind: 'multiplicative' | 'additive';
  /** By the place in the series modulo twelve. */
  readonly index: readonly number[];
}

/** Each month against the moving mean of a year around it, by month of the year: by division where no month is 0. */
function againstTrend(series: readonly number[]): { isPositive: boolean; groups: readonly number[][] } {
  const half = SEASON / 2;
  const isPositive = series.every((value) => value > 0);
  const groups = Array.from({ length: SEASON }, (): number[] => []);
  for (let at = half; at < series.length - half; at += 1) {
    let sum = ((series[at - half] ?? 0) + (series[at + half] ?? 0)) / 2;
    for (let place = at - half + 1; place < at + half; place += 1) sum += series[place] ?? 0;
    const trend = sum / SEASON;
    const value = series[at] ?? 0;
    groups[at % SEASON]?.push(isPositive ? value / trend : value - trend);
  }
  return { isPositive, groups };
}

/** Classical decomposition: the mean of each month of the year against the trend. */
export function seasonOf(series: readonly number[]): Season {
  const { isPositive, groups } = againstTrend(series);
  const raw = groups.map(mean);
  const level = mean(raw);
  return isPositive
    ? { kind: 'multiplicative', index: raw.map((one) => one / level) }
    : { kind: 'additive', index: raw.map((one) => one - level) };
}

/** A series without its season. */
export function withoutSeason(series: readonly number[], { kind, index }: Season): number[] {
  return series.map((value, at) => {
    const season = index[at % SEASON] ?? 0;
    return kind === 'multiplicative' ? value / season : value - season;
  });
}

/** A value with the season of its place put back. */
export function withSeason(value: number, at: number, { kind, index }: Season): number {
  const season = index[at % SEASON] ?? 0;
  return kind === 'multiplicative' ? value * season : value + season;
}

/** What the season does to an error at a place. */
export function seasonFactor(at: number, { kind, index }: Season): number {
  return kind === 'multiplicative' ? (index[at % SEASON] ?? 1) : 1;
}
