import { FRAMES, type FrameCode } from '@etatlotse/contracts/budget/plain';
import {
  AMOUNT_MAX_CENTS,
  FromQueryNumber,
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
import { isFiscalYear, isId } from '@etatlotse/domain/shared';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { PlanIndexRule } from './plan-copy.contract';
import {
  INDEX_RULES_MAX,
  LATER_YEARS,
  type LaterYears,
  NEW_PLAN_KINDS,
  PLAN_CELLS_MAX,
  PLAN_VERSION_STATES,
  type PlanVersionState,
} from './plain';

const VERSION_MAX = 1_000_000;

/** Versions, newest first. */
export class PlanVersionsQuery extends PageQuery {
  @Optional() @FromQueryNumber() @IsFiscalYear() fiscalYear?: number;
  @Optional() @IsOneOf(PLAN_VERSION_STATES) state?: PlanVersionState;
  /** Plans that were in force on this day (business clock: the day of entry into force counts, not when it was recorded). */
  @Optional() @IsPlainDate() inForceOn?: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** The day at whose end the amounts are wanted, by what had been recorded until then. */
export class PlanAsOfQuery {
  @IsPlainDate() day: string;
}

/**
 * A new version: empty, or as a copy of another one. A Nachtrag is always a copy of the version it changes, because it
 * replaces the whole plan of its years.
 */
export class CreatePlanVersion {
  @IsText({ max: 120 }) name: string;
  @IsOneOf(NEW_PLAN_KINDS) kind: (typeof NEW_PLAN_KINDS)[number];
  @IsFiscalYear() firstYear: number;
  @IsFlag() isTwoYears: boolean;
  @Optional() @Nullable() @IsId() copyFromId?: string | null;
  @Optional() @IsOneOf(LATER_YEARS) laterYears?: LaterYears;
  /** Index the copied amounts; only with a version to copy. */
  @Optional()
  @IsList(INDEX_RULES_MAX)
  @ValidateNested({ each: true })
  @Type(() => PlanIndexRule)
  rules?: PlanIndexRule[];
}

export class RenamePlanVersion {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @IsText({ max: 120 }) name: string;
}

/** The printed plan, with today's amounts or those of the end of a day (recorded clock). */
export class PlanPaperQuery {
  @Optional() @IsPlainDate() asOf?: string;
  /** Only the pages of this sub-budget. */
  @Optional() @IsText({ max: 200 }) subBudget?: string;
}

/** Which lines of the grid. */
export class PlanGridQuery {
  @Optional() @IsOneOf([...FRAMES, 'none']) frame?: FrameCode | 'none';
  /** A unit with everything below it. */
  @Optional() @IsId() unitId?: string;
  @Optional() @IsText({ max: 60 }) product?: string;
  @Optional() @IsText({ max: 100 }) q?: string;
}

const isAmountOrNull = (value: unknown): boolean =>
  value === null ||
  (Number.isSafeInteger(value) && !Object.is(value, -0) && Math.abs(value as number) <= AMOUNT_MAX_CENTS);

/**
 * Sets up to 10,000 amounts at once, as columns: entry n of the lists is one cell. `null` empties a cell. With
 * `seenCents` (what stood in the cells when they were edited) nobody overwrites what they have not seen; two people can
 * then work in one version at the same time.
 */
export class SetPlanAmounts {
  @IsList(PLAN_CELLS_MAX, isId) lineIds: string[];
  @IsList(PLAN_CELLS_MAX, isFiscalYear) fiscalYears: number[];
  @IsList(PLAN_CELLS_MAX, isAmountOrNull) amountCents: (number | null)[];
  @Optional() @IsList(PLAN_CELLS_MAX, isAmountOrNull) seenCents?: (number | null)[];
  /** Needed once before anything is planned in a frame whose ceiling is unknown. */
  @Optional() @IsText({ max: 500, multiline: true }) unknownFrameReason?: string;
}

/** Steps besides the adoption; superseding happens by itself when another version enters into force. */
export const PLAN_STEP_NAMES = ['introduce', 'take_back', 'submit', 'publish', 'enter_into_force'] as const;

/** One step with what it needs: a reason or a date. */
export class TakePlanStep {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @IsOneOf(PLAN_STEP_NAMES) step: (typeof PLAN_STEP_NAMES)[number];
  /** `take_back`. */
  @Optional() @IsText({ max: 500, multiline: true }) reason?: string;
  /** `submit`: day on which the supervisory authority got it. */
  @Optional() @IsPlainDate() submittedOn?: string;
  /** `publish`: last day of the public display. */
  @Optional() @IsPlainDate() displayEndsOn?: string;
}

/** Records the council's decision. It counts when a second person has confirmed it. */
export class AdoptPlanVersion {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @IsPlainDate() decidedOn: string;
  /** Number of the council paper or the minutes that hold the decision. */
  @IsText({ max: 120 }) decisionDocument: string;
}
