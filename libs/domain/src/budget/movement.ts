import type { Cents } from '../shared/cents';
import type { PlainDate } from '../shared/plain-date';

/** Every kind of movement in the ledger, in the order of the formula R1. */
export const MOVEMENT_KINDS = [
  'appropriation',
  'carry_over',
  'over_plan',
  'outside_plan',
  'earmark',
  'transfer',
  'lock',
  'reservation',
  'commitment',
  'actual',
] as const;

/** One kind of movement. A release, reduction or credit is the same kind with the opposite sign. */
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/**
 * What one cent of each kind does to the available amount: the one table behind R1 (§ 27 Abs. 3 KomHKVO).
 * Kinds with +1 make up the adjusted appropriation (fortgeschriebener Ansatz), kinds with -1 take from it.
 */
export const MOVEMENT_EFFECT: Readonly<Record<MovementKind, 1 | -1>> = {
  appropriation: 1,
  carry_over: 1,
  over_plan: 1,
  outside_plan: 1,
  earmark: 1,
  transfer: 1,
  lock: -1,
  reservation: -1,
  commitment: -1,
  actual: -1,
};

/** Kinds that make up the adjusted appropriation, in formula order. */
export const AUTHORITY_KINDS: readonly MovementKind[] = MOVEMENT_KINDS.filter((kind) => MOVEMENT_EFFECT[kind] === 1);

/** Kinds that take from it: lock, reservation, commitment (Obligo), actual (Ist). */
export const CLAIM_KINDS: readonly MovementKind[] = MOVEMENT_KINDS.filter((kind) => MOVEMENT_EFFECT[kind] === -1);

/**
 * Kinds that a person books only within the authority. The others are decided elsewhere: a plan, a carry-over, a grant of
 * extra authority or a lock may also take from a line that has nothing left (T17b), and is then shown as it is.
 */
export const LIMITED_KINDS: readonly MovementKind[] = ['transfer', 'reservation', 'commitment', 'actual'];

/** What a movement does, without where it stands: enough to compute with. */
export interface MovementDraft {
  readonly kind: MovementKind;
  /** Whole cents, never 0; negative for a release, reduction, credit or a transfer that gives. */
  readonly amountCents: Cents;
}

/** A movement with its two clocks: the business date, and the instant from which we knew it. */
export interface DatedMovement extends MovementDraft {
  readonly bookedOn: PlainDate;
  /** ISO 8601 instant in UTC with a fixed number of digits, so that text order is time order. */
  readonly recordedAt: string;
}

/** True for a known kind. */
export function isMovementKind(raw: unknown): raw is MovementKind {
  return MOVEMENT_KINDS.some((kind) => kind === raw);
}
