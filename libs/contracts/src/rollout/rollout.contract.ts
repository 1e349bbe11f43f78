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
import { TRAINING_TECHNOLOGIES, type TrainingTechnology } from '@etatlotse/domain/inventory';
import {
  CAPABILITIES,
  type Capability,
  OPERATORS,
  type Operator,
  ROLLOUT_STATES,
  type RolloutState,
  SURVEY_LEVELS,
} from './plain';

const VERSION_MAX = 1_000_000;
const WHOLE = 10_000;
const COUNT_MAX = 10_000_000;

export class RolloutsQuery extends PageQuery {
  @Optional() @IsText({ max: 500 }) cursor?: string;
}

class RolloutFace {
  @IsText({ max: 120 }) name: string;
  @Optional() @IsText({ max: 4000, required: false, multiline: true }) description?: string;
  /** So many must be trained before a unit goes live; 8000 is 80.00 %. For units that come later; each keeps its own. */
  @IsWholeNumber(0, WHOLE) quotaBasisPoints: number;
  /** Trainings of this technology say how many of a unit are trained; left out: each unit tells it. */
  @Optional() @IsOneOf(TRAINING_TECHNOLOGIES) technology?: TrainingTechnology;
}

export class CreateRollout extends RolloutFace {
  @IsId() projectId: string;
  @IsPlainDate() startedOn: string;
}

export class ChangeRollout extends RolloutFace {
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

class GoalFace {
  @IsText({ max: 120 }) name: string;
  @IsText({ max: 80 }) counted: string;
  @IsPlainDate() goalOn: string;
}

export class AddGoal extends GoalFace {
  @Nullable() @IsOneOf(CAPABILITIES) capability: Capability | null;
  /** Whose money pays for it; left out: the project of the roll-out. */
  @Optional() @IsId() projectId?: string;
}

export class ChangeGoal extends GoalFace {
  /** Why the goal is on another day now. */
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) reason?: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** States a share on a day, or corrects a statement. */
export class MeasureGoal {
  @IsPlainDate() measuredOn: string;
  @IsOneOf(OPERATORS) operator: Operator;
  @Nullable() @IsWholeNumber(-COUNT_MAX, COUNT_MAX) numerator: number | null;
  @Nullable() @IsWholeNumber(-COUNT_MAX, COUNT_MAX) denominator: number | null;
  @Nullable() @IsWholeNumber(-COUNT_MAX, COUNT_MAX) shareBasisPoints: number | null;
  @IsText({ max: 200 }) source: string;
  @Optional() @IsId() supersedesId?: string;
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) reason?: string;
}

export class AddRolloutUnit {
  @IsId() unitId: string;
}

/** How many people a unit has and how many of them are trained. */
export class TellTraining {
  @Nullable() @IsWholeNumber(0, COUNT_MAX) persons: number | null;
  @Nullable() @IsWholeNumber(0, COUNT_MAX) trained: number | null;
  @IsWholeNumber(0, WHOLE) quotaBasisPoints: number;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class TellCapability {
  @IsOneOf(ROLLOUT_STATES) state: RolloutState;
  @Nullable() @IsPlainDate() plannedOn: string | null;
  @Nullable() @IsPlainDate() pilotOn: string | null;
  @Nullable() @IsPlainDate() liveOn: string | null;
  @Optional() @IsText({ max: 500, required: false, multiline: true }) note?: string;
  /** Of what was told before; 0 where nothing was. */
  @IsWholeNumber(0, VERSION_MAX) version: number;
}

const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= COUNT_MAX;

export class RecordSurvey {
  @IsPlainDate() heldOn: string;
  @IsText({ max: 300 }) question: string;
  @IsWholeNumber(1, COUNT_MAX) invited: number;
  /** How many gave each of the five answers, from worst to best. */
  @IsList(SURVEY_LEVELS, isCount) answers: number[];
  @Optional() @IsText({ max: 200, required: false }) source?: string;
}

export class GoalPath {
  @IsId() id: string;
  @IsId() goalId: string;
}

export class RolloutUnitPath {
  @IsId() id: string;
  @IsId() unitId: string;
}

export class CapabilityPath extends RolloutUnitPath {
  @IsOneOf(CAPABILITIES) capability: Capability;
}
