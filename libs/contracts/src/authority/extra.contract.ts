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
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import {
  EXTRA_COVER_KINDS,
  EXTRA_DECIDERS,
  EXTRA_STATES,
  EXTRA_STEPS,
  type ExtraCoverKind,
  type ExtraDecider,
  type ExtraState,
  type ExtraStep,
} from '@etatlotse/domain/authority';
import { MAX_AMOUNT_CENTS } from '@etatlotse/domain/shared';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { EXTRA_COVERS_MAX, EXTRA_ITEMS_MAX } from './extra-plain';

const REASON_MAX = 2000;

export class ExtraQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsOneOf(EXTRA_STATES) state?: ExtraState;
  @Optional() @IsId() lineId?: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

export class ExtraReportQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

export class ExtraItemInput {
  @IsId() lineId: string;
  @IsAmountCents({ min: 1, max: MAX_AMOUNT_CENTS }) amountCents: number;
}

export class ExtraCoverInput {
  @IsOneOf(EXTRA_COVER_KINDS) kind: ExtraCoverKind;
  /** Null only for cover from next year's plan. */
  @Nullable() @IsId() lineId: string | null;
  @IsAmountCents({ min: 1, max: MAX_AMOUNT_CENTS }) amountCents: number;
}

/** What a request says. A draft may be incomplete; only submitting asks for everything. */
export class ExtraContent {
  @IsText({ max: 200 }) subject: string;
  @IsText({ max: REASON_MAX, required: false, multiline: true }) substanceReason: string;
  @IsText({ max: REASON_MAX, required: false, multiline: true }) timeReason: string;
  @IsFlag() isContinuedInvestment: boolean;
  @IsList(EXTRA_ITEMS_MAX) @ValidateNested({ each: true }) @Type(() => ExtraItemInput) items: ExtraItemInput[];
  @IsList(EXTRA_COVERS_MAX) @ValidateNested({ each: true }) @Type(() => ExtraCoverInput) covers: ExtraCoverInput[];
}

export class CreateExtraRequest extends ExtraContent {
  @IsFiscalYear() fiscalYear: number;
}

export class ChangeExtraRequest extends ExtraContent {
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** Asks what a request would come to. Nothing is stored. */
export class CheckExtraRequest {
  @IsFiscalYear() fiscalYear: number;
  @IsText({ max: REASON_MAX, required: false, multiline: true }) substanceReason: string;
  @IsText({ max: REASON_MAX, required: false, multiline: true }) timeReason: string;
  @IsFlag() isContinuedInvestment: boolean;
  @IsList(EXTRA_ITEMS_MAX) @ValidateNested({ each: true }) @Type(() => ExtraItemInput) items: ExtraItemInput[];
  @IsList(EXTRA_COVERS_MAX) @ValidateNested({ each: true }) @Type(() => ExtraCoverInput) covers: ExtraCoverInput[];
}

export class TakeExtraStep {
  @IsOneOf(EXTRA_STEPS) step: ExtraStep;
  /** Why it goes back; a remark of whoever examined it. */
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) reason?: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** Records what the mayor, the committee or the council decided. A grant then waits for a second person. */
export class RecordExtraDecision {
  @IsFlag() isGranted: boolean;
  @IsOneOf(EXTRA_DECIDERS) decider: ExtraDecider;
  @IsPlainDate() decidedOn: string;
  @IsText({ max: 200 }) document: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}
