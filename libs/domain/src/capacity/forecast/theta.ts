import { type ForecastModel, type ModelForecast, mean } from './model';
import { type Season, isSeasonal, seasonFactor, seasonOf, withSeason, withoutSeason } from './seasonality';
import { smooth } from './smoothing';

/**
 * Theta method (Assimakopoulos and Nikolopoulos 2000, in the form of Hyndman and Billah 2003): the series without its
 * season is smoothed, half of its trend is added, the season is put back. It won the M3 competition, and no method of
 * the packages tried did better on case numbers.
 */
export const THETA: ForecastModel = { name: 'theta', minHistory: 3, forecast: theta };

function theta(history: readonly number[], horizon: number): ModelForecast {
  const season = isSeasonal(history) ? seasonOf(history) : null;
  return thetaWithSeason(history, horizon, season);
}

function thetaWithSeason(history: readonly number[], horizon: number, season: Season | null): ModelForecast {
  const series = season === null ? history : withoutSeason(history, season);
  const count = series.length;
  const { alpha, level, variance } = smooth(series);
  const drift = slopeOf(series) / 2;
  const caughtUp = (1 - (1 - alpha) ** count) / alpha;
  const points: number[] = [];
  const errors: number[] = [];
  for (let at = 0; at < horizon; at += 1) {
    const point = level + drift * (at + caughtUp);
    const error = Math.sqrt(variance * (at * alpha * alpha + 1));
    points.push(season === null ? point : withSeason(point, count + at, season));
    errors.push(season === null ? error : error * seasonFactor(count + at, season));
  }
  return { points, errors };
}

/** Slope of the line of least squares. */
function slopeOf(series: readonly number[]): number {
  const middle = (series.length - 1) / 2;
  const average = mean(series);
  let [sum, squares] = [0, 0];
  series.forEach((value, at) => {
    sum += (at - middle) * (value - average);
    squares += (at - middle) ** 2;
  });
  return squares === 0 ? 0 : sum / squares;
}
