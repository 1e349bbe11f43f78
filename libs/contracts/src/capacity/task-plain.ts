import type {
  AllowanceBasis,
  CaseForecast,
  Deadline,
  ForecastMonth,
  ForecastWarning,
} from '@etatlotse/domain/capacity';
import type { ParameterRow } from './parameter-plain';
import type { UnitName } from './unit-plain';

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

/** Tasks that need a hand: numbers that are missing, and minutes that are old or were never surveyed. */
export const TASK_FILTERS = ['unknown', 'unsurveyed'] as const;
export type TaskFilter = (typeof TASK_FILTERS)[number];
/** Years after which a survey counts as old. */
export const SURVEY_AGE_YEARS = 5;

export const DRIVER_KINDS = ['law_change', 'renewal'] as const;
export type DriverKind = (typeof DRIVER_KINDS)[number];

/** How the share of cases that come online grows after the go-live. */
export const GO_LIVE_COURSES = ['step', 'linear', 's_curve'] as const;
export type GoLiveCourse = (typeof GO_LIVE_COURSES)[number];

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
  /** Hundredths of an FTE that IT operation needs from the go-live on; null is not estimated. */
  readonly operationFteHundredths: number | null;
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
  readonly product: string;
  readonly sampleCases: number | null;
  readonly deadline: Deadline | null;
  /** Verteilzeit of its own survey; null: that of the city. */
  readonly allowanceBasis: AllowanceBasis | null;
  readonly allowanceMicros: number | null;
  /** Cases that wait for the applicant, counted on the day of the backlog. */
  readonly waiting: number | null;
  readonly incompletePercent: number;
  readonly returnPercent: number;
  readonly drivers: readonly DriverRow[];
  readonly isDemo: boolean;
  readonly version: number;
}

/** What moves the planned numbers of a task: a change of the law from a month on, or documents that end and come again. */
export interface DriverRow {
  readonly id: string;
  readonly kind: DriverKind;
  readonly name: string;
  readonly source: string;
  /** A driver that is switched off is kept and changes nothing. */
  readonly isActive: boolean;
  readonly from: string | null;
  readonly factorMicros: number | null;
  readonly overMonths: number | null;
  readonly holdsForMonths: number | null;
  readonly returnPercent: number | null;
  readonly issuedFrom: string | null;
  readonly issued: readonly (number | null)[] | null;
  readonly version: number;
}

/** A month to come: expected cases, the bands of 80 and 95 %, and last year's month beside them. */
export interface TaskForecastMonth extends ForecastMonth {
  readonly year: number;
  readonly month: number;
  /** The same with what changes of the law make of it; null where none is active. */
  readonly underLaw: number | null;
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

export const NUMBER_YEARS_MAX = 40;
export const STOCK_MONTHS_MAX = 60;
export const ISSUED_MONTHS_MAX = 240;
/** Months that the page of a task looks at: its year and the next. */
export const OUTLOOK_MONTHS = 24;
/** Months after which a backlog is to be gone. */
export const CLEAR_MONTHS = [3, 6, 12] as const;

/** What a year of a task needs and has. Null is not known, or not told because the unit is small. */
export interface TaskYear {
  /** With months without a number it is what is known at least. */
  readonly requiredFte: number | null;
  /** Its part of the time of its unit. */
  readonly availableFte: number | null;
  readonly gapFte: number | null;
  /** Months whose need is not known. */
  readonly unknownMonths: number;
}

export interface TaskListRow extends TaskRow {
  readonly year: TaskYear;
  /** Years since the minutes were surveyed; null: never, or on a day that is not told. */
  readonly surveyAge: number | null;
}

/** Open cases of a month of receipt. */
export interface StockMonthRow {
  readonly year: number;
  readonly month: number;
  readonly workable: number;
  readonly waiting: number;
}

export interface TaskDetail extends TaskListRow {
  /** By month of receipt, where somebody looked. */
  readonly stock: readonly StockMonthRow[];
}

/** Every number of a task. */
export interface TaskNumbers {
  readonly taskId: string;
  readonly version: number;
  readonly years: readonly YearNumbers[];
}

export interface YearNumbers {
  readonly fiscalYear: number;
  readonly actual: readonly (number | null)[];
  readonly planned: readonly (number | null)[];
}

/** One month of a task: what is expected and what of, what it needs, what is there, what is left lying. */
export interface TaskMonthRow {
  readonly year: number;
  readonly month: number;
  readonly workingDays: number;
  /** Cases or hours that are reckoned with. */
  readonly volume: number | null;
  readonly origin: 'actual' | 'planned' | null;
  /** As typed, before drivers. */
  readonly base: number | null;
  readonly lawFactor: number;
  readonly renewals: number | null;
  /** Volume with what a go-live changes about the number. */
  readonly cases: number | null;
  /** With Verteilzeit and recovery. */
  readonly minutesPerCase: number | null;
  readonly requiredFte: number | null;
  readonly availableFte: number | null;
  readonly gapFte: number | null;
  /** Cases that the available time is enough for. */
  readonly capacity: number | null;
  /** At the end of the month: what can be worked, and what waits for the applicant. */
  readonly backlog: number | null;
  readonly waiting: number | null;
}

/** Open cases by age in days on the day of the count. */
export interface TaskAges {
  /** Counted by a person, or inferred: the oldest go first. */
  readonly origin: 'counted' | 'inferred';
  readonly upTo30: number;
  readonly upTo60: number;
  readonly upTo90: number;
  readonly over90: number;
  /** Of them beyond the deadline; null where there is none. */
  readonly overdue: number | null;
}

export interface TaskStock {
  readonly countedOn: string;
  readonly workable: number;
  readonly waiting: number;
  /** Null where the ages can neither be read nor inferred. */
  readonly ages: TaskAges | null;
  /** First month of those that clearing is reckoned from. */
  readonly clearFrom: { readonly year: number; readonly month: number } | null;
  readonly clear: readonly { readonly months: number; readonly fte: number; readonly extraFte: number }[];
}

export interface TaskDeadline {
  readonly kind: Deadline;
  readonly months: number;
  /** Earliest deadline that is not kept under the plan; null while all are. */
  readonly firstBreachOn: string | null;
  readonly lateCases: number;
  /** FTE of an employee that keep every deadline that can still be kept. */
  readonly neededFte: number;
}

/** Need, people, backlog and deadlines of a task, month by month. */
export interface TaskOutlook {
  readonly taskId: string;
  readonly fiscalYear: number;
  readonly months: readonly TaskMonthRow[];
  /** The twelve months of the fiscal year. */
  readonly year: TaskYear;
  readonly stock: TaskStock | null;
  /** Null without a deadline, a counted backlog or ages of it. */
  readonly deadline: TaskDeadline | null;
  /** Small unit: presence is told to the unit and the personnel office only, and so is what follows from it. */
  readonly isProtected: boolean;
  /** Other tasks of the unit whose need is not known; the available time may then be less. */
  readonly unknownTasks: readonly string[];
  readonly parameters: readonly ParameterRow[];
  readonly missingParameters: readonly string[];
  readonly dataAsOf: string;
}

/** What the year of a task comes to, reckoned once more by the formula of the sheet. */
export interface SheetFigures {
  /** Minutes of a case with Verteilzeit and recovery, mean over the year's cases. */
  readonly minutesPerCase: number;
  readonly casesOfYear: number;
  readonly minutesOfYear: number;
  /** Yearly minutes that are left for cases. */
  readonly workMinutes: number;
  readonly requiredFte: number;
}

/** A part of the sheet: what is said, and a table. The words are those of the language asked for. */
export interface SheetPart {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly columns: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly isSum: boolean }[];
}

/** Everything the audit office and the staff council want to see of one task; page and PDF show the same parts. */
export interface TaskSheet {
  readonly taskId: string;
  readonly version: number;
  readonly title: string;
  readonly about: string;
  readonly city: string;
  readonly isDemo: boolean;
  readonly parts: readonly SheetPart[];
  /** Null while a month or a figure of the year is not known. */
  readonly figures: SheetFigures | null;
  readonly dataAsOf: string;
}
