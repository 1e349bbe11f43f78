import { FRAMES, type FrameCode } from '@etatlotse/contracts/budget/plain';
import {
  FromQueryNumber,
  IsFiscalYear,
  IsId,
  IsOneOf,
  IsPlainDate,
  IsText,
  Optional,
} from '@etatlotse/contracts/input';
import { COMPARISON_ALIGNMENTS, type ComparisonAlignment, DIFFERENCE_KINDS } from './comparison-plain';

/**
 * Two to four versions, the first one is what the others are held against. The same version twice with `baseAsOf` says
 * what has changed in it since that day.
 */
export class PlanComparisonQuery {
  @IsId() base: string;
  @IsId() second: string;
  @Optional() @IsId() third?: string;
  @Optional() @IsId() fourth?: string;
  /** Years of the first version; all that the versions share when left out. */
  @Optional() @FromQueryNumber() @IsFiscalYear() firstYear?: number;
  @Optional() @FromQueryNumber() @IsFiscalYear() lastYear?: number;
  /** Left out: by plan year when the plan years differ, else by calendar year. */
  @Optional() @IsOneOf(COMPARISON_ALIGNMENTS) alignment?: ComparisonAlignment;
  /** Amounts of every version as recorded at the end of this day. */
  @Optional() @IsPlainDate() asOf?: string;
  /** Another day for the first version alone. */
  @Optional() @IsPlainDate() baseAsOf?: string;
  @Optional() @IsOneOf([...FRAMES, 'none']) frame?: FrameCode | 'none';
  @Optional() @IsText({ max: 100 }) subBudget?: string;
  @Optional() @IsText({ max: 100 }) q?: string;
  @Optional() @IsOneOf(DIFFERENCE_KINDS) kind?: (typeof DIFFERENCE_KINDS)[number];
}
