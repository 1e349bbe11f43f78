import { type ForecastModel, type ModelForecast, SEASON } from './model';
import { type Season, seasonOf, withoutSeason } from './seasonality';

/** Level and season, both smoothed, without a trend (Winters). It always takes a season, where Theta asks for proof first. */
export const SEASONAL_SMOOTHING: ForecastModel = {
  name: 'seasonal_smoothing',
  minHistory: 2 * SEASON + 1,
  forecast: seasonalSmoothing,
};

const ALPHAS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.95];
const GAMMAS = [0.001, 0.05, 0.1, 0.2, 0.35];

interface SeasonalFit {
  readonly alpha: number;
  readonly level: number;
  readonly index: Float64Array;
  readonly squares: number;
}

function seasonalSmoothing(history: readonly number[], horizon: number): ModelForecast {
  const season = seasonOf(history);
  const series = Float64Array.from(history);
  const isMultiplicative = season.kind === 'multiplicative';
  const { alpha, level, index, squares } = bestFit(series, season, firstLevels(history, season));
  const variance = squares / Math.max(1, series.length - 3);
  const mean = history.reduce((sum, value) => sum + value, 0) / history.length;
  const points: number[] = [];
  const errors: number[] = [];
  for (let at = 0; at < horizon; at += 1) {
    const ofMonth = index[(series.length + at) % SEASON] ?? 0;
    points.push(isMultiplicative ? level * ofMonth : level + ofMonth);
    const spread = Math.sqrt(variance * (1 + at * alpha * alpha));
    errors.push(isMultiplicative && mean > 0 ? (spread * level * ofMonth) / mean : spread);
  }
  return { points, errors };
}

/** The level may have begun as in the first year, or as in the first two. */
function firstLevels(history: readonly number[], season: Season): number[] {
  const level = withoutSeason(history, season);
  return [SEASON / 2, SEASON, 2 * SEASON].map(
    (count) => level.slice(0, count).reduce((sum, one) => sum + one, 0) / count,
  );
}

function bestFit(series: Float64Array, season: Season, levels: readonly number[]): SeasonalFit {
  let best: SeasonalFit | null = null;
  for (const level of levels) {
    for (const alpha of ALPHAS) {
      for (const gamma of GAMMAS) {
        const fit = run(series, season, level, alpha, gamma * (1 - alpha));
        if (best === null || fit.squares < best.squares) best = fit;
      }
    }
  }
  return best ?? run(series, season, levels[0] ?? 0, 0.5, 0);
}

function run(
  series: Float64Array,
  { kind, index: first }: Season,
  start: number,
  alpha: number,
  gamma: number,
): SeasonalFit {
  const index = Float64Array.from(first);
  let [level, squares] = [start, 0];
  for (let at = 0; at < series.length; at += 1) {
    const place = at % SEASON;
    const ofMonth = index[place] ?? 0;
    if (kind === 'multiplicative') {
      const error = (series[at] ?? 0) - level * ofMonth;
      squares += error * error;
      if (level > 0) index[place] = ofMonth + (gamma * error) / level;
      if (ofMonth > 0) level += (alpha * error) / ofMonth;
    } else {
      const error = (series[at] ?? 0) - level - ofMonth;
      squares += error * error;
      index[place] = ofMonth + gamma * error;
      level += alpha * error;
    }
  }
  return { alpha, level, index, squares };
}
