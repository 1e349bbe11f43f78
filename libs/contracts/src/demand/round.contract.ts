import {
  FromQueryFlag,
  IsAmountCents,
  IsFiscalYear,
  IsFlag,
  IsList,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import {
  DEMAND_ITEM_KINDS,
  type DemandItemKind,
  FRAME_CODES,
  type FrameCode,
  ITEM_RHYTHMS,
  type ItemRhythm,
  PRICE_BASES,
  type PriceBasis,
  ROUND_STEPS,
  type RoundStep,
} from './plain';
import { WHOLE_BASIS_POINTS } from '@etatlotse/domain/shared';

const VERSION_MAX = 1_000_000;
/** The last day of each phase. */
export class PhaseDays {
  @IsPlainDate() submit: string;
  @IsPlainDate() determine: string;
  @IsPlainDate() examine: string;
  @IsPlainDate() deliberate: string;
  @IsPlainDate() plan: string;
  @IsPlainDate() adopt: string;
}

/** Prepares the round of a budget: of one year, or of two. */
export class PrepareRound {
  @IsFiscalYear() firstYear: number;
  @IsFiscalYear() lastYear: number;
  @IsText({ max: 8000, required: false, multiline: true }) callLetter: string;
  @ValidateNested() @Type(() => PhaseDays) phases: PhaseDays;
}

export class ChangeRound {
  @IsText({ max: 8000, required: false, multiline: true }) callLetter: string;
  @ValidateNested() @Type(() => PhaseDays) phases: PhaseDays;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class TakeRoundStep {
  @IsOneOf(ROUND_STEPS) step: RoundStep;
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) reason?: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class RoundCeiling {
  @IsOneOf(FRAME_CODES) frame: FrameCode;
  @IsFiscalYear() fiscalYear: number;
  /** Null: unknown. */
  @Nullable() @IsAmountCents({ min: 0, max: 999_999_999_999 }) ceilingCents: number | null;
  @Optional() @IsText({ max: 300, required: false }) source?: string;
}

export class SetRoundCeilings {
  @IsList(60) @ValidateNested({ each: true }) @Type(() => RoundCeiling) ceilings: RoundCeiling[];
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class LateQuery extends PageQuery {
  @Optional() @IsText({ max: 100 }) cursor?: string;
}

export class StandardItemsQuery extends PageQuery {
  @Optional() @IsText({ max: 100 }) q?: string;
  @Optional() @FromQueryFlag() @IsFlag() withArchived?: boolean;
  @Optional() @IsText({ max: 500 }) cursor?: string;
}

class StandardItemFace {
  @IsText({ max: 120 }) name: string;
  @IsOneOf(DEMAND_ITEM_KINDS) kind: DemandItemKind;
  @IsOneOf(ITEM_RHYTHMS) rhythm: ItemRhythm;
  @IsText({ max: 40 }) unit: string;
  @Nullable() @IsAmountCents({ min: 0, max: 999_999_999 }) unitPriceCents: number | null;
  @IsOneOf(PRICE_BASES) basis: PriceBasis;
  @IsWholeNumber(0, WHOLE_BASIS_POINTS) vatBasisPoints: number;
  @IsText({ max: 200, required: false }) source: string;
}

export class AddStandardItem extends StandardItemFace {}

export class ChangeStandardItem extends StandardItemFace {
  @IsFlag() isArchived: boolean;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}
