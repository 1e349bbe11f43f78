import type { ProjectName } from '@etatlotse/contracts/project/plain';
import type { CostBasis, OutcomeKind } from '@etatlotse/domain/outcome';
import type { Bounded, Operator } from '@etatlotse/domain/shared';

/** Where outcomes live on the wire. */
export const OUTCOME_PATHS = {
  outcomes: '/api/v1/outcomes',
  outcome: (id: string): string => `/api/v1/outcomes/${id}`,
  counts: (id: string): string => `/api/v1/outcomes/${id}/counts`,
} as const;

/** A counted quantity with what the ledger says it cost until then. */
export interface OutcomeCount {
  readonly id: string;
  readonly unitId: string | null;
  /** Null: of the whole city. */
  readonly unitName: string | null;
  readonly measuredOn: string;
  readonly operator: Operator;
  /** Null for several. */
  readonly quantity: number | null;
  /** Booked until that day on the lines behind it; null where no line of the unit is among them. */
  readonly costCents: number | null;
  /** Cents for one piece; null where it cannot be said. */
  readonly perPiece: Bounded | null;
  /** Against the last count before it that can be compared; null where there is none, or one of the two is no exact figure. */
  readonly changeCents: number | null;
  /** The day of that count. */
  readonly changeSince: string | null;
  readonly source: string;
  readonly origin: 'person' | 'source' | 'demo';
  readonly isSuperseded: boolean;
  readonly reason: string;
  readonly byName: string | null;
}

/** An outcome in the list. */
export interface OutcomeRow {
  readonly id: string;
  readonly name: string;
  /** What one piece is called: DMS-Arbeitsplatz. */
  readonly piece: string;
  readonly kind: OutcomeKind;
  readonly basis: CostBasis;
  readonly unitId: string | null;
  readonly unitName: string | null;
  /** The project whose cost stands behind it; null where lines do, or where the reader may not see it. */
  readonly project: ProjectName | null;
  readonly hasProject: boolean;
  readonly lineCount: number;
  /** Of the whole city; null before the first count. */
  readonly newest: OutcomeCount | null;
  /** The newest count is more days old than the city allows for a report, or there is none. */
  readonly isStale: boolean;
  readonly reportDays: number;
  readonly origin: 'person' | 'source' | 'demo';
}

/** Everything the page of an outcome shows. */
export interface OutcomeDetail extends OutcomeRow {
  readonly description: string;
  /** Of the whole city in the order of time, also those that were corrected. */
  readonly trend: readonly OutcomeCount[];
  /** The newest count of every unit, the dearest piece first and unknown last. */
  readonly units: readonly OutcomeCount[];
  /** Lines behind it that the reader may see. */
  readonly lines: readonly { readonly id: string; readonly number: string; readonly name: string }[];
  readonly mayWrite: boolean;
  readonly version: number;
}

export interface OutcomeChanged {
  readonly id: string;
  readonly version: number;
}
