import {
  FromQueryFlag,
  FromQueryNumber,
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
import {
  PROGRESS_METHODS,
  type ProgressMethod,
  PROJECT_LEVELS,
  PROJECT_PHASES,
  PROJECT_STATES,
  PROJECT_STEPS,
  type ProjectLevel,
  type ProjectPhase,
  type ProjectState,
  type ProjectStep,
} from './plain';

export const VERSION_MAX = 1_000_000;

/** Which projects: below a portfolio or programme, in a state, by words. */
export class ProjectsQuery extends PageQuery {
  @Optional() @IsId() parentId?: string;
  @Optional() @IsOneOf(PROJECT_LEVELS) level?: ProjectLevel;
  @Optional() @IsOneOf(PROJECT_STATES) state?: ProjectState;
  /** Also those that are closed. */
  @Optional() @FromQueryFlag() @IsFlag() withClosed?: boolean;
  /** Only those of which nobody has told anything for more than thirty days. */
  @Optional() @FromQueryFlag() @IsFlag() stale?: boolean;
  /** Words that occur in key, name or sponsor. */
  @Optional() @IsText({ max: 100 }) q?: string;
  @Optional() @IsText({ max: 500 }) cursor?: string;
}

export class ProjectSummaryQuery {
  @Optional() @IsId() parentId?: string;
}

export class ProjectFlowQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

export class ProjectSearchQuery {
  @Optional() @IsText({ max: 100 }) q?: string;
}

export class ProjectEventsQuery extends PageQuery {
  @Optional() @IsText({ max: 100 }) cursor?: string;
}

/** Names and people of a project. */
class ProjectFace {
  @IsText({ max: 120 }) name: string;
  /** Key of the budget, e.g. `4E.100002`; empty for none. */
  @Optional() @IsText({ max: 20, required: false }) key?: string;
  @Optional() @IsText({ max: 4000, required: false, multiline: true }) description?: string;
  @Optional() @IsText({ max: 120, required: false }) sponsor?: string;
  /** The unit that answers for it; null for the whole city. */
  @Nullable() @IsId() unitId: string | null;
  @IsOneOf(PROJECT_PHASES) phase: ProjectPhase;
  @IsOneOf(PROGRESS_METHODS) progressMethod: ProgressMethod;
}

export class CreateProject extends ProjectFace {
  @IsOneOf(PROJECT_LEVELS) level: ProjectLevel;
  @Nullable() @IsId() parentId: string | null;
  @IsPlainDate() plannedStart: string;
  @IsPlainDate() plannedEnd: string;
}

export class ChangeProject extends ProjectFace {
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class TakeProjectStep {
  @IsOneOf(PROJECT_STEPS) step: ProjectStep;
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) reason?: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** Puts a project below another portfolio or programme; it stays the same project with the same figures. */
export class MoveProject {
  @Nullable() @IsId() parentId: string | null;
  @IsText({ max: 1000, multiline: true }) reason: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class DeleteProjectQuery {
  @FromQueryNumber() @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** Gives a budget line to the project, from a year on. */
export class LinkProjectLine {
  @IsId() lineId: string;
  @IsFiscalYear() fromYear: number;
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) reason?: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** Takes a line away after a year; what it did until then stays with the project. */
export class EndProjectLine {
  @IsFiscalYear() toYear: number;
  @IsText({ max: 1000, multiline: true }) reason: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class ProjectLinePath {
  @IsId() id: string;
  @IsId() linkId: string;
}

/** Waits for a milestone of another project. */
export class AddDependency {
  @IsId() milestoneId: string;
  @Optional() @IsText({ max: 500, required: false, multiline: true }) note?: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class EndDependency {
  @IsText({ max: 1000, multiline: true }) reason: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class DependencyPath {
  @IsId() id: string;
  @IsId() dependencyId: string;
}
