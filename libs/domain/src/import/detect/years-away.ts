import { normalWords } from './words';

const STEPS = /(?:jahr|hj)\s*([+\u2212-])\s*([1-5])(?!\d)/i;
/** `Vorvorjahr`, also where a line break has cut it: `Vorvor- jahr`. */
const BEFORE = /\b((?:vor\s?)+)jahr/;
const COUNTED_BEFORE = /\b([1-5]) vorjahr|\bvorjahr\w* ([1-5])\b/;
const AFTER = /\b(?:([1-5]) )?folgejahr\w*(?: ([1-5])\b)?/;
const SHORT: readonly (readonly [RegExp, number])[] = [
  [/\bvvj\b/, -2],
  [/\b(?:vj|previous year|prior year|last year)\b/, -1],
  [/\bnext year\b/, 1],
  [/\b(?:haushalts?\s?jahr\w*|planjahr\w*|laufendes jahr|lfd jahr|current year)\b/, 0],
];

/** `Planjahr +1`, `Vorvorjahr`, `2. Folgejahr`: how many years from that of the plan; null where a header does not say. */
export function yearsAwayOf(header: string): number | null {
  const [, sign, count] = STEPS.exec(header) ?? [];
  if (count !== undefined) return sign === '+' ? Number(count) : -Number(count);
  const words = normalWords(header);
  const counted = COUNTED_BEFORE.exec(words);
  if (counted !== null) return -Number(counted[1] ?? counted[2]);
  const before = BEFORE.exec(words)?.[1];
  if (before !== undefined) return -before.split('vor').length + 1;
  const after = AFTER.exec(words);
  if (after !== null) return Number(after[1] ?? after[2] ?? 1);
  return SHORT.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
