import { IsAmountCents, IsText, IsWholeNumber, Nullable, Optional } from '@etatlotse/contracts/input';

export * from './plain';

export class ChangeSettings {
  @IsWholeNumber(1, 1_000_000) version: number;
  @Optional() @IsText({ max: 120 }) name?: string;
  @Optional() @Nullable() @IsAmountCents({ min: 0 }) bookingApprovalCents?: number | null;
  /** Why the limit changes, for the second person. */
  @Optional() @IsText({ max: 500, multiline: true }) reason?: string;
}
