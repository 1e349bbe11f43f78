import type { Limit } from './choice';
import { choiceOfRound, type RoundDemand, type RoundRoom } from './round-choice';
import { EXAMPLE_WEIGHTS } from './score';

/** A limit that no longer bears what is planned: which one, how much is missing, and the planned demands that draw on it. */
export interface LostCover {
  readonly limit: Limit;
  readonly planned: number;
  readonly missing: number;
  readonly demandIds: readonly string[];
}

/**
 * Cover that fell away after the planning (leap 5): the plan was cut, staff left, or more cases take its time. Limits in their order;
 * those who draw most come first. Nothing is decided here: a planned demand goes back by a step of its own, with a reason.
 */
export function lostCover(demands: readonly RoundDemand[], room: RoundRoom): LostCover[] {
  const planned = demands.filter(({ fixedYear }) => fixedYear !== null);
  // What is worth more plays no part among those that are in.
  const { choice } = choiceOfRound(planned, room, EXAMPLE_WEIGHTS);
  const draws = choice.limits.map((): { readonly id: string; readonly amount: number }[] => []);
  for (const { id, starts } of choice.candidates) {
    for (const { limit, amount } of starts[0]?.uses ?? []) draws[limit]?.push({ id, amount });
  }
  return choice.limits.flatMap((limit, at): LostCover[] => {
    const own = draws[at] ?? [];
    const sum = own.reduce((total, { amount }) => total + amount, 0);
    const missing = sum - limit.amount;
    if (missing <= 0) return [];
    const demandIds = [...own].sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
    return [{ limit, planned: sum, missing, demandIds }];
  });
}
