import type { FrameCode } from '@etatlotse/contracts/budget/plain';
import type { ComparisonKind, PlanVersionState } from '@etatlotse/domain/budget';
import type { PlanCopyRule } from './copy-plain';

export type { ComparisonKind } from '@etatlotse/domain/budget';

/** Kinds that people filter by; lines that are the same are never listed. */
export const DIFFERENCE_KINDS = ['new', 'dropped', 'changed'] as const;

/** Side by side by calendar year, or each plan by its own plan year (last year's plan beside this year's). */
export const COMPARISON_ALIGNMENTS = ['calendar', 'plan_year'] as const;
export type ComparisonAlignment = (typeof COMPARISON_ALIGNMENTS)[number];

/** A version as it is compared; the first one is the one the others are held against. */
export interface ComparedVersion {
  readonly id: string;
  readonly name: string;
  readonly state: PlanVersionState;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Day at whose end its amounts are shown (recorded clock); null = as they are now. */
  readonly asOf: string | null;
  /** First day that its history answers for. */
  readonly knownFrom: string;
  /** False when `asOf` lies before `knownFrom`: then it shows no amounts, and that is not zero. */
  readonly isKnown: boolean;
  /** Rules by which it was made from the first version; empty when it was made otherwise. */
  readonly rules: readonly Pick<PlanCopyRule, 'by' | 'value' | 'basis' | 'rates'>[];
}

/** Sums of all lines that the filters leave, also of those that do not differ. Directions are never added together. */
export interface ComparedSum {
  readonly group: 'all' | 'frame' | 'subBudget';
  /** Code of the frame or name of the sub-budget; null for the whole and for lines without one. */
  readonly key: string | null;
  readonly direction: string;
  /** For each version a list with an amount for each year; null = nothing planned. */
  readonly amountCents: readonly (readonly (number | null)[])[];
  /** For each version after the first: less the first. */
  readonly differenceCents: readonly (readonly (number | null)[])[];
}

/**
 * Two to four versions side by side, as columns: entry n of every list belongs to the same line, and only lines that differ
 * are listed. Amounts of a line stand version by version, in each year by year.
 */
export interface PlanComparison {
  readonly versions: readonly ComparedVersion[];
  readonly alignment: ComparisonAlignment;
  /** Years of the first version; with `plan_year` the others stand beside them shifted to their own plan year. */
  readonly years: readonly number[];
  readonly counts: {
    /** Lines that differ, after all filters. */
    readonly listed: number;
    readonly new: number;
    readonly dropped: number;
    readonly changed: number;
    readonly same: number;
  };
  readonly columns: {
    readonly lineId: readonly string[];
    readonly number: readonly string[];
    readonly name: readonly string[];
    readonly frame: readonly (FrameCode | null)[];
    readonly subBudget: readonly string[];
    readonly product: readonly string[];
    readonly account: readonly string[];
    readonly direction: readonly string[];
    /** Why: the explanation of the line; empty when there is none. */
    readonly reason: readonly string[];
  };
  /** Line, then version, then year; null = not planned, which is not zero. */
  readonly amountCents: readonly (readonly (readonly (number | null)[])[])[];
  /** Line, then version after the first, then year. */
  readonly differenceCents: readonly (readonly (readonly (number | null)[])[])[];
  /** Line, then version after the first. */
  readonly kinds: readonly (readonly ComparisonKind[])[];
  /** Line, then version after the first: place of the rule in `versions[n].rules` that indexed it when it was copied. */
  readonly rulePlaces: readonly (readonly (number | null)[])[];
  readonly sums: readonly ComparedSum[];
  readonly isTruncated: boolean;
}

/** What a version said at the end of a day, by what had been recorded until then. */
export interface PlanAsOf {
  readonly day: string;
  readonly knownFrom: string;
  readonly isKnown: boolean;
  /** Its state at the end of that day; null when that was not recorded. */
  readonly state: PlanVersionState | null;
  readonly lines: number;
  readonly totals: readonly {
    readonly fiscalYear: number;
    readonly direction: string;
    readonly lines: number;
    readonly amountCents: number;
  }[];
}
