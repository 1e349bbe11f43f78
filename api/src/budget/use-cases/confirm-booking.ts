import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import type { Outcome, Refusal } from '@etatlotse/domain/shared';
import type { PendingApproval } from '../../approval';
import type { Transaction } from '../../platform/database/transactions';
import type { WaitingBooking } from '../four-eyes';
import { bookMovement } from './book-movement';
import { openOrder } from './open-order';
import { takeOrderStep } from './take-order-step';

/**
 * A second person has confirmed a booking above the limit: it is booked now, by the rules and figures of this moment. A
 * refusal leaves the request waiting.
 */
export function confirmBooking(
  tx: Transaction,
  approval: PendingApproval,
): Promise<Outcome<unknown, Refusal<ProblemCode>>> {
  const waiting = approval.request as unknown as WaitingBooking;
  switch (waiting.command) {
    case 'book':
      return bookMovement(tx, waiting.booking, 'confirmed');
    case 'open_order':
      return openOrder(tx, waiting.order, 'confirmed');
    case 'take_step':
      return takeOrderStep(tx, waiting.orderId, waiting.request, 'confirmed');
  }
}
