import type { CreateOffer, TakeOfferStep } from '@etatlotse/contracts/inventory';
import { isVatAsked, type OfferMoney, type OfferState } from '@etatlotse/domain/inventory';
import { cents } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { RecordStore } from './record-store';

/** The state is set by steps, never by what somebody states. */
export const OFFER_STORE = new RecordStore<CreateOffer, { readonly state: OfferState }>({
  table: 'offer',
  key: 'offer_id',
  fields: [
    'name',
    'unitId',
    'note',
    'recipientKind',
    'recipient',
    'offeredOn',
    'costCents',
    'recoveryCents',
    'vatAnswer',
    'lineId',
    'contractId',
  ],
  unlogged: ['recipient'],
  more: ['state'],
});

type StatedMoney = Pick<CreateOffer, 'costCents' | 'recoveryCents' | 'vatAnswer'>;

/** What an offer costs and brings back, as the rules take it. Where nothing comes back there is no question of tax. */
export function moneyOf({ costCents, recoveryCents, vatAnswer }: StatedMoney): OfferMoney {
  const money = {
    costCents: costCents === null ? null : cents(costCents),
    recoveryCents: recoveryCents === null ? null : cents(recoveryCents),
  };
  return { ...money, vatAnswer: isVatAsked(money) ? (vatAnswer ?? 'open') : null };
}

/** Takes an offer to another state and keeps the step for ever. */
export async function moveOffer(
  tx: Transaction,
  offerId: string,
  { to, happenedOn, reason }: Omit<TakeOfferStep, 'version'>,
): Promise<string> {
  const id = tx.nextId();
  await tx.execute(`UPDATE offer SET state = $3 WHERE tenant_id = $1 AND offer_id = $2`, [tx.tenantId, offerId, to]);
  await tx.execute(
    `INSERT INTO offer_step (tenant_id, step_id, offer_id, state, happened_on, reason, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenantId, id, offerId, to, happenedOn, reason, tx.actor?.personId ?? null, tx.now],
  );
  await OFFER_STORE.touch(tx, offerId);
  return id;
}
