import type { BookMovement, OpenOrder, TakeOrderStep } from '@etatlotse/contracts/budget';
import { availableCents } from '@etatlotse/domain/budget';
import { ok, type Outcome, type Refusal } from '@etatlotse/domain/shared';
import type { Approvals } from '../approval';
import type { Transaction } from '../platform/database/transactions';
import type { BookableLine } from './booking-situation.repository';

/** The action that a second person decides on when somebody books above the city's limit. */
export const LARGE_BOOKING = 'booking.large';

/** Who looks: one person, with the way to ask a second one; or a second person has confirmed. */
export type FourEyes = Approvals | 'confirmed';

/** A booking that waits, with everything that is needed to carry it out later. */
export type WaitingBooking =
  | { readonly command: 'book'; readonly booking: BookMovement }
  | { readonly command: 'open_order'; readonly order: OpenOrder }
  | {
      readonly command: 'take_step';
      readonly orderId: string;
      readonly orderNumber: string;
      readonly request: TakeOrderStep;
    };

/** The answer while a second person is awaited: nothing is booked, and what is available has not changed. */
export interface AwaitedBooking {
  readonly id: null;
  readonly approvalId: string;
  readonly availableCents: number;
}

/**
 * Stores the booking as a request instead of writing it. The rules have been asked already, so that nobody is bothered
 * with what could not be booked anyway; they are asked again when the second person confirms.
 */
export async function askSecondPerson(
  tx: Transaction,
  approvals: Approvals,
  line: BookableLine,
  waiting: WaitingBooking,
): Promise<Outcome<AwaitedBooking, Refusal<'APPROVAL_PENDING'>>> {
  const asked = await approvals.request(tx, {
    action: LARGE_BOOKING,
    subjectType: 'booking',
    subjectId: tx.nextId(),
    request: { ...waiting, lineId: line.lineId, lineNumber: line.number },
    reason: line.situation.reason ?? '',
  });
  if (!asked.ok) return asked;
  const now = availableCents(line.situation.poolBalance ?? line.situation.balance);
  return ok({ id: null, approvalId: asked.value.approvalId, availableCents: now });
}
