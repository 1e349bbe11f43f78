import {
  FromQueryNumber,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsList,
  IsOneOf,
  IsPlainDate,
  IsShape,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import {
  ALLOWANCE_BASES,
  type AllowanceBasis,
  DEADLINES,
  type Deadline,
  PARAMETER_KINDS,
  type ParameterKind,
  POST_STATES,
  POST_STATUSES,
  type PostNote,
  type PostState,
  type PostStatus,
} from '@etatlotse/domain/capacity';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import {
  GO_LIVE_COURSES,
  type GoLiveCourse,
  RAMP_MONTHS_MAX,
  SURVEY_METHODS,
  type SurveyMethod,
  TASK_FILTERS,
  type TaskFilter,
  TASK_KINDS,
  type TaskKind,
  VOLUME_KINDS,
  VOLUME_MAX,
  type VolumeKind,
  WEEKLY_MINUTES_MAX,
} from './plain';

const isPercent = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100;
const isVolume = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= VOLUME_MAX);

export class CapacityYearQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

/** Which posts, and as of which year; without one, this year. */
export class PostFilterQuery extends PageQuery {
  @Optional() @FromQueryNumber() @IsFiscalYear() fiscalYear?: number;
  @Optional() @IsId() unitId?: string;
  @Optional() @IsOneOf(POST_STATES) state?: PostState;
  /** Letters of the number, the function or the grade. */
  @Optional() @IsText({ max: 80 }) q?: string;
}

/** Posts by number, page by page. */
export class PostsQuery extends PostFilterQuery {
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** Product groups of the staffing plan of a year, page by page. */
export class StaffingPlanQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsText({ max: 80 }) q?: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** The year for which a post is shown; without one, this year. */
export class PostYearQuery {
  @Optional() @FromQueryNumber() @IsFiscalYear() fiscalYear?: number;
}

/** A holder of a post. */
export class HolderPath {
  @IsId() id: string;
  @IsId() occupancyId: string;
}

/** Every record of figures, also withdrawn ones, the newest first. */
export class ParameterHistoryQuery extends PageQuery {
  @Optional() @IsOneOf(PARAMETER_KINDS) kind?: ParameterKind;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** Tasks by name with the numbers of a year, page by page. */
export class TasksQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsId() unitId?: string;
  /** Part of a name or of a product. */
  @Optional() @IsText({ max: 100 }) q?: string;
  /** Only those whose numbers are not all known, or whose minutes nobody surveyed within five years. */
  @Optional() @IsOneOf(TASK_FILTERS) only?: TaskFilter;
  @Optional() @IsText({ max: 800 }) cursor?: string;
}

/** A figure that holds from a day on. */
export class RecordParameter {
  @IsOneOf(PARAMETER_KINDS) kind: ParameterKind;
  /** A status for yearly minutes, a pay grade for hourly rates; left out otherwise. */
  @Optional() @IsText({ max: 40 }) key?: string;
  @IsWholeNumber(0, Number.MAX_SAFE_INTEGER) valueMicros: number;
  /** Of Verteilzeit: added to the time of a case, or taken from the year. */
  @Optional() @IsOneOf(ALLOWANCE_BASES) basis?: AllowanceBasis;
  @IsPlainDate() validFrom: string;
  @IsText({ max: 300 }) source: string;
  @IsFiscalYear() sourceYear: number;
  @IsFlag() isExample: boolean;
}

/** What recording a figure, or taking one back, would move in a year. */
export class AskParameterEffect {
  @IsFiscalYear() fiscalYear: number;
  @Optional() @ValidateNested() @Type(() => RecordParameter) figure?: RecordParameter;
  @Optional() @IsId() withdraws?: string;
}

/** A figure that was recorded wrongly. */
export class WithdrawParameter {
  @IsText({ max: 500, multiline: true }) reason: string;
}

export class AbsenceInput {
  @IsPlainDate() from: string;
  @Optional() @IsPlainDate() until?: string;
  @IsWholeNumber(1, 100) percent: number;
}

export class OccupancyInput {
  @IsPlainDate() from: string;
  @Optional() @IsPlainDate() until?: string;
  @IsWholeNumber(1, WEEKLY_MINUTES_MAX) weeklyMinutes: number;
  /** Who it is, where the office wants to keep it. No figure needs it. */
  @Optional() @IsText({ max: 120, required: false }) holder?: string;
  /** What of the work is done in the first months; empty: all of it at once. */
  @IsList(RAMP_MONTHS_MAX, isPercent) rampUpPercents: number[];
  @IsList(50) @ValidateNested({ each: true }) @Type(() => AbsenceInput) absences: AbsenceInput[];
}

export class PostNoteInput {
  @IsOneOf(['kw', 'ku']) kind: PostNote['kind'];
  @Optional() @IsPlainDate() from?: string;
}

/** A post with everybody's time on it. */
export class CreatePost {
  @IsText({ max: 40 }) number: string;
  @IsText({ max: 200 }) name: string;
  @IsId() unitId: string;
  @IsOneOf(POST_STATUSES) status: PostStatus;
  @IsText({ max: 20 }) grade: string;
  @IsWholeNumber(1, WEEKLY_MINUTES_MAX) weeklyMinutes: number;
  /** What a full-time post of its kind has: 39 hours are 2,340. */
  @IsWholeNumber(1, WEEKLY_MINUTES_MAX) fullTimeMinutes: number;
  @IsPlainDate() from: string;
  @Optional() @IsPlainDate() until?: string;
  @Optional() @ValidateNested() @Type(() => PostNoteInput) note?: PostNoteInput;
  @IsList(100) @ValidateNested({ each: true }) @Type(() => OccupancyInput) occupancies: OccupancyInput[];
}

/** The post as it is to be, at the version it was seen at. */
export class ChangePost extends CreatePost {
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** A task of a unit and how its minutes were found. */
export class CreateTask {
  @IsText({ max: 200 }) name: string;
  @IsId() unitId: string;
  @IsOneOf(TASK_KINDS) kind: TaskKind;
  /** Base time of a case; left out: not measured yet, which is not 0. Hours have none. */
  @Optional() @IsWholeNumber(1, 1_000_000) baseSeconds?: number;
  @IsWholeNumber(0, 100_000) recoverySeconds: number;
  @IsOneOf(SURVEY_METHODS) method: SurveyMethod;
  @Optional() @IsPlainDate() surveyedOn?: string;
  @Optional() @IsText({ max: 300, required: false }) source?: string;
  /** Product of the budget that the task belongs to. */
  @Optional() @IsText({ max: 120, required: false }) product?: string;
  /** Cases that the survey looked at. */
  @Optional() @IsWholeNumber(1, VOLUME_MAX) sampleCases?: number;
  /** By when a case must be decided; left out: by none. */
  @Optional() @IsOneOf(DEADLINES) deadline?: Deadline;
  /** Verteilzeit of this survey, as a surcharge (BMI) or a deduction (KGSt); left out: that of the city. */
  @Optional() @IsOneOf(ALLOWANCE_BASES) allowanceBasis?: AllowanceBasis;
  @Optional() @IsWholeNumber(0, 500_000) allowanceMicros?: number;
  @Optional() @IsWholeNumber(0, VOLUME_MAX) backlog?: number;
  @Optional() @IsPlainDate() backlogCountedOn?: string;
}

export class ChangeTask extends CreateTask {
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** The twelve months of a year; null takes a number away again. */
export class SaveVolumes {
  @IsFiscalYear() fiscalYear: number;
  @IsOneOf(VOLUME_KINDS) kind: VolumeKind;
  @IsShape((value) => Array.isArray(value) && value.length === 12 && value.every(isVolume), 'LIST_INVALID')
  counts: (number | null)[];
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** What a project changes about a task: minutes of a case online, how many come online and how fast, and what it costs first. */
export class SetGoLive {
  @IsId() milestoneId: string;
  @IsWholeNumber(1, 1_000_000) onlineSeconds: number;
  @IsOneOf(GO_LIVE_COURSES) course: GoLiveCourse;
  @IsWholeNumber(0, 100) onlinePercent: number;
  /** Months until that share is reached; 0 for a step. */
  @IsWholeNumber(0, 120) months: number;
  /** What everything takes longer in the first months. */
  @IsList(RAMP_MONTHS_MAX, isPercent) dipPercents: number[];
  /** How many more cases come because it is easier, of those online. */
  @IsWholeNumber(0, 100) reboundPercent: number;
  /** Hundredths of an FTE that IT operation needs from the go-live on; left out: not estimated. */
  @Optional() @IsWholeNumber(0, 10_000) operationFteHundredths?: number;
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** The version at which something that is to go was seen. */
export class VersionQuery {
  @FromQueryNumber() @IsWholeNumber(1, 1_000_000) version: number;
}
