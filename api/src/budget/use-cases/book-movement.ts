import {
  type BookingDecision,
  type BookingRefusal,
  decideBooking,
  decideInTurn,
  type MovementDraft,
} from '@etatlotse/domain/budget';
import { type Actor, may } from '@etatlotse/domain/access';
import { cents, ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { BookMovement } from '@etatlotse/contracts/budget';
import type { AuditEvent, Transaction } from '../../platform/database/transactions';
import { type BookableLine, holdSituation, holdSituationsTogether } from '../booking-situation.repository';
import { askSecondPerson, type FourEyes } from '../four-eyes';
import { sendMovements, type WrittenMovement } from '../ledger.repository';

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
  if (line === null || tx.actor === null || !sees(tx.actor, line)) return notFound;
  if (!line.isBookable) return refuse({ code: 'LINE_NOT_BOOKABLE', params: {} });
  const decision = decideBooking(draftsOf(booking), line.situation);
  if (!decision.ok) return decision;
  if (decision.value.needsSecondPerson && eyes !== 'confirmed') {
    return askSecondPerson(tx, eyes, line, { command: 'book', booking });
  }
  const { provisional } = decision.value;
  const [movement] = sendMovements(tx, [{ ...booking, source: 'person', provisional }]) as [WrittenMovement];
  await tx.audit(bookedEvent(movement));
  return ok(answerOf(movement, decision.value));
}

/** A booking among others, with the person and the request it came from. */
export interface BookingRequest {
  readonly caller: { readonly actor: Actor; readonly requestId: string };
  readonly body: BookMovement;
}

/**
 * Books what several people book at the same moment: all balances are held at once, the domain decides one after another,
 * and movements, balances and audit entries are written in one statement each. Null where a booking is refused or needs a
 * second person: nothing is written for it, and it has to come by itself to learn why.
 */
export async function bookMovements(
  tx: Transaction,
  requests: readonly BookingRequest[],
): Promise<(BookedMovement | null)[]> {
  const keys = requests.map(({ body }) => ({ ...body, reason: body.reason ?? null }));
  const lines = await holdSituationsTogether(tx, keys);
  const judged = requests.flatMap((request, place) => {
    const line = lines[place] ?? null;
    return line !== null && line.isBookable && sees(request.caller.actor, line) ? [{ request, line }] : [];
  });
  const decisions = decideInTurn(judged.map(({ request, line }) => ({ ...line, movements: draftsOf(request.body) })));
  const granted = judged.flatMap(({ request }, place) => {
    const decision = decisions[place];
    return decision?.ok === true && !decision.value.needsSecondPerson ? [{ request, decision: decision.value }] : [];
  });
  if (granted.length === 0) return requests.map(() => null);
  const movements = sendMovements(
    tx,
    granted.map(({ request: { caller, body }, decision: { provisional } }) => ({
      ...body,
      ...{ source: 'person', provisional, actorId: caller.actor.personId },
    })),
  );
  const booked = granted.map((one, place) => ({ ...one, movement: movements[place] as WrittenMovement }));
  tx.auditAll(
    booked.map(({ request: { caller }, movement }) => ({
      ...bookedEvent(movement),
      ...{ personId: caller.actor.personId, requestId: caller.requestId },
    })),
  );
  const answers = new Map(booked.map(({ request, movement, decision }) => [request, answerOf(movement, decision)]));
  return requests.map((request) => answers.get(request) ?? null);
}

const sees = (actor: Actor, line: BookableLine): boolean => may(actor, 'budget.read', { unitId: line.unitId });

const draftsOf = (booking: BookMovement): MovementDraft[] => [
  { kind: booking.kind, amountCents: cents(booking.amountCents) },
];

const bookedEvent = ({ id, lineId, kind, amountCents, fiscalYear, provisional }: WrittenMovement): AuditEvent => ({
  action: 'movement.booked',
  subjectType: 'budget_line',
  subjectId: lineId,
  detail: {
    ...{ movementId: id, kind, amountCents, fiscalYear },
    ...(provisional === null || provisional === undefined ? {} : { provisionalGround: provisional.ground }),
  },
});

const answerOf = ({ id }: WrittenMovement, decision: BookingDecision): BookedMovement => ({
  ...{ id, approvalId: null },
  availableCents: decision.availableCents,
});

const notFound = refuse({ code: 'NOT_FOUND', params: {} } as const);
