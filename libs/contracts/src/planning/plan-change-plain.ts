import type { FrameCode } from '@etatlotse/contracts/budget/plain';
import type { PlanChangeKind, PlanChangeResult } from '@etatlotse/domain/budget';

export {
  PLAN_CHANGE_KINDS,
  PLAN_CHANGE_RESULTS,
  type PlanChangeKind,
  type PlanChangeResult,
} from '@etatlotse/domain/budget';

/** Most lines and years in one change. */
export const PLAN_CHANGE_CELLS_MAX = 200;

/** What can be decided about a change. */
export const CHANGE_DECISIONS = ['accepted', 'rejected'] as const;
export type ChangeDecision = (typeof CHANGE_DECISIONS)[number];

/** What is needed and what comes in; they are never added to each other. */
export type PlanSide = 'spending' | 'income';

/** What a change does to one frame (or what is outside all of them) in one plan year, and what stands there after it. */
export interface PlanChangeEffect {
  readonly frame: FrameCode | null;
  readonly side: PlanSide;
  readonly fiscalYear: number;
  readonly amountCents: number;
  /** Base and accepted changes up to this one. */
  readonly runningCents: number;
}

export interface PlanChangeRow {
  readonly id: string;
  readonly number: number;
  readonly kind: PlanChangeKind;
  readonly code: string;
  readonly origin: string;
  readonly title: string;
  readonly reason: string;
  readonly result: PlanChangeResult;
  readonly committee: string;
  readonly decidedOn: string | null;
  readonly broughtBy: string | null;
  readonly broughtAt: string;
  readonly effects: readonly PlanChangeEffect[];
  readonly amounts: readonly {
    readonly lineId: string;
    readonly lineNumber: string;
    readonly lineName: string;
    readonly fiscalYear: number;
    readonly amountCents: number;
  }[];
  readonly version: number;
}

/** A frame in a plan year: where it began, what was accepted, what is still open. */
export interface PlanChangeTotal {
  readonly frame: FrameCode | null;
  readonly side: PlanSide;
  readonly fiscalYear: number;
  readonly baseCents: number;
  readonly acceptedCents: number;
  readonly openCents: number;
  /** Base and accepted changes: what would be adopted now. */
  readonly adoptedCents: number;
}

export interface PlanChanges {
  readonly versionId: string;
  readonly count: number;
  readonly openCount: number;
  /** Kinds that may be brought in now; empty for an adopted version. */
  readonly kinds: readonly PlanChangeKind[];
  readonly totals: readonly PlanChangeTotal[];
  readonly rows: readonly PlanChangeRow[];
  readonly nextCursor: string | null;
}

/** What a command on a change answers. */
export interface PlanChangeChanged {
  readonly id: string;
  readonly result: PlanChangeResult;
  readonly version: number;
}

/** A line that a supplementary budget changes. */
export interface SupplementRow {
  readonly lineId: string;
  readonly lineNumber: string;
  readonly lineName: string;
  readonly fiscalYear: number;
  readonly oldCents: number | null;
  readonly changeCents: number;
  readonly newCents: number | null;
  readonly overPlanCents: number;
  readonly outsidePlanCents: number;
  /** Whether somebody has to say if the new amount holds what was granted. */
  readonly isAsked: boolean;
  /** Null while nobody has answered for exactly this grant. */
  readonly includesExtra: boolean | null;
  /** Appropriation and extra authority once the supplementary budget holds; null while the question is open. */
  readonly authorityAfterCents: number | null;
}

/** What a supplementary budget does to one direction in one plan year. */
export interface SupplementTotal {
  readonly fiscalYear: number;
  readonly direction: 'expense' | 'revenue' | 'payment' | 'receipt' | 'internal';
  readonly oldCents: number;
  readonly changeCents: number;
  readonly newCents: number;
}

/** What a supplementary budget does to the authority (R16). */
export interface Supplement {
  readonly versionId: string;
  readonly base: { readonly id: string; readonly name: string } | null;
  readonly isBaseInForce: boolean;
  /** The paragraph, as it is cited. */
  readonly rule: string;
  readonly questionCount: number;
  readonly openCount: number;
  readonly totals: readonly SupplementTotal[];
  /** Lines with a question first, then by number; the first 200. */
  readonly rows: readonly SupplementRow[];
  readonly changedLines: number;
}
