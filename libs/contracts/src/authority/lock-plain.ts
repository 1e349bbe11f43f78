import type { LockMethod, LockSpread } from '@etatlotse/domain/authority';

export { LOCK_METHODS, LOCK_SPREADS, type LockMethod, type LockSpread } from '@etatlotse/domain/authority';

/** Where locks live on the wire. */
export const LOCK_PATHS = {
  locks: '/api/v1/authority/locks',
  preview: '/api/v1/authority/locks/preview',
  lock: (lockId: string): string => `/api/v1/authority/locks/${lockId}`,
  lines: (lockId: string): string => `/api/v1/authority/locks/${lockId}/lines`,
  lifts: (lockId: string): string => `/api/v1/authority/locks/${lockId}/lifts`,
  report: (lockId: string, stepId: string): string => `/api/v1/authority/locks/${lockId}/steps/${stepId}/report`,
} as const;

/** More lines than this are not locked at once; a narrower selection does it. */
export const LOCK_MAX_LINES = 20_000;

/** Waits for its second person, holds, holds nothing any more, or was not confirmed. */
export const LOCK_STATES = ['waiting', 'in_force', 'lifted', 'dismissed'] as const;
export type LockState = (typeof LOCK_STATES)[number];

export const LOCK_STEP_KINDS = ['lock', 'lift'] as const;
export type LockStepKind = (typeof LOCK_STEP_KINDS)[number];
export type LockStepState = 'waiting' | 'done' | 'dismissed';

/** A lock as a list shows it; sums are of the lines that the reader may see. */
export interface LockRow {
  readonly id: string;
  readonly fiscalYear: number;
  readonly title: string;
  readonly method: LockMethod;
  readonly basisPoints: number | null;
  readonly totalCents: number | null;
  readonly spread: LockSpread | null;
  readonly state: LockState;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly document: string;
  readonly reason: string;
  readonly lines: number;
  readonly lockedCents: number;
  readonly liftedCents: number;
  /** What is still locked. */
  readonly heldCents: number;
  /** Locks and liftings that the council has not been told of. */
  readonly openReports: number;
  readonly recordedByName: string | null;
  readonly version: number;
}

/** The lock itself or one lifting of it: who decided, and whether the council knows. */
export interface LockStep {
  readonly id: string;
  readonly kind: LockStepKind;
  readonly state: LockStepState;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly document: string;
  readonly reason: string;
  readonly lines: number;
  readonly amountCents: number;
  readonly recordedByName: string | null;
  readonly confirmedByName: string | null;
  readonly reportedOn: string | null;
  readonly reportDocument: string;
  /** The council still has to be told (§ 32 KomHKVO). */
  readonly isReportOpen: boolean;
  /** The request that waits for a second person. */
  readonly approvalId: string | null;
}

export interface Lock extends LockRow {
  readonly steps: readonly LockStep[];
}

/** What a lock holds of a line. */
export interface LockLine {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly basisCents: number;
  readonly lockedCents: number;
  readonly liftedCents: number;
  readonly heldCents: number;
  /** Available now where it counts, on the line or in its pool. */
  readonly availableCents: number;
}

/** What a lock would do to a line. */
export interface LockPreviewLine {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly subBudget: string;
  readonly basisCents: number;
  readonly lockCents: number;
  readonly availableAfterCents: number;
  readonly unrealisableCents: number;
}

/** What a lock would do, before anybody is asked to confirm it. */
export interface LockPreview {
  readonly lines: number;
  readonly basisCents: number;
  readonly lockCents: number;
  /** For this part nothing is left: it is bound or spent (T17b). */
  readonly unrealisableCents: number;
  readonly unrealisableLines: number;
  readonly subBudgets: readonly { readonly subBudget: string; readonly lockCents: number }[];
  /** The first two hundred, those that cannot bear their lock first. */
  readonly rows: readonly LockPreviewLine[];
}

/** What was recorded; nothing is locked or lifted before a second person confirms. */
export interface LockRecorded {
  readonly id: string;
  readonly stepId: string;
  readonly version: number;
  readonly approvalId: string;
}

export interface LockChanged {
  readonly id: string;
  readonly version: number;
}
