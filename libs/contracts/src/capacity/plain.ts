import type { ParameterRow } from './parameter-plain';
import type { GoLiveRow } from './task-plain';
import type { UnitName } from './unit-plain';

export * from './parameter-plain';
export * from './post-plain';
export * from './task-plain';
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
  taskCsv: `${CAPACITY}/tasks.csv`,
  outlook: (id: string): string => `${CAPACITY}/tasks/${id}/outlook`,
  numbers: (id: string): string => `${CAPACITY}/tasks/${id}/numbers`,
  stock: (id: string): string => `${CAPACITY}/tasks/${id}/stock`,
  drivers: (id: string): string => `${CAPACITY}/tasks/${id}/drivers`,
  driver: (id: string, driverId: string): string => `${CAPACITY}/tasks/${id}/drivers/${driverId}`,
  sheet: (id: string): string => `${CAPACITY}/tasks/${id}/sheet`,
  sheetPdf: (id: string): string => `${CAPACITY}/tasks/${id}/sheet.pdf`,
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

/** Fewest holders of posts of a unit whose presence is told to others: below it one could see who is ill. */
export const PROTECTED_BELOW = 5;

export interface CapacityChanged {
  readonly id: string;
  readonly version: number;
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
