import { FRAMES, type FrameCode } from '@etatlotse/contracts/budget/plain';
import {
  FromQueryNumber,
  IsAmountCents,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsOneOf,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { BOOKS_STEPS, type BooksStep } from '@etatlotse/domain/budget';

const VERSION_MAX = 1_000_000;

/** `/{fiscalYear}` of an address. */
export class FiscalYearPath {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

/** `/{frame}/{fiscalYear}` of an address. */
export class FramePath extends FiscalYearPath {
  @IsOneOf(FRAMES) frame: FrameCode;
}

/** A new fiscal year, or the two years of a Doppelhaushalt at once. */
export class CreateFiscalYear {
  @IsFiscalYear() fiscalYear: number;
  @IsFlag() isTwoYears: boolean;
}

export const BOOKS_STEP_NAMES = Object.keys(BOOKS_STEPS) as BooksStep[];

/** Opens, closes or reopens the books of a year. Closing and reopening wait for a second person. */
export class TakeBooksStep {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @IsOneOf(BOOKS_STEP_NAMES) step: BooksStep;
  /** Needed to reopen. */
  @Optional() @IsText({ max: 500, required: false, multiline: true }) reason?: string;
}

/** Which years and against what: the plan in force (default), or a version that is still being made. */
export class FramesQuery {
  @Optional() @FromQueryNumber() @IsFiscalYear() fiscalYear?: number;
  @Optional() @IsId() planVersionId?: string;
}

/** Sets a ceiling, or says that it is not known (`null`). Version 0 means: nobody has set one yet. */
export class SetFrameCeiling {
  @IsWholeNumber(0, VERSION_MAX) version: number;
  @Nullable() @IsAmountCents({ min: 0 }) ceilingCents: number | null;
  @IsText({ max: 500, multiline: true }) reason: string;
  /** Where the figure stands: a council paper, a decision, a letter. */
  @Optional() @IsText({ max: 200, required: false }) source?: string;
}
