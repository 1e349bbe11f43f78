import type { CaseForecast, ForecastMonth, ForecastWarning } from '@etatlotse/domain/capacity';
import type { ParameterRow } from './parameter-plain';
import type { UnitName } from './unit-plain';

export * from './parameter-plain';
export * from './post-plain';
export * from './unit-plain';

const CAPACITY = '/api/v1/capacity';

/** Where staffing capacity lives on the wire. */
export const CAPACITY_PATHS = {
  overview: `${CAPACITY}/overview`,
  parameters: `${CAPACITY}/parameters`,
  parameterHistory: `${CAPACITY}/parameters/history`,
  parameterEffect: `${CAPACITY}/parameters/effect`,
  withdrawal: (id: string): string => `${CAPACITY}/parameters/${id}/withdrawal`,
  posts: `${CAPACITY}/posts`,
  postsCsv: `${CAPACITY}/posts.csv`,
  post: (id: string): string => `${CAPACITY}/posts/${id}`,
  holder: (id: string, occupancyId: string): string => `${CAPACITY}/posts/${id}/occupancies/${occupancyId}/holder`,
  tasks: `${CAPACITY}/tasks`,
  task: (id: string): string => `${CAPACITY}/tasks/${id}`,
  volumes: (id: string): string => `${CAPACITY}/tasks/${id}/volumes`,
  forecast: (id: string): string => `${CAPACITY}/tasks/${id}/forecast`,
  goLive: (id: string): string => `${CAPACITY}/tasks/${id}/go-live`,
} as const;

/** A week of 42 hours is the longest that a full-time post has. */
export const WEEKLY_MINUTES_MAX = 2_520;
export const RAMP_MONTHS_MAX = 24;
/** Figures cross the wire as whole millionths: 0.1 is 100,000, 93,660 minutes are 93,660,000,000. */
export const MICROS = 1_000_000;
export const VOLUME_MAX = 10_000_000;

/** Cases that came in, and cases that are expected. */
export const VOLUME_KINDS = ['actual', 'planned'] as const;
export type VolumeKind = (typeof VOLUME_KINDS)[number];

/** Work that comes in cases, and creative work and projects, which are told in hours (R24). */
export const TASK_KINDS = ['cases', 'hours'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** How the minutes of a case were found; the Organisationshandbuch knows these. */
export const SURVEY_METHODS = [
  'time_study',
  'self_recording',
  'analytical_estimate',
  'comparison',
  'not_surveyed',
] as const;
export type SurveyMethod = (typeof SURVEY_METHODS)[number];

/** How the share of cases that come online grows after the go-live. */
export const GO_LIVE_COURSES = ['step', 'linear', 's_curve'] as const;
export type GoLiveCourse = (typeof GO_LIVE_COURSES)[number];

/** Fewest holders of posts of a unit whose presence is told to others: below it one could see who is ill. */
export const PROTECTED_BELOW = 5;

export interface CapacityChanged {
  readonly id: string;
  readonly version: number;
}

/** What a project changes about a task, and on which day as things stand. */
export interface GoLiveRow {
  readonly milestoneId: string;
  readonly milestone: string;
  /** As planned; `goLiveOn` is when it is expected now, or was reached. */
  readonly plannedOn: string;
  readonly goLiveOn: string;
  readonly isReached: boolean;
  /** Null where the reader does not see the project. */
  readonly project: { readonly id: string; readonly name: string } | null;
  readonly onlineSeconds: number;
  readonly course: GoLiveCourse;
  readonly onlinePercent: number;
  readonly months: number;
  readonly dipPercents: readonly number[];
  readonly reboundPercent: number;
}

/** What a go-live releases of a unit's time. Below zero while it costs more than it saves. Null is not known. */
export interface ReleasedRow {
  readonly taskId: string;
  readonly task: string;
  readonly goLive: GoLiveRow;
  /** Within the year, month by month; always less than a year later. */
  readonly yearFte: number | null;
  /** A year at the state of December. */
  readonly runRateFte: number | null;
  /** What could be worked instead: the value that has no euro. */
  readonly cases: number | null;
}

/** A task with the numbers of a year; a month without one is not known, and never 0. */
export interface TaskRow {
  readonly id: string;
  readonly name: string;
  readonly unit: UnitName;
  readonly kind: TaskKind;
  readonly baseSeconds: number | null;
  readonly recoverySeconds: number;
  readonly method: SurveyMethod;
  readonly surveyedOn: string | null;
  readonly source: string;
  readonly backlog: number | null;
  readonly backlogCountedOn: string | null;
  readonly actual: readonly (number | null)[];
  readonly planned: readonly (number | null)[];
  readonly goLive: GoLiveRow | null;
  readonly isDemo: boolean;
  readonly version: number;
}

/** A month to come: expected cases, the bands of 80 and 95 %, and last year's month beside them. */
export interface TaskForecastMonth extends ForecastMonth {
  readonly year: number;
  readonly month: number;
}

/** What may come in after the last month that is known, how the model did on the series itself, and what to beware of. */
export interface TaskForecast {
  readonly taskId: string;
  readonly knownMonths: number;
  /** Null while no month is known: that is not zero cases. */
  readonly method: string | null;
  readonly months: readonly TaskForecastMonth[];
  readonly test: CaseForecast['test'];
  readonly warnings: readonly ForecastWarning[];
}

/** One month of a unit. Null is not known, or not told because the unit is small. */
export interface CapacityMonthRow {
  readonly plannedFte: number;
  readonly occupiedFte: number;
  readonly availableFte: number | null;
  readonly requiredFte: number | null;
  readonly gapFte: number | null;
}

/** A unit's year: planned, occupied and available beside each other, and what its tasks need. */
export interface CapacityUnitRow extends CapacityMonthRow {
  readonly unit: UnitName;
  readonly posts: number;
  readonly tasks: number;
  /** Available FTE told in FTE of an employee, which the need is told in: an official works longer. */
  readonly availableNormFte: number | null;
  readonly utilisation: number | null;
  /** False while tasks have months without a number: then the need is what is known at least. */
  readonly isComplete: boolean;
  readonly unknownTasks: readonly string[];
  /** Cases that lay there when last counted; null while one task was never counted. */
  readonly backlogCases: number | null;
  /** Working days that they take everybody. */
  readonly backlogDays: number | null;
  /** Fewer than five people: presence is told to the unit and the personnel office only. */
  readonly isProtected: boolean;
  readonly released: readonly ReleasedRow[];
  readonly months: readonly CapacityMonthRow[];
}

export interface CapacityOverview {
  readonly fiscalYear: number;
  readonly rows: readonly CapacityUnitRow[];
  readonly totals: {
    readonly plannedFte: number;
    readonly occupiedFte: number;
    /** Sum of what is known; null while nothing is. */
    readonly requiredFte: number | null;
    readonly isComplete: boolean;
  };
  /** What the year was reckoned with, so that a paper can be reckoned again. */
  readonly parameters: readonly ParameterRow[];
  /** Figures without which no need can be told, as `kind` or `kind key`. */
  readonly missingParameters: readonly string[];
  readonly dataAsOf: string;
}
