import { LineCriteria } from '@etatlotse/contracts/budget';
import {
  FromQueryFlag,
  FromQueryNumber,
  IsAmountCents,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsList,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { isId, WHOLE_BASIS_POINTS } from '@etatlotse/domain/shared';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, ValidateNested } from 'class-validator';
import { LOCK_MAX_LINES, LOCK_METHODS, type LockMethod, LOCK_SPREADS, type LockSpread } from './lock-plain';

const VERSION_MAX = 1_000_000;
/** An amount for one line. */
export class LineAmount {
  @IsId() lineId: string;
  @IsAmountCents({ min: 0 }) amountCents: number;
}

/** What the lock says: a share, a sum to spread, or amounts line by line. */
export class LockTermsBody {
  @IsOneOf(LOCK_METHODS) method: LockMethod;
  /** For a share: 1000 is 10.00 %. */
  @Optional() @IsWholeNumber(1, WHOLE_BASIS_POINTS) basisPoints?: number;
  /** For a sum: what is spread over the lines, to the cent. */
  @Optional() @IsAmountCents({ min: 1 }) totalCents?: number;
  @Optional() @IsOneOf(LOCK_SPREADS) spread?: LockSpread;
  /** For amounts line by line. */
  @Optional()
  @IsList(LOCK_MAX_LINES)
  @ValidateNested({ each: true })
  @Type(() => LineAmount)
  amounts?: LineAmount[];
}

/** Which lines: by criteria, by a saved filter, or by name. All that is given narrows. */
export class LockSelection {
  @Optional() @IsId() filterId?: string;
  @Optional() @IsList(LOCK_MAX_LINES, isId) lineIds?: string[];
  @Optional()
  @IsObject({ message: 'INPUT_INVALID' })
  @ValidateNested()
  @Type(() => LineCriteria)
  criteria?: LineCriteria;
}

/** Asks what a lock would do; stores nothing. */
export class PreviewLock {
  @IsFiscalYear() fiscalYear: number;
  /** The lock date: what the lines have by then is what the share is taken of. */
  @IsPlainDate() decidedOn: string;

  @IsDefined({ message: 'FIELD_REQUIRED' })
  @IsObject({ message: 'INPUT_INVALID' })
  @ValidateNested()
  @Type(() => LockSelection)
  selection: LockSelection;

  @IsDefined({ message: 'FIELD_REQUIRED' })
  @IsObject({ message: 'INPUT_INVALID' })
  @ValidateNested()
  @Type(() => LockTermsBody)
  terms: LockTermsBody;
}

/** Records the decision of the mayor to lock. */
export class RecordLock extends PreviewLock {
  @IsText({ max: 120 }) title: string;
  @IsText({ max: 120 }) decidedBy: string;
  /** Order or paper in which the decision stands. */
  @IsText({ max: 200 }) document: string;
  @IsText({ max: 1000, multiline: true }) reason: string;
  /** The whole lock as it was previewed; another sum is refused, so that nobody confirms what nobody has seen. */
  @IsAmountCents({ min: 1 }) expectedCents: number;
}

/** Lifts a lock: wholly without `amounts`, else on the named lines. */
export class LiftLock {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @IsPlainDate() decidedOn: string;
  @IsText({ max: 120 }) decidedBy: string;
  @IsText({ max: 200 }) document: string;
  @IsText({ max: 1000, multiline: true, required: false }) reason: string;
  @Optional()
  @IsList(LOCK_MAX_LINES)
  @ValidateNested({ each: true })
  @Type(() => LineAmount)
  amounts?: LineAmount[];
}

/** Records that the council was told of a lock or a lifting. */
export class ReportLock {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @IsPlainDate() reportedOn: string;
  @IsText({ max: 200 }) document: string;
}

export class LocksQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  /** Only those of which the council has not been told. */
  @Optional() @FromQueryFlag() @IsFlag() openReports?: boolean;
}

export class LockStepPath {
  @IsId() id: string;
  @IsId() stepId: string;
}

export class LockLinesQuery extends PageQuery {
  @Optional() @IsText({ max: 2000 }) cursor?: string;
}
