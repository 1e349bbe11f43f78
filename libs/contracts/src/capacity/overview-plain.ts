import type { ParameterRow } from './parameter-plain';
import type { GoLiveRow } from './task-plain';
import type { UnitName } from './unit-plain';

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
  /** Available FTE told in FTE of an employee, which the need is told in: an official works longer. */
  readonly availableNormFte: number | null;
  readonly requiredFte: number | null;
  readonly gapFte: number | null;
  /** At the end of the month, about, mixed as cases come in; null before the day of the count. */
  readonly backlogCases: number | null;
  readonly backlogDays: number | null;
}

/** A unit's year: planned, occupied and available beside each other, and what its tasks need. */
export interface CapacityUnitRow extends CapacityMonthRow {
  readonly unit: UnitName;
  readonly posts: number;
  readonly tasks: number;
  readonly utilisation: number | null;
  /** False while tasks have months without a number: then the need is what is known at least. */
  readonly isComplete: boolean;
  readonly unknownTasks: readonly string[];
  /** Cases that lay there when last counted, and how long they take everybody; null while one task was never counted. */
  readonly backlogCases: number | null;
  readonly backlogDays: number | null;
  readonly backlogCountedOn: string | null;
  /** Fewer than five people: presence is told to the unit and the personnel office only. */
  readonly isProtected: boolean;
  readonly released: readonly ReleasedRow[];
  readonly months: readonly CapacityMonthRow[];
}

/** What units are seen together by, from the top down. */
export const GROUP_LEVELS = ['directorate', 'department'] as const;

/** Units as one: a directorate, or a department with what is below it. */
export interface CapacityGroupRow {
  readonly unit: UnitName;
  readonly level: (typeof GROUP_LEVELS)[number];
  /** Those of the rows that belong to it, itself among them where it has posts or tasks of its own. */
  readonly unitIds: readonly string[];
  /** Of how many of them need and people are both known; the others are left out on both sides. */
  readonly knownUnits: number;
  readonly utilisation: number | null;
  readonly months: readonly Pick<CapacityMonthRow, 'requiredFte' | 'gapFte'>[];
}

export interface CapacityOverview {
  readonly fiscalYear: number;
  readonly rows: readonly CapacityUnitRow[];
  /** The same rows seen together, directorates before departments. */
  readonly groups: readonly CapacityGroupRow[];
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
