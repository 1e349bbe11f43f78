import { normalQuantile } from './normal';

/** Steps of the table of the normal quantile, which the leading 10 bits of a number choose; the others tell the place within. */
const STEPS = 1024;
/** Its ends are infinite and never read. */
const QUANTILES = Float64Array.from({ length: STEPS + 1 }, (_, at) =>
  at === 0 || at === STEPS ? 0 : normalQuantile(at / STEPS),
);

/**
 * Random numbers that come again with the same seed and salt (mulberry32). They come in whole rows, written out in each of
 * the two loops: a call for a number would cost more than the number.
 */
export class SeededRandom {
  private state: number;

  constructor(seed: number, salt = '') {
    let state = seed | 0;
    // FNV-1a: the same unit draws the same, whichever others are simulated with it.
    for (const letter of salt) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193);
    this.state = state;
  }

  /** Fills a row with even numbers from 0 (included) to 1 (not included). */
  fill(row: Float64Array): void {
    let state = this.state;
    for (let at = 0; at < row.length; at += 1) {
      state = (state + 0x6d2b79f5) | 0;
      let bits = Math.imul(state ^ (state >>> 15), state | 1);
      bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
      row[at] = ((bits ^ (bits >>> 14)) >>> 0) / 0x1_0000_0000;
    }
    this.state = state;
  }

  /**
   * Fills a row with normal numbers (mean 0, variance 1), one for each even one: from the table, and by formula in its outer
   * eight steps, where it bends too much.
   */
  fillNormal(row: Float64Array): void {
    let state = this.state;
    const quantiles = QUANTILES;
    for (let at = 0; at < row.length; at += 1) {
      state = (state + 0x6d2b79f5) | 0;
      let bits = Math.imul(state ^ (state >>> 15), state | 1);
      bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
      bits ^= bits >>> 14;
      const step = bits >>> 22;
      if (step < 8 || step >= 1024 - 8) {
        row[at] = normalQuantile(((bits >>> 0) + 0.5) / 0x1_0000_0000);
      } else {
        const before = quantiles[step] as number;
        row[at] = before + ((bits & 0x3f_ffff) / 0x40_0000) * ((quantiles[step + 1] as number) - before);
      }
    }
    this.state = state;
  }
}
