import {
  AMOUNT_MAX_CENTS,
  FromQueryNumber,
  IsFiscalYear,
  IsId,
  IsList,
  IsOneOf,
  IsText,
  IsWholeNumber,
} from '@etatlotse/contracts/input';
import { MONTHS_KINDS, type MonthsKind, PLAN_EXPLANATION_MAX, PLAN_NOTE_MAX } from './plain';

const VERSION_MAX = 1_000_000;
const MONTHS = 12;

/** `/{id}/lines/{lineId}` of an address. */
export class PlanLinePath {
  @IsId() id: string;
  @IsId() lineId: string;
}

/** `/{id}/lines/{lineId}/.../{fiscalYear}` of an address. */
export class PlanCellPath extends PlanLinePath {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

/** Sets the note of a cell; without text there is none. `version` is the one that was seen, 0 when there was none. */
export class SetPlanNote {
  @IsWholeNumber(0, VERSION_MAX) version: number;
  @IsText({ max: PLAN_NOTE_MAX, required: false, multiline: true }) text: string;
}

/** Sets the explanation of a line in a version; without text there is none. */
export class SetPlanExplanation {
  @IsWholeNumber(0, VERSION_MAX) version: number;
  @IsText({ max: PLAN_EXPLANATION_MAX, required: false, multiline: true }) text: string;
}

const isPart = (value: unknown): boolean =>
  Number.isSafeInteger(value) && !Object.is(value, -0) && Math.abs(value as number) <= AMOUNT_MAX_CENTS;

/**
 * Sets how a year's amount falls into months. Twelve amounts must add up to it exactly, twelve shares (hundredths of a
 * percent) to 10,000; equal twelfths need none.
 */
export class SetPlanMonths {
  @IsWholeNumber(0, VERSION_MAX) version: number;
  @IsOneOf(MONTHS_KINDS) kind: MonthsKind;
  @IsList(MONTHS, isPart) months: number[];
}
