import {
  FromQueryFlag,
  FromQueryNumber,
  IsAmountCents,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { CAPABILITIES, type Capability, FIGURE_KINDS, type FigureKind } from './plain';

const VERSION_MAX = 1_000_000;
const HOURS_MAX = 10_000_000;
const AMOUNT_MAX = 999_999_999_999;

export class BenefitsQuery extends PageQuery {
  @Optional() @IsId() projectId?: string;
  /** Only those whose review is overdue. */
  @Optional() @FromQueryFlag() @IsFlag() overdue?: boolean;
  @Optional() @IsText({ max: 500 }) cursor?: string;
}

export class FreedHoursQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

class BenefitFace {
  @IsText({ max: 120 }) name: string;
  @Optional() @IsText({ max: 4000, required: false, multiline: true }) description?: string;
  @IsText({ max: 120 }) owner: string;
  /** Where it comes about; null for the whole city. */
  @Nullable() @IsId() unitId: string | null;
  /** What must be live in the unit before it comes about. */
  @Nullable() @IsOneOf(CAPABILITIES) capability: Capability | null;
}

export class CreateBenefit extends BenefitFace {
  @IsId() projectId: string;
  @Nullable() @IsPlainDate() reviewOn: string | null;
}

export class ChangeBenefit extends BenefitFace {
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** What is planned for a year, or what came in it. It is added; the newest counts. */
export class RecordBenefitFigure {
  @IsFiscalYear() fiscalYear: number;
  @IsOneOf(FIGURE_KINDS) kind: FigureKind;
  @IsWholeNumber(-HOURS_MAX, HOURS_MAX) hours: number;
  @IsAmountCents({ min: -AMOUNT_MAX, max: AMOUNT_MAX }) amountCents: number;
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) reason?: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** Says what a review found, and when the next one is; null: none any more. */
export class ReviewBenefit {
  @IsText({ max: 2000, multiline: true }) text: string;
  @Nullable() @IsPlainDate() nextOn: string | null;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}
