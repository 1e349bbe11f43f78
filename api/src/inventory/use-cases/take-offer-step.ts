import type { RecordChanged, TakeOfferStep } from '@etatlotse/contracts/inventory';
import { decideOfferStep, type OfferStepRefusal } from '@etatlotse/domain/inventory';
import { ok, type Outcome, plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { moneyOf, moveOffer, OFFER_STORE } from '../offer.repository';
import { type HeldRefusal, holdRecord } from '../record-place';

/** Takes an offer a step further: it was accepted or declined, work began, it is done. */
export async function takeOfferStep(
  tx: Transaction,
  offerId: string,
  { version, ...step }: TakeOfferStep,
): Promise<Outcome<RecordChanged, HeldRefusal | OfferStepRefusal>> {
  const held = await holdRecord(tx, OFFER_STORE, offerId, version);
  if (!held.ok) return held;
  const days = { happenedOn: plainDate(step.happenedOn), today: plainDate(tx.today) };
  const decided = decideOfferStep(held.value.state, { to: step.to, ...days }, moneyOf(held.value));
  if (!decided.ok) return decided;
  const id = await moveOffer(tx, offerId, step);
  await tx.audit({ action: 'offer.moved', subjectType: 'offer', subjectId: offerId, detail: { to: step.to } });
  return ok({ id, version: version + 1 });
}
