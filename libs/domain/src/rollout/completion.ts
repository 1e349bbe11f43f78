import { type Bounded, type Share, divideBounded, opposite } from '../shared/bound';
import { type Cents } from '../shared/cents';
import { type PlainDate, addDays, dayOf, daysBetween, yearOf } from '../shared/plain-date';

/** What the ledger knows of the project behind a roll-out. */
export interface RolloutMoney {
  readonly spentCents: Cents;
  readonly spentThisYearCents: Cents;
  /** Ordered or reserved, and not paid yet. */
  readonly boundCents: Cents;
  /** Free on its lines this year. */
  readonly availableCents: Cents;
}

/** What the rest costs at the price of what is there, and whether the money is there. */
export interface Completion {
  readonly spentCents: Cents;
  readonly toCompleteCents: Bounded | null;
  /** Bound and available together. */
  readonly leftCents: number;
  /** Above 0: so much is missing. Null where the rest has no price. */
  readonly missingCents: Bounded | null;
  /** The day on which what is left is spent at this year's rate; null where nothing was spent this year. */
  readonly lastsUntil: PlainDate | null;
}

const LONGEST_DAYS = 36_500;

/**
 * Money to complete: what was spent for the share that is there, for the share that is missing. With a share of at least 70 %
 * it is at most so much. Nothing is reckoned while nothing is reached.
 */
export function completionOf(share: Share | null, money: RolloutMoney, today: PlainDate): Completion {
  const { spentCents, boundCents, availableCents } = money;
  const leftCents = Math.max(0, boundCents) + Math.max(0, availableCents);
  const toCompleteCents = share === null ? null : toComplete(share, spentCents);
  return {
    spentCents,
    toCompleteCents,
    leftCents,
    missingCents:
      toCompleteCents === null
        ? null
        : { value: Math.max(0, toCompleteCents.value - leftCents), bound: toCompleteCents.bound },
    lastsUntil: lastsUntil(money.spentThisYearCents, leftCents, today),
  };
}

function toComplete({ numerator, denominator, bound }: Share, spentCents: Cents): Bounded | null {
  if (numerator === 0 || spentCents <= 0) return null;
  return divideBounded(BigInt(spentCents) * BigInt(denominator - numerator), BigInt(numerator), opposite(bound));
}

function lastsUntil(spentThisYearCents: Cents, leftCents: number, today: PlainDate): PlainDate | null {
  if (spentThisYearCents <= 0) return null;
  const elapsed = daysBetween(dayOf(yearOf(today), 1, 1), today) + 1;
  const days = divideBounded(BigInt(leftCents) * BigInt(elapsed), BigInt(spentThisYearCents), 'lower').value;
  return days > LONGEST_DAYS ? null : addDays(today, days);
}
