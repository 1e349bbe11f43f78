import {
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
import { MAX_AMOUNT_CENTS } from '@etatlotse/domain/shared';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { EARMARK_STEPS, EARMARK_YEARS_MAX, type EarmarkStepName } from './earmark-plain';

/** Grants of a fiscal year, by number. */
export class EarmarksQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsId() lineId?: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** An expense line that the grant is for. */
export class EarmarkLineInput {
  @IsId() lineId: string;
  /** What the plan spends on it from the grant. */
  @IsAmountCents({ min: 0, max: MAX_AMOUNT_CENTS }) plannedCents: number;
}

/** A budget year of a grant that runs over several. */
export class EarmarkYearInput {
  @IsFiscalYear() fiscalYear: number;
  @IsAmountCents({ min: 0, max: MAX_AMOUNT_CENTS }) plannedCents: number;
}

/** Registers a grant. It changes no authority yet: that takes a notice or the money. */
export class CreateEarmark {
  @IsText({ max: 40 }) number: string;
  @IsText({ max: 200 }) giver: string;
  @IsText({ max: 500 }) purpose: string;
  /** The first year where the grant runs over several. */
  @IsFiscalYear() fiscalYear: number;
  @Optional() @IsId() revenueLineId?: string;
  /** Revenue that the plan expects, over all years. */
  @IsAmountCents({ min: 0, max: MAX_AMOUNT_CENTS }) plannedCents: number;
  @IsList(50) @ValidateNested({ each: true }) @Type(() => EarmarkLineInput) lines: EarmarkLineInput[];
  /** The share of each year, in a row; together exactly the whole. Left out: everything in the one year. */
  @Optional()
  @IsList(EARMARK_YEARS_MAX)
  @ValidateNested({ each: true })
  @Type(() => EarmarkYearInput)
  years?: EarmarkYearInput[];
  @IsFlag() lowersWithRevenue: boolean;
  @Optional() @IsPlainDate() useBy?: string;
  @Optional() @IsPlainDate() proofDueOn?: string;
}

/** Records what happened: a promise, a notice, money, the proof of use. */
export class TakeEarmarkStep {
  @IsOneOf(EARMARK_STEPS) step: EarmarkStepName;
  @Optional() @IsAmountCents({ min: 0, max: MAX_AMOUNT_CENTS }) amountCents?: number;
  @IsPlainDate() happenedOn: string;
  @Optional() @IsText({ max: 60, required: false }) documentNumber?: string;
  @Optional() @IsText({ max: 500, required: false, multiline: true }) note?: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}
