import { seasonalScale } from './accuracy';
import { type Backtest, backtest, conformalFactor } from './backtest';
import { COMBINED } from './combined';
import { type ForecastModel, SEASON, averageOf } from './model';
import { withoutOutliers } from './outliers';
import { SEASONAL_NAIVE } from './seasonal-naive';
import { LEVEL_SMOOTHING, countOutlook, countQuantile } from './short-history';

/** What the reader of a forecast must know. */
export const FORECAST_WARNINGS = [
  /** Fewer than three years: no season is modelled, or only last year's. */
  'short_history',
  /** Months before a gap were left out; a month without a number is not 0. */
  'gap_in_history',
  /** A month stood far out and the months after it did not: it was taken as its neighbours are. */
  'outlier_smoothed',
  /** "As in the same month a year ago" did better on this series. */
  'not_better_than_last_year',
  /** Errors were larger than those of last year's months within the series. */
  'mase_above_one',
  /** The months never changed, or no error could be measured: the bands are no more than a guess. */
  'not_tested',
] as const;
export type ForecastWarning = (typeof FORECAST_WARNINGS)[number];

/** One month to come. Cases are not rounded: that is for the screen. */
export interface ForecastMonth {
  readonly cases: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
  /** As in the same month a year ago; null with less than a year. Always shown beside the forecast. */
  readonly lastYear: number | null;
}

export interface CaseForecast {
  /** Which model it is; `mean` for less than a year. */
  readonly method: string;
  readonly months: readonly ForecastMonth[];
  /** How the model did on the series itself; null where it is too short to tell. */
  readonly test: Pick<Backtest, 'origins' | 'mase' | 'naiveMase'> | null;
  readonly warnings: readonly ForecastWarning[];
}

/** What is forecast. */
export interface ForecastFacts {
  /** Cases of the months that are over, the oldest first; null is not known. */
  readonly history: readonly (number | null)[];
  readonly horizon: number;
  /** Working days of the past months and of those to come: divided out before and put back after. */
  readonly workingDays?: { readonly past: readonly number[]; readonly ahead: readonly number[] };
  /** Another model from outside, averaged with the usual one where that did better on this series. */
  readonly partner?: ForecastModel;
}

const [Z80, Z95] = [1.2815515655446004, 1.959963984540054];
const THREE_YEARS = 3 * SEASON;

interface KnownSeries {
  readonly series: number[];
  readonly hasGap: boolean;
  readonly hasOutlier: boolean;
}

/** The months after the last gap, by working day where these are given, without months that stand far out. */
function knownSeries({ history, workingDays }: ForecastFacts): KnownSeries {
  const from = history.lastIndexOf(null) + 1;
  const byDay = history.slice(from).map((value, at) => {
    const days = workingDays?.past[from + at];
    return days === undefined || days <= 0 ? (value ?? 0) : (value ?? 0) / days;
  });
  // Months before the first number are no gap: the task was not counted yet.
  const { series, hasOutlier } = withoutOutliers(byDay);
  return { series, hasGap: history.slice(0, from).some((value) => value !== null), hasOutlier };
}

/**
 * Forecast of a monthly case number by the length of its history: less than a year the mean with a band of counts, less
 * than two the level, less than three last year's months, from three years on the usual model with calibrated bands.
 * Null when nothing is known: no history is not zero cases.
 */
export function forecastCases(facts: ForecastFacts): CaseForecast | null {
  const { series, hasGap, hasOutlier } = knownSeries(facts);
  if (series.length === 0) return null;
  const forecast = series.length < SEASON ? fewMonths(series, facts) : modelled(series, facts, modelFor(series, facts));
  const warnings: ForecastWarning[] = [...forecast.warnings];
  if (hasGap) warnings.push('gap_in_history');
  if (hasOutlier) warnings.push('outlier_smoothed');
  return { ...forecast, warnings };
}

/** Points alone, without the test that calibrates the bands: for many series at once. */
export function forecastPoints(history: readonly number[], horizon: number): number[] {
  const { series } = withoutOutliers(history);
  const model = modelByLength(series.length);
  const points =
    model === null ? Array<number>(horizon).fill(countOutlook(series).mean) : model.forecast(series, horizon).points;
  return points.map((point) => Math.max(0, point));
}

/** Expected cases of a month and how far they may be off, as the model itself sees it. */
export interface CaseOutlook {
  readonly cases: number;
  readonly error: number;
}

/**
 * The months to come with the model's own standard errors, without the test that calibrates them: what a simulation of
 * many tasks draws from. Null when nothing is known.
 */
export function caseOutlook(facts: ForecastFacts): CaseOutlook[] | null {
  const { series } = knownSeries(facts);
  if (series.length === 0) return null;
  const model = modelByLength(series.length);
  const few = countOutlook(series);
  const { points, errors } = model?.forecast(series, facts.horizon) ?? { points: [], errors: [] };
  return Array.from({ length: facts.horizon }, (_, at) => {
    const days = facts.workingDays?.ahead[at] ?? 1;
    const [point, error] = model === null ? [few.mean, Math.sqrt(few.variance)] : [points[at] ?? 0, errors[at] ?? 0];
    return { cases: Math.max(0, point) * days, error: error * days };
  });
}

function modelByLength(months: number): ForecastModel | null {
  if (months < SEASON) return null;
  if (months < 2 * SEASON) return LEVEL_SMOOTHING;
  return months < THREE_YEARS ? SEASONAL_NAIVE : COMBINED;
}

/** The usual model, or its mean with the partner where that erred less on the series. */
function modelFor(series: readonly number[], { partner, horizon }: ForecastFacts): ForecastModel {
  const usual = modelByLength(series.length) ?? LEVEL_SMOOTHING;
  if (partner === undefined || series.length < Math.max(THREE_YEARS, partner.minHistory)) return usual;
  const both = averageOf(`${usual.name}+${partner.name}`, [usual, partner]);
  const [alone, together] = [backtest(usual, series, horizon), backtest(both, series, horizon)];
  return alone !== null && together !== null && together.mase < alone.mase ? both : usual;
}

function fewMonths(series: readonly number[], { horizon, workingDays }: ForecastFacts): CaseForecast {
  const { mean, variance } = countOutlook(series);
  const daysSeen = workingDays?.past.slice(-series.length).reduce((sum, days) => sum + days, 0) ?? series.length;
  const months = Array.from({ length: horizon }, (_, at): ForecastMonth => {
    const days = workingDays?.ahead[at] ?? 1;
    const rate = { mean: mean * days, variance: Math.max(mean * days, variance * days * days) };
    // No case so far does not say that none will come: at this rate there would have been none with the same chance.
    const high = (share: number, z: number): number =>
      mean > 0 ? Math.max(rate.mean, countQuantile(rate, share, z)) : (-Math.log(1 - share) * days) / daysSeen;
    return {
      cases: rate.mean,
      low80: countQuantile(rate, 0.1, -Z80),
      high80: high(0.9, Z80),
      low95: countQuantile(rate, 0.025, -Z95),
      high95: high(0.975, Z95),
      lastYear: null,
    };
  });
  return { method: 'mean', months, test: null, warnings: ['short_history', 'not_tested'] };
}

function modelled(series: readonly number[], facts: ForecastFacts, model: ForecastModel): CaseForecast {
  const { horizon, workingDays } = facts;
  const { points, errors } = model.forecast(series, horizon);
  const test = series.length < THREE_YEARS ? null : backtest(model, series, horizon);
  // The far ends rest on few errors: there calibration may widen a band, never narrow it.
  const factor80 = (test === null ? null : conformalFactor(test, 0.8)) ?? Z80;
  const factor95 = Math.max((test === null ? null : conformalFactor(test, 0.95)) ?? Z95, Z95, factor80);
  // A break after months that hardly changed makes the factors huge: no band is stretched to more than twice the largest
  // error there ever was.
  const most = test === null ? Infinity : 2 * test.worst;
  const reach = (factor: number, z: number, error: number): number =>
    Math.max(Math.min(factor, z) * error, Math.min(factor * error, most));
  const lastYear = SEASONAL_NAIVE.forecast(series, horizon).points;
  const months = points.map((point, at): ForecastMonth => {
    const days = workingDays?.ahead[at] ?? 1;
    const value = (shift: number): number => Math.max(0, point + shift) * days;
    const [reach80, reach95] = [reach(factor80, Z80, errors[at] ?? 0), reach(factor95, Z95, errors[at] ?? 0)];
    return {
      cases: value(0),
      low80: value(-reach80),
      high80: value(reach80),
      low95: value(-reach95),
      high95: value(reach95),
      lastYear: (lastYear[at] ?? 0) * days,
    };
  });
  return { method: model.name, months, test: shown(test), warnings: warningsOf(series, test) };
}

function shown(test: Backtest | null): CaseForecast['test'] {
  return test === null ? null : { origins: test.origins, mase: test.mase, naiveMase: test.naiveMase };
}

function warningsOf(series: readonly number[], test: Backtest | null): ForecastWarning[] {
  const warnings: ForecastWarning[] = [];
  if (series.length < THREE_YEARS) warnings.push('short_history');
  if (test === null || seasonalScale(series) === null) return [...warnings, 'not_tested'];
  if (test.mase >= test.naiveMase) warnings.push('not_better_than_last_year');
  if (test.mase > 1) warnings.push('mase_above_one');
  return warnings;
}
