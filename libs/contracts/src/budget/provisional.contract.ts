import { FromQueryNumber, IsFiscalYear, IsOneOf, IsText, Optional } from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { PROVISIONAL_GROUNDS, type ProvisionalGround } from '@etatlotse/domain/budget';

/** The ground of a booking while no plan is in force (§ 116 NKomVG). */
export class ProvisionalClaimInput {
  @IsOneOf(PROVISIONAL_GROUNDS) ground: ProvisionalGround;
  /** The norm or contract, or why it cannot wait; a continued investment needs none. */
  @Optional() @IsText({ max: 300, required: false, multiline: true }) basis?: string;
}

/** The same as a file: all of it, or of one ground. */
export class ProvisionalFileQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsOneOf(PROVISIONAL_GROUNDS) ground?: ProvisionalGround;
}

/** What was booked in a year under § 116, newest first. */
export class ProvisionalQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsOneOf(PROVISIONAL_GROUNDS) ground?: ProvisionalGround;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}
