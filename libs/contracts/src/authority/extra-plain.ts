import type {
  ExtraCoverKind,
  ExtraDecider,
  ExtraFigures,
  ExtraKind,
  ExtraLevel,
  ExtraSphere,
  ExtraState,
  ExtraStep,
  ExtraTotals,
} from '@etatlotse/domain/authority';

export const EXTRA_ITEMS_MAX = 20;
export const EXTRA_COVERS_MAX = 50;

/** Where the routes are. */
export const EXTRA_PATHS = {
  requests: '/api/v1/authority/extra',
  check: '/api/v1/authority/extra/check',
  report: '/api/v1/authority/extra/report',
  reportCsv: '/api/v1/authority/extra/report.csv',
  request: (id: string) => `/api/v1/authority/extra/${encodeURIComponent(id)}`,
  steps: (id: string) => `/api/v1/authority/extra/${encodeURIComponent(id)}/steps`,
  decision: (id: string) => `/api/v1/authority/extra/${encodeURIComponent(id)}/decision`,
} as const;

/** A line as the printed form names it. */
export interface ExtraLine {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly subBudget: string;
  readonly statementLine: string;
  readonly projectKey: string;
  readonly account: string;
  readonly accountName: string;
}

/** One row of the printed form. */
export interface ExtraItemRow extends ExtraLine, ExtraFigures {
  readonly kind: ExtraKind;
  readonly sphere: ExtraSphere;
}

/** One source of cover. The available amount is null for revenue, for next year and on lines that the reader may not see. */
export interface ExtraCoverRow {
  readonly kind: ExtraCoverKind;
  readonly line: ExtraLine | null;
  readonly amountCents: number;
  /** What the line or its pool has left now. */
  readonly availableCents: number | null;
}

/** What is still missing before a draft may be submitted. */
export interface ExtraMissing {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a request comes to: the printed form with its sums, the cover, and who would decide. */
export interface ExtraAssessment {
  readonly items: readonly ExtraItemRow[];
  readonly covers: readonly ExtraCoverRow[];
  readonly totals: ExtraTotals;
  readonly coverCents: number;
  /** Asked for less covered; 0 before it may be submitted. */
  readonly uncoveredCents: number;
  readonly requiredLevel: ExtraLevel;
  readonly missing: readonly ExtraMissing[];
}

/** A request in the list. */
export interface ExtraRow {
  readonly id: string;
  readonly number: string;
  readonly fiscalYear: number;
  readonly subject: string;
  readonly state: ExtraState;
  /** Of its lines; both where it asks for either. */
  readonly kinds: readonly ExtraKind[];
  readonly lineNumbers: readonly string[];
  readonly operatingCents: number;
  readonly investingCents: number;
  readonly decider: ExtraDecider | null;
  readonly decidedOn: string | null;
  readonly createdByName: string;
  readonly createdAt: string;
  readonly version: number;
}

/** Sums of the year by state, each side by itself. */
export interface ExtraStateSum {
  readonly state: ExtraState;
  readonly requests: number;
  readonly operatingCents: number;
  readonly investingCents: number;
}

export interface ExtraPage {
  readonly rows: readonly ExtraRow[];
  readonly nextCursor: string | null;
  /** Of everything the reader may see in the year, whatever the filter. */
  readonly sums: readonly ExtraStateSum[];
}

/** One event in the life of a request. */
export interface ExtraEvent {
  readonly step: ExtraStep | 'create' | 'grant' | 'refuse';
  readonly takenBy: string;
  readonly approvedBy: string | null;
  readonly takenAt: string;
  readonly note: string;
}

/** What the reader may do with a request now. */
export type ExtraDeed = ExtraStep | 'change' | 'decide';

export interface ExtraDetail extends ExtraRow, ExtraAssessment {
  readonly substanceReason: string;
  readonly timeReason: string;
  readonly isContinuedInvestment: boolean;
  readonly decisionDocument: string;
  readonly history: readonly ExtraEvent[];
  readonly deeds: readonly ExtraDeed[];
  /** A grant that waits for a second person. */
  readonly pendingGrant: ExtraPendingGrant | null;
}

export interface ExtraPendingGrant {
  readonly approvalId: string;
  readonly approvalVersion: number;
  readonly decider: ExtraDecider;
  readonly decidedOn: string;
  readonly document: string;
  readonly requestedBy: string;
  readonly mayConfirm: boolean;
}

/** What a command answers. */
export interface ExtraChanged {
  readonly id: string;
  readonly version: number;
  readonly state: ExtraState;
  readonly approvalId: string | null;
}

/** One granted line in the report to the council. */
export interface ExtraReportRow extends ExtraLine {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly subject: string;
  readonly kind: ExtraKind;
  readonly sphere: ExtraSphere;
  readonly amountCents: number;
  readonly decidedOn: string;
  readonly document: string;
  readonly substanceReason: string;
}

/** All decisions of the mayor in a year, for the council at the latest with the annual accounts (§ 117 (1) NKomVG). */
export interface ExtraReport {
  readonly fiscalYear: number;
  readonly rule: string;
  readonly requests: number;
  readonly operatingCents: number;
  readonly investingCents: number;
  readonly rows: readonly ExtraReportRow[];
}
