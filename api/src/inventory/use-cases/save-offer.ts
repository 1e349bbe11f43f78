import type { ChangeOffer, CreateOffer, RecordChanged } from '@etatlotse/contracts/inventory';
import { checkReady } from '@etatlotse/domain/inventory';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkPlace, type HeldRefusal, holdRecord, type PlaceRefusal } from '../record-place';
import { insertRecord, type NameRefusal, replaceRecord } from '../record-save';
import { moneyOf, OFFER_STORE } from '../offer.repository';

type SaveRefusal = PlaceRefusal | NameRefusal | Refusal<'OFFER_STEP_AHEAD'>;

/** Enters an offer that was made. */
export async function createOffer(tx: Transaction, offer: CreateOffer): Promise<Outcome<RecordChanged, SaveRefusal>> {
  const placed = await checkPlace(tx, offer);
  if (!placed.ok) return placed;
  const checked = check(tx, offer);
  if (!checked.ok) return checked;
  const added = await insertRecord(tx, OFFER_STORE, offer);
  if (!added.ok) return added;
  await tx.audit({
    action: 'offer.created',
    subjectType: 'offer',
    subjectId: added.value.id,
    detail: { recipientKind: offer.recipientKind },
  });
  return added;
}

/** Changes what is said about an offer; once work has begun its money stays known and its tax settled. */
export async function changeOffer(
  tx: Transaction,
  id: string,
  { version, ...offer }: ChangeOffer,
): Promise<
  Outcome<RecordChanged, SaveRefusal | HeldRefusal | Refusal<'OFFER_MONEY_UNKNOWN'> | Refusal<'OFFER_VAT_OPEN'>>
> {
  const held = await holdRecord(tx, OFFER_STORE, id, version);
  if (!held.ok) return held;
  const placed = await checkPlace(tx, offer, held.value);
  if (!placed.ok) return placed;
  const checked = check(tx, offer);
  if (!checked.ok) return checked;
  const ready = held.value.state === 'running' || held.value.state === 'done' ? checkReady(moneyOf(offer)) : ok(null);
  if (!ready.ok) return ready;
  const saved = await replaceRecord(tx, OFFER_STORE, held.value, offer);
  if (!saved.ok) return saved;
  const { detail, ...answer } = saved.value;
  if (detail !== null) {
    await tx.audit({ action: 'offer.changed', subjectType: 'offer', subjectId: id, detail });
  }
  return ok(answer);
}

/** An offer is entered once it was made. */
function check(tx: Transaction, { offeredOn }: CreateOffer): Outcome<null, Refusal<'OFFER_STEP_AHEAD'>> {
  return offeredOn > tx.today ? refuse({ code: 'OFFER_STEP_AHEAD', params: {} }) : ok(null);
}
