import { estimatedValue } from '../procurement/procurement';
import { type Cents, scaleCents } from '../shared/cents';
import { type PlainDate, addDays, addMonths } from '../shared/plain-date';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';
import type { ContractFacts, ContractTerm } from './contract';
import { yearlyPriceAt } from './contract-cost';

/**
 * What a contract is worth when it is awarded (§ 3 VgV): without tax, over its term, at the price of its first day. A contract
 * that renews by itself is worth what one without an end is.
 */
export function contractValue({ term, price }: ContractFacts): Cents {
  const isNet = price.basis === 'net';
  const yearlyCents = yearlyPriceAt(isNet ? { ...price, vatBasisPoints: 0 } : price, term.startsOn);
  const valueCents = price.period === 'term' ? yearlyCents : estimatedValue(yearlyCents, monthsOf(term));
  return isNet ? valueCents : scaleCents(valueCents, WHOLE_BASIS_POINTS, WHOLE_BASIS_POINTS + price.vatBasisPoints);
}

/** What has to be awarded next, and by when it is wanted; null where no day is in sight. */
export interface NextAward {
  readonly isSuccessor: boolean;
  readonly wantedOn: PlainDate | null;
}

/** This contract before it begins, then the one after it: the day after it ends for good. Null once it is over. */
export function nextAward(
  { startsOn, endsOn, renewalMonths, stoppedOn }: ContractTerm,
  today: PlainDate,
): NextAward | null {
  if (startsOn > today) return { isSuccessor: false, wantedOn: startsOn };
  const last = stoppedOn ?? (renewalMonths === null ? endsOn : null);
  if (last === null) return { isSuccessor: true, wantedOn: null };
  return last < today ? null : { isSuccessor: true, wantedOn: addDays(last, 1) };
}

/** Months begun from the first to the last day; null: no end that holds by itself. */
function monthsOf({ startsOn, endsOn, renewalMonths }: ContractTerm): number | null {
  if (endsOn === null || renewalMonths !== null) return null;
  const after = addDays(endsOn, 1);
  const months =
    (Number(after.slice(0, 4)) - Number(startsOn.slice(0, 4))) * 12 +
    Number(after.slice(5, 7)) -
    Number(startsOn.slice(5, 7));
  return addMonths(startsOn, months) < after ? months + 1 : Math.max(1, months);
}
