import type { ReleaseStage } from '@etatlotse/domain/capacity';
import type { CapacityMonthRow, CapacityUnitRow } from './overview-plain';
import type { ParameterRow } from './parameter-plain';
import type { GoLiveRow, TaskKind } from './task-plain';
import type { UnitName } from './unit-plain';

const CAPACITY = '/api/v1/capacity';

/** Where the year of a unit, questions, risks and releases live on the wire. */
export const OUTLOOK_PATHS = {
  unit: (id: string): string => `${CAPACITY}/units/${id}`,
  risk: `${CAPACITY}/risk`,
  whatIf: `${CAPACITY}/what-if`,
  scenarios: `${CAPACITY}/scenarios`,
  scenario: (id: string): string => `${CAPACITY}/scenarios/${id}`,
  milestones: `${CAPACITY}/milestones`,
  departure: (postId: string): string => `${CAPACITY}/departures/${postId}`,
  releases: `${CAPACITY}/releases`,
  release: (id: string): string => `${CAPACITY}/releases/${id}`,
  releaseSums: `${CAPACITY}/releases/sums`,
  releaseCandidates: `${CAPACITY}/releases/candidates`,
} as const;

/** A task of a unit and what it needs month by month; null is not known. */
export interface UnitTaskRow {
  readonly id: string;
  readonly name: string;
  readonly kind: TaskKind;
  readonly baseSeconds: number | null;
  /** Cases or hours of the year; null while a month is not known. */
  readonly yearVolume: number | null;
  readonly requiredFte: number | null;
  readonly months: readonly (number | null)[];
  readonly backlog: number | null;
  readonly backlogCountedOn: string | null;
  readonly goLive: GoLiveRow | null;
  readonly version: number;
}

/** Somebody will leave a post: who it is is not kept. */
export interface DepartureRow {
  readonly postId: string;
  readonly postNumber: string;
  readonly postName: string;
  readonly leavesOn: string;
  /** Null: the post is not filled again. */
  readonly daysToFill: number | null;
  readonly rampUpPercents: readonly number[];
}

/** A post on which a departure can be noted. */
export interface UnitPostName {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly hasNote: boolean;
}

/** The year of one unit: months, tasks, who leaves, and what the year would be without the departures. */
export interface CapacityUnitYear {
  readonly fiscalYear: number;
  readonly row: CapacityUnitRow;
  readonly tasks: readonly UnitTaskRow[];
  /** FTE that IT operation needs for the go-lives of the unit; null where one is not estimated. */
  readonly operationFte: readonly (number | null)[];
  /** Null: not told to the reader. */
  readonly departures: readonly DepartureRow[] | null;
  /** The same year if nobody left; null without departures. */
  readonly withoutDepartures: readonly CapacityMonthRow[] | null;
  readonly posts: readonly UnitPostName[] | null;
  readonly mayWriteTasks: boolean;
  readonly mayWritePosts: boolean;
  readonly parameters: readonly ParameterRow[];
  readonly missingParameters: readonly string[];
  readonly dataAsOf: string;
}

/** What is turned; a slip of zero and hundred per cent is today. */
export interface LeverValues {
  readonly unitId: string;
  readonly fiscalYear: number;
  readonly fromMonth: number;
  readonly volumePercent: number;
  readonly minutesPercent: number;
  readonly postFteHundredths: number;
  readonly slipMonths: number;
  /** Only this go-live slips; null: all that were not reached. */
  readonly milestoneId: string | null;
}

export const LEVER_RANGES = {
  volumePercent: [0, 300],
  minutesPercent: [10, 300],
  postFteHundredths: [-2_000, 2_000],
  slipMonths: [-24, 24],
} as const;

/** A unit's year in one state: today, or as asked. */
export interface WhatIfState {
  readonly requiredFte: number | null;
  readonly availableNormFte: number | null;
  readonly gapFte: number | null;
  readonly utilisation: number | null;
  /** At the end of December; null is not known or not told. */
  readonly backlogCases: number | null;
  readonly backlogDays: number | null;
  readonly operationFte: readonly (number | null)[];
  readonly months: readonly CapacityMonthRow[];
}

/** What released time is worth: three values beside each other. They are never added up. */
export interface WhatIfValue {
  readonly yearFte: number;
  readonly runRateFte: number;
  /** Of the run rate, a year. Null without a rate. */
  readonly fullCostCents: number | null;
  readonly personnelCents: number | null;
  readonly cases: number;
  readonly unknownTasks: readonly string[];
}

/** With which rates euro values are reckoned: mean of the posts of the unit by their share. */
export interface UnitRates {
  readonly hourlyRateCents: number;
  readonly personnelCents: number;
  readonly grades: readonly string[];
  /** Grades of posts that have no hourly rate recorded: they do not count into the mean. */
  readonly missingGrades: readonly string[];
}

export interface WhatIfGoLive {
  readonly task: string;
  readonly goLive: GoLiveRow;
  readonly askedGoLiveOn: string;
}

export interface WhatIfAnswer {
  readonly levers: LeverValues;
  readonly unit: UnitName;
  readonly today: WhatIfState;
  readonly asked: WhatIfState;
  readonly released: WhatIfValue;
  /** What added posts cost a year, or fewer ones save; null where none differ or no rate is recorded. */
  readonly posts: { readonly fullCostCents: number; readonly personnelCents: number } | null;
  readonly rates: UnitRates | null;
  readonly goLives: readonly WhatIfGoLive[];
  readonly parameters: readonly ParameterRow[];
  readonly dataAsOf: string;
}

/** What a scenario said when it was saved. It stays as it was: what it says today stands beside it. */
export interface SavedOutcome {
  readonly requiredFte: number | null;
  readonly todayRequiredFte: number | null;
  readonly runRateFte: number;
  readonly fullCostCents: number | null;
  readonly personnelCents: number | null;
  readonly cases: number;
  readonly parameterIds: readonly string[];
}

export interface ScenarioRow {
  readonly id: string;
  readonly name: string;
  readonly unit: UnitName;
  readonly levers: LeverValues;
  readonly saved: SavedOutcome;
  readonly savedAt: string;
  readonly isDemo: boolean;
  readonly mayDelete: boolean;
}

/** A milestone of a project that a go-live can hang on. */
export interface MilestoneRow {
  readonly id: string;
  readonly name: string;
  readonly project: string;
  readonly goLiveOn: string;
}

/** What a simulation takes as given. */
export interface RiskInputs {
  readonly seed: number;
  readonly certaintyPercent: number;
  readonly minutesPercent: number;
  readonly slipMonths: number;
  readonly fillMonths: number;
  readonly commonPercent: number;
}

export const USUAL_RISK: RiskInputs = {
  seed: 2026,
  certaintyPercent: 80,
  minutesPercent: 10,
  slipMonths: 3,
  fillMonths: 2,
  commonPercent: 20,
};

/** How likely a unit's work does not fit in. Null: not told, or nothing is known. */
export interface RiskRow {
  readonly unit: UnitName;
  readonly overload: readonly number[] | null;
  readonly anyOverload: number | null;
  readonly requiredFte: readonly number[] | null;
  readonly missingFte: readonly number[] | null;
  readonly leftOut: readonly string[];
  readonly withoutHistory: readonly string[];
}

export interface CapacityRiskView {
  readonly fiscalYear: number;
  readonly inputs: RiskInputs;
  readonly runs: number;
  readonly rows: readonly RiskRow[];
  readonly dataAsOf: string;
}

/** A released part of a unit's time in the ledger. */
export interface ReleaseRow {
  readonly id: string;
  readonly name: string;
  readonly unit: UnitName;
  readonly stage: ReleaseStage;
  readonly source: 'go_live' | 'benefit' | 'person';
  readonly fiscalYear: number;
  readonly yearHours: number;
  readonly runRateHours: number;
  readonly yearFte: number | null;
  readonly runRateFte: number | null;
  /** What is left after the bundling threshold. */
  readonly realisableFte: number | null;
  readonly fullCostCents: number | null;
  readonly personnelCents: number | null;
  readonly cases: number | null;
  readonly grade: string;
  readonly milestone: string | null;
  readonly surveyedOn: string | null;
  readonly postNumber: string | null;
  /** FTE that IT operation needs for it; null is not estimated. */
  readonly operationFte: number | null;
  readonly isDemo: boolean;
  readonly mayWrite: boolean;
  readonly version: number;
}

/** Sums of a stage; null while no rate or no yearly minutes are recorded. Only the last stage counts for the budget. */
export interface ReleaseStageSum {
  readonly stage: ReleaseStage;
  readonly entries: number;
  readonly yearFte: number | null;
  readonly runRateFte: number | null;
  readonly realisableFte: number | null;
  readonly fullCostCents: number | null;
  readonly personnelCents: number | null;
  readonly budgetCents: number | null;
  /** Entries whose grade has no rate: their euro values are not in the sums. */
  readonly withoutRate: number;
  readonly cases: number;
}

export interface ReleaseSums {
  readonly stages: readonly ReleaseStageSum[];
  readonly thresholdFte: number | null;
  readonly operationFte: number;
  /** Entries whose part in operation nobody has estimated. */
  readonly operationUnknown: number;
  readonly dataAsOf: string;
}

/** A go-live or benefit that is not in the ledger yet. */
export interface ReleaseCandidate {
  readonly source: 'go_live' | 'benefit';
  readonly sourceId: string;
  readonly name: string;
  readonly unit: UnitName;
  readonly fiscalYear: number;
  readonly yearHours: number;
  readonly runRateHours: number;
  readonly secondsPerCase: number | null;
  readonly grade: string;
  /** Since when it is live, or when the go-live is expected. */
  readonly liveOn: string | null;
}
