import { parentPort } from 'node:worker_threads';
import { type ForecastJob, forecastWithPartner } from './forecast-partner';

/* Entry of the thread that forecasts: jobs come one after the other and are answered by their number. */
parentPort?.on('message', ({ id, facts }: ForecastJob) => {
  parentPort?.postMessage({ id, forecast: forecastWithPartner(facts) });
});
