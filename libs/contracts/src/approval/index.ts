import { IsOneOf, IsText, IsWholeNumber, Optional } from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { APPROVAL_STATES, type ApprovalState } from './plain';

export * from './plain';

export class ApprovalQuery extends PageQuery {
  /** Those that wait, when left out. */
  @Optional() @IsOneOf(APPROVAL_STATES) state?: ApprovalState;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

export class DecideApproval {
  @IsOneOf(['approve', 'reject']) decision: 'approve' | 'reject';
  @Optional() @IsText({ max: 500, multiline: true }) note?: string;
  /** The version that was looked at: what was changed since is not approved by it. */
  @IsWholeNumber(1, 1_000_000) version: number;
}
