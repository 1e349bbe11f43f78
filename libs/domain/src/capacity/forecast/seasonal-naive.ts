import { type ForecastModel, type ModelForecast, SEASON, mean } from './model';

/** As in the same month a year ago: the yardstick that stands beside every forecast. */
export const SEASONAL_NAIVE: ForecastModel = {
  name: 'seasonal_naive',
  minHistory: SEASON,
  forecast: (history, horizon) => seasonalNaive(history, horizon),
};

function seasonalNaive(history: readonly number[], horizon: number): ModelForecast {
  const from = history.length - SEASON;
  const changes = history.slice(SEASON).map((value, at) => (value - (history[at] ?? value)) ** 2);
  const spread = changes.length > 0 ? Math.sqrt(mean(changes)) : Math.sqrt(Math.max(1, mean(history)));
  const ahead = Array.from({ length: horizon }, (_, at) => at);
  return {
    points: ahead.map((at) => history[from + (at % SEASON)] ?? 0),
    errors: ahead.map((at) => spread * Math.sqrt(Math.floor(at / SEASON) + 1)),
  };
}
