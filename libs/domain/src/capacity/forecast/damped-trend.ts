import { type ForecastModel, type ModelForecast } from './model';
import { isSeasonal, seasonFactor, seasonOf, withSeason, withoutSeason } from './seasonality';

/** Level and trend that fades (Gardner and McKenzie), on the series without its season where it has one. */
export const DAMPED_TREND: ForecastModel = { name: 'damped_trend', minHistory: 6, forecast: dampedTrend };

const ALPHAS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.95];
/** Weight of the trend as a share of that of the level. */
const BETAS = [0.005, 0.05, 0.15, 0.4];
const DAMPINGS = [0.8, 0.9, 0.97];

interface DampedFit {
  readonly alpha: number;
  readonly beta: number;
  readonly damping: number;
  readonly level: number;
  readonly trend: number;
  readonly squares: number;
}

function dampedTrend(history: readonly number[], horizon: number): ModelForecast {
  const season = isSeasonal(history) ? seasonOf(history) : null;
  const series = Float64Array.from(season === null ? history : withoutSeason(history, season));
  const { alpha, beta, damping, level, trend, squares } = bestFit(series);
  const variance = squares / Math.max(1, series.length - 5);
  const points: number[] = [];
  const errors: number[] = [];
  let [reach, power, spread] = [0, 1, 1];
  for (let at = 0; at < horizon; at += 1) {
    power *= damping;
    reach += power;
    const point = level + reach * trend;
    const error = Math.sqrt(variance * spread);
    spread += (alpha + beta * reach) ** 2;
    const place = series.length + at;
    points.push(season === null ? point : withSeason(point, place, season));
    errors.push(season === null ? error : error * seasonFactor(place, season));
  }
  return { points, errors };
}

function bestFit(series: Float64Array): DampedFit {
  let best: DampedFit | null = null;
  for (const alpha of ALPHAS) {
    for (const share of BETAS) {
      for (const damping of DAMPINGS) {
        const fit = fitStart(series, alpha, alpha * share, damping);
        if (best === null || fit.squares < best.squares) best = fit;
      }
    }
  }
  return best ?? fitStart(series, 0.5, 0.05, 0.9);
}

/**
 * For given weights every error is a - b * first level - c * first trend, so that the best start is the solution of two
 * equations and not a search.
 */
function fitStart(series: Float64Array, alpha: number, beta: number, damping: number): DampedFit {
  // Level and trend each as: known part, times first level, times first trend.
  let [level, levelByLevel, levelByTrend] = [0, 1, 0];
  let [trend, trendByLevel, trendByTrend] = [0, 0, 1];
  let [aa, ab, ac, bb, bc, cc] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < series.length; at += 1) {
    const [fading, fadingByLevel, fadingByTrend] = [damping * trend, damping * trendByLevel, damping * trendByTrend];
    const a = (series[at] ?? 0) - level - fading;
    const b = levelByLevel + fadingByLevel;
    const c = levelByTrend + fadingByTrend;
    aa += a * a;
    ab += a * b;
    ac += a * c;
    bb += b * b;
    bc += b * c;
    cc += c * c;
    level += fading + alpha * a;
    levelByLevel += fadingByLevel - alpha * b;
    levelByTrend += fadingByTrend - alpha * c;
    trend = fading + beta * a;
    trendByLevel = fadingByLevel - beta * b;
    trendByTrend = fadingByTrend - beta * c;
  }
  const determinant = bb * cc - bc * bc;
  const isSolvable = determinant > 1e-12 * bb * cc;
  const firstLevel = isSolvable ? (ab * cc - ac * bc) / determinant : ab / bb;
  const firstTrend = isSolvable ? (ac * bb - ab * bc) / determinant : 0;
  return {
    alpha,
    beta,
    damping,
    level: level + levelByLevel * firstLevel + levelByTrend * firstTrend,
    trend: trend + trendByLevel * firstLevel + trendByTrend * firstTrend,
    squares: Math.max(0, aa - firstLevel * ab - firstTrend * ac),
  };
}
