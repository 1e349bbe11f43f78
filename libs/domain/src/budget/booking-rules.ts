import { type Cents, MAX_AMOUNT_CENTS, ZERO_CENTS, cents } from '../shared/cents';
import type { FiscalYear } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type LineBalance, availableCents, effectCents, withMovements } from './availability';
import type { BooksState } from './fiscal-year-books';
import { CLAIM_KINDS, LIMITED_KINDS, type MovementDraft, type MovementKind } from './movement';
import {
  decideProvisional,
  type ProvisionalClaim,
  type ProvisionalFacts,
  type ProvisionalRefusal,
} from './provisional';
import { rulePackFor } from './rule-pack';
import { type CoverFacts, type WayOutCode, waysOutFor } from './ways-out';

/** Whether new bookings may be made on a line. A closed line still settles the orders it has. */
export type LineState = 'open' | 'closed';

/** Everything a booking is judged by. The caller holds the lock on the balance, so these figures cannot move. */
export interface BookingSituation {
  readonly fiscalYear: FiscalYear;
  readonly booksState: BooksState;
  readonly lineState: LineState;
  /** Whether a plan version is in force for the year; without one § 116 NKomVG applies. */
  readonly isPlanInForce: boolean;
  /** What a ground under § 116 NKomVG is judged by; only read while no plan is in force. */
  readonly provisional?: ProvisionalFacts;
  /** The ground that the booking states; null or left out where it states none. */
  readonly claim?: ProvisionalClaim | null;
  /** The line's own balance before the booking. */
  readonly balance: LineBalance;
  /** Sum of the balances of the line's cover pool, the line included; left out for a line outside any pool. */
  readonly poolBalance?: LineBalance;
  /**
   * The line's frame has no known ceiling and nothing was ever granted: what is available is unknown, not zero (R26).
   * Then nothing is checked and the booking needs a reason.
   */
  readonly isAuthorityUnknown?: boolean;
  /** The reason given with the booking; null or blank where there is none. */
  readonly reason?: string | null;
  /** From this amount on a second person must approve; null or left out: never. */
  readonly fourEyesFromCents?: Cents | null;
  /** What is known about cover, for the ways out. */
  readonly cover?: CoverFacts;
}

/** A booking that may be written. */
export interface BookingDecision {
  readonly balanceAfter: LineBalance;
  /** Available after the booking, at the level that was checked. */
  readonly availableCents: Cents;
  readonly checkedLevel: BookingLevel;
  /** True when the amount needs a second person before it is written. */
  readonly needsSecondPerson: boolean;
  /** The ground under which the booking stands without a plan in force; null with one, or where nothing is taken. */
  readonly provisional: ProvisionalClaim | null;
}

/** Where availability counts: on the line, or in its pool (§ 19 KomHKVO). */
export type BookingLevel = 'line' | 'pool';

/** Everything that stays as it was when a booking is refused. */
export const UNCHANGED_BY_REFUSAL = ['movements', 'balance', 'order'] as const;

/** The authority does not suffice. Amounts are exact: no rounding in a refusal. */
export type BudgetExceeded = Refusal<
  'BUDGET_EXCEEDED',
  {
    readonly missingCents: Cents;
    readonly availableCents: Cents;
    /** What the booking would take in all. */
    readonly neededCents: Cents;
    readonly checkedLevel: BookingLevel;
    readonly rule: string;
    readonly waysOut: readonly WayOutCode[];
    readonly unchanged: typeof UNCHANGED_BY_REFUSAL;
  }
>;

/** Every reason for which a booking is refused. */
export type BookingRefusal =
  | Refusal<'BOOKING_EMPTY'>
  | Refusal<'AMOUNT_ZERO', { readonly kind: MovementKind }>
  | Refusal<'AMOUNT_RANGE', { readonly kind: MovementKind; readonly maxCents: Cents }>
  | Refusal<'YEAR_NOT_OPEN', { readonly fiscalYear: FiscalYear }>
  | Refusal<'YEAR_CLOSED', { readonly fiscalYear: FiscalYear }>
  | Refusal<'LINE_CLOSED'>
  | ProvisionalRefusal
  | Refusal<'COMMITMENT_EXCEEDED', { readonly openCents: Cents }>
  | Refusal<'RESERVATION_EXCEEDED', { readonly openCents: Cents }>
  | Refusal<'REASON_REQUIRED'>
  | BudgetExceeded;

/**
 * Decides whether movements may be booked together on one line in one year (R1, R6). Only what spends, binds or gives away
 * is held against the available amount: granting, releasing and settling pass even on an overdrawn line, and so does a
 * lock, because it answers to revenue, not to the line (T17b). Without a plan in force there is no appropriation to hold a
 * booking against: its ground decides (R15, § 116 NKomVG), and it stands as a claim without authority until the plan comes.
 * Imported history does not come here: it is flagged by `isOverAuthority`, never refused.
 */
export function decideBooking(
  movements: readonly MovementDraft[],
  situation: BookingSituation,
): Outcome<BookingDecision, BookingRefusal> {
  const refusal = malformed(movements) ?? closed(movements, situation) ?? belowZero(movements, situation.balance);
  if (refusal !== null) return refuse(refusal);
  const ground = groundOf(movements, situation);
  if (!ground.ok) return ground;

  const checkedLevel: BookingLevel = situation.poolBalance === undefined ? 'line' : 'pool';
  const before = availableCents(situation.poolBalance ?? situation.balance);
  const effect = effectCents(movements);
  const after = cents(before + effect);
  if (takesFromAuthority(movements) && after < 0 && ground.value === null) {
    if (situation.isAuthorityUnknown !== true) return refuse(exceeded(before, effect, checkedLevel, situation));
    if ((situation.reason ?? '').trim() === '') return refuse({ code: 'REASON_REQUIRED', params: {} });
  }

  return ok({
    balanceAfter: withMovements(situation.balance, movements),
    availableCents: after,
    checkedLevel,
    needsSecondPerson: needsSecondPerson(movements, situation.fourEyesFromCents ?? null),
    provisional: ground.value,
  });
}

/** The ground a booking needs while no plan is in force; null where none is needed. Giving away needs a plan to give from. */
function groundOf(
  movements: readonly MovementDraft[],
  situation: BookingSituation,
): Outcome<ProvisionalClaim | null, ProvisionalRefusal> {
  if (situation.isPlanInForce || !takesFromAuthority(movements)) return ok(null);
  const isClaim = movements.every(({ kind }) => CLAIM_KINDS.includes(kind));
  const claim = isClaim && situation.provisional !== undefined ? (situation.claim ?? null) : null;
  return decideProvisional(claim, situation.provisional ?? UNKNOWN_TASK, situation.fiscalYear);
}

const UNKNOWN_TASK: ProvisionalFacts = { sphere: 'unclassified', runOrChange: null, earlierPlan: null };

/** True when more is bound and spent than was granted, in the pool or on a line outside one: the flag for imports. */
export function isOverAuthority(balance: LineBalance, poolBalance?: LineBalance): boolean {
  return availableCents(poolBalance ?? balance) < 0;
}

function takesFromAuthority(movements: readonly MovementDraft[]): boolean {
  return effectCents(movements.filter((movement) => LIMITED_KINDS.includes(movement.kind))) < 0;
}

function malformed(movements: readonly MovementDraft[]): BookingRefusal | null {
  if (movements.length === 0) return { code: 'BOOKING_EMPTY', params: {} };
  for (const { kind, amountCents } of movements) {
    if (amountCents === 0) return { code: 'AMOUNT_ZERO', params: { kind } };
    if (Math.abs(amountCents) > MAX_AMOUNT_CENTS)
      return { code: 'AMOUNT_RANGE', params: { kind, maxCents: MAX_AMOUNT_CENTS } };
  }
  return null;
}

function closed(movements: readonly MovementDraft[], situation: BookingSituation): BookingRefusal | null {
  const { fiscalYear, booksState } = situation;
  if (booksState === 'planned') return { code: 'YEAR_NOT_OPEN', params: { fiscalYear } };
  if (booksState === 'closed') return { code: 'YEAR_CLOSED', params: { fiscalYear } };
  if (!takesFromAuthority(movements)) return null;
  return situation.lineState === 'closed' ? { code: 'LINE_CLOSED', params: {} } : null;
}

/** Nothing open can be released twice: the open commitment and the open reservation of a line never fall below zero (T1b). */
function belowZero(movements: readonly MovementDraft[], balance: LineBalance): BookingRefusal | null {
  const after = withMovements(balance, movements);
  if (falls(balance.commitmentCents, after.commitmentCents)) {
    return { code: 'COMMITMENT_EXCEEDED', params: { openCents: balance.commitmentCents } };
  }
  if (falls(balance.reservationCents, after.reservationCents)) {
    return { code: 'RESERVATION_EXCEEDED', params: { openCents: balance.reservationCents } };
  }
  return null;
}

function falls(beforeCents: Cents, afterCents: Cents): boolean {
  return afterCents < beforeCents && afterCents < ZERO_CENTS;
}

function exceeded(
  before: Cents,
  effect: Cents,
  checkedLevel: BookingLevel,
  situation: BookingSituation,
): BudgetExceeded {
  return {
    code: 'BUDGET_EXCEEDED',
    params: {
      missingCents: cents(-(before + effect)),
      availableCents: before,
      neededCents: cents(-effect),
      checkedLevel,
      rule: rulePackFor(situation.fiscalYear).citations.authority_limit,
      waysOut: waysOutFor(situation.cover ?? {}, situation.balance.appropriationCents > 0),
      unchanged: UNCHANGED_BY_REFUSAL,
    },
  };
}

function needsSecondPerson(movements: readonly MovementDraft[], fromCents: Cents | null): boolean {
  return fromCents !== null && movements.some((movement) => Math.abs(movement.amountCents) >= fromCents);
}
