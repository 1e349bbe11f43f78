import type { Candidate, Choice, Limit } from './choice';

/** Why the mandatory demands cannot all be in, each with what a person needs to mend it. */
export type MandatoryConflict =
  | { readonly kind: 'no_start'; readonly id: string }
  | { readonly kind: 'need_missing'; readonly id: string; readonly other: string }
  | { readonly kind: 'excluded'; readonly id: string; readonly other: string }
  | {
      readonly kind: 'over_limit';
      readonly limit: Limit;
      readonly least: number;
      readonly missing: number;
      readonly ids: readonly string[];
    };

/** Everything that must be in: the mandatory demands and, over all steps, what they need or belong to. */
export function mandatoryCore({ candidates }: Choice): Candidate[] {
  const known = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const partners = new Map<string, string[]>();
  for (const { id, together } of candidates) {
    for (const other of together) {
      partners.set(id, [...(partners.get(id) ?? []), other]);
      partners.set(other, [...(partners.get(other) ?? []), id]);
    }
  }
  const core = new Set<string>();
  const queue = candidates.filter(({ isMandatory }) => isMandatory).map(({ id }) => id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (core.has(id)) continue;
    core.add(id);
    queue.push(...(known.get(id)?.needs ?? []), ...(partners.get(id) ?? []));
  }
  return candidates.filter(({ id }) => core.has(id));
}

/**
 * What speaks against the mandatory demands by itself: no start, a need that is not there, two that exclude each other, or a limit
 * below the least they take whichever way they begin. Empty does not prove that they fit: start years may still collide.
 */
export function mandatoryConflicts(choice: Choice): MandatoryConflict[] {
  const core = mandatoryCore(choice);
  const ids = new Set(core.map(({ id }) => id));
  const known = new Set(choice.candidates.map(({ id }) => id));
  const single = core.flatMap((own): MandatoryConflict[] => [
    ...(own.starts.length === 0 ? [{ kind: 'no_start', id: own.id } as const] : []),
    ...[...own.needs, ...own.together]
      .filter((other) => !known.has(other))
      .map((other): MandatoryConflict => ({ kind: 'need_missing', id: own.id, other })),
    ...own.excludes
      .filter((other) => ids.has(other))
      .map((other): MandatoryConflict => ({ kind: 'excluded', id: own.id, other })),
  ]);
  const limits = choice.limits.flatMap((limit, at): MandatoryConflict[] => {
    const takers = core.map(({ id, starts }) => ({
      id,
      least: Math.min(...starts.map(({ uses }) => uses.find((use) => use.limit === at)?.amount ?? 0)),
    }));
    const taking = takers.filter(({ least }) => Number.isFinite(least) && least > 0);
    const least = taking.reduce((sum, taker) => sum + taker.least, 0);
    if (least <= limit.amount) return [];
    taking.sort((a, b) => b.least - a.least);
    return [{ kind: 'over_limit', limit, least, missing: least - limit.amount, ids: taking.map(({ id }) => id) }];
  });
  return [...single, ...limits];
}
