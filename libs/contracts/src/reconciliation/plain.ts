/** One kind of aggregate that the ledger keeps, compared with the movements it stands for. */
export interface ReconciledAggregate {
  readonly aggregate: ReconciledName;
  readonly compared: number;
  readonly differenceCents: number;
  /** The first rows that differ, largest difference first. */
  readonly differing: readonly {
    readonly id: string;
    readonly label: string;
    readonly storedCents: number;
    readonly computedCents: number;
    readonly differenceCents: number;
  }[];
}

export const RECONCILED = [
  'line_balance',
  'pool_balance',
  'line_month',
  'purchase_order',
  'plan_in_force',
  'transfer',
  'extra_grant',
  'budget_lock',
  'carry_over',
  'earmark',
  'last_imports',
] as const;
export type ReconciledName = (typeof RECONCILED)[number];

/** Every stored figure of a year against its movements. 0 everywhere, or it is not proved. */
export interface Reconciliation {
  readonly fiscalYear: number;
  readonly checkedAt: string;
  readonly movements: number;
  readonly differenceCents: number;
  readonly aggregates: readonly ReconciledAggregate[];
  /** Imported bookings that matched nothing and wait for a decision. */
  readonly clearing: { readonly open: number; readonly amountCents: number };
  /** The last result that was kept, by night or by hand; null when there is none yet. */
  readonly lastCheck: { readonly checkedAt: string; readonly differenceCents: number } | null;
}

/** A difference that somebody looks after until a reconciliation finds it gone. */
export interface ReconciliationTask {
  readonly id: string;
  readonly aggregate: ReconciledName;
  readonly subjectId: string;
  readonly label: string;
  readonly differenceCents: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly closedAt: string | null;
  readonly owner: { readonly id: string; readonly displayName: string } | null;
  readonly note: string;
  readonly version: number;
}
