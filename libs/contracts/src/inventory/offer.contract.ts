import {
  IsAmountCents,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { VAT_ANSWERS } from '@etatlotse/domain/contract';
import {
  OFFER_RECIPIENTS,
  OFFER_STATES,
  type OfferRecipient,
  type OfferState,
  type OfferVatAnswer,
} from '@etatlotse/domain/inventory';
import { RECORD_VERSION_MAX } from './record-plain';
import { PaidFace, YearRegisterQuery } from './record.contract';

/** Offers that were made up to the end of the year asked for. */
export class OffersQuery extends YearRegisterQuery {
  @Optional() @IsOneOf(OFFER_RECIPIENTS) recipientKind?: OfferRecipient;
  @Optional() @IsOneOf(OFFER_STATES) state?: OfferState;
}

/** What a council group or a city company is offered; amounts of null are unknown. */
export class CreateOffer extends PaidFace {
  @IsOneOf(OFFER_RECIPIENTS) recipientKind: OfferRecipient;
  @IsText({ max: 160 }) recipient: string;
  @IsPlainDate() offeredOn: string;
  @Nullable() @IsAmountCents({ min: 0 }) costCents: number | null;
  @Nullable() @IsAmountCents({ min: 0 }) recoveryCents: number | null;
  @Nullable() @IsOneOf(VAT_ANSWERS) vatAnswer: OfferVatAnswer | null;
}

export class ChangeOffer extends CreateOffer {
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}

export class TakeOfferStep {
  @IsOneOf(OFFER_STATES) to: OfferState;
  @IsPlainDate() happenedOn: string;
  @IsText({ max: 1000, multiline: true }) reason: string;
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}
