import {
  FromQueryNumber,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsList,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { isFiscalYear, isId } from '@etatlotse/domain/shared';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { DECISION_MAX, TOP_RATING, TRANSFER_MAX } from './plain';

const VERSION_MAX = 1_000_000;
const FTE_MAX = 10_000_000;

const isFlag = (value: unknown): boolean => typeof value === 'boolean';

/** A ranking as columns: entry n of each list is one demand. */
class RankingColumns {
  @IsList(DECISION_MAX, isId) demandIds: string[];
  @IsList(DECISION_MAX, isFlag) isIn: boolean[];
  @IsList(DECISION_MAX, isFiscalYear) startYears: number[];
}

class ScenarioFace extends RankingColumns {
  @IsText({ max: 80 }) name: string;
  @IsText({ max: 1000, required: false, multiline: true }) note: string;
}

export class SaveNewScenario extends ScenarioFace {}

export class SaveScenario extends ScenarioFace {
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** What a proposal starts from: demands that stay out, and those that must be in. */
export class AskProposal {
  @IsList(DECISION_MAX, isId) out: string[];
  @IsList(DECISION_MAX, isId) mustBeIn: string[];
}

/** A long search: stops at this gap or after these seconds. */
export class StartRun extends AskProposal {
  /** 50 is 0.50 %. */
  @IsWholeNumber(0, 1_000) gapBasisPoints: number;
  @IsWholeNumber(1, 120) seconds: number;
}

/** The city's own weights; a new set is a new version. */
export class RecordWeights {
  @IsWholeNumber(0, 100) benefit: number;
  @IsWholeNumber(0, 100) urgency: number;
  @IsWholeNumber(0, 100) reach: number;
  @IsWholeNumber(0, 100) readiness: number;
  @IsWholeNumber(0, 100) delayPercent: number;
  @IsText({ max: 1000, multiline: true }) reason: string;
}

export class RateDemand {
  @IsWholeNumber(0, TOP_RATING) benefit: number;
  @IsWholeNumber(0, TOP_RATING) urgency: number;
  @IsWholeNumber(0, TOP_RATING) reach: number;
  @IsWholeNumber(0, TOP_RATING) readiness: number;
  @IsText({ max: 1000, required: false, multiline: true }) reason: string;
  /** Of the ratings that were seen; 0 where they were only proposed. */
  @IsWholeNumber(0, VERSION_MAX) version: number;
}

export class StaffYear {
  @IsFiscalYear() fiscalYear: number;
  /** Thousandths of an FTE; null takes what the capacity side reckons. */
  @Nullable() @IsWholeNumber(0, FTE_MAX) thousandths: number | null;
  @IsText({ max: 300, required: false }) source: string;
}

/** Whose free time serves demands, and what was stated by hand. */
export class SetStaff {
  @Nullable() @IsId() unitId: string | null;
  @IsList(20) @ValidateNested({ each: true }) @Type(() => StaffYear) years: StaffYear[];
  @IsWholeNumber(0, VERSION_MAX) version: number;
}

export class StaffQuery {
  @IsId() unitId: string;
}

export class CoverQuery {
  @Optional() @FromQueryNumber() @IsFiscalYear() startYear?: number;
}

/** In which year a demand is to begin; it is planned with that year. */
export class SetStart {
  @IsFiscalYear() startYear: number;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class DemandLine {
  @IsId() demandId: string;
  /** Line that bears the expense; null where there is none. */
  @Nullable() @IsId() expenseLineId: string | null;
  /** Line that bears the investment; null where there is none. */
  @Nullable() @IsId() investmentLineId: string | null;
}

/** Takes planned demands into a plan version, one step each, and makes projects of them where that is wanted. */
export class TransferDemands {
  @IsId() versionId: string;
  @IsList(TRANSFER_MAX) @ValidateNested({ each: true }) @Type(() => DemandLine) demands: DemandLine[];
  @IsFlag() withProjects: boolean;
}
