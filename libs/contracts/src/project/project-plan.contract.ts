import {
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
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { COST_KINDS, type CostKind, JUDGED_STATUSES, type JudgedStatus, RISK_STATES, type RiskState } from './plain';
import { VERSION_MAX } from './project.contract';
import { WHOLE_BASIS_POINTS } from '@etatlotse/domain/shared';

const PLAN_MAX = 100;
const DELAY_MAX_DAYS = 3_650;

export class PlanCost {
  @IsFiscalYear() fiscalYear: number;
  @IsOneOf(COST_KINDS) kind: CostKind;
  @IsAmountCents({ min: 1, max: 999_999_999_999 }) amountCents: number;
}

export class PlanMilestone {
  /** Left out for a new one. */
  @Optional() @IsId() id?: string;
  @IsText({ max: 120 }) name: string;
  @IsPlainDate() plannedOn: string;
  /** Its share of the budget; 2500 is 25.00 %. */
  @IsWholeNumber(0, WHOLE_BASIS_POINTS) weightBasisPoints: number;
}

/** The whole working plan. A milestone that is left out is dropped, not deleted. */
export class SaveProjectPlan {
  @IsPlainDate() plannedStart: string;
  @IsPlainDate() plannedEnd: string;
  @IsList(PLAN_MAX) @ValidateNested({ each: true }) @Type(() => PlanCost) costs: PlanCost[];
  @IsList(PLAN_MAX) @ValidateNested({ each: true }) @Type(() => PlanMilestone) milestones: PlanMilestone[];
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** Asks for the working plan to become the baseline. */
export class RequestBaseline {
  @IsText({ max: 1000, required: false, multiline: true }) reason: string;
  @IsText({ max: 200, required: false }) document: string;
  @IsPlainDate() decidedOn: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** How a milestone stands. */
export class ReportMilestone {
  @Nullable() @IsPlainDate() forecastOn: string | null;
  @Nullable() @IsPlainDate() earliestOn: string | null;
  @Nullable() @IsPlainDate() latestOn: string | null;
  @Nullable() @IsPlainDate() actualOn: string | null;
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) remark?: string;
  /** Of the milestone, so that two people can report on two milestones at once. */
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class ProjectMilestonePath {
  @IsId() id: string;
  @IsId() milestoneId: string;
}

/** How somebody sees the project, in words. */
export class AssessProject {
  @IsOneOf(JUDGED_STATUSES) status: JudgedStatus;
  @IsText({ max: 2000, multiline: true }) text: string;
  @Optional() @IsWholeNumber(0, WHOLE_BASIS_POINTS) progressBasisPoints?: number;
}

class RiskFace {
  @IsText({ max: 160 }) title: string;
  /** What is done about it. */
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) measure?: string;
  @IsWholeNumber(0, WHOLE_BASIS_POINTS) probabilityBasisPoints: number;
  @IsAmountCents({ min: 0, max: 999_999_999_999 }) lowCents: number;
  @IsAmountCents({ min: 0, max: 999_999_999_999 }) likelyCents: number;
  @IsAmountCents({ min: 0, max: 999_999_999_999 }) highCents: number;
  @IsWholeNumber(0, DELAY_MAX_DAYS) delayDays: number;
}

export class AddRisk extends RiskFace {}

export class ChangeRisk extends RiskFace {
  @IsOneOf(RISK_STATES) state: RiskState;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class RiskPath {
  @IsId() id: string;
  @IsId() riskId: string;
}

/** What operation costs a year, from the day on which a milestone is reached. */
export class AddFollowUpCost {
  @IsText({ max: 160 }) name: string;
  @IsId() milestoneId: string;
  /** The line that will bear it. */
  @IsId() lineId: string;
  @IsAmountCents({ min: 1, max: 999_999_999_999 }) yearlyCents: number;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** Takes a follow-up cost out of the years to come, because a contract or the plan bears it now. */
export class EndFollowUpCost {
  @IsText({ max: 1000, multiline: true }) reason: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** Something that the project buys, with what the way of its procurement depends on. */
export class AddPurchase {
  @IsText({ max: 160 }) name: string;
  /** Without value added tax. */
  @IsAmountCents({ min: 1, max: 999_999_999_999 }) netCents: number;
  @IsPlainDate() wantedOn: string;
  /** Name or number of the framework contract that it is called off; left out: awarded by itself. */
  @Optional() @IsText({ max: 120, required: false }) framework?: string;
  /** From an own company. */
  @IsFlag() isInHouse: boolean;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** Takes a purchase from the list: it was ordered, or is no longer wanted. */
export class EndPurchase {
  @IsText({ max: 1000, multiline: true }) reason: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class PurchasePath {
  @IsId() id: string;
  @IsId() purchaseId: string;
}

export class FollowUpCostPath {
  @IsId() id: string;
  @IsId() followUpId: string;
}
