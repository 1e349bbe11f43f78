import { type Cents, ZERO_CENTS, cents, minCents, negateCents, sumCents } from '../shared/cents';
import { type LineBalance, availableCents, sumBalances } from './availability';

/** A line in a cover pool (Deckungskreis, § 19 KomHKVO) with its balance. */
export interface PoolMember {
  readonly lineId: string;
  readonly balance: LineBalance;
}

/** The balance of a pool: the sum of its members, carried-over authority included. */
export function poolBalanceOf(members: readonly PoolMember[]): LineBalance {
  return sumBalances(members.map((member) => member.balance));
}

/** What the pool has left. Availability inside a pool is the pool's; no transfer is written per order (T6). */
export function poolAvailableCents(members: readonly PoolMember[]): Cents {
  return availableCents(poolBalanceOf(members));
}

/** One line covering another. */
export interface CoverLeg {
  readonly fromLineId: string;
  readonly toLineId: string;
  readonly amountCents: Cents;
}

/** What a member received (positive) or gave (negative). */
export interface MemberCover {
  readonly lineId: string;
  readonly coverCents: Cents;
}

/** Statement of cover (Deckungsnachweis), on demand and at the end of the year. */
export interface CoverStatement {
  readonly legs: readonly CoverLeg[];
  /** One entry per member, in the order given; the sum is always 0.00 (T6). */
  readonly members: readonly MemberCover[];
  /** What no member could cover: 0 while the pool as a whole is not overdrawn. */
  readonly uncoveredCents: Cents;
}

/**
 * States who covered whom: overdrawn lines in the order given draw on the lines with something left, also in that order.
 * Nothing is written to the ledger; the statement is computed from the balances.
 */
export function statementOfCover(members: readonly PoolMember[]): CoverStatement {
  const left = members.map((member) => ({ lineId: member.lineId, cents: availableCents(member.balance) }));
  const legs: CoverLeg[] = [];
  for (const receiver of left) {
    for (const donor of left) {
      const amountCents = minCents(donor.cents, negateCents(receiver.cents));
      if (amountCents <= 0) continue;
      donor.cents = cents(donor.cents - amountCents);
      receiver.cents = cents(receiver.cents + amountCents);
      legs.push({ fromLineId: donor.lineId, toLineId: receiver.lineId, amountCents });
    }
  }
  return {
    legs,
    members: members.map((member) => ({ lineId: member.lineId, coverCents: coverOf(member.lineId, legs) })),
    uncoveredCents: sumCents(left.map((line) => cents(Math.max(-line.cents, 0)))),
  };
}

function coverOf(lineId: string, legs: readonly CoverLeg[]): Cents {
  return legs.reduce((sum, leg) => {
    if (leg.toLineId === lineId) return cents(sum + leg.amountCents);
    return leg.fromLineId === lineId ? cents(sum - leg.amountCents) : sum;
  }, ZERO_CENTS);
}
