import { WHOLE_BASIS_POINTS } from '../shared/ratio';
import { boundAt, findPrices, type Prices, reducedValues } from './bound';
import { type Choice, type Model, modelOf, type Selection, type Start } from './choice';
import { SelectionState } from './state';

/** A proposal, how good it is and how good the best could be. It decides nothing. */
export interface Proposal {
  readonly selection: Selection;
  readonly value: number;
  /** No selection is worth more than this. */
  readonly bound: number;
  readonly prices: Prices;
}

/** The mandatory demands that found no room in a first attempt; whether they fit in another way is for the solver to say. */
export interface NoProposal {
  readonly selection: null;
  readonly stuck: readonly string[];
}

/** How far a selection can be from the best, in basis points of the bound, rounded up: 37 is at most 0.37 %. */
export function gapBasisPoints({ value, bound }: { readonly value: number; readonly bound: number }): number {
  return bound <= value || bound <= 0 ? 0 : Math.ceil(((bound - value) * WHOLE_BASIS_POINTS) / bound);
}

/**
 * A first proposal at once: prices from the bound, then demands in the order of what they are worth beyond their price, then single
 * demands taken out and the room filled anew while that helps.
 */
export function firstProposal(choice: Choice, random: () => number, model = modelOf(choice)): Proposal | NoProposal {
  const begun = fill(choice, plainPreference(choice));
  if ('stuck' in begun) return begun;
  const { prices } = findPrices(model, begun.value);
  return proposalAt(model, prices, { known: begun, random });
}

/** The same with prices that somebody else found, for example the solver of the relaxed model. */
export function proposalAt(
  model: Model,
  prices: Prices,
  { known, random, rounds }: { known?: SelectionState; random: () => number; rounds?: number },
): Proposal | NoProposal {
  const preference = pricedPreference(model, prices);
  const priced = fill(model.choice, preference);
  const begun = known !== undefined && ('stuck' in priced || priced.value < known.value) ? known : priced;
  if ('stuck' in begun) return begun;
  const state = search(model.choice, begun, { preference, bound: boundAt(model, prices), random, rounds });
  return { selection: state.selection(), value: state.value, bound: boundAt(model, prices), prices };
}

/** In which order demands are tried, and of each demand the starts. */
interface Preference {
  readonly order: readonly number[];
  readonly startsOf: (candidate: number) => readonly Start[];
  /** What a demand is worth beyond what it pays: near zero is where the choice is hard. */
  readonly worthOf: (candidate: number) => number;
}

/** Before there are prices: worth by share of the limits that is taken, early starts first. */
function plainPreference(choice: Choice): Preference {
  const ratio = choice.candidates.map(({ starts }) =>
    Math.max(...starts.map((start) => start.value / (weightOf(choice, start) + 1e-9)), 0),
  );
  return {
    order: byWorth(ratio),
    startsOf: (candidate) => choice.candidates[candidate]?.starts ?? [],
    worthOf: (candidate) => ratio[candidate] ?? 0,
  };
}

function pricedPreference(model: Model, prices: Prices): Preference {
  const reduced = reducedValues(model, prices);
  const options = model.choice.candidates.map(({ starts }, candidate) =>
    starts
      .map((start, at) => ({ start, worth: reduced[model.ownVariables[candidate]?.[at] ?? -1] ?? 0 }))
      .sort((a, b) => b.worth - a.worth || a.start.year - b.start.year),
  );
  const worth = options.map((own) => own[0]?.worth ?? -Infinity);
  const starts = options.map((own) => own.map(({ start }) => start));
  return {
    order: byWorth(worth),
    startsOf: (candidate) => starts[candidate] ?? [],
    worthOf: (candidate) => worth[candidate] ?? 0,
  };
}

function byWorth(worth: readonly number[]): number[] {
  return worth.map((_, at) => at).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
}

/** The share of the limits that a start takes, added up over all of them. */
function weightOf({ limits }: Choice, { uses }: Start): number {
  return uses.reduce((sum, { limit, amount }) => sum + amount / Math.max(limits[limit]?.amount ?? 1, 1), 0);
}

/** Mandatory demands first, the heaviest before the light ones, then all others in order; what does not fit is passed over. */
function fill(choice: Choice, { order, startsOf }: Preference): SelectionState | NoProposal {
  const state = new SelectionState(choice);
  const least = choice.candidates.map(({ starts }) => Math.min(...starts.map((start) => weightOf(choice, start))));
  const mandatory = choice.candidates
    .flatMap(({ isMandatory }, at) => (isMandatory ? [at] : []))
    .sort((a, b) => (least[b] ?? 0) - (least[a] ?? 0) || a - b);
  const lightest = (candidate: number) =>
    [...(choice.candidates[candidate]?.starts ?? [])].sort((a, b) => weightOf(choice, a) - weightOf(choice, b));
  const stuck = mandatory.filter((at) => !state.has(at) && !state.tryAdd(at, startsOf) && !state.tryAdd(at, lightest));
  if (stuck.length > 0) return { selection: null, stuck: stuck.map((at) => choice.candidates[at]?.id ?? '') };
  for (const at of order) state.tryAdd(at, startsOf);
  return state;
}

/** Attempts times demands of a first search: counted, not timed, so that the same numbers give the same proposal everywhere. */
const FIRST_EFFORT = 60_000;
/** How much worse a step may be for a while, as a share of the value. */
const SLACK = 0.004;

/**
 * Takes some demands out and fills the room anew in a slightly shuffled order, over and over; a step may be a little worse, what is
 * best is kept. Demands whose price is so high or so low that no better selection could differ in them are left alone.
 */
function search(
  choice: Choice,
  begun: SelectionState,
  {
    preference,
    bound,
    random,
    rounds = Math.ceil(FIRST_EFFORT / Math.max(choice.candidates.length, 100)),
  }: { preference: Preference; bound: number; random: () => number; rounds?: number },
): SelectionState {
  const mandatory = choice.candidates.flatMap(({ isMandatory }, at) => (isMandatory ? [at] : []));
  let [best, current] = [begun, begun];
  let open = openOf(preference, bound - best.value);
  for (let round = 0; round < rounds && best.value < bound; round++) {
    const trial = current.copy();
    for (let taken = 1 + Math.floor(random() * 6); taken > 0; taken--)
      trial.remove(open[Math.floor(random() * open.length)] ?? 0);
    const shuffled = open.map((at) => ({
      at,
      worth: preference.worthOf(at) + (random() - 0.5) * spreadOf(begun, open),
    }));
    shuffled.sort((a, b) => b.worth - a.worth);
    for (const { at } of shuffled) trial.tryAdd(at, preference.startsOf);
    for (const at of preference.order) trial.tryAdd(at, preference.startsOf);
    if (
      trial.value < current.value - current.value * SLACK * (1 - round / rounds) ||
      !mandatory.every((at) => trial.has(at))
    )
      continue;
    current = trial;
    if (current.value <= best.value) continue;
    best = current;
    open = openOf(preference, bound - best.value);
  }
  return best;
}

/** Demands in whose place a better selection may differ: their worth beyond the price is within the gap. */
function openOf({ order, worthOf }: Preference, gap: number): number[] {
  const open = order.filter((at) => Math.abs(worthOf(at)) <= gap);
  return open.length > 0 ? open : [...order];
}

function spreadOf(begun: SelectionState, open: readonly number[]): number {
  return (begun.value / Math.max(open.length, 1)) * 0.6;
}
