import type { Candidate, Choice, Selection, Start } from './choice';
import { checkSelection } from './selection-check';

/** The mulberry32 sequence. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Starting in 2027 with what it takes from each limit in turn. */
export const start = (value: number, amounts: readonly number[], year = 2027): Start => ({
  year,
  value,
  uses: amounts.map((amount, limit) => ({ limit, amount })),
});

export const demand = (id: string, starts: readonly Start[], changes: Partial<Candidate> = {}): Candidate => ({
  id,
  starts,
  isMandatory: false,
  needs: [],
  excludes: [],
  together: [],
  ...changes,
});

export const money = (amount: number, year = 2027) => ({ kind: 'money', frame: 'CORE', year, amount }) as const;
export const fte = (amount: number, year = 2027) => ({ kind: 'fte', frame: null, year, amount }) as const;

/** The best selection by trying all of them; null where none keeps the rules. */
export function bruteForce(choice: Choice): { value: number; selection: Selection } | null {
  let best: { value: number; selection: Selection } | null = null;
  const walk = (at: number, selection: Map<string, number>) => {
    const candidate = choice.candidates[at];
    if (candidate === undefined) {
      const { value, breaches } = checkSelection(choice, selection);
      if (breaches.length === 0 && (best === null || value > best.value))
        best = { value, selection: new Map(selection) };
      return;
    }
    walk(at + 1, selection);
    for (const { year } of candidate.starts) {
      selection.set(candidate.id, year);
      walk(at + 1, selection);
      selection.delete(candidate.id);
    }
  };
  walk(0, new Map());
  return best;
}
