import { type Cents, ZERO_CENTS, cents, splitCents, sumCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, daysBetween } from '../shared/plain-date';

/** How far a promise of money carries: a notice binds the giver, a word on the telephone does not. */
export const PROMISE_KINDS = ['binding', 'verbal'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** What is known of a grant (Zuwendung) in one fiscal year. */
export interface EarmarkFacts {
  /** Revenue that the plan expects for the purpose. */
  readonly plannedCents: Cents;
  /** Bindingly promised by notice; null while nothing binding has come. A verbal promise is never counted here. */
  readonly promisedCents: Cents | null;
  readonly receivedCents: Cents;
  /** Paid back because it was not used. */
  readonly refundedCents: Cents;
  /** The plan carries the note of § 18 Abs. 1 S. 4 KomHKVO: less revenue lowers the authority. */
  readonly lowersWithRevenue: boolean;
}

/** Revenue that is there or bindingly promised: all that extra expenditure may rest on. */
export function securedCents(facts: EarmarkFacts): Cents {
  return cents(Math.max(facts.promisedCents ?? 0, facts.receivedCents) - facts.refundedCents);
}

/**
 * Revenue as it is to be expected now: by the notice where there is one, else as planned. What has come in counts at least;
 * a plan without a notice has not fallen short because the money is still on its way.
 */
export function expectedCents(facts: EarmarkFacts): Cents {
  const announced = facts.promisedCents ?? facts.plannedCents;
  return cents(Math.max(announced, facts.receivedCents) - facts.refundedCents);
}

/**
 * What a grant does to the authority of its expense lines beyond the plan (R8, T8; § 18 KomHKVO). More revenue raises it as
 * far as it is secured; less revenue lowers it only with the note. Neither is extra authority in the sense of § 117 NKomVG.
 */
export function earmarkEffectCents(facts: EarmarkFacts): Cents {
  const more = cents(securedCents(facts) - facts.plannedCents);
  if (more > 0) return more;
  const less = cents(expectedCents(facts) - facts.plannedCents);
  return less < 0 && facts.lowersWithRevenue ? less : ZERO_CENTS;
}

/** What can happen to the money of a grant. A new notice replaces the one before; receipts and refunds add up. */
export type EarmarkStep =
  | { readonly kind: 'notice'; readonly promise: PromiseKind; readonly amountCents: Cents }
  | { readonly kind: 'receipt' | 'refund'; readonly amountCents: Cents };

/** What is known after a step. Only what came in can be paid back. */
export function afterStep(
  facts: EarmarkFacts,
  step: EarmarkStep,
): Outcome<EarmarkFacts, Refusal<'EARMARK_REFUND_EXCEEDED', { readonly receivedCents: Cents }>> {
  switch (step.kind) {
    case 'notice':
      return ok(step.promise === 'binding' ? { ...facts, promisedCents: step.amountCents } : facts);
    case 'receipt':
      return ok({ ...facts, receivedCents: cents(facts.receivedCents + step.amountCents) });
    case 'refund': {
      const refundedCents = cents(facts.refundedCents + step.amountCents);
      const receivedCents = cents(facts.receivedCents - facts.refundedCents);
      if (refundedCents > facts.receivedCents) {
        return refuse({ code: 'EARMARK_REFUND_EXCEEDED', params: { receivedCents } });
      }
      return ok({ ...facts, refundedCents });
    }
  }
}

/** An expense line that a grant is for. */
export interface EarmarkedLine {
  readonly lineId: string;
  /** What the plan spends on it from the grant; the effect is spread in this relation, where nothing is planned evenly. */
  readonly plannedCents: Cents;
  /** What the grant has already done to the line's authority. */
  readonly bookedCents: Cents;
}

/** A change of authority that is still to be written. */
export interface EarmarkChange {
  readonly lineId: string;
  readonly amountCents: Cents;
}

/**
 * What is still to be written so that the lines carry the effect of the grant to the cent. It is reckoned from what is
 * already there: the same notice recorded twice changes nothing the second time.
 */
export function earmarkChanges(facts: EarmarkFacts, lines: readonly EarmarkedLine[]): EarmarkChange[] {
  const isPlanned = lines.some(({ plannedCents }) => plannedCents > 0);
  const shares = splitCents(
    earmarkEffectCents(facts),
    lines.map(({ plannedCents }) => (isPlanned ? plannedCents : 1)),
  );
  return lines.flatMap(({ lineId, bookedCents }, at) => {
    const amountCents = cents((shares[at] ?? 0) - bookedCents);
    return amountCents === 0 ? [] : [{ lineId, amountCents }];
  });
}

/** The sum of changes: what one step does to the authority in all. */
export function changeCents(changes: readonly EarmarkChange[]): Cents {
  return sumCents(changes.map(({ amountCents }) => amountCents));
}

/** How the proof of use (Verwendungsnachweis) stands. */
export const PROOF_STATES = ['open', 'submitted', 'accepted'] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** Steps of the proof; the giver may ask for it again. */
const PROOF_STEPS: Readonly<Record<ProofState, readonly ProofState[]>> = {
  open: ['submitted'],
  submitted: ['accepted', 'open'],
  accepted: [],
};

/** Whether the proof may go from one state to the other. */
export function mayProofBecome(from: ProofState, to: ProofState): boolean {
  return PROOF_STEPS[from].includes(to);
}

/** From this many days before its day a deadline is named. */
export const DEADLINE_WARNING_DAYS = 90;

export type DeadlineState = 'none' | 'later' | 'soon' | 'overdue';

/** How near a deadline is. Without a day, or once it is met, there is nothing to watch. */
export function deadlineState(today: PlainDate, due: PlainDate | null, isMet: boolean): DeadlineState {
  if (due === null || isMet) return 'none';
  const days = daysBetween(today, due);
  if (days < 0) return 'overdue';
  return days < DEADLINE_WARNING_DAYS ? 'soon' : 'later';
}
