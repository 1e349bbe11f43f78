import type { RandomNumber } from '@etatlotse/domain/capacity';

const STEP = 0x6d2b79f5;
/** What makes a fraction of 32 bits. */
const PART = 2 ** -32;

/** Random numbers that come again with the same seed (mulberry32); each unit has a sequence of its own. */
export function seededRandom(seed: number, salt: string): RandomNumber {
  let state = seed | 0;
  // FNV-1a: the same unit draws the same, whichever others are simulated with it.
  for (const letter of salt) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193);
  const row = new Float64Array(1);
  const fill = (numbers: Float64Array): void => {
    // In a variable of its own, so that it stays in a register.
    let own = state;
    for (let at = 0; at < numbers.length; at += 1) {
      own = (own + STEP) | 0;
      let mixed = Math.imul(own ^ (own >>> 15), own | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      numbers[at] = ((mixed ^ (mixed >>> 14)) >>> 0) * PART;
    }
    state = own;
  };
  const next = (): number => {
    fill(row);
    return row[0] as number;
  };
  return Object.assign(next, { fill });
}
