import { type LineBalance, adjustedAppropriationCents } from '../budget/availability';
import { type Cents, ZERO_CENTS, cents, minCents, sumCents } from '../shared/cents';
import { type FiscalYear, fiscalYear, lastDayOf } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { PlainDate } from '../shared/plain-date';

/** What authority is carried over as (§ 20 KomHKVO); each lives for a time of its own. */
export const CARRY_OVER_KINDS = ['current', 'investment', 'extra', 'earmarked'] as const;
export type CarryOverKind = (typeof CARRY_OVER_KINDS)[number];

/** Life of a carry-over: asked for, decided, and in the end used up or lapsed. */
export const CARRY_OVER_STATES = ['proposed', 'approved', 'refused', 'used', 'lapsed'] as const;
export type CarryOverState = (typeof CARRY_OVER_STATES)[number];

/**
 * The last day on which a rest may be used; null means until the last payment (R10). Current expenditure and extra authority
 * live one year beyond their own; an investment falls at the end of the second following year unless begun by then (T10b).
 */
export function lastDayOfRest(kind: CarryOverKind, origin: FiscalYear, begunOn: PlainDate | null): PlainDate | null {
  switch (kind) {
    case 'current':
    case 'extra':
      return lastDayOf(fiscalYear(origin + 1));
    case 'investment': {
      const deadline = lastDayOf(fiscalYear(origin + 2));
      return begunOn !== null && begunOn <= deadline ? null : deadline;
    }
    case 'earmarked':
      return null;
  }
}

/** Whether a rest has lapsed on a day: the day after its last one it is gone (T10a: on 01.01.2028). */
export function hasLapsed(lastDay: PlainDate | null, today: PlainDate): boolean {
  return lastDay !== null && today > lastDay;
}

/** Authority of an earlier year that stands on a line: the year it was first granted for, and its last day. */
export interface Rest {
  readonly originYear: FiscalYear;
  readonly kind: CarryOverKind;
  readonly amountCents: Cents;
  readonly lastDay: PlainDate | null;
}

/** What is left of each rest after what was spent: older rests are used first (T10a). */
export function unusedRests<Known extends Rest>(rests: readonly Known[], actualCents: Cents): Known[] {
  let spentCents = actualCents > 0 ? actualCents : ZERO_CENTS;
  return [...rests]
    .sort((a, b) => a.originYear - b.originYear)
    .map((rest) => {
      const usedCents = minCents(spentCents, rest.amountCents);
      spentCents = cents(spentCents - usedCents);
      return { ...rest, amountCents: cents(rest.amountCents - usedCents) };
    });
}

/** A line at the end of its year, as far as carrying over asks for it. */
export interface YearEndLine {
  readonly fiscalYear: FiscalYear;
  readonly isInvesting: boolean;
  /** Deckungsreserve: may not be carried over (§ 13 KomHKVO). */
  readonly isReserve: boolean;
  /** False where a budget note excludes the line from carrying over; its open orders go along all the same. */
  readonly mayCarryOver: boolean;
  readonly balance: LineBalance;
  /** The sums of the line's cover pool; left out for a line outside any. */
  readonly poolBalance?: LineBalance;
  /** Open orders of the pool that go along in the same decision, this line's among them; left out: this line's alone. */
  readonly leavingCommitmentCents?: Cents;
  /** Rests from earlier years that stand on the line this year. */
  readonly rests: readonly Rest[];
  /** First order or payment of an investment since its year began; null while it has not begun. */
  readonly begunOn: PlainDate | null;
}

/** A part of what is carried over: the year it comes from decides how long it lives. */
export type CarryOverPart = Omit<Rest, 'lastDay'> & { readonly lastDay: PlainDate | null };

/** What a line may take along into the next year. */
export interface CarryOverLimits {
  /** Adjusted appropriation less lock, actual and reservation, on the line and in its pool, less rests that end with the year. */
  readonly maximumCents: Cents;
  /** Rests that may not be carried on once more and lapse with the year. */
  readonly expiringCents: Cents;
  /** Rests that live on, oldest first. */
  readonly livingRests: readonly Rest[];
}

/** The most that may be carried over (R10): neither locked nor spent nor reserved, without what ends with the year (T10a, T9). */
export function carryOverLimits(line: YearEndLine): CarryOverLimits {
  const yearEnd = lastDayOf(line.fiscalYear);
  const unused = unusedRests(line.rests, line.balance.actualCents).filter((rest) => rest.amountCents > 0);
  const isEnding = ({ lastDay }: Rest): boolean => lastDay !== null && lastDay <= yearEnd;
  const leftCents = unreservedHereCents(line);
  const expiringCents = minCents(sumCents(unused.filter(isEnding).map((rest) => rest.amountCents)), leftCents);
  return {
    maximumCents: line.isReserve || !line.mayCarryOver ? ZERO_CENTS : cents(leftCents - expiringCents),
    expiringCents,
    livingRests: unused.filter((rest) => !isEnding(rest)),
  };
}

/** What was neither locked nor spent, on the line and in its pool. */
function unspentHereCents({ balance, poolBalance }: Pick<YearEndLine, 'balance' | 'poolBalance'>): Cents {
  const own = unspentCents(balance);
  return poolBalance === undefined ? own : minCents(own, unspentCents(poolBalance));
}

/**
 * The same without what binds the year all the same: reservations, which stay until somebody orders or releases them, and
 * orders on other lines of the pool that do not go along. Their money cannot be carried over as well (T1e, T6).
 */
function unreservedHereCents({ balance, poolBalance, leavingCommitmentCents }: YearEndLine): Cents {
  const own = unreservedCents(balance);
  if (poolBalance === undefined) return own;
  const leaving = leavingCommitmentCents ?? notNegative(balance.commitmentCents);
  const staying = notNegative(cents(poolBalance.commitmentCents - leaving));
  return minCents(own, notNegative(cents(unreservedCents(poolBalance) - staying)));
}

const notNegative = (amountCents: Cents): Cents => (amountCents > 0 ? amountCents : ZERO_CENTS);

function unreservedCents(balance: LineBalance): Cents {
  return notNegative(cents(unspentCents(balance) - notNegative(balance.reservationCents)));
}

/** Adjusted appropriation less lock and actual, never below zero. */
function unspentCents(balance: LineBalance): Cents {
  const left = cents(adjustedAppropriationCents(balance) - balance.lockCents - balance.actualCents);
  return left < 0 ? ZERO_CENTS : left;
}

/** What is asked for. */
export interface CarryOverRequest {
  readonly amountCents: Cents;
  readonly kind: CarryOverKind;
  readonly reason: string;
}

/** Why authority is not carried over. */
export type CarryOverRefusal =
  | Refusal<'CARRY_OVER_RESERVE'>
  | Refusal<'CARRY_OVER_EXCLUDED'>
  | Refusal<'CARRY_OVER_REASON'>
  | Refusal<'CARRY_OVER_KIND', { readonly kind: CarryOverKind; readonly grantedCents: Cents }>
  | Refusal<'CARRY_OVER_ABOVE', { readonly maximumCents: Cents; readonly amountCents: Cents }>
  | Refusal<'CARRY_OVER_EMPTY'>;

/** What a carry-over does. */
export interface CarryOverDecision {
  readonly parts: readonly CarryOverPart[];
  readonly maximumCents: Cents;
  /** What is neither spent nor carried over, and lapses with the year. */
  readonly lapsingCents: Cents;
  /** Open orders that go along into the next year (T10c). */
  readonly movedCommitmentCents: Cents;
  /** The part of them that the rest does not bear: the next year's own appropriation has to. More than 0 is a warning. */
  readonly uncoveredCents: Cents;
}

/**
 * Decides whether an amount may be carried over, and from which year it comes (R10). Rests that live on go first, so that
 * nothing gets a longer life than its year gave it. An amount of zero takes only the open orders along.
 */
export function decideCarryOver(
  line: YearEndLine,
  request: CarryOverRequest,
): Outcome<CarryOverDecision, CarryOverRefusal> {
  const limits = carryOverLimits(line);
  const refusal = refusalOf(line, request, limits);
  if (refusal !== null) return refuse(refusal);
  const movedCommitmentCents = line.balance.commitmentCents > 0 ? line.balance.commitmentCents : ZERO_CENTS;
  const parts = partsOf(line, request, limits);
  return ok({
    parts,
    maximumCents: limits.maximumCents,
    lapsingCents: cents(limits.maximumCents + limits.expiringCents - request.amountCents),
    movedCommitmentCents,
    uncoveredCents: uncoveredCents(movedCommitmentCents, request.amountCents),
  });
}

/** What of open orders a rest does not bear (T10c); the next year's own appropriation has to. */
export function uncoveredCents(commitmentCents: Cents, restCents: Cents): Cents {
  const missing = cents(commitmentCents - restCents);
  return missing > 0 ? missing : ZERO_CENTS;
}

/**
 * What the cover pool of a line has available in the next year once a rest and the open orders have come along: the rest
 * raises it, the orders take from it (R6, T10c). Of a line outside any pool it is the line's own.
 */
export function availableAfterCarryOver(availableCents: Cents, restCents: Cents, commitmentCents: Cents): Cents {
  return cents(availableCents + restCents - notNegative(commitmentCents));
}

function refusalOf(
  line: YearEndLine,
  { amountCents, kind, reason }: CarryOverRequest,
  { maximumCents }: CarryOverLimits,
): CarryOverRefusal | null {
  if (line.isReserve) return { code: 'CARRY_OVER_RESERVE', params: {} };
  if (!line.mayCarryOver && amountCents > 0) return { code: 'CARRY_OVER_EXCLUDED', params: {} };
  if (reason.trim() === '') return { code: 'CARRY_OVER_REASON', params: {} };
  if (amountCents === 0 && line.balance.commitmentCents <= 0) return { code: 'CARRY_OVER_EMPTY', params: {} };
  const grantedCents = grantedAs(line, kind);
  if (grantedCents !== null && amountCents > grantedCents) {
    return { code: 'CARRY_OVER_KIND', params: { kind, grantedCents } };
  }
  return amountCents > maximumCents ? { code: 'CARRY_OVER_ABOVE', params: { maximumCents, amountCents } } : null;
}

/** How much of a line's year is of a kind; null where the kind sets no bound of its own. */
function grantedAs({ balance, isInvesting }: YearEndLine, kind: CarryOverKind): Cents | null {
  switch (kind) {
    case 'current':
      return isInvesting ? ZERO_CENTS : null;
    case 'investment':
      return isInvesting ? null : ZERO_CENTS;
    case 'extra':
      return cents(balance.overPlanCents + balance.outsidePlanCents);
    case 'earmarked':
      return balance.earmarkCents;
  }
}

function partsOf(line: YearEndLine, { amountCents, kind }: CarryOverRequest, limits: CarryOverLimits): CarryOverPart[] {
  let restCents = amountCents;
  const parts: CarryOverPart[] = [];
  for (const rest of limits.livingRests) {
    const taken = minCents(restCents, rest.amountCents);
    if (taken > 0) parts.push({ ...rest, amountCents: taken });
    restCents = cents(restCents - taken);
  }
  if (restCents > 0 || parts.length === 0) {
    const lastDay = lastDayOfRest(kind, line.fiscalYear, line.begunOn);
    parts.push({ originYear: line.fiscalYear, kind, amountCents: restCents, lastDay });
  }
  return parts;
}

/** What is taken back of a rest whose time is over: what is unused of it, within what the line and its pool have left. */
export function lapsingCents(line: YearEndLine, unusedCents: Cents): Cents {
  return minCents(unusedCents, unspentHereCents(line));
}

/** How a line is carried over when nobody says otherwise: an investment as one, everything else as current expenditure. */
export function usualKind(line: Pick<YearEndLine, 'isInvesting'>): CarryOverKind {
  return line.isInvesting ? 'investment' : 'current';
}

/** The necessary amount (§ 20 KomHKVO): what open orders still need, within what may be carried over. */
export function necessaryCents(line: YearEndLine): Cents {
  const openCents = line.balance.commitmentCents > 0 ? line.balance.commitmentCents : ZERO_CENTS;
  return minCents(openCents, carryOverLimits(line).maximumCents);
}
