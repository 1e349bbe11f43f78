import { FromQueryNumber, IsFiscalYear, IsId, IsText, Nullable, Optional } from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';

/** What is asked of every register: words, a unit with everything below it, and where the page begins. */
export class RegisterQuery extends PageQuery {
  @Optional() @IsText({ max: 200 }) q?: string;
  @Optional() @IsId() unitId?: string;
  @Optional() @IsText({ max: 500 }) cursor?: string;
}

/** A register whose figures are those of a year. */
export class YearRegisterQuery extends RegisterQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

/** The year that the figures of one record are of. */
export class RecordYearQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

/** What every record says about itself. */
export class RecordFace {
  @IsText({ max: 160 }) name: string;
  /** The unit that answers for it; null for the whole city. */
  @Nullable() @IsId() unitId: string | null;
  @IsText({ max: 2000, required: false, multiline: true }) note: string;
}

/** A record that a line or a contract pays for. */
export class PaidFace extends RecordFace {
  @Nullable() @IsId() lineId: string | null;
  @Nullable() @IsId() contractId: string | null;
}
