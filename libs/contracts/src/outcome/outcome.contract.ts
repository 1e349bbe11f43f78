import {
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
import { isId } from '@etatlotse/domain/shared';
import { COST_BASES, type CostBasis, OPERATORS, type Operator, OUTCOME_KINDS, type OutcomeKind } from './plain';

const VERSION_MAX = 1_000_000;
const COUNT_MAX = 10_000_000;
const LINES_MAX = 200;

export class OutcomesQuery extends PageQuery {
  @Optional() @IsText({ max: 500 }) cursor?: string;
}

class OutcomeFace {
  @IsText({ max: 120 }) name: string;
  @IsText({ max: 80 }) piece: string;
  @IsOneOf(OUTCOME_KINDS) kind: OutcomeKind;
  @IsOneOf(COST_BASES) basis: CostBasis;
  @Optional() @IsText({ max: 4000, required: false, multiline: true }) description?: string;
  /** The unit that answers for it; null for the whole city. */
  @Nullable() @IsId() unitId: string | null;
  /** Either a project or lines. */
  @Nullable() @IsId() projectId: string | null;
  @IsList(LINES_MAX, isId) lineIds: string[];
}

export class CreateOutcome extends OutcomeFace {}

export class ChangeOutcome extends OutcomeFace {
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** States a quantity on a day, or corrects one. */
export class CountOutcome {
  /** Null: of the whole city. */
  @Nullable() @IsId() unitId: string | null;
  @IsPlainDate() measuredOn: string;
  @IsOneOf(OPERATORS) operator: Operator;
  @Nullable() @IsWholeNumber(-COUNT_MAX, COUNT_MAX) quantity: number | null;
  @IsText({ max: 200 }) source: string;
  @Optional() @IsId() supersedesId?: string;
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) reason?: string;
}
