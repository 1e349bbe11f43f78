import type { BalanceFigures } from '@etatlotse/contracts/budget/plain';

/** A line as another record names it; null where the reader may not see it. */
export interface LineName {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** One-sided cover by budget note: `drawing` may draw on `giving`, never the other way round. */
export interface CoverRightRow {
  readonly id: string;
  readonly drawing: LineName | null;
  readonly giving: LineName | null;
  /** What the giving line could give now, at the level where its availability counts; null where it is not seen. */
  readonly givableCents: number | null;
  readonly budgetNote: string;
  readonly declaredAt: string;
  readonly version: number;
}

/** A member of a pool with its figures and what the statement of cover says about it. */
export interface PoolMemberRow extends LineName {
  readonly unitCode: string | null;
  readonly adjustedCents: number;
  /** Spent, ordered, reserved and locked. */
  readonly usedCents: number;
  readonly availableCents: number;
  /** Received (positive) or given (negative) within the pool; the sum over all members is 0.00 (T6). */
  readonly coverCents: number;
}

/** One line covering another in the statement of cover; null for a line of a unit the reader may not see. */
export interface CoverLegRow {
  readonly from: LineName | null;
  readonly to: LineName | null;
  readonly amountCents: number;
}

/** A cover pool with everything its page shows. */
export interface PoolDetail {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly budgetNote: string;
  readonly version: number;
  readonly fiscalYear: number;
  /** Sum of all members, also of those that are not listed. */
  readonly balance: BalanceFigures;
  /** The pool's stored sum against the sum of its members; 0 when all is well. */
  readonly differenceCents: number;
  readonly members: readonly PoolMemberRow[];
  /** Members of units that the reader may not see: in the sums, not in the list. */
  readonly hidden: {
    readonly members: number;
    readonly adjustedCents: number;
    readonly usedCents: number;
    readonly availableCents: number;
    readonly coverCents: number;
  };
  readonly legs: readonly CoverLegRow[];
  /** What no member can cover: 0 while the pool as a whole is not overdrawn. */
  readonly uncoveredCents: number;
  readonly rights: readonly CoverRightRow[];
}
