import {
  IsFiscalYear,
  IsFlag,
  IsId,
  IsList,
  IsOneOf,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import {
  INDEX_BASES,
  INDEX_ROUNDINGS,
  INDEX_RULES_MAX,
  INDEX_SELECTIONS,
  type IndexBasis,
  type IndexRounding,
  type IndexSelection,
  LATER_YEARS,
  type LaterYears,
  RATE_MAX_BASIS_POINTS,
} from './copy-plain';

/** A plan shows six years at most, and the year before it is not indexed. */
const RATES_MAX = 5;

/** A rate for one year in hundredths of a percent: 250 is +2.5 %. */
export class PlanIndexRate {
  @IsFiscalYear() fiscalYear: number;
  @IsWholeNumber(-RATE_MAX_BASIS_POINTS, RATE_MAX_BASIS_POINTS) basisPoints: number;
}

/** One rule of a copy: which lines, which rates, on what, rounded to what. */
export class PlanIndexRule {
  @IsOneOf(INDEX_SELECTIONS) by: IndexSelection;
  /** Beginning of the account or product, or the code of the frame. */
  @IsText({ max: 40 }) value: string;
  @IsOneOf(INDEX_BASES) basis: IndexBasis;
  @IsOneOf(INDEX_ROUNDINGS) rounding: IndexRounding;
  @IsList(RATES_MAX) @ValidateNested({ each: true }) @Type(() => PlanIndexRate) rates: PlanIndexRate[];
}

/** Asks what a copy would hold. Nothing is made. */
export class PreviewPlanCopy {
  @IsId() copyFromId: string;
  @IsFiscalYear() firstYear: number;
  @IsFlag() isTwoYears: boolean;
  @Optional() @IsOneOf(LATER_YEARS) laterYears?: LaterYears;
  @IsList(INDEX_RULES_MAX) @ValidateNested({ each: true }) @Type(() => PlanIndexRule) rules: PlanIndexRule[];
}
