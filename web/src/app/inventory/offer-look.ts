import type { OfferRow } from '@etatlotse/contracts/inventory/plain';
import type { OfferState } from '@etatlotse/domain/inventory';
import type { RecordLook } from '../ui/record/record-table';
import { offerLabels } from './offer.labels';

const LOOKS: Readonly<Record<OfferState, Omit<RecordLook, 'word'>>> = {
  offered: { kind: 'plain', icon: 'send' },
  accepted: { kind: 'info', icon: 'check' },
  running: { kind: 'info', icon: 'work' },
  done: { kind: 'ok', icon: 'check_circle' },
  declined: { kind: 'plain', icon: 'cancel' },
};

export function offerLook({ state }: Pick<OfferRow, 'state'>): RecordLook {
  return { ...LOOKS[state], word: offerLabels().states[state] };
}

/** The answer to the question of tax, or that there is none to give. */
export function vatText({ vatAnswer }: Pick<OfferRow, 'vatAnswer'>): string {
  const words = offerLabels();
  return vatAnswer === null ? words.noVat : words.vatAnswers[vatAnswer];
}
