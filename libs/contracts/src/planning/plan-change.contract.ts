import {
  FromQueryNumber,
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
import { isPlanAmount, PLAN_CHANGE_KINDS, type PlanChangeKind } from '@etatlotse/domain/budget';
import { isFiscalYear, isId } from '@etatlotse/domain/shared';
import { CHANGE_DECISIONS, type ChangeDecision, PLAN_CHANGE_CELLS_MAX } from './plan-change-plain';

const VERSION_MAX = 1_000_000;

/** `/{id}/changes/{changeId}` of an address. */
export class PlanChangePath {
  @IsId() id: string;
  @IsId() changeId: string;
}

/** The changes of a version in the order in which they were brought in. */
export class PlanChangesQuery extends PageQuery {
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** The version of a change that was seen. */
export class PlanChangeVersionQuery {
  @FromQueryNumber() @IsWholeNumber(1, VERSION_MAX) version: number;
}

const isChangeAmount = (value: unknown): boolean =>
  typeof value === 'number' && isPlanAmount(value) && !Object.is(value, -0);

/**
 * Brings a change into a version (R21, R22). Amounts are changes, as columns: entry n of the lists is one line in one year.
 * A motion without amounts is finanzunwirksam; a budget note never has any.
 */
export class AddPlanChange {
  @IsOneOf(PLAN_CHANGE_KINDS) kind: PlanChangeKind;
  /** The number under which the council knows it, such as FWE198. */
  @Optional() @IsText({ max: 40, required: false }) code?: string;
  /** Who brings it in: a group, a district council, a department. */
  @Optional() @IsText({ max: 120, required: false }) origin?: string;
  @IsText({ max: 200 }) title: string;
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) reason?: string;
  @IsList(PLAN_CHANGE_CELLS_MAX, isId) lineIds: string[];
  @IsList(PLAN_CHANGE_CELLS_MAX, isFiscalYear) fiscalYears: number[];
  @IsList(PLAN_CHANGE_CELLS_MAX, isChangeAmount) amountCents: number[];
}

/** What a committee or the council decided about a change, and when. */
export class RecordPlanChangeResult {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @IsOneOf(CHANGE_DECISIONS) result: ChangeDecision;
  @IsText({ max: 120 }) committee: string;
  @IsPlainDate() decidedOn: string;
}

/** Says for one line of a supplementary budget whether its new amount holds the extra authority granted so far (R16). */
export class AnswerPlanExtra {
  @IsId() lineId: string;
  @IsFiscalYear() fiscalYear: number;
  @IsFlag() includesExtra: boolean;
  /** What the person saw as granted; when it has changed since, the question is asked again. */
  @IsWholeNumber(-999_999_999_999, 999_999_999_999) seenOverPlanCents: number;
  @IsWholeNumber(-999_999_999_999, 999_999_999_999) seenOutsidePlanCents: number;
}
