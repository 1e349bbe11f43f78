import type { CarryOverKind, CarryOverState, Fever, FeverLimits, YearEndProgress } from '@etatlotse/domain/authority';
import type { BooksState } from '@etatlotse/domain/budget';

export {
  CARRY_OVER_KINDS,
  type CarryOverKind,
  type CarryOverState,
  type YearEndStep,
  type YearEndStepState,
} from '@etatlotse/domain/authority';

/** Where the end of a year lives on the wire. */
export const YEAR_END_PATHS = {
  year: (fiscalYear: number): string => `/api/v1/year-end/${fiscalYear}`,
  lines: (fiscalYear: number): string => `/api/v1/year-end/${fiscalYear}/lines`,
  carryOvers: '/api/v1/carry-overs',
  decision: '/api/v1/carry-overs/decision',
} as const;

/** How many proposals go in one batch. */
export const CARRY_OVER_BATCH = 500;

/** What the table of lines shows. */
export const YEAR_END_VIEWS = ['needed', 'proposed', 'decided', 'unused', 'all'] as const;
export type YearEndView = (typeof YEAR_END_VIEWS)[number];

/** A rest with its clock. */
export interface RestRow {
  readonly id: string;
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly originYear: number;
  readonly kind: CarryOverKind;
  /** What is still unused. */
  readonly unusedCents: number;
  readonly expiresOn: string;
  readonly daysLeft: number;
}

/** A commitment authority (VE) of the year that nobody has used up. */
export interface UnusedAuthorityRow {
  readonly id: string;
  readonly number: string;
  readonly purpose: string;
  readonly leftCents: number;
  /** Null while the by-law of the next year is not announced: until then it lives. */
  readonly lastDay: string | null;
  readonly isLapsed: boolean;
}

/** A line whose last weeks are far above its year. */
export interface FeverRow extends Fever {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
}

/** The end of a year on one page: how far it is, and what needs a look. */
export interface YearEnd {
  readonly fiscalYear: number;
  readonly nextYear: number;
  readonly booksState: BooksState;
  readonly nextBooksState: BooksState | null;
  /** Empty for whoever sees only the lines of a unit. */
  readonly steps: readonly YearEndProgress[];
  readonly totals: {
    readonly unspentCents: number;
    readonly openOrdersCents: number;
    readonly proposedCents: number;
    readonly approvedCents: number;
    readonly proposals: number;
  };
  /** Rests that lapse within the warning time, soonest first. */
  readonly lapsing: readonly RestRow[];
  /** Commitment authorities of the year of which something is unused: it is not carried over (R11). */
  readonly unusedAuthorities: readonly UnusedAuthorityRow[];
  readonly feverLimits: FeverLimits;
  readonly feverFrom: string;
  readonly fever: readonly FeverRow[];
}

/** What was asked for or decided on a line. */
export interface CarryOverRow {
  readonly id: string;
  readonly originYear: number;
  readonly kind: CarryOverKind;
  readonly amountCents: number;
  readonly reason: string;
  readonly state: CarryOverState;
  readonly expiresOn: string | null;
  readonly proposedByName: string | null;
  /** Whether the reader asked for it, and therefore may not decide it. */
  readonly isOwn: boolean;
  readonly decidedByName: string | null;
  readonly decisionNote: string;
  readonly movedCommitmentCents: number;
  readonly version: number;
}

/** A contract that goes on, as a ready reason. */
export interface ContractReason {
  readonly number: string;
  readonly vendor: string;
  /** Last day on which notice can be given; null where there is none. */
  readonly noticeBy: string | null;
  /** Until when it runs; null: until somebody ends it. */
  readonly runsUntil: string | null;
}

/** A milestone that is still to come, as a ready reason. */
export interface MilestoneReason {
  readonly project: string;
  readonly name: string;
  readonly dueOn: string;
}

/** A line at the end of its year. */
export interface YearEndLineRow {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly unitCode: string | null;
  readonly isInvesting: boolean;
  readonly isReserve: boolean;
  /** False where a budget note excludes it (§ 20 KomHKVO). */
  readonly mayCarryOver: boolean;
  readonly adjustedCents: number;
  readonly lockCents: number;
  readonly actualCents: number;
  readonly commitmentCents: number;
  readonly reservationCents: number;
  readonly openOrders: number;
  /** The largest open orders, for the reason: number, supplier and what is open. */
  readonly orders: readonly { readonly number: string; readonly supplier: string; readonly openCents: number }[];
  /** Contracts that burden the line beyond the year, for the reason; the soonest notice first. */
  readonly contracts: readonly ContractReason[];
  /** Milestones of projects on the line that are still to come, for the reason. */
  readonly milestones: readonly MilestoneReason[];
  /** What the cover pool has available in the next year as it stands, or the line itself outside any pool. */
  readonly next: { readonly poolCode: string | null; readonly availableCents: number };
  readonly maximumCents: number;
  readonly necessaryCents: number;
  /** Rests that end with the year. */
  readonly expiringCents: number;
  /** How it is carried over when nobody says otherwise, and until when it then lives; null: until the last payment. */
  readonly kind: CarryOverKind;
  readonly lastDay: string | null;
  readonly carryOvers: readonly CarryOverRow[];
  readonly mayPropose: boolean;
}

export interface CarryOversProposed {
  readonly proposed: number;
  /** Open orders that the proposed rests do not bear (T10c): they fall on the next year. */
  readonly uncovered: readonly { readonly lineId: string; readonly uncoveredCents: number }[];
}

export interface CarryOversDecided {
  readonly decided: number;
  readonly amountCents: number;
  readonly movedOrders: number;
  readonly movedCommitmentCents: number;
}
