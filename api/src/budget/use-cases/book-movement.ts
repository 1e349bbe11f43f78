import { type BookingRefusal, decideBooking, type MovementDraft } from '@etatlotse/domain/budget';
import { may } from '@etatlotse/domain/access';
import { cents, ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { BookMovement } from '@etatlotse/contracts/budget';
import type { Transaction } from '../../platform/database/transactions';
import { holdSituation } from '../booking-situation.repository';
import { askSecondPerson, type FourEyes } from '../four-eyes';
import { sendMovement } from '../ledger.repository';

export type BookMovementRefusal =
  BookingRefusal | Refusal<'NOT_FOUND'> | Refusal<'LINE_NOT_BOOKABLE'> | Refusal<'APPROVAL_PENDING'>;

/** The movement, or the request for a second person; and what is available now at the level that was checked. */
export interface BookedMovement {
  readonly id: string | null;
  readonly approvalId: string | null;
  readonly availableCents: number;
}

/**
 * Books one movement by hand on one line: the balance is held, the domain decides (R1, T1d), movement and balances are
 * written in one statement, the audit entry closes the transaction, and all of it goes out with the commit. Above the city's limit a second person confirms first.
 */
export async function bookMovement(
  tx: Transaction,
  booking: BookMovement,
  eyes: FourEyes,
): Promise<Outcome<BookedMovement, BookMovementRefusal>> {
  const line = await holdSituation(tx, booking, booking.reason ?? null);
  if (line === null || tx.actor === null || !may(tx.actor, 'budget.read', { unitId: line.unitId })) return notFound;
  if (!line.isBookable) return refuse({ code: 'LINE_NOT_BOOKABLE', params: {} });
  const drafts: MovementDraft[] = [{ kind: booking.kind, amountCents: cents(booking.amountCents) }];
  const decision = decideBooking(drafts, line.situation);
  if (!decision.ok) return decision;
  if (decision.value.needsSecondPerson && eyes !== 'confirmed') {
    return askSecondPerson(tx, eyes, line, { command: 'book', booking });
  }
  const { provisional } = decision.value;
  const movement = sendMovement(tx, { ...booking, source: 'person', provisional });
  await tx.audit({
    action: 'movement.booked',
    subjectType: 'budget_line',
    subjectId: booking.lineId,
    detail: {
      movementId: movement.id,
      kind: booking.kind,
      amountCents: booking.amountCents,
      fiscalYear: booking.fiscalYear,
      ...(provisional === null ? {} : { provisionalGround: provisional.ground }),
    },
  });
  return ok({ id: movement.id, approvalId: null, availableCents: decision.value.availableCents });
}

const notFound = refuse({ code: 'NOT_FOUND', params: {} } as const);
