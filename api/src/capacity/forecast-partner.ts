import { readFileSync } from 'node:fs';
import path from 'node:path';
import { initSync, MSTL } from '@bsull/augurs/mstl';
import { type CaseForecast, type ForecastFacts, type ForecastModel, forecastCases } from '@etatlotse/domain/capacity';

/** What the thread is asked; the number is told back with the answer. */
export interface ForecastJob {
  readonly id: number;
  readonly facts: Omit<ForecastFacts, 'partner'>;
}

const [LEVEL, Z80] = [0.8, 1.2815515655446004];
const SEASON = 12;

/**
 * Season and trend by loess with exponential smoothing of what is left (MSTL of augurs, in WebAssembly). It takes part in the
 * mean only where that erred less on the series itself.
 */
const MSTL_MODEL: ForecastModel = {
  name: 'mstl',
  minHistory: 2 * SEASON + 3,
  forecast: (history, horizon) => {
    load();
    const model = MSTL.ets([SEASON]);
    try {
      model.fit(Float64Array.from(history));
      const { point, intervals } = model.predict(horizon, LEVEL);
      if (point.some((value) => !Number.isFinite(value))) throw new RangeError('The decomposition has no answer.');
      const errors = point.map((_, at) => {
        const width = (intervals?.upper[at] ?? 0) - (intervals?.lower[at] ?? 0);
        return Number.isFinite(width) ? Math.max(0, width) / (2 * Z80) : 0;
      });
      return { points: point, errors };
    } finally {
      model.free();
    }
  },
};

/** The forecast of a series; where the decomposition fails on it, the usual model stands alone. */
export function forecastWithPartner(facts: ForecastJob['facts']): CaseForecast | null {
  try {
    return forecastCases({ ...facts, partner: MSTL_MODEL });
  } catch {
    return forecastCases(facts);
  }
}

let isLoaded = false;

/** The package is made for browsers: in Node its binary is read from the disk. */
function load(): void {
  if (isLoaded) return;
  const folder = path.dirname(require.resolve('@bsull/augurs/mstl'));
  initSync({ module: readFileSync(path.join(folder, 'mstl_bg.wasm')) });
  isLoaded = true;
}
