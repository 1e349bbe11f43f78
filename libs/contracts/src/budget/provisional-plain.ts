import type { ProvisionalGround } from '@etatlotse/domain/budget';

export { PROVISIONAL_GROUNDS, type ProvisionalGround } from '@etatlotse/domain/budget';

/** What a booking meets while no plan is in force, asked while typing. */
export interface ProvisionalCheck {
  /** The paragraph, as it is cited. */
  readonly rule: string;
  /** The latest earlier year whose plan had an amount on the line; null where none had. */
  readonly earlierPlan: { readonly fiscalYear: number; readonly amountCents: number } | null;
  /** Bound and spent on the line in the year so far. */
  readonly claimedCents: number;
  /** Grounds that may carry a booking on this line, in the order of the law. */
  readonly grounds: readonly ProvisionalGround[];
}

/** What stands on one ground. */
export interface ProvisionalSum {
  readonly ground: ProvisionalGround;
  readonly claims: number;
  readonly amountCents: number;
}

/** One claim under § 116: an order with what it binds and has spent, or a booking of its own. */
export interface ProvisionalRow {
  readonly id: string;
  readonly lineId: string;
  readonly lineNumber: string;
  readonly lineName: string;
  readonly ground: ProvisionalGround;
  readonly basis: string;
  readonly bookedOn: string;
  readonly documentNumber: string;
  readonly text: string;
  readonly amountCents: number;
  readonly actorName: string | null;
}

/** Bookings of a year under § 116 with their sums, for the council. */
export interface ProvisionalOfYear {
  readonly fiscalYear: number;
  readonly rule: string;
  readonly isPlanInForce: boolean;
  readonly inForceOn: string | null;
  /** One for each ground, also without claims. */
  readonly sums: readonly ProvisionalSum[];
  readonly totalCents: number;
  readonly rows: readonly ProvisionalRow[];
  readonly nextCursor: string | null;
}
