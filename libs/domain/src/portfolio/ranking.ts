import type { Choice, Limit, Selection, Use } from './choice';

/** A demand at its place in the ranking. Who is out by hand keeps the place and takes nothing. */
export interface RankedEntry {
  readonly id: string;
  readonly isIn: boolean;
  readonly startYear: number;
}

/** Where a demand ends up when money and staff are given out from the top. */
export interface RankedRow extends RankedEntry {
  /** `above` is covered, `below` is not because of `shortOf`, `off` was taken out by hand, `unplanned` cannot begin in that year. */
  readonly place: 'above' | 'below' | 'off' | 'unplanned';
  /** The limits that do not bear it any more, with what is missing. */
  readonly shortOf: readonly { readonly limit: number; readonly amount: number }[];
}

/** The ranking with its red lines. */
export interface Ranking {
  readonly rows: readonly RankedRow[];
  /** Place of the first demand that a limit does not bear, by limit; -1 where everything fits. */
  readonly lines: readonly number[];
  /** Place of the first demand that does not fit at all: the red line. */
  readonly redLine: number;
  readonly used: readonly number[];
  readonly selection: Selection;
}

const NOTHING: RankedRow['shortOf'] = [];

/**
 * Gives money and staff out from the top. What does not fit falls below the line and takes nothing; a smaller demand further down
 * may still fit and is in.
 */
export function rankingOf(choice: Choice, entries: readonly RankedEntry[]): Ranking {
  const candidates = new Map(choice.candidates.map((candidate) => [candidate.id, candidate]));
  const used = choice.limits.map(() => 0);
  const lines = choice.limits.map(() => -1);
  const selection = new Map<string, number>();
  let redLine = -1;
  const rows = entries.map(({ id, isIn, startYear }, place): RankedRow => {
    const start = candidates.get(id)?.starts.find(({ year }) => year === startYear);
    // Written out: a copy by spreading costs 5,000 demands as much as all the rest.
    if (!isIn) return { id, isIn, startYear, place: 'off', shortOf: NOTHING };
    if (start === undefined) return { id, isIn, startYear, place: 'unplanned', shortOf: NOTHING };
    const shortOf = shortagesOf(start.uses, used, choice.limits);
    if (shortOf.length > 0) {
      for (const { limit } of shortOf) if (lines[limit] === -1) lines[limit] = place;
      if (redLine === -1) redLine = place;
      return { id, isIn, startYear, place: 'below', shortOf };
    }
    for (const { limit, amount } of start.uses) used[limit] = (used[limit] ?? 0) + amount;
    selection.set(id, startYear);
    return { id, isIn, startYear, place: 'above', shortOf: NOTHING };
  });
  return { rows, lines, redLine, used, selection };
}

function shortagesOf(uses: readonly Use[], used: readonly number[], limits: readonly Limit[]): RankedRow['shortOf'] {
  let short: { limit: number; amount: number }[] | null = null;
  for (const { limit, amount } of uses) {
    const missing = (used[limit] ?? 0) + amount - (limits[limit]?.amount ?? 0);
    if (amount > 0 && missing > 0) (short ??= []).push({ limit, amount: missing });
  }
  return short ?? NOTHING;
}

/** The order to begin with: what is mandatory, then what is worth most, the name of equals deciding so that it never jumps. */
export function firstRanking(choice: Choice): RankedEntry[] {
  const worth = ({ starts }: Choice['candidates'][number]) => starts[0]?.value ?? 0;
  return [...choice.candidates]
    .sort(
      (a, b) =>
        Number(b.isMandatory) - Number(a.isMandatory) ||
        worth(b) - worth(a) ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    )
    .map(({ id, starts }) => ({ id, isIn: true, startYear: starts[0]?.year ?? 0 }));
}

/** A selection as a ranking: what is in first, in the order it had, then the rest taken out by hand. */
export function rankingFromSelection(entries: readonly RankedEntry[], selection: Selection): RankedEntry[] {
  const taken = entries.flatMap((entry) => {
    const startYear = selection.get(entry.id);
    return startYear === undefined ? [] : [{ ...entry, isIn: true, startYear }];
  });
  const left = entries.filter(({ id }) => !selection.has(id)).map((entry) => ({ ...entry, isIn: false }));
  return [...taken, ...left];
}
