import type { IndexBasis, IndexRounding, IndexSelection } from '@etatlotse/domain/budget';

export {
  INDEX_BASES,
  INDEX_ROUNDINGS,
  INDEX_SELECTIONS,
  type IndexBasis,
  type IndexRounding,
  type IndexSelection,
  RATE_MAX_BASIS_POINTS,
} from '@etatlotse/domain/budget';

/** What becomes of years that the copied version does not reach: left empty, or its last year repeated. */
export const LATER_YEARS = ['leave_empty', 'repeat_last'] as const;
export type LaterYears = (typeof LATER_YEARS)[number];

/** Most rules of one copy. */
export const INDEX_RULES_MAX = 20;

type Direction = 'expense' | 'revenue' | 'payment' | 'receipt' | 'internal' | 'unclassified';

/** Sums of a direction in a year, as they are copied and as the rules leave them. Directions are never added together. */
export interface CopyTotal {
  readonly direction: Direction;
  readonly fiscalYear: number;
  readonly lines: number;
  readonly beforeCents: number;
  readonly afterCents: number;
}

/** What one rule does to the lines of a direction in a year. */
export interface CopyRuleEffect extends CopyTotal {
  /** Sum of what the rate is applied to. */
  readonly basisCents: number;
}

/** What a copy would hold, before it is made. */
export interface PlanCopyPreview {
  readonly years: readonly number[];
  readonly lines: number;
  readonly totals: readonly (CopyTotal & {
    /** After less before. */
    readonly differenceCents: number;
  })[];
  /** For each rule, in order; an empty list where a rule finds no line. */
  readonly rules: readonly { readonly effects: readonly CopyRuleEffect[] }[];
}

/** How a version came about: who made it, from which one, by which rules. Kept with the version. */
export interface PlanCopyRecord {
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly basedOnId: string | null;
  readonly basedOnName: string | null;
  /** The import that brought the version, with the name of its file. */
  readonly importId: string | null;
  readonly fileName: string | null;
  readonly laterYears: LaterYears | null;
  readonly rules: readonly PlanCopyRule[];
}

export interface PlanCopyRule {
  readonly by: IndexSelection;
  /** Beginning of the account or product, or the code of the frame. */
  readonly value: string;
  readonly basis: IndexBasis;
  readonly rounding: IndexRounding;
  /** In hundredths of a percent: 250 is +2.5 %. */
  readonly rates: readonly { readonly fiscalYear: number; readonly basisPoints: number }[];
  readonly effects: readonly CopyRuleEffect[];
}
