import { type Candidate, type Choice, type Limit, type Selection, startIn, valueOf } from './choice';

/** What a limit allows and what a selection takes from it. */
export interface LimitUse extends Limit {
  readonly used: number;
  /** Negative where more is taken than there is. */
  readonly left: number;
}

/** Why a selection cannot stand, with the figures a person needs. */
export type Breach =
  | { readonly kind: 'over_limit'; readonly limit: Limit; readonly used: number; readonly missing: number }
  | { readonly kind: 'mandatory_out'; readonly id: string }
  | { readonly kind: 'unknown_demand'; readonly id: string }
  | { readonly kind: 'start_not_possible'; readonly id: string; readonly year: number }
  | { readonly kind: 'need_out'; readonly id: string; readonly other: string }
  | { readonly kind: 'need_later'; readonly id: string; readonly other: string; readonly otherYear: number }
  | { readonly kind: 'both_excluded'; readonly id: string; readonly other: string }
  | { readonly kind: 'apart'; readonly id: string; readonly other: string };

/** A selection summed anew: what it is worth, what it takes, and everything that speaks against it. */
export interface SelectionCheck {
  readonly value: number;
  readonly uses: readonly LimitUse[];
  readonly breaches: readonly Breach[];
}

/** Sums every limit and follows every dependency of a selection, whoever proposed it. */
export function checkSelection(choice: Choice, selection: Selection): SelectionCheck {
  const uses = usesOf(choice, selection);
  const known = new Set(choice.candidates.map(({ id }) => id));
  const breaches: Breach[] = [
    ...uses
      .filter(({ left }) => left < 0)
      .map(({ used, left, ...limit }): Breach => ({ kind: 'over_limit', limit, used, missing: -left })),
    ...[...selection.keys()].filter((id) => !known.has(id)).map((id): Breach => ({ kind: 'unknown_demand', id })),
    ...choice.candidates.flatMap((candidate) => breachesOf(candidate, selection)),
  ];
  return { value: valueOf(choice, selection), uses, breaches };
}

/** What a selection takes from each limit, in the order of the limits. */
export function usesOf({ limits, candidates }: Choice, selection: Selection): LimitUse[] {
  const used = limits.map(() => 0);
  for (const candidate of candidates) {
    for (const { limit, amount } of startIn(candidate, selection)?.uses ?? [])
      used[limit] = (used[limit] ?? 0) + amount;
  }
  return limits.map((limit, at) => ({ ...limit, used: used[at] ?? 0, left: limit.amount - (used[at] ?? 0) }));
}

function breachesOf(candidate: Candidate, selection: Selection): Breach[] {
  const { id, isMandatory, needs, excludes, together } = candidate;
  const year = selection.get(id);
  if (year === undefined) {
    const apart = together.filter((other) => selection.has(other));
    return [
      ...(isMandatory ? [{ kind: 'mandatory_out', id } as const] : []),
      ...apart.map((other): Breach => ({ kind: 'apart', id, other })),
    ];
  }
  const breaches: Breach[] = [];
  if (startIn(candidate, selection) === undefined) breaches.push({ kind: 'start_not_possible', id, year });
  for (const other of needs) {
    const otherYear = selection.get(other);
    if (otherYear === undefined) breaches.push({ kind: 'need_out', id, other });
    else if (otherYear > year) breaches.push({ kind: 'need_later', id, other, otherYear });
  }
  for (const other of excludes) if (selection.has(other)) breaches.push({ kind: 'both_excluded', id, other });
  for (const other of together) if (!selection.has(other)) breaches.push({ kind: 'apart', id, other });
  return breaches;
}
