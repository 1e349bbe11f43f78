import type { FrameCode } from '@etatlotse/contracts/budget/plain';
import {
  type BooksState,
  type BooksStep,
  PHASING_KINDS,
  type PlanVersionState,
  type PlanVersionStep,
} from '@etatlotse/domain/budget';

export { PLAN_VERSION_STATES, type PlanVersionState, type PlanVersionStep } from '@etatlotse/domain/budget';
export type { BooksState, BooksStep } from '@etatlotse/domain/budget';
export * from './comparison-plain';
export * from './copy-plain';
export * from './plan-change-plain';

/** Where planning lives on the wire. */
export const PLANNING_PATHS = {
  fiscalYears: '/api/v1/planning/fiscal-years',
  books: (fiscalYear: number): string => `/api/v1/planning/fiscal-years/${fiscalYear}/books`,
  frames: '/api/v1/planning/frames',
  frame: (frame: FrameCode, fiscalYear: number): string => `/api/v1/planning/frames/${frame}/${fiscalYear}`,
  frameHistory: (frame: FrameCode, fiscalYear: number): string =>
    `/api/v1/planning/frames/${frame}/${fiscalYear}/history`,
  planVersions: '/api/v1/planning/plan-versions',
  planVersion: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}`,
  planAmounts: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/amounts`,
  planWorkbook: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/amounts.xlsx`,
  planAmountsFile: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/amounts-file`,
  planSteps: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/steps`,
  planAdoption: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/adoption`,
  planReference: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/reference`,
  planMarks: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/marks`,
  planLine: (versionId: string, lineId: string): string =>
    `/api/v1/planning/plan-versions/${versionId}/lines/${lineId}`,
  planExplanation: (versionId: string, lineId: string): string =>
    `/api/v1/planning/plan-versions/${versionId}/lines/${lineId}/explanation`,
  planNote: (versionId: string, lineId: string, fiscalYear: number): string =>
    `/api/v1/planning/plan-versions/${versionId}/lines/${lineId}/notes/${fiscalYear}`,
  planMonths: (versionId: string, lineId: string, fiscalYear: number): string =>
    `/api/v1/planning/plan-versions/${versionId}/lines/${lineId}/months/${fiscalYear}`,
  planFindings: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/findings`,
  planChanges: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/changes`,
  planChange: (versionId: string, changeId: string): string =>
    `/api/v1/planning/plan-versions/${versionId}/changes/${changeId}`,
  planChangeResult: (versionId: string, changeId: string): string =>
    `/api/v1/planning/plan-versions/${versionId}/changes/${changeId}/result`,
  planSupplement: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/supplement`,
  planExtraAnswers: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/extra-answers`,
  planCopyPreview: '/api/v1/planning/plan-copies/preview',
  planCopyRecord: (versionId: string): string => `/api/v1/planning/plan-copies/${versionId}`,
  planComparison: '/api/v1/planning/plan-comparison',
  planComparisonCsv: '/api/v1/planning/plan-comparison.csv',
  planAsOf: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/as-of`,
  planPaper: (versionId: string): string => `/api/v1/planning/plan-versions/${versionId}/paper.pdf`,
} as const;

/** Budget of a year or of two (Doppelhaushalt), a Nachtrag to it, or figures that came in by import. */
export const PLAN_KINDS = ['budget', 'supplementary', 'import'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** Kinds that people create; the import makes its own. */
export const NEW_PLAN_KINDS = ['budget', 'supplementary'] as const;

/** Largest file of plan amounts that is read back, in bytes. */
export const PLAN_FILE_MAX_BYTES = 5 * 1024 * 1024;

/** A cell of a file that cannot be taken over. */
export interface PlanFileError {
  /** As a spreadsheet names it: `E14`. */
  readonly cell: string;
  readonly code: 'AMOUNT_FORMAT' | 'AMOUNT_RANGE' | 'AMOUNT_AMBIGUOUS' | 'LINE_UNKNOWN' | 'LINE_TWICE';
  readonly value: string;
}

/** What a spreadsheet says that the version does not say yet. Reading it changes nothing. */
export interface PlanFileReading {
  readonly fileName: string;
  readonly years: readonly number[];
  /** Cells whose amount differs, column by column; null: nothing planned. */
  readonly lineIds: readonly string[];
  readonly fiscalYears: readonly number[];
  readonly amountCents: readonly (number | null)[];
  readonly sameCells: number;
  readonly errorCount: number;
  /** The first two hundred. */
  readonly errors: readonly PlanFileError[];
}

/** Most cells in one request. */
export const PLAN_CELLS_MAX = 10_000;

/** Largest body of the route that sets amounts, in bytes; every other route takes 100 kB. */
export const PLAN_AMOUNTS_BODY_BYTES = 1_048_576;

/** A fiscal year with its books and what holds in it. */
export interface FiscalYearRow {
  readonly fiscalYear: number;
  /** Both years of a two-year budget, or the year alone. */
  readonly planYears: readonly number[];
  /** First and last year that its plan shows (R12). */
  readonly window: { readonly firstYear: number; readonly lastYear: number };
  readonly booksState: BooksState;
  /** Steps that this state allows; the server still asks for reason and second person. */
  readonly booksSteps: readonly BooksStep[];
  readonly booksChangedAt: string | null;
  readonly booksReason: string | null;
  readonly planInForce: { readonly id: string; readonly name: string; readonly inForceOn: string } | null;
  /** The year has begun and no plan is in force: § 116 NKomVG applies. */
  readonly isProvisional: boolean;
  /** A step that waits for the second person. */
  readonly pendingApproval: { readonly approvalId: string; readonly action: string } | null;
  readonly version: number;
}

/** What a command on a year answers. `approvalId` is set while the step waits for the second person. */
export interface FiscalYearChanged {
  readonly fiscalYear: number;
  readonly version: number;
  readonly booksState: BooksState;
  readonly approvalId: string | null;
}

/** The frames of one year against what is planned in them. */
export interface FramesOfYear {
  readonly fiscalYear: number;
  readonly frames: readonly FrameCeilingRow[];
  /** Sums of the known frames; never shown without the remark when `unknownFrames` is not empty (R26). */
  readonly totals: {
    readonly knownCeilingCents: number | null;
    readonly unknownFrames: readonly FrameCode[];
    readonly operatingCents: number;
    readonly investingCents: number;
    readonly plannedCents: number;
    /** Known ceilings less what is planned in those frames. */
    readonly undistributedCents: number | null;
  };
}

export interface FrameCeilingRow {
  readonly frame: FrameCode;
  /** null = unknown, which is not zero. */
  readonly ceilingCents: number | null;
  readonly source: string;
  /** 0 while nobody has set anything. */
  readonly version: number;
  readonly lines: number;
  readonly operatingCents: number;
  readonly investingCents: number;
  readonly plannedCents: number;
  /** Noch nicht verteilt: ceiling less planned; negative when more is planned than the frame holds; null if unknown. */
  readonly undistributedCents: number | null;
}

/** One change of a ceiling, newest first. */
export interface FrameChangeRow {
  readonly version: number;
  readonly ceilingCents: number | null;
  readonly source: string;
  readonly reason: string;
  readonly changedBy: string | null;
  readonly changedAt: string;
}

export interface PlanVersionRow {
  readonly id: string;
  readonly name: string;
  readonly kind: PlanKind;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly state: PlanVersionState;
  readonly decidedOn: string | null;
  readonly decisionDocument: string | null;
  readonly submittedOn: string | null;
  readonly displayEndsOn: string | null;
  readonly inForceOn: string | null;
  readonly basedOnId: string | null;
  readonly createdAt: string;
  readonly lines: number;
  readonly version: number;
}

export interface PlanVersionDetail extends PlanVersionRow {
  readonly window: { readonly firstYear: number; readonly lastYear: number };
  readonly isOpen: boolean;
  /** Whether amounts are typed into cells; once introduced, only dated changes move them (R22). */
  readonly mayEditAmounts: boolean;
  readonly changes: { readonly count: number; readonly openCount: number };
  /** Steps that the state allows. */
  readonly steps: readonly PlanVersionStep[];
  readonly unknownFrameReason: string | null;
  readonly basedOnName: string | null;
  readonly pendingApproval: { readonly approvalId: string; readonly action: string } | null;
  /** Per year and direction, since expense, investment and revenue are never added together. */
  readonly totals: readonly PlanTotal[];
  readonly history: readonly PlanStepRow[];
}

export interface PlanTotal {
  readonly fiscalYear: number;
  readonly direction: 'expense' | 'revenue' | 'payment' | 'receipt' | 'internal';
  readonly lines: number;
  readonly amountCents: number;
}

export interface PlanStepRow {
  readonly step: PlanVersionStep;
  readonly takenAt: string;
  readonly takenBy: string | null;
  readonly approvedBy: string | null;
  readonly reason: string;
}

/** Why a version cannot be introduced yet (T2), line by line. */
export interface PlanFindingRow {
  readonly code:
    | 'VERSION_EMPTY'
    | 'LINE_INCOMPLETE'
    | 'ACCOUNT_NOT_IN_FRAME'
    | 'ACCOUNT_UNCLASSIFIED'
    | 'YEAR_OUTSIDE_WINDOW'
    | 'TOTAL_DIFFERS'
    | 'BOUND_NOT_PLANNED';
  readonly lineId: string | null;
  readonly lineNumber: string | null;
  readonly lineName: string | null;
  /** Parts that are missing, for `LINE_INCOMPLETE`. */
  readonly missing: readonly ('subBudget' | 'product' | 'account')[];
  readonly account: string | null;
  readonly fiscalYear: number | null;
  /** What is already owed and what is planned for it, for `BOUND_NOT_PLANNED`. */
  readonly boundCents: number | null;
  readonly plannedCents: number | null;
}

export interface PlanFindings {
  readonly count: number;
  /** The first 200. */
  readonly rows: readonly PlanFindingRow[];
}

/** Amounts of a version as columns: entry n of every list belongs to the same line. */
export interface PlanGrid {
  readonly versionId: string;
  readonly version: number;
  readonly isOpen: boolean;
  readonly years: readonly number[];
  readonly planYears: readonly number[];
  readonly columns: {
    readonly lineId: readonly string[];
    readonly number: readonly string[];
    readonly name: readonly string[];
    readonly frame: readonly (FrameCode | null)[];
    readonly unitId: readonly (string | null)[];
    readonly unitCode: readonly (string | null)[];
    readonly subBudget: readonly string[];
    readonly product: readonly string[];
    readonly productName: readonly string[];
    readonly account: readonly string[];
    readonly direction: readonly string[];
    readonly sphere: readonly string[];
  };
  /** One list for each of `years`, in their order; null = nothing planned yet, which is not zero. */
  readonly amountCents: readonly (readonly (number | null)[])[];
  readonly isTruncated: boolean;
}

/** What a command on a plan version answers. `approvalId` is set while the adoption waits for the second person. */
export interface PlanVersionChanged {
  readonly id: string;
  readonly version: number;
  readonly state: PlanVersionState;
  readonly approvalId: string | null;
}

/** What setting amounts answers: how many cells changed, and the room that frames have left in the years touched. */
export interface PlanAmountsSet {
  readonly id: string;
  readonly version: number;
  readonly changedCells: number;
  readonly frames: readonly {
    readonly frame: FrameCode;
    readonly fiscalYear: number;
    readonly undistributedCents: number | null;
  }[];
}

/** A cell that somebody else has changed: what stands there now. Comes with `PLAN_CELLS_CHANGED`. */
export interface ChangedCell {
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly amountCents: number | null;
}

/**
 * What the amounts of a version are compared with, as columns: entry n of every list belongs to line n. Only lines with
 * any of these amounts are listed; null = not known, which is not zero.
 */
export interface PlanReference {
  /** The year before the plan. */
  readonly yearBefore: number;
  /** The plan in force for the year before; null when there is none. */
  readonly planBefore: { readonly id: string; readonly name: string } | null;
  /** For each plan year the version in force that says something about it: its plan, or its medium-term figures. */
  readonly inForce: readonly {
    readonly fiscalYear: number;
    readonly version: { readonly id: string; readonly name: string } | null;
  }[];
  readonly lineId: readonly string[];
  readonly planBeforeCents: readonly (number | null)[];
  readonly actualBeforeCents: readonly (number | null)[];
  /** One list for each of `inForce`. */
  readonly inForceCents: readonly (readonly (number | null)[])[];
  /** What stood here before the accepted changes, one list for each plan year; empty without such changes. */
  readonly beforeChangesCents: readonly (readonly (number | null)[])[];
}

/** Where a version has notes, explanations and own months: enough to mark cells and lines. */
export interface PlanMarks {
  readonly notes: {
    readonly lineId: readonly string[];
    readonly fiscalYear: readonly number[];
    /** The beginning of each note. */
    readonly excerpt: readonly string[];
  };
  readonly explainedLineIds: readonly string[];
}

/** Equal twelfths, twelve amounts in cents, or twelve shares in hundredths of a percent. */
export const MONTHS_KINDS = ['equal', ...PHASING_KINDS] as const;
export type MonthsKind = (typeof MONTHS_KINDS)[number];

/** A text of a plan with who wrote it. Version 0 means: nobody has written one yet. */
export interface PlanText {
  readonly text: string;
  readonly writtenBy: string | null;
  readonly writtenAt: string | null;
  readonly version: number;
}

/** A line of a version in full. */
export interface PlanLineDetail {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly explanation: PlanText;
  /** One for each year of the window that has something to say. */
  readonly notes: readonly (PlanText & { readonly fiscalYear: number })[];
  readonly months: readonly PlanLineMonths[];
}

/** The months of one year of a line; always exactly the year's amount together. */
export interface PlanLineMonths {
  readonly fiscalYear: number;
  readonly kind: MonthsKind;
  readonly amountCents: number;
  readonly monthCents: readonly number[];
  /** What was entered: cents or hundredths of a percent; empty for equal twelfths. */
  readonly entered: readonly number[];
  readonly version: number;
}

/** What writing to a line of a version answers. */
export interface PlanLineChanged {
  readonly version: number;
}

/** Longest note on a cell, and longest explanation of a line. */
export const PLAN_NOTE_MAX = 300;
export const PLAN_EXPLANATION_MAX = 4000;
