import { type Cents, ZERO_CENTS, cents, minCents, negateCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { MovementDraft } from './movement';

/** Life of an order document (Auftrag), from the reservation to the last invoice. */
export type OrderState = 'new' | 'reserved' | 'ordered' | 'partly_invoiced' | 'closed' | 'cancelled';

/** What can happen to an order. */
export type OrderStep =
  'reserve' | 'place' | 'increase' | 'reduce' | 'part_invoice' | 'final_invoice' | 'credit' | 'cancel';

/** Where an order stands. Open amounts never fall below zero. */
export interface OrderPosition {
  readonly state: OrderState;
  /** Still reserved (Mittelreservierung). */
  readonly reservedCents: Cents;
  /** Still committed (offenes Obligo). */
  readonly committedCents: Cents;
  /** Invoiced less credits (Ist). */
  readonly spentCents: Cents;
}

/** An order before its first step. */
export const NEW_ORDER: OrderPosition = {
  state: 'new',
  reservedCents: ZERO_CENTS,
  committedCents: ZERO_CENTS,
  spentCents: ZERO_CENTS,
};

/** Why a step is refused. */
export type OrderRefusal =
  | Refusal<
      'STEP_NOT_ALLOWED',
      { readonly step: OrderStep; readonly state: OrderState; readonly allowed: readonly OrderStep[] }
    >
  | Refusal<'AMOUNT_RANGE', { readonly minCents: Cents }>
  | Refusal<'COMMITMENT_EXCEEDED', { readonly openCents: Cents }>
  | Refusal<'CREDIT_EXCEEDED', { readonly spentCents: Cents }>;

/** What a step writes to the ledger and where the order stands then. */
export interface OrderProgress {
  readonly movements: readonly MovementDraft[];
  readonly position: OrderPosition;
}

interface OrderRule {
  readonly from: readonly OrderState[];
  /** State afterwards; null keeps the state. */
  readonly to: OrderState | null;
  /** Whether the step states an amount; a cancellation releases whatever is open. */
  readonly statesAmount: boolean;
  /** Movements that the step writes; amounts of zero are left out. */
  readonly writes: (position: OrderPosition, amountCents: Cents) => readonly MovementDraft[];
}

/**
 * The order life cycle as one table (T1b, T1c). An invoice consumes the open commitment as far as it reaches, and only the
 * excess touches the available amount; the final invoice releases what is left of the commitment.
 */
export const ORDER_STEPS: Readonly<Record<OrderStep, OrderRule>> = {
  reserve: {
    from: ['new'],
    to: 'reserved',
    statesAmount: true,
    writes: (_, amountCents) => [{ kind: 'reservation', amountCents }],
  },
  place: {
    from: ['new', 'reserved'],
    to: 'ordered',
    statesAmount: true,
    writes: (position, amountCents) => [
      { kind: 'reservation', amountCents: negateCents(position.reservedCents) },
      { kind: 'commitment', amountCents },
    ],
  },
  increase: {
    from: ['ordered', 'partly_invoiced'],
    to: null,
    statesAmount: true,
    writes: (_, amountCents) => [{ kind: 'commitment', amountCents }],
  },
  reduce: {
    from: ['ordered', 'partly_invoiced'],
    to: null,
    statesAmount: true,
    writes: (_, amountCents) => [{ kind: 'commitment', amountCents: negateCents(amountCents) }],
  },
  part_invoice: {
    from: ['ordered', 'partly_invoiced'],
    to: 'partly_invoiced',
    statesAmount: true,
    writes: (position, amountCents) => [
      { kind: 'commitment', amountCents: negateCents(minCents(position.committedCents, amountCents)) },
      { kind: 'actual', amountCents },
    ],
  },
  final_invoice: {
    from: ['ordered', 'partly_invoiced'],
    to: 'closed',
    statesAmount: true,
    writes: (position, amountCents) => [
      { kind: 'commitment', amountCents: negateCents(position.committedCents) },
      { kind: 'actual', amountCents },
    ],
  },
  credit: {
    from: ['partly_invoiced', 'closed', 'cancelled'],
    to: null,
    statesAmount: true,
    writes: (_, amountCents) => [{ kind: 'actual', amountCents: negateCents(amountCents) }],
  },
  cancel: {
    from: ['reserved', 'ordered', 'partly_invoiced'],
    to: 'cancelled',
    statesAmount: false,
    writes: (position) => [
      { kind: 'reservation', amountCents: negateCents(position.reservedCents) },
      { kind: 'commitment', amountCents: negateCents(position.committedCents) },
    ],
  },
};

/** Steps that a state allows, in the order in which an office takes them. */
export function orderStepsFrom(state: OrderState): OrderStep[] {
  return (Object.keys(ORDER_STEPS) as OrderStep[]).filter((step) => ORDER_STEPS[step].from.includes(state));
}

/**
 * Takes a step: which movements it writes and where the order then stands. The amount is positive for every step that
 * states one and ignored for the others. Whether the line has the authority is decided by `decideBooking`.
 */
export function takeOrderStep(
  position: OrderPosition,
  step: OrderStep,
  amountCents: Cents = ZERO_CENTS,
): Outcome<OrderProgress, OrderRefusal> {
  const rule = ORDER_STEPS[step];
  const refusal = refusalOf(position, step, amountCents);
  if (refusal !== null) return refuse(refusal);
  const movements = rule.writes(position, amountCents).filter((movement) => movement.amountCents !== 0);
  return ok({ movements, position: after(position, rule.to ?? position.state, movements) });
}

function refusalOf(position: OrderPosition, step: OrderStep, amountCents: Cents): OrderRefusal | null {
  const rule = ORDER_STEPS[step];
  if (!rule.from.includes(position.state)) {
    return {
      code: 'STEP_NOT_ALLOWED',
      params: { step, state: position.state, allowed: orderStepsFrom(position.state) },
    };
  }
  if (rule.statesAmount && amountCents <= 0) return { code: 'AMOUNT_RANGE', params: { minCents: cents(1) } };
  if (step === 'reduce' && amountCents > position.committedCents) {
    return { code: 'COMMITMENT_EXCEEDED', params: { openCents: position.committedCents } };
  }
  if (step === 'credit' && amountCents > position.spentCents) {
    return { code: 'CREDIT_EXCEEDED', params: { spentCents: position.spentCents } };
  }
  return null;
}

function after(position: OrderPosition, state: OrderState, movements: readonly MovementDraft[]): OrderPosition {
  const total = (kind: MovementDraft['kind'], start: Cents): Cents =>
    movements.reduce((sum, movement) => (movement.kind === kind ? cents(sum + movement.amountCents) : sum), start);
  return {
    state,
    reservedCents: total('reservation', position.reservedCents),
    committedCents: total('commitment', position.committedCents),
    spentCents: total('actual', position.spentCents),
  };
}
