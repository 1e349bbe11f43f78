import type { Model, Row } from './choice';

/** A price for each row of the model: what one more unit of its right side is worth. */
export type Prices = readonly number[];

/**
 * The most any selection can be worth, proved by summing alone: pay the price of every row, then let each demand take its best
 * start or none. True for whatever prices, as long as rows of the kind at most have none below zero; those are lifted to zero.
 */
export function boundAt(model: Model, prices: Prices): number {
  const reduced = reducedValues(model, prices);
  const paid = model.rows.reduce((sum, row, at) => sum + priceOf(row, prices[at]) * row.right, 0);
  const taken = model.ownVariables.reduce((sum, own, candidate) => sum + bestOf(model, { own, candidate, reduced }), 0);
  // Values are whole hundredths, so no selection lies between the sum and the whole number below it.
  return Math.floor(paid + taken + 1e-6);
}

/** What each variable is worth after it has paid for everything it takes. */
export function reducedValues({ variables, rows }: Model, prices: Prices): Float64Array {
  const reduced = Float64Array.from(variables, ({ value }) => value);
  rows.forEach((row, at) => {
    const price = priceOf(row, prices[at]);
    if (price === 0) return;
    for (const { variable, factor } of row.terms) reduced[variable] = (reduced[variable] ?? 0) - price * factor;
  });
  return reduced;
}

function priceOf({ sense }: Row, price = 0): number {
  return sense === 'at_most' ? Math.max(price, 0) : price;
}

function bestOf(
  { choice }: Model,
  { own, candidate, reduced }: { own: readonly number[]; candidate: number; reduced: Float64Array },
): number {
  const best = Math.max(...own.map((variable) => reduced[variable] ?? 0), -Infinity);
  if (choice.candidates[candidate]?.isMandatory === true && own.length > 0) return best;
  return Math.max(best, 0);
}

const ROUNDS = 220;
const PATIENCE = 12;

/**
 * Prices found by walking down the bound (subgradient steps after Polyak): no solver, a few milliseconds, good enough to say at once
 * how far a first proposal can be from the best. `reachedValue` is what some selection is known to be worth.
 */
export function findPrices(model: Model, reachedValue: number): { readonly prices: Prices; readonly bound: number } {
  const scales = model.rows.map(scaleOf);
  const walk = {
    scaled: new Float64Array(model.rows.length),
    best: new Float64Array(model.rows.length),
    bound: Infinity,
    pace: 1,
  };
  let waited = 0;
  for (let round = 0; round < ROUNDS && waited < PATIENCE * 6; round++) {
    const prices = Array.from(walk.scaled, (price, at) => price / (scales[at] ?? 1));
    const bound = boundAt(model, prices);
    waited += 1;
    if (bound < walk.bound) {
      if (bound < walk.bound * 0.9999) waited = 0;
      walk.bound = bound;
      walk.best.set(walk.scaled);
    } else if (waited % PATIENCE === 0) {
      walk.pace /= 2;
      walk.scaled.set(walk.best);
    }
    step(model, walk, { prices, scales, distance: bound - reachedValue });
  }
  const prices = Array.from(walk.best, (price, at) => price / (scales[at] ?? 1));
  return { prices, bound: boundAt(model, prices) };
}

/** Rows are walked as if each right side were one, else cents would drown the rest. */
function scaleOf(row: Row): number {
  return row.limit === null ? 1 : Math.max(Math.abs(row.right), ...row.terms.map(({ factor }) => Math.abs(factor)), 1);
}

function step(
  model: Model,
  walk: { scaled: Float64Array; pace: number },
  { prices, scales, distance }: { prices: Prices; scales: readonly number[]; distance: number },
): void {
  const taken = takenAt(model, prices);
  const excess = model.rows.map((row, at) => {
    const used = row.terms.reduce((sum, { variable, factor }) => sum + factor * (taken[variable] ?? 0), 0);
    return (used - row.right) / (scales[at] ?? 1);
  });
  const isFree = (at: number) => model.rows[at]?.sense === 'exactly';
  const length = excess.reduce((sum, over, at) => {
    const isStuck = over < 0 && walk.scaled[at] === 0 && !isFree(at);
    return isStuck ? sum : sum + over * over;
  }, 0);
  if (length === 0) return;
  const size = (walk.pace * Math.max(distance, 1)) / length;
  excess.forEach((over, at) => {
    const moved = (walk.scaled[at] ?? 0) + size * over;
    walk.scaled[at] = isFree(at) ? moved : Math.max(moved, 0);
  });
}

/** The best start of each demand at these prices. */
function takenAt(model: Model, prices: Prices): Uint8Array {
  const reduced = reducedValues(model, prices);
  const taken = new Uint8Array(model.variables.length);
  model.ownVariables.forEach((own, candidate) => {
    let best = model.choice.candidates[candidate]?.isMandatory === true ? -Infinity : 0;
    let chosen = -1;
    for (const variable of own) {
      if ((reduced[variable] ?? 0) > best) [best, chosen] = [reduced[variable] ?? 0, variable];
    }
    if (chosen >= 0) taken[chosen] = 1;
  });
  return taken;
}
