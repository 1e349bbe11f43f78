import { type ForecastModel, type ModelForecast, mean } from './model';
import { smooth } from './smoothing';

/** With two years there is no season to be seen yet: the level goes on. */
export const LEVEL_SMOOTHING: ForecastModel = { name: 'level_smoothing', minHistory: 3, forecast: levelSmoothing };

function levelSmoothing(history: readonly number[], horizon: number): ModelForecast {
  const { alpha, level, variance } = smooth(history);
  const ahead = Array.from({ length: horizon }, (_, at) => at);
  return {
    points: ahead.map(() => level),
    errors: ahead.map((at) => Math.sqrt(variance * (1 + at * alpha * alpha))),
  };
}

/** Mean and variance of the next month when all that is known are a few counts. */
export interface CountOutlook {
  readonly mean: number;
  /** At least that of pure chance (Poisson), and what the mean itself may be off. */
  readonly variance: number;
}

/** What a few months say about the next one. */
export function countOutlook(history: readonly number[]): CountOutlook {
  const average = mean(history);
  const squares = history.reduce((sum, value) => sum + (value - average) ** 2, 0);
  const spread = history.length > 1 ? squares / (history.length - 1) : average;
  return { mean: average, variance: Math.max(average, spread) * (1 + 1 / history.length) };
}

/** Above this mean counts are as good as normal. */
const MANY = 500;

/** The count that is not exceeded with a probability: Poisson, or negative binomial where months vary more than chance. */
export function countQuantile({ mean: average, variance }: CountOutlook, share: number, z: number): number {
  if (average <= 0) return 0;
  if (average > MANY) return Math.max(0, average + z * Math.sqrt(variance));
  const isPoisson = variance <= average * (1 + 1e-9);
  const size = isPoisson ? 0 : (average * average) / (variance - average);
  const success = isPoisson ? 0 : size / (size + average);
  let probability = isPoisson ? Math.exp(-average) : success ** size;
  let [sum, count] = [probability, 0];
  while (sum < share && count < MANY * 100) {
    probability *= isPoisson ? average / (count + 1) : ((count + size) / (count + 1)) * (1 - success);
    count += 1;
    sum += probability;
  }
  return count;
}
