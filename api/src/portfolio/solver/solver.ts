import type { Choice, Limit, MandatoryConflict, Prices, Selection } from '@etatlotse/domain/portfolio';

/** What the best proposal is asked for. */
export interface BestRequest {
  /** Stops when the proven gap is no larger: 50 is 0.50 %. */
  readonly gapBasisPoints: number;
  readonly seconds: number;
}

/** How far a search is. */
export interface SolverProgress {
  /** Worth of the best selection so far, in hundredths of a point; null while there is none. */
  readonly value: number | null;
  readonly bound: number | null;
  readonly seconds: number;
}

/** A selection with the proof of how good it is. Its worth and every limit are summed anew by whoever takes it over. */
export interface Found {
  readonly kind: 'found';
  readonly selection: Selection;
  readonly value: number;
  /** No selection is worth more: the solver's own bound, or the one by summing prices, whichever is tighter. */
  readonly bound: number;
  /** The bound that follows from the prices by summing alone. */
  readonly summedBound: number;
  readonly prices: Prices;
  readonly seconds: number;
  /** Stopped by time or by a person before the gap that was asked for. */
  readonly isStopped: boolean;
}

/** The mandatory demands do not fit: what speaks against them, and the cheapest raises with which they would. */
export interface Impossible {
  readonly kind: 'impossible';
  readonly conflicts: readonly MandatoryConflict[];
  readonly raises: readonly { readonly limit: Limit; readonly amount: number }[];
  readonly seconds: number;
}

/** A first attempt did not place every mandatory demand; that proves nothing yet. */
export interface Undecided {
  readonly kind: 'undecided';
  readonly stuck: readonly string[];
  readonly seconds: number;
}

export type FirstAnswer = Found | Undecided;
export type BestAnswer = Found | Impossible | Undecided;

/** What a search is watched and stopped by. */
export interface SolverControl {
  onProgress?(progress: SolverProgress): void;
  /** Asks to stop: what is best so far is the answer. */
  readonly signal?: AbortSignal;
}

/** Finds portfolios beside the main thread. */
export interface PortfolioSolver {
  /** At once, without a solver: greedy and local search with a bound by prices. */
  first(choice: Choice): Promise<FirstAnswer>;
  /** With a solver, until the gap is proved or time is up. */
  best(choice: Choice, request: BestRequest, control?: SolverControl): Promise<BestAnswer>;
}

/** The token under which the solver is injected. */
export const PORTFOLIO_SOLVER = Symbol('PortfolioSolver');
