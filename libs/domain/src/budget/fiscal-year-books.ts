import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';

/** State of a year's books: not yet open, open for bookings, or closed. */
export type BooksState = 'planned' | 'open' | 'closed';

/** What can be done with a year's books. */
export type BooksStep = 'open' | 'close' | 'reopen';

/** What a step asks for. */
export type BooksRequirement = 'reason' | 'second_person' | 'reconciled';

interface BooksRule {
  readonly from: BooksState;
  readonly to: BooksState;
  readonly requires: readonly BooksRequirement[];
}

/** The life of a year's books as one table. Closing asks for reconciled figures, reopening for a reason, both for four eyes. */
export const BOOKS_STEPS: Readonly<Record<BooksStep, BooksRule>> = {
  open: { from: 'planned', to: 'open', requires: [] },
  close: { from: 'open', to: 'closed', requires: ['reconciled', 'second_person'] },
  reopen: { from: 'closed', to: 'open', requires: ['reason', 'second_person'] },
};

/** What is known when a step is taken. */
export interface BooksFacts {
  readonly requestedBy: string;
  /** The person who confirms; null when nobody has. */
  readonly approvedBy: string | null;
  readonly reason: string | null;
  /** Whether every balance of the year equals its movements (reconciliation 0.00). */
  readonly isReconciled: boolean;
}

/** Why a step on the books is refused. */
export type BooksRefusal =
  | Refusal<
      'STEP_NOT_ALLOWED',
      { readonly step: BooksStep; readonly state: BooksState; readonly allowed: readonly BooksStep[] }
    >
  | Refusal<'REQUIREMENT_MISSING', { readonly missing: readonly BooksRequirement[] }>;

/** Steps that a state allows. */
export function booksStepsFrom(state: BooksState): BooksStep[] {
  return (Object.keys(BOOKS_STEPS) as BooksStep[]).filter((step) => BOOKS_STEPS[step].from === state);
}

/** Takes a step on the books of a year, or says what is missing. */
export function takeBooksStep(
  state: BooksState,
  step: BooksStep,
  facts: BooksFacts,
): Outcome<BooksState, BooksRefusal> {
  const rule = BOOKS_STEPS[step];
  if (rule.from !== state) {
    return refuse({ code: 'STEP_NOT_ALLOWED', params: { step, state, allowed: booksStepsFrom(state) } });
  }
  const missing = rule.requires.filter((requirement) => !isMet(requirement, facts));
  return missing.length === 0 ? ok(rule.to) : refuse({ code: 'REQUIREMENT_MISSING', params: { missing } });
}

function isMet(requirement: BooksRequirement, facts: BooksFacts): boolean {
  switch (requirement) {
    case 'reason':
      return facts.reason !== null && facts.reason.trim() !== '';
    case 'second_person':
      return facts.approvedBy !== null && facts.approvedBy !== facts.requestedBy;
    case 'reconciled':
      return facts.isReconciled;
  }
}
