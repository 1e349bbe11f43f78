import type { ForecastFigures, LineForecast } from '@etatlotse/contracts/budget/plain';
import { formatEuro, formatWholeEuro } from '../ui/amount/format';
import { forecastLabels } from './forecast.labels';

/*
 * The forecast in words. Pure; the amounts come from the API.
 */

/** Whether it lasts, in one sentence with its figures. What is missing is told to the cent. */
export function forecastSentence({ forecastCents, authorityCents, light }: ForecastFigures): string {
  const words = forecastLabels().sentence;
  const forecast = formatWholeEuro(forecastCents);
  if (authorityCents === null || light === 'unknown') return words.unknown(forecast);
  const authority = formatWholeEuro(authorityCents);
  if (light === 'short') return words.short(forecast, authority, formatEuro(forecastCents - authorityCents));
  return words[light](forecast, authority, formatWholeEuro(authorityCents - forecastCents));
}

/** For a line in a pool the sentence is the pool's. */
export function lineSentence(forecast: LineForecast): string {
  const { pool } = forecast;
  return pool === null ? forecastSentence(forecast) : `${forecastLabels().ofPool(pool.code)}${forecastSentence(pool)}`;
}
