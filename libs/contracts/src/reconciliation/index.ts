import { IsId, IsText, IsWholeNumber, Nullable, Optional } from '@etatlotse/contracts/input';

export * from './plain';

/** Who looks after a difference. */
export class AssignReconciliationTask {
  /** Somebody of finance; `null` gives the task back. */
  @Nullable() @IsId() ownerId: string | null;
  @Optional() @IsText({ max: 500, required: false, multiline: true }) note?: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}
