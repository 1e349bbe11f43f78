import type { OfferRecipient, OfferState, OfferSummary, OfferVatAnswer } from '@etatlotse/domain/inventory';
import type { RecordPage, RecordRow, RegisterPage } from './record-plain';

const OFFERS = '/api/v1/offers';

/** Where offers live on the wire. */
export const OFFER_PATHS = {
  offers: OFFERS,
  one: (id: string): string => `${OFFERS}/${id}`,
  steps: (id: string): string => `${OFFERS}/${id}/steps`,
} as const;

export interface OfferRow extends RecordRow {
  readonly recipientKind: OfferRecipient;
  readonly recipient: string;
  readonly state: OfferState;
  readonly offeredOn: string;
  readonly costCents: number | null;
  readonly recoveryCents: number | null;
  readonly uncoveredCents: number | null;
  /** Whether what comes back is taxed: an answer of a person, `open` until then; null where nothing comes back. */
  readonly vatAnswer: OfferVatAnswer | null;
}

export type OfferPage = RegisterPage<OfferRow, OfferSummary>;

export interface OfferStepRow {
  readonly id: string;
  readonly state: OfferState;
  readonly happenedOn: string;
  readonly reason: string;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

export interface OfferDetail extends OfferRow, RecordPage {
  readonly steps: readonly OfferStepRow[];
}
