import {
  IsAmountCents,
  IsEmailAddress,
  IsOneOf,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { ACCOUNT_FRAME_CODES, type AccountFrameCode } from '@etatlotse/domain/budget';
import { PUBLIC_CONTACT_KINDS, type PublicContactKind } from './plain';

export * from './plain';

export class ChangeSettings {
  @IsWholeNumber(1, 1_000_000) version: number;
  @Optional() @IsText({ max: 120 }) name?: string;
  @Optional() @Nullable() @IsAmountCents({ min: 0 }) bookingApprovalCents?: number | null;
  /** Null goes back to that of the Land. */
  @Optional() @Nullable() @IsOneOf(ACCOUNT_FRAME_CODES) accountFrame?: AccountFrameCode | null;
  /** Why the limit changes, for the second person. */
  @Optional() @IsText({ max: 500, multiline: true }) reason?: string;
}

/** `/{kind}` of an address. */
export class PublicContactPath {
  @IsOneOf(PUBLIC_CONTACT_KINDS) kind: PublicContactKind;
}

/** Whom readers of the public page may write to. */
export class SetPublicContact {
  @IsText({ max: 200 }) name: string;
  @IsText({ max: 500, multiline: true }) address: string;
  @IsEmailAddress() email: string;
  @IsText({ max: 300 }) source: string;
  /** Of the contact that stands; 0 where there is none. */
  @IsWholeNumber(0, 1_000_000) version: number;
}
