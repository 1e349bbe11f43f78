import type { OfferDetail } from '@etatlotse/contracts/inventory/plain';
import { VAT_ANSWERS } from '@etatlotse/domain/contract';
import { nextOfferStates, OFFER_RECIPIENTS, type OfferState } from '@etatlotse/domain/inventory';
import {
  amountField,
  dateField,
  linkField,
  maybeSelectField,
  type RecordValues,
  selectField,
  textField,
  unitField,
} from '../ui/record/record-fields';
import type { RecordFormShape } from '../ui/record/record-form';
import { inventoryLabels } from './inventory.labels';
import { offerLabels } from './offer.labels';
import { chosenPayment } from './record-look';

const fields = {
  name: textField(160),
  unitId: unitField(),
  recipientKind: selectField(OFFER_RECIPIENTS),
  recipient: textField(160),
  offeredOn: dateField(),
  costCents: amountField({ optional: true }),
  recoveryCents: amountField({ optional: true }),
  vatAnswer: maybeSelectField(VAT_ANSWERS),
  line: linkField('line'),
  contract: linkField('contract'),
  note: textField(2000, { optional: true, lines: true }),
};
export type OfferFields = typeof fields;

export const OFFER_FORM: RecordFormShape<OfferFields> = {
  fields,
  when: { vatAnswer: ({ recoveryCents }) => recoveryCents !== 0 },
  words: () => {
    const [common, own] = [inventoryLabels(), offerLabels()];
    return {
      name: { label: own.offer },
      unitId: { label: common.unit },
      recipientKind: { label: own.recipientKind, options: own.recipientKinds },
      recipient: { label: own.recipient },
      offeredOn: { label: own.offeredOn },
      costCents: { label: own.cost, hint: own.amountHint },
      recoveryCents: { label: own.recovery, hint: own.amountHint },
      vatAnswer: { label: own.vat, hint: own.vatHint, options: own.vatAnswers },
      line: { label: common.line },
      contract: { label: common.contract },
      note: { label: common.note },
    };
  },
};

/** The form filled with an offer as it stands. */
export function valuesOfOffer(offer: OfferDetail): RecordValues<OfferFields> {
  return { ...offer, ...chosenPayment(offer), unitId: offer.unit?.id ?? null };
}

/** The form for the next step from a state. */
export function stepForm(state: OfferState) {
  return {
    fields: {
      to: selectField(nextOfferStates(state)),
      happenedOn: dateField(),
      reason: textField(1000, { lines: true }),
    },
    words: () => {
      const [common, own] = [inventoryLabels(), offerLabels()];
      return {
        to: { label: own.next, options: own.states },
        happenedOn: { label: own.happenedOn },
        reason: { label: common.reason },
      };
    },
  };
}
