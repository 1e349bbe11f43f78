import { type Cents, ZERO_CENTS, cents, sumCents } from '../shared/cents';
import type { PlainDate } from '../shared/plain-date';
import {
  AUTHORITY_KINDS,
  CLAIM_KINDS,
  type DatedMovement,
  MOVEMENT_EFFECT,
  MOVEMENT_KINDS,
  type MovementDraft,
  type MovementKind,
} from './movement';

/** What stands on a line (or pool, or frame) in one fiscal year: the sum of its movements, one amount per kind. */
export interface LineBalance {
  readonly appropriationCents: Cents;
  readonly carryOverCents: Cents;
  readonly overPlanCents: Cents;
  readonly outsidePlanCents: Cents;
  readonly earmarkCents: Cents;
  readonly transferCents: Cents;
  readonly lockCents: Cents;
  readonly reservationCents: Cents;
  readonly commitmentCents: Cents;
  readonly actualCents: Cents;
}

/** Where each kind is kept in a balance. */
export const BALANCE_FIELD: Readonly<Record<MovementKind, keyof LineBalance>> = {
  appropriation: 'appropriationCents',
  carry_over: 'carryOverCents',
  over_plan: 'overPlanCents',
  outside_plan: 'outsidePlanCents',
  earmark: 'earmarkCents',
  transfer: 'transferCents',
  lock: 'lockCents',
  reservation: 'reservationCents',
  commitment: 'commitmentCents',
  actual: 'actualCents',
};

/** A line without any movement. */
export const EMPTY_BALANCE: LineBalance = buildBalance(() => ZERO_CENTS);

/** The amount of one kind in a balance. */
export function amountOf(balance: LineBalance, kind: MovementKind): Cents {
  return balance[BALANCE_FIELD[kind]];
}

/** Fortgeschriebener Ansatz: everything that grants authority, transfers net (R1, first line). */
export function adjustedAppropriationCents(balance: LineBalance): Cents {
  return sumCents(AUTHORITY_KINDS.map((kind) => amountOf(balance, kind)));
}

/** Bound but not spent: reservations and open commitments (Reservierung and Obligo). */
export function boundCents(balance: LineBalance): Cents {
  return cents(balance.reservationCents + balance.commitmentCents);
}

/** Verfügbar: adjusted appropriation less lock, reservation, open commitment and actual (R1, T1). May be negative. */
export function availableCents(balance: LineBalance): Cents {
  return sumCents(MOVEMENT_KINDS.map((kind) => cents(MOVEMENT_EFFECT[kind] * amountOf(balance, kind))));
}

/** What movements together do to the available amount; negative when they take from it. */
export function effectCents(movements: readonly MovementDraft[]): Cents {
  return sumCents(movements.map((movement) => cents(MOVEMENT_EFFECT[movement.kind] * movement.amountCents)));
}

/** The balance that movements add up to (T1e). Throws RangeError when a sum leaves the exact range. */
export function balanceOf(movements: Iterable<MovementDraft>): LineBalance {
  return withMovements(EMPTY_BALANCE, movements);
}

/** A balance after further movements. */
export function withMovements(balance: LineBalance, movements: Iterable<MovementDraft>): LineBalance {
  const next: Record<keyof LineBalance, Cents> = { ...balance };
  for (const { kind, amountCents } of movements) {
    const field = BALANCE_FIELD[kind];
    next[field] = cents(next[field] + amountCents);
  }
  return next;
}

/** Adds balances kind by kind: lines to a pool, a frame, a city. */
export function sumBalances(balances: readonly LineBalance[]): LineBalance {
  return buildBalance((field) => sumCents(balances.map((balance) => balance[field])));
}

/** The balance of a past day by the business clock: movements booked on that day or before count (T1e "at any date"). */
export function balanceOn(movements: readonly DatedMovement[], day: PlainDate): LineBalance {
  return balanceOf(movements.filter((movement) => movement.bookedOn <= day));
}

/** The balance as it was known at an instant (ISO 8601, UTC): movements recorded until then count. */
export function balanceKnownAt(movements: readonly DatedMovement[], instant: string): LineBalance {
  return balanceOf(movements.filter((movement) => movement.recordedAt <= instant));
}

/** One row of the formula behind an available amount: a signed step, or a total of what stands above it. */
export interface FormulaStep {
  readonly part: MovementKind | 'adjusted_appropriation' | 'available';
  readonly role: 'step' | 'total';
  /** For a step: what it does to the running sum, signed. For a total: the sum itself. */
  readonly amountCents: Cents;
  /** The running sum after this row; the bars of the waterfall end here. */
  readonly runningCents: Cents;
}

/** The formula R1 with its figures, in order, for the proof and the waterfall. Rows of zero stay: the formula is always whole. */
export function formulaOf(balance: LineBalance): FormulaStep[] {
  const granting = steps(balance, AUTHORITY_KINDS, ZERO_CENTS);
  const adjusted = adjustedAppropriationCents(balance);
  return [
    ...granting,
    { part: 'adjusted_appropriation', role: 'total', amountCents: adjusted, runningCents: adjusted },
    ...steps(balance, CLAIM_KINDS, adjusted),
    { part: 'available', role: 'total', amountCents: availableCents(balance), runningCents: availableCents(balance) },
  ];
}

function steps(balance: LineBalance, kinds: readonly MovementKind[], start: Cents): FormulaStep[] {
  let running = start;
  return kinds.map((kind) => {
    const amountCents = cents(MOVEMENT_EFFECT[kind] * amountOf(balance, kind));
    running = cents(running + amountCents);
    return { part: kind, role: 'step', amountCents, runningCents: running };
  });
}

function buildBalance(amountFor: (field: keyof LineBalance) => Cents): LineBalance {
  return {
    appropriationCents: amountFor('appropriationCents'),
    carryOverCents: amountFor('carryOverCents'),
    overPlanCents: amountFor('overPlanCents'),
    outsidePlanCents: amountFor('outsidePlanCents'),
    earmarkCents: amountFor('earmarkCents'),
    transferCents: amountFor('transferCents'),
    lockCents: amountFor('lockCents'),
    reservationCents: amountFor('reservationCents'),
    commitmentCents: amountFor('commitmentCents'),
    actualCents: amountFor('actualCents'),
  };
}
