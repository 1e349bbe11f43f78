import type { Outcome } from '../shared/outcome';
import type { LineBalance } from './availability';
import { withMovements } from './availability';
import { type BookingDecision, type BookingRefusal, type BookingSituation, decideBooking } from './booking-rules';
import type { MovementDraft } from './movement';

/** One of several bookings of the same moment, with the line and the pool it is judged by. */
export interface BookingInTurn {
  readonly lineId: string;
  /** Null for a line outside any pool. */
  readonly poolId: string | null;
  readonly movements: readonly MovementDraft[];
  /** As it was before the first of them. */
  readonly situation: BookingSituation;
}

/**
 * Decides bookings one after another as if each came when the ones before it were written: what one takes from a line or
 * its pool the next does not find there any more (R1, R6). A booking that is refused, or waits for a second person, takes
 * nothing. Answers are in the order of the bookings.
 */
export function decideInTurn(bookings: readonly BookingInTurn[]): Outcome<BookingDecision, BookingRefusal>[] {
  const lines = new Map<string, LineBalance>();
  const pools = new Map<string, LineBalance>();
  return bookings.map(({ lineId, poolId, movements, situation }) => {
    const year = String(situation.fiscalYear);
    const [line, pool] = [`${lineId} ${year}`, `${poolId ?? ''} ${year}`];
    const poolBalance = pools.get(pool) ?? situation.poolBalance;
    const decision = decideBooking(movements, {
      ...situation,
      balance: lines.get(line) ?? situation.balance,
      ...(poolBalance === undefined ? {} : { poolBalance }),
    });
    if (!decision.ok || decision.value.needsSecondPerson) return decision;
    lines.set(line, decision.value.balanceAfter);
    if (poolBalance !== undefined) pools.set(pool, withMovements(poolBalance, movements));
    return decision;
  });
}
