import { type BookingRefusal, decideBooking, type MovementDraft } from '@etatlotse/domain/budget';
import { may } from '@etatlotse/domain/access';
import { cents, ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { BookMovement } from '@etatlotse/contracts/budget';
import type { Transaction } from '../../platform/database/transactions';
import { readSituation } from '../booking-situation.repository';
import { writeMovements } from '../ledger.repository';

export type BookMovementRefusal = BookingRefusal | Refusal<'NOT_FOUND'> | Refusal<'LINE_NOT_BOOKABLE'>;

/** What a booking answers: the movement, and what is available now at the level that was checked. */
export interface BookedMovement {
  readonly id: string;
  readonly availableCents: number;
  readonly [more: string]: unknown;
}

/**
 * Books one movement by hand on one line: the balance is held, the domain decides (R1, T1d), movement and balances are
 * written in one statement, the audit entry closes the transaction.
 */
export async function bookMovement(
  tx: Transaction,
  booking: BookMovement,
): Promise<Outcome<BookedMovement, BookMovementRefusal>> {
  const line = await readSituation(tx, booking, booking.reason ?? null, true);
  if (line === null || tx.actor === null || !may(tx.actor, 'budget.read', { unitId: line.unitId })) return notFound;
  if (!line.isBookable) return refuse({ code: 'LINE_NOT_BOOKABLE', params: {} });
  const drafts: MovementDraft[] = [{ kind: booking.kind, amountCents: cents(booking.amountCents) }];
  const decision = decideBooking(drafts, line.situation);
  if (!decision.ok) return decision;
  const [movement] = await writeMovements(tx, [{ ...booking, source: 'person' }]);
  if (movement === undefined) return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: line.situation.fiscalYear } });
  await tx.audit({
    action: 'movement.booked',
    subjectType: 'budget_line',
    subjectId: booking.lineId,
    detail: {
      movementId: movement.id,
      kind: booking.kind,
      amountCents: booking.amountCents,
      fiscalYear: booking.fiscalYear,
    },
  });
  return ok({ id: movement.id, availableCents: decision.value.availableCents });
}

const notFound = refuse({ code: 'NOT_FOUND', params: {} } as const);
