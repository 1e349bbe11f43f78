import { may } from '@etatlotse/domain/access';
import {
  type BookingRefusal,
  decideBooking,
  NEW_ORDER,
  type OrderRefusal,
  takeOrderStep,
} from '@etatlotse/domain/budget';
import { cents, ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { OpenOrder } from '@etatlotse/contracts/budget';
import type { Transaction } from '../../platform/database/transactions';
import { holdSituation } from '../booking-situation.repository';
import { writeMovements } from '../ledger.repository';
import { askSecondPerson, type FourEyes } from '../four-eyes';
import { insertOrder } from '../order.repository';

export type OpenOrderRefusal =
  | BookingRefusal
  | OrderRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'LINE_NOT_BOOKABLE'>
  | Refusal<'APPROVAL_PENDING'>
  | Refusal<'ORDER_NUMBER_TAKEN', { readonly number: string }>;

/** The order, or the request for a second person; and what is available now at the level that was checked. */
export interface OpenedOrder {
  readonly id: string | null;
  readonly version: number;
  readonly approvalId: string | null;
  readonly availableCents: number;
}

/** Opens an order document on a line, as a reservation or at once as an order (T1b, first step). */
export async function openOrder(
  tx: Transaction,
  order: OpenOrder,
  eyes: FourEyes,
): Promise<Outcome<OpenedOrder, OpenOrderRefusal>> {
  const line = await holdSituation(tx, order, order.reason ?? null);
  if (line === null || tx.actor === null || !may(tx.actor, 'budget.order', { unitId: line.unitId })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (!line.isBookable) return refuse({ code: 'LINE_NOT_BOOKABLE', params: {} });
  const progress = takeOrderStep(NEW_ORDER, order.opening, cents(order.amountCents));
  if (!progress.ok) return progress;
  const decision = decideBooking(progress.value.movements, line.situation);
  if (!decision.ok) return decision;
  if (decision.value.needsSecondPerson && eyes !== 'confirmed') {
    const asked = await askSecondPerson(tx, eyes, line, { command: 'open_order', order });
    return asked.ok ? ok({ ...asked.value, version: 0 }) : asked;
  }
  const { provisional } = decision.value;
  const orderId = await insertOrder(tx, {
    ...order,
    supplier: order.supplier ?? '',
    position: progress.value.position,
  });
  if (orderId === null) return refuse({ code: 'ORDER_NUMBER_TAKEN', params: { number: order.number } });
  const written = await writeMovements(
    tx,
    progress.value.movements.map((movement) => ({
      ...movement,
      lineId: order.lineId,
      fiscalYear: order.fiscalYear,
      bookedOn: order.orderedOn,
      source: 'person',
      documentNumber: order.number,
      text: order.subject,
      reason: order.reason ?? '',
      orderId,
      provisional,
    })),
  );
  if (written.length === 0) return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: line.situation.fiscalYear } });
  await tx.audit({
    action: 'order.opened',
    subjectType: 'budget_line',
    subjectId: order.lineId,
    detail: {
      orderId,
      opening: order.opening,
      amountCents: order.amountCents,
      fiscalYear: order.fiscalYear,
      ...(provisional === null ? {} : { provisionalGround: provisional.ground }),
    },
  });
  return ok({ id: orderId, version: 1, approvalId: null, availableCents: decision.value.availableCents });
}
