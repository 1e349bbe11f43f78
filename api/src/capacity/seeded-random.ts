import type { RandomNumber } from '@etatlotse/domain/capacity';

/** Random numbers that come again with the same seed (mulberry32); each unit has a sequence of its own. */
export function seededRandom(seed: number, salt: string): RandomNumber {
  let state = seed >>> 0;
  // FNV-1a: the same unit draws the same, whichever others are simulated with it.
  for (const letter of salt) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
