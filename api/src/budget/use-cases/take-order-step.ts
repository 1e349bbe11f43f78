import { may } from '@etatlotse/domain/access';
import {
  availableCents,
  type BookingRefusal,
  decideBooking,
  effectCents,
  type OrderRefusal,
  type OrderStep,
  provisionalOfStep,
  takeOrderStep as decideStep,
} from '@etatlotse/domain/budget';
import { cents, ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { TakeOrderStep } from '@etatlotse/contracts/budget';
import type { Transaction } from '../../platform/database/transactions';
import { holdSituation } from '../booking-situation.repository';
import { writeMovements } from '../ledger.repository';
import { askSecondPerson, type FourEyes } from '../four-eyes';
import { findOrder, findProvisionalOfOrder, saveOrderPosition } from '../order.repository';
import type { OpenedOrder } from './open-order';

export type TakeOrderStepRefusal =
  BookingRefusal | OrderRefusal | Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'APPROVAL_PENDING'>;

/** Steps that bind money anew. Invoices, credits and cancellations settle what a second person has seen already. */
const BINDING: readonly OrderStep[] = ['place', 'increase'];

/**
 * Takes one step in an order's life: the order, a part or final invoice, a credit note, a cancellation (T1b, T1c). The
 * line's balance is held first and the order read after it, so that two steps at the same moment follow each other.
 */
export async function takeOrderStep(
  tx: Transaction,
  orderId: string,
  request: TakeOrderStep,
  eyes: FourEyes,
): Promise<Outcome<OpenedOrder, TakeOrderStepRefusal>> {
  const found = await findOrder(tx, orderId);
  const ofOrder = found === null ? null : await findProvisionalOfOrder(tx, found);
  const provisional = request.provisional ?? ofOrder;
  const line = found === null ? null : await holdSituation(tx, { ...found, provisional }, null);
  const order = line === null ? null : await findOrder(tx, orderId);
  if (order === null || line === null || tx.actor === null || !may(tx.actor, 'budget.order', { unitId: line.unitId })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (order.version !== request.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const progress = decideStep(order.position, request.step, cents(request.amountCents ?? 0));
  if (!progress.ok) return progress;
  const { movements, position } = progress.value;
  // Cancelling an order with nothing open left only changes its state; there is nothing to decide or to write.
  const decision = movements.length === 0 ? null : decideBooking(movements, line.situation);
  if (decision?.ok === false) return decision;
  if (decision?.value.needsSecondPerson === true && BINDING.includes(request.step) && eyes !== 'confirmed') {
    const waiting = { command: 'take_step', orderId, orderNumber: order.number, request } as const;
    const asked = await askSecondPerson(tx, eyes, line, waiting);
    return asked.ok ? ok({ ...asked.value, version: order.version }) : asked;
  }
  if (!(await saveOrderPosition(tx, order, position))) return refuse({ code: 'VERSION_STALE', params: {} });
  const marked = provisionalOfStep(effectCents(movements), decision?.value.provisional ?? null, ofOrder);
  const written = await writeMovements(
    tx,
    movements.map((movement) => ({
      ...movement,
      lineId: order.lineId,
      fiscalYear: order.fiscalYear,
      bookedOn: request.bookedOn,
      source: 'person',
      documentNumber: request.documentNumber ?? order.number,
      text: request.text ?? '',
      orderId,
      provisional: marked,
    })),
  );
  if (written.length !== movements.length) {
    return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: line.situation.fiscalYear } });
  }
  await tx.audit({
    action: `order.${request.step}`,
    subjectType: 'budget_line',
    subjectId: order.lineId,
    detail: { orderId, amountCents: request.amountCents ?? 0, fiscalYear: order.fiscalYear },
  });
  const availableNow =
    decision?.value.availableCents ?? availableCents(line.situation.poolBalance ?? line.situation.balance);
  return ok({ id: orderId, version: order.version + 1, approvalId: null, availableCents: availableNow });
}
