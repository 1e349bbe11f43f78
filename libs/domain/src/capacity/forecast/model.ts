/** Months of a year: case numbers have no other season here. */
export const SEASON = 12;

/** What a model says about the months to come. */
export interface ModelForecast {
  readonly points: readonly number[];
  /** Standard error of each month as the model sees it; calibration stretches it to what really happened. */
  readonly errors: readonly number[];
}

/**
 * A way to forecast a monthly series without gaps. Other ones (a seasonal decomposition in WebAssembly, say) join by this
 * interface from outside; they are used only where they did better on the series itself.
 */
export interface ForecastModel {
  readonly name: string;
  /** Fewest months it needs. */
  readonly minHistory: number;
  forecast(history: readonly number[], horizon: number): ModelForecast;
}

/** The mean of models: it errs less than the best of them picked beforehand, which is what the competitions found. */
export function averageOf(name: string, models: readonly ForecastModel[]): ForecastModel {
  return {
    name,
    minHistory: Math.max(...models.map(({ minHistory }) => minHistory)),
    forecast: (history, horizon) => {
      const all = models.map((model) => model.forecast(history, horizon));
      const meanAt = (of: (one: ModelForecast) => readonly number[], at: number): number =>
        mean(all.map((one) => of(one)[at] ?? 0));
      const ahead = Array.from({ length: horizon }, (_, at) => at);
      return {
        points: ahead.map((at) => meanAt(({ points }) => points, at)),
        errors: ahead.map((at) => meanAt(({ errors }) => errors, at)),
      };
    },
  };
}

export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}
