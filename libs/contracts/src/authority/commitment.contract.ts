import {
  FromQueryNumber,
  IsAmountCents,
  IsFiscalYear,
  IsId,
  IsList,
  IsOneOf,
  IsPlainDate,
  IsText,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { FRAME_CODES, type FrameCode } from '@etatlotse/domain/budget';
import { MAX_AMOUNT_CENTS } from '@etatlotse/domain/shared';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';

/** The most later years that an authority or an obligation names. */
const YEARS_MAX = 10;

export class YearAmountInput {
  @IsFiscalYear() fiscalYear: number;
  @IsAmountCents({ min: 1, max: MAX_AMOUNT_CENTS }) amountCents: number;
}

/** Commitment authorities, newest plan year first. */
export class CommitmentAuthoritiesQuery extends PageQuery {
  @Optional() @FromQueryNumber() @IsFiscalYear() fiscalYear?: number;
  @Optional() @IsId() planVersionId?: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** Enters an authority into a plan version that is being made, or records one with a decision of its own. */
export class CreateCommitmentAuthority {
  @IsText({ max: 40 }) number: string;
  @IsText({ max: 500 }) purpose: string;
  @IsId() lineId: string;
  @IsFiscalYear() fiscalYear: number;
  @IsList(YEARS_MAX) @ValidateNested({ each: true }) @Type(() => YearAmountInput) slices: YearAmountInput[];
  @Optional() @IsId() planVersionId?: string;
  @Optional() @IsPlainDate() decidedOn?: string;
  @Optional() @IsText({ max: 200, required: false }) decisionDocument?: string;
}

/** Obligations, last signed first; `year` keeps those that take from that year. */
export class ObligationsQuery extends PageQuery {
  @Optional() @FromQueryNumber() @IsFiscalYear() year?: number;
  @Optional() @IsOneOf(FRAME_CODES) frame?: FrameCode;
  @Optional() @IsId() authorityId?: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** Records an order or contract of several years. For investment it uses a commitment authority. */
export class RecordObligation {
  @IsId() lineId: string;
  @Optional() @IsId() authorityId?: string;
  @IsText({ max: 60 }) reference: string;
  @Optional() @IsText({ max: 200, required: false }) partner?: string;
  @IsText({ max: 200 }) subject: string;
  @IsPlainDate() signedOn: string;
  @Optional() @IsPlainDate() noticeBy?: string;
  @IsList(YEARS_MAX) @ValidateNested({ each: true }) @Type(() => YearAmountInput) amounts: YearAmountInput[];
  /** Why a slice is exceeded, where that is so. */
  @Optional() @IsText({ max: 500, required: false, multiline: true }) reason?: string;
}

/** Takes a record back by a counter record. */
export class ReverseObligation {
  @IsText({ max: 500, multiline: true }) reason: string;
}

export class BoundYearsQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}
