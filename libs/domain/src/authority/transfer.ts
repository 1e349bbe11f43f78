import {
  type AccountDirection,
  availableCents,
  type BookingRefusal,
  type BookingSituation,
  decideBooking,
  isSpending,
  type MovementDraft,
  type ReserveKind,
  rulePackFor,
  type Sphere,
} from '../budget';
import { type Cents, cents, negateCents, ok, type Outcome, refuse, type Refusal } from '../shared';

/**
 * How authority moves from one line to another: by a decision of the case (transfer), by a declared one-sided right, or
 * across the wall from operation to investment, where the expense is locked instead of given.
 */
export const TRANSFER_FORMS = ['transfer', 'one_sided', 'investment_cover'] as const;
export type TransferForm = (typeof TRANSFER_FORMS)[number];

/** A line of a transfer as it is judged: where it stands, and its balance under lock. */
export interface TransferLine {
  readonly lineId: string;
  readonly number: string;
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
  readonly subBudget: string;
  readonly poolId: string | null;
  readonly reserve: ReserveKind | null;
  readonly situation: BookingSituation;
}

/** What a city has declared about cover of investments from operation (§ 19 Abs. 4 KomHKVO). */
export interface InvestmentCoverRule {
  /** Up to this amount in a year and per investment line it is insignificant; null: no budget note allows it at all. */
  readonly limitCents: Cents | null;
  /** What the investment line has received this way in the year already. */
  readonly usedCents: Cents;
}

/** Everything a transfer is judged by. */
export interface TransferCase {
  readonly from: TransferLine;
  readonly to: TransferLine;
  readonly amountCents: Cents;
  /** A declared one-sided right carries it; then no note has to be named. */
  readonly isOneSided: boolean;
  /** The budget note that makes lines of different sub-budgets coverable; blank where none is named. */
  readonly budgetNote: string;
  readonly investmentCover: InvestmentCoverRule;
}

/** One movement a transfer writes. */
export interface TransferMovement extends MovementDraft {
  readonly lineId: string;
}

/** What a line has before and after, at the level where its availability counts. */
export interface TransferEffect {
  readonly beforeCents: Cents;
  readonly afterCents: Cents;
  readonly level: 'line' | 'pool';
}

/** A transfer that may be written. */
export interface TransferDecision {
  readonly form: TransferForm;
  /** The rule that carries it, as it is cited. */
  readonly rule: string;
  readonly movements: readonly TransferMovement[];
  readonly from: TransferEffect;
  readonly to: TransferEffect;
  readonly needsSecondPerson: boolean;
}

export type TransferRefusal =
  | Exclude<BookingRefusal, Refusal<'BUDGET_EXCEEDED'>>
  | Refusal<'TRANSFER_SAME_LINE'>
  | Refusal<'TRANSFER_SPENDING_ONLY', { readonly number: string }>
  | Refusal<'TRANSFER_RESERVE', { readonly number: string; readonly rule: string }>
  | Refusal<'TRANSFER_POOL_COVERS'>
  | Refusal<'TRANSFER_SIDE'>
  | Refusal<'TRANSFER_WALL', { readonly rule: string }>
  | Refusal<'TRANSFER_WALL_NOTE', { readonly rule: string }>
  | Refusal<'TRANSFER_WALL_BUDGET', { readonly rule: string }>
  | Refusal<'TRANSFER_WALL_LIMIT', { readonly limitCents: Cents; readonly leftCents: Cents; readonly rule: string }>
  | Refusal<'TRANSFER_NOTE_NEEDED', { readonly rule: string }>
  | Refusal<
      'TRANSFER_EXCEEDED',
      { readonly number: string; readonly availableCents: Cents; readonly missingCents: Cents; readonly rule: string }
    >;

/**
 * Decides on moving authority between two lines of one year (R6, R7, R9). The giver must have it where its availability
 * counts; nothing goes from investment to operation, and from operation to investment only by note, up to the limit, and
 * with the same amount of expense locked.
 */
export function decideTransfer(asked: TransferCase): Outcome<TransferDecision, TransferRefusal> {
  const form = formOf(asked);
  if (typeof form !== 'string') return refuse(form);
  const { from, to, amountCents } = asked;
  const given = decideBooking([{ kind: 'transfer', amountCents: negateCents(amountCents) }], givingSituation(from));
  if (!given.ok) return refuse(exceededAt(from.number, given.refusal));
  const isClosed = to.situation.lineState === 'closed';
  if (isClosed) return refuse({ code: 'LINE_CLOSED', params: {} });
  const received = decideBooking([{ kind: 'transfer', amountCents }], to.situation);
  if (!received.ok) return refuse(exceededAt(to.number, received.refusal));
  const { cover_pool: coverRule, current_investment_wall: wallRule } = rulePackFor(from.situation.fiscalYear).citations;
  return ok({
    form,
    rule: form === 'investment_cover' ? wallRule : coverRule,
    movements: movementsOf(form, asked),
    from: effectOn(from, given.value.availableCents),
    to: effectOn(to, received.value.availableCents),
    needsSecondPerson: given.value.needsSecondPerson,
  });
}

/** What a line could give to others now: what is left where its availability counts, never below zero. */
export function givableCents(situation: Pick<BookingSituation, 'balance' | 'poolBalance'>): Cents {
  return cents(Math.max(0, availableCents(situation.poolBalance ?? situation.balance)));
}

/** Which way it is, or why there is none. */
function formOf(asked: TransferCase): TransferForm | TransferRefusal {
  const { from, to, amountCents } = asked;
  const { reserve: reserveRule, cover_pool: coverRule } = rulePackFor(from.situation.fiscalYear).citations;
  if (amountCents <= 0) return { code: 'AMOUNT_ZERO', params: { kind: 'transfer' } };
  if (from.lineId === to.lineId) return { code: 'TRANSFER_SAME_LINE', params: {} };
  for (const { direction, number, reserve } of [from, to]) {
    if (!isSpending(direction)) return { code: 'TRANSFER_SPENDING_ONLY', params: { number } };
    if (reserve !== null) return { code: 'TRANSFER_RESERVE', params: { number, rule: reserveRule } };
  }
  if (from.sphere !== to.sphere) return acrossTheWall(asked);
  if (from.direction !== to.direction) return { code: 'TRANSFER_SIDE', params: {} };
  if (from.poolId !== null && from.poolId === to.poolId) return { code: 'TRANSFER_POOL_COVERS', params: {} };
  if (asked.isOneSided) return 'one_sided';
  if (from.subBudget !== to.subBudget && asked.budgetNote.trim() === '') {
    return { code: 'TRANSFER_NOTE_NEEDED', params: { rule: coverRule } };
  }
  return 'transfer';
}

/** § 19 Abs. 4 KomHKVO: only from operation to investment, by note, within the budget, for insignificant amounts (T7). */
function acrossTheWall({ from, to, amountCents, investmentCover }: TransferCase): TransferForm | TransferRefusal {
  const rule = rulePackFor(from.situation.fiscalYear).citations.current_investment_wall;
  const isAllowedWay = from.sphere === 'operating' && from.direction === 'expense' && to.sphere === 'investing';
  if (!isAllowedWay) return { code: 'TRANSFER_WALL', params: { rule } };
  const { limitCents, usedCents } = investmentCover;
  if (limitCents === null) return { code: 'TRANSFER_WALL_NOTE', params: { rule } };
  if (from.subBudget !== to.subBudget) return { code: 'TRANSFER_WALL_BUDGET', params: { rule } };
  if (usedCents + amountCents > limitCents) {
    const leftCents = cents(Math.max(0, limitCents - usedCents));
    return { code: 'TRANSFER_WALL_LIMIT', params: { limitCents, leftCents, rule } };
  }
  return 'investment_cover';
}

/**
 * Across the wall nothing is given away: the expense keeps its appropriation and is locked by the same amount, so that the
 * transfers of a side always add up to 0.00 by themselves or are matched by the locks of the other.
 */
function movementsOf(form: TransferForm, { from, to, amountCents }: TransferCase): TransferMovement[] {
  const giving: TransferMovement =
    form === 'investment_cover'
      ? { lineId: from.lineId, kind: 'lock', amountCents }
      : { lineId: from.lineId, kind: 'transfer', amountCents: negateCents(amountCents) };
  return [giving, { lineId: to.lineId, kind: 'transfer', amountCents }];
}

/** What was never granted cannot be given: an unknown authority gives nothing. */
function givingSituation({ situation }: TransferLine): BookingSituation {
  return { ...situation, isAuthorityUnknown: false };
}

function effectOn({ situation }: TransferLine, afterCents: Cents): TransferEffect {
  const { balance, poolBalance } = situation;
  const level = poolBalance === undefined ? 'line' : 'pool';
  return { beforeCents: availableCents(poolBalance ?? balance), afterCents, level };
}

function exceededAt(number: string, refusal: BookingRefusal): TransferRefusal {
  if (refusal.code !== 'BUDGET_EXCEEDED') return refusal;
  const { availableCents: available, missingCents, rule } = refusal.params;
  return { code: 'TRANSFER_EXCEEDED', params: { number, availableCents: available, missingCents, rule } };
}

/**
 * Undoes a transfer by a counter-transfer: the line that received gives back, so it must still have it. Whether the way
 * would be open today is not asked, because it only restores what was before.
 */
export function decideCounterTransfer(
  form: TransferForm,
  amountCents: Cents,
  giver: TransferLine,
  receiver: TransferLine,
): Outcome<readonly TransferMovement[], TransferRefusal> {
  const back: MovementDraft = { kind: 'transfer', amountCents: negateCents(amountCents) };
  const given = decideBooking([back], givingSituation(receiver));
  if (!given.ok) return refuse(exceededAt(receiver.number, given.refusal));
  const released: MovementDraft =
    form === 'investment_cover' ? { kind: 'lock', amountCents: back.amountCents } : { kind: 'transfer', amountCents };
  const taken = decideBooking([released], giver.situation);
  if (!taken.ok) return refuse(exceededAt(giver.number, taken.refusal));
  return ok([
    { lineId: giver.lineId, ...released },
    { lineId: receiver.lineId, ...back },
  ]);
}
