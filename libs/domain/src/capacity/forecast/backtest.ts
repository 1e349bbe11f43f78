import { seasonalScale } from './accuracy';
import { type ForecastModel, SEASON } from './model';
import { SEASONAL_NAIVE } from './seasonal-naive';

/** What a model would have said in the past, against what came. */
export interface Backtest {
  readonly origins: number;
  /** Errors in units of the seasonal scale of the series; below 1 is better than last year's months within the series. */
  readonly mase: number;
  /** The same of saying "as a year ago", at the same moments. */
  readonly naiveMase: number;
  /** Each error by the standard error that the model gave it; the smallest first. */
  readonly scores: readonly number[];
  /** The largest error there was. */
  readonly worst: number;
}

/** Months before the first origin: more than two years, so that a season can be seen. */
const FIRST_ORIGIN = 2 * SEASON + 3;

/** The last three years tell how good a model is now. */
const MAX_ORIGINS = 3 * SEASON;

/**
 * Rolls the origin of the forecast through the later half of the series: at each month the model knows only what lies
 * before it. Null where the series is too short, or never changes.
 */
export function backtest(model: ForecastModel, history: readonly number[], horizon: number): Backtest | null {
  const scale = seasonalScale(history);
  const half = Math.ceil(history.length / 2);
  const first = Math.max(FIRST_ORIGIN, model.minHistory, half, history.length - MAX_ORIGINS);
  if (scale === null || first >= history.length) return null;
  const scores: number[] = [];
  let [ofModel, ofNaive, count, worst] = [0, 0, 0, 0];
  for (let origin = first; origin < history.length; origin += 1) {
    const known = history.slice(0, origin);
    const ahead = Math.min(horizon, history.length - origin);
    const { points, errors } = model.forecast(known, ahead);
    const naive = SEASONAL_NAIVE.forecast(known, ahead).points;
    for (let at = 0; at < ahead; at += 1) {
      const actual = history[origin + at] ?? 0;
      const error = Math.abs(actual - Math.max(0, points[at] ?? 0));
      ofModel += error;
      worst = Math.max(worst, error);
      ofNaive += Math.abs(actual - (naive[at] ?? 0));
      count += 1;
      const expected = errors[at] ?? 0;
      if (expected > 0) scores.push(error / expected);
    }
  }
  return {
    origins: history.length - first,
    mase: ofModel / count / scale,
    naiveMase: ofNaive / count / scale,
    scores: scores.sort((a, b) => a - b),
    worst,
  };
}

/**
 * How many standard errors a band needs so that a share of the past would have lain in it (split conformal: the rank is
 * one higher than the share, because the next value is one more).
 */
export function conformalFactor({ scores }: Backtest, share: number): number | null {
  if (scores.length === 0) return null;
  const rank = Math.min(scores.length, Math.ceil((scores.length + 1) * share));
  return scores[rank - 1] ?? null;
}
