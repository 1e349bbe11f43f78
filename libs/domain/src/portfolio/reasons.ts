import { type Prices, reducedValues } from './bound';
import type { Choice, Limit, Model, Selection, Start } from './choice';
import { usesOf } from './selection-check';
import { SelectionState } from './state';

/** How much of a limit is missing. */
export interface Missing {
  readonly limit: Limit;
  readonly amount: number;
}

/** Demands that would have to go to make room, and what is lost by it, in hundredths of a point. */
export interface Exchange {
  readonly out: readonly string[];
  /** What comes in less what goes; negative where the exchange is worse than what stands. */
  readonly gain: number;
}

/** Why a demand is not in, and the cheapest change that would bring it in. */
export interface OutReason {
  readonly id: string;
  readonly kind: 'no_start' | 'need_missing' | 'excluded' | 'no_room' | 'fits';
  /** What it needs and what is not in the choice at all. */
  readonly needsMissing: readonly string[];
  /** What is in and excludes it or somebody it needs. */
  readonly excludedBy: readonly string[];
  /** What would have to come in with it. */
  readonly company: readonly string[];
  /** The start for which least is missing; null where there is none. */
  readonly startYear: number | null;
  readonly missing: readonly Missing[];
  readonly exchange: Exchange | null;
  /** What it is worth, and what the room it takes is worth elsewhere (shadow prices); null without prices. */
  readonly value: number;
  readonly roomValue: number | null;
}

/** Explains for each demand that is not in what would have to change, all else staying as it is. */
export function outReasons(model: Model, selection: Selection, prices: Prices | null): OutReason[] {
  const { choice } = model;
  const state = stateOf(choice, selection);
  const reduced = prices === null ? null : reducedValues(model, prices);
  return choice.candidates.flatMap(({ id }, at) => {
    if (selection.has(id)) return [];
    const worth = reduced === null ? null : Math.max(...(model.ownVariables[at] ?? []).map((own) => reduced[own] ?? 0));
    return [reasonOf(choice, { at, state, selection, worth })];
  });
}

/** A selection that was checked before, as a state to try changes on. */
function stateOf(choice: Choice, selection: Selection): SelectionState {
  const state = new SelectionState(choice);
  for (let changed = true; changed;) {
    changed = false;
    choice.candidates.forEach(({ id, starts }, at) => {
      const year = selection.get(id);
      if (year === undefined) return;
      if (state.tryAdd(at, (one) => startsFor(choice, one, selection, at === one ? starts : undefined))) changed = true;
    });
  }
  return state;
}

function startsFor(choice: Choice, at: number, selection: Selection, own?: readonly Start[]): readonly Start[] {
  const candidate = choice.candidates[at];
  return (own ?? candidate?.starts ?? []).filter(({ year }) => year === selection.get(candidate?.id ?? ''));
}

function reasonOf(
  choice: Choice,
  { at, state, selection, worth }: { at: number; state: SelectionState; selection: Selection; worth: number | null },
): OutReason {
  const { id, starts, needs, together } = choice.candidates[at] ?? nobody;
  const value = Math.max(...starts.map((start) => start.value), 0);
  const known = new Set(choice.candidates.map((candidate) => candidate.id));
  const needsMissing = [...needs, ...together].filter((other) => !known.has(other));
  const company = state.companyOf(at);
  const names = (company ?? []).map((one) => choice.candidates[one]?.id ?? '');
  const base = {
    id,
    value,
    roomValue: worth === null || starts.length === 0 ? null : Math.round(value - worth),
    needsMissing,
    excludedBy: [],
    company: names.filter((name) => name !== id),
    startYear: null,
    missing: [],
    exchange: null,
  };
  if (starts.length === 0) return { ...base, kind: 'no_start' };
  if (company === null) return { ...base, kind: 'need_missing' };
  const excludedBy = excludersOf(choice, company, selection);
  const least = leastMissing(choice, company, { at, selection });
  const exchange = exchangeFor(choice, { at, state, excludedBy });
  const told = { ...base, excludedBy, startYear: least.year, missing: least.missing, exchange };
  if (excludedBy.length > 0) return { ...told, kind: 'excluded' };
  return { ...told, kind: least.missing.length > 0 ? 'no_room' : 'fits' };
}

const nobody = {
  id: '',
  starts: [] as readonly Start[],
  needs: [] as readonly string[],
  together: [] as readonly string[],
};

function excludersOf({ candidates }: Choice, company: readonly number[], selection: Selection): string[] {
  const coming = new Set(company.map((at) => candidates[at]?.id ?? ''));
  const found = new Set<string>();
  for (const { id, excludes } of candidates) {
    for (const other of excludes) {
      if (coming.has(id) && selection.has(other)) found.add(other);
      if (coming.has(other) && selection.has(id)) found.add(id);
    }
  }
  return [...found];
}

/** The start of a demand (its company at their least) for which the fewest shares of the limits are missing. */
function leastMissing(
  choice: Choice,
  company: readonly number[],
  { at, selection }: { at: number; selection: Selection },
): { year: number | null; missing: Missing[] } {
  const left = usesOf(choice, selection).map((use) => use.left);
  const others = company
    .filter((one) => one !== at)
    .map((one) => lightest(choice, choice.candidates[one]?.starts ?? []));
  const options = (choice.candidates[at]?.starts ?? []).map((start) => {
    const needed = left.map((amount) => -amount);
    const touched = new Set<number>();
    for (const { uses } of [start, ...others.filter((one) => one !== null)]) {
      for (const { limit, amount } of uses) {
        needed[limit] = (needed[limit] ?? 0) + amount;
        if (amount > 0) touched.add(limit);
      }
    }
    const missing = choice.limits.flatMap((limit, index): Missing[] => {
      const amount = needed[index] ?? 0;
      return touched.has(index) && amount > 0 ? [{ limit, amount }] : [];
    });
    return { year: start.year, missing, share: shareOf(missing) };
  });
  const best = options.reduce((least, option) => (option.share < least.share ? option : least), options[0] ?? none);
  return { year: best.year, missing: best.missing };
}

const none: { year: number | null; missing: Missing[]; share: number } = { year: null, missing: [], share: 0 };

const shareOf = (missing: readonly Missing[]): number =>
  missing.reduce((sum, { limit, amount }) => sum + amount / Math.max(limit.amount, 1), 0);

function lightest({ limits }: Choice, starts: readonly Start[]): Start | null {
  const weight = ({ uses }: Start) =>
    uses.reduce((sum, { limit, amount }) => sum + amount / Math.max(limits[limit]?.amount ?? 1, 1), 0);
  return starts.reduce<Start | null>(
    (best, start) => (best === null || weight(start) < weight(best) ? start : best),
    null,
  );
}

const TRIED_EXCHANGES = 60;

/** The one demand (with what cannot stay without it) whose going makes room at the smallest loss. Mandatory ones never go. */
function exchangeFor(
  choice: Choice,
  { at, state, excludedBy }: { at: number; state: SelectionState; excludedBy: readonly string[] },
): Exchange | null {
  const isOpen = (one: number) => state.has(one) && choice.candidates[one]?.isMandatory === false;
  const inside = choice.candidates
    .map((_, one) => one)
    .filter((one) => isOpen(one) && (excludedBy.length === 0 || excludedBy.includes(choice.candidates[one]?.id ?? '')))
    .sort((a, b) => (state.startOf(a)?.value ?? 0) - (state.startOf(b)?.value ?? 0))
    .slice(0, TRIED_EXCHANGES);
  let best: Exchange | null = null;
  for (const one of inside) {
    const trial = state.copy();
    const out = trial.remove(one).map(({ candidate }) => candidate);
    if (out.some((gone) => choice.candidates[gone]?.isMandatory === true)) continue;
    if (!trial.tryAdd(at, (own) => choice.candidates[own]?.starts ?? [])) continue;
    const gain = trial.value - state.value;
    if (best !== null && gain <= best.gain) continue;
    best = { out: out.map((gone) => choice.candidates[gone]?.id ?? ''), gain };
  }
  return best;
}
