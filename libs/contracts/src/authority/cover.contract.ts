import {
  FromQueryNumber,
  IsAmountCents,
  IsFiscalYear,
  IsId,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';

/** The rights that hold, with what the giving lines could give in this year. */
export class CoverRightsQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  /** Only rights that this line has or gives. */
  @Optional() @IsId() lineId?: string;
}

export class PoolQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

/** Declares by budget note that one line may draw on another. */
export class DeclareCoverRight {
  @IsId() drawingLineId: string;
  @IsId() givingLineId: string;
  @IsText({ max: 2000, multiline: true }) budgetNote: string;
}

/** Ends a right: nothing more is drawn, what was drawn stays. */
export class EndCoverRight {
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** Draws on another line by a declared right: two movements at once, and only in the declared direction (T6b). */
export class DrawCover {
  /** The line that draws and receives. */
  @IsId() lineId: string;
  /** The line that gives. */
  @IsId() fromLineId: string;
  @IsFiscalYear() fiscalYear: number;
  @IsAmountCents({ min: 1 }) amountCents: number;
  @IsText({ max: 500, multiline: true }) reason: string;
  @Optional() @IsText({ max: 60, required: false }) documentNumber?: string;
}
