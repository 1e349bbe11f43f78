import type { BoundKind } from '@etatlotse/domain/authority';
import type { FrameCode } from '@etatlotse/domain/budget';

const AUTHORITIES = '/api/v1/authority/commitment-authorities';
const OBLIGATIONS = '/api/v1/authority/obligations';

/** Where commitment authorities, obligations and bound years live on the wire. */
export const COMMITMENT_PATHS = {
  authorities: AUTHORITIES,
  authority: (id: string): string => `${AUTHORITIES}/${id}`,
  obligations: OBLIGATIONS,
  reversal: (id: string): string => `${OBLIGATIONS}/${id}/reversal`,
  boundYears: '/api/v1/budget/bound-years',
} as const;

/** A later year of a commitment authority: granted, used, left. */
export interface SliceRow {
  readonly fiscalYear: number;
  readonly amountCents: number;
  readonly usedCents: number;
  /** Negative where the slice was exceeded within the total. */
  readonly leftCents: number;
}

/** A commitment authority (Verpflichtungsermächtigung, VE) with what is used of it. */
export interface CommitmentAuthorityRow {
  readonly id: string;
  readonly number: string;
  readonly purpose: string;
  readonly fiscalYear: number;
  readonly line: {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly projectKey: string;
    readonly frame: FrameCode | null;
  };
  /** The plan version it belongs to; null for one with a decision of its own. */
  readonly planVersion: { readonly id: string; readonly name: string } | null;
  readonly decidedOn: string | null;
  readonly decisionDocument: string;
  /** Adopted and in force; before that nothing may be used. */
  readonly isUsable: boolean;
  /** Still part of a draft, so that it can be taken out again. */
  readonly isDraft: boolean;
  /** Last day on which contracts may be concluded from it; null while the by-law of the next year is not announced. */
  readonly lastDay: string | null;
  /** What was not used by then has lapsed. */
  readonly isLapsed: boolean;
  readonly slices: readonly SliceRow[];
  readonly totalCents: number;
  readonly usedCents: number;
  readonly leftCents: number;
  readonly isDemo: boolean;
  readonly version: number;
}

export interface CommitmentAuthorityPage {
  readonly rows: readonly CommitmentAuthorityRow[];
  readonly nextCursor: string | null;
}

/** What an obligation takes from a year. */
export interface YearAmountRow {
  readonly fiscalYear: number;
  readonly amountCents: number;
}

/** An order or contract of several years. */
export interface ObligationRow {
  readonly id: string;
  readonly reference: string;
  readonly partner: string;
  readonly subject: string;
  readonly signedOn: string;
  /** Last day on which notice can be given; null where there is none. */
  readonly noticeBy: string | null;
  readonly line: {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly frame: FrameCode | null;
  };
  readonly authority: { readonly id: string; readonly number: string } | null;
  readonly amounts: readonly YearAmountRow[];
  readonly totalCents: number;
  /** Why a slice was exceeded, or why the record was taken back. */
  readonly reason: string;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
  readonly reversesId: string | null;
  readonly isReversed: boolean;
  readonly isDemo: boolean;
}

export interface ObligationPage {
  readonly rows: readonly ObligationRow[];
  readonly nextCursor: string | null;
}

/** The answer to a new obligation, with the slices it exceeds within the total. */
export interface ObligationRecorded {
  readonly id: string;
  readonly excesses: readonly { readonly fiscalYear: number; readonly overCents: number }[];
}

/** One part of a bar of the bound years. */
export interface BoundPartRow {
  readonly kind: BoundKind;
  readonly amountCents: number;
}

/** A frame in one year: what there is, what is bound by what, what is free. */
export interface BoundYearRow {
  readonly frame: FrameCode;
  readonly fiscalYear: number;
  /** Null: unknown, which is not zero (R26). */
  readonly amountCents: number | null;
  readonly from: 'ceiling' | 'plan' | 'unknown';
  readonly parts: readonly BoundPartRow[];
  readonly boundCents: number;
  readonly freeCents: number | null;
}

/** All frames of a year together; frames without a known amount are named and stay outside. */
export interface BoundTotalRow {
  readonly fiscalYear: number;
  readonly amountCents: number | null;
  readonly boundCents: number;
  readonly freeCents: number | null;
  readonly unknownFrames: readonly FrameCode[];
}

/** The bound years of the planning window (R12) with what is not known yet. */
export interface BoundYearsView {
  readonly fiscalYear: number;
  readonly years: readonly number[];
  /** Frame by frame, each with its years in order. */
  readonly rows: readonly BoundYearRow[];
  readonly totals: readonly BoundTotalRow[];
  /** What no register knows yet, left out of every sum. */
  readonly missing: readonly BoundKind[];
  /** The adopted plan behind planned amounts and recurring operation; null while there is none. */
  readonly plan: { readonly id: string; readonly name: string } | null;
}
