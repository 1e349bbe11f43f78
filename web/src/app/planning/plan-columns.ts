/*
 * The columns of the grid: years, and what a person wants to compare them with. Pure.
 */

/** What the plan can be compared with, and how the difference is written. */
export const COMPARISONS = ['plan', 'actual', 'in_force', 'before_changes'] as const;
export type Comparison = (typeof COMPARISONS)[number];
/** Compared with the same year; the others with the year before the plan. */
const OF_THE_YEAR: readonly Comparison[] = ['in_force', 'before_changes'];
export const DIFFERENCES = ['cents', 'percent'] as const;
export type Difference = (typeof DIFFERENCES)[number];

export interface ComparisonChoice {
  readonly with: readonly Comparison[];
  readonly as: readonly Difference[];
}

/** An amount of this version, an amount it is compared with, or the difference of both. */
export type GridColumn =
  | { readonly kind: 'amount'; readonly key: string; readonly fiscalYear: number; readonly isPlanYear: boolean }
  | { readonly kind: 'base'; readonly key: string; readonly base: Comparison; readonly fiscalYear: number }
  | {
      readonly kind: 'difference';
      readonly key: string;
      readonly base: Comparison;
      readonly as: Difference;
      readonly fiscalYear: number;
      readonly baseYear: number;
    };

/** What stands beside the amounts until somebody chooses. */
export const FIRST_COMPARISON = 'plan';
/** A Nachtrag is read as old amount, change and new amount; a version with changes as base, changes and result. */
export const SUPPLEMENT_COMPARISON = 'in_force,cents';
export const CHANGES_COMPARISON = 'before_changes,cents';

/** Reads `?compare=plan,in_force,cents`; without it stands there what comes first, and `none` is none at all. */
export function readComparison(text: string | undefined, first = FIRST_COMPARISON): ComparisonChoice {
  const words = (text ?? first).split(',');
  return {
    with: COMPARISONS.filter((one) => words.includes(one)),
    as: DIFFERENCES.filter((one) => words.includes(one)),
  };
}

export function writeComparison(choice: ComparisonChoice, first = FIRST_COMPARISON): string | null {
  const words = [...choice.with, ...choice.as];
  if (words.length === 0) return 'none';
  return words.join() === first ? null : words.join();
}

/**
 * The year before, then each plan year with what is in force for it and the differences, then the outlook. The version's
 * own figures for the year before are those of the plan in force, so they have no column.
 */
export function columnsOf(
  years: readonly number[],
  planYears: readonly number[],
  choice: ComparisonChoice,
): GridColumn[] {
  const first = planYears[0] ?? 0;
  const before = choice.with
    .filter((base) => !OF_THE_YEAR.includes(base))
    .map((base): GridColumn => ({ kind: 'base', key: base, base, fiscalYear: first - 1 }));
  const own = years
    .filter((year) => year >= first)
    .flatMap((fiscalYear): GridColumn[] => {
      const isPlanYear = planYears.includes(fiscalYear);
      const amount: GridColumn = { kind: 'amount', key: String(fiscalYear), fiscalYear, isPlanYear };
      return isPlanYear ? [amount, ...comparedWith(fiscalYear, first - 1, choice)] : [amount];
    });
  return [...before, ...own];
}

function comparedWith(fiscalYear: number, yearBefore: number, choice: ComparisonChoice): GridColumn[] {
  const bases = choice.with
    .filter((base) => OF_THE_YEAR.includes(base))
    .map((base): GridColumn => ({ kind: 'base', key: `${base} ${fiscalYear}`, base, fiscalYear }));
  const differences = choice.with.flatMap((base) =>
    choice.as.map((as): GridColumn => ({
      ...{ kind: 'difference', key: `${base} ${as} ${fiscalYear}`, base, as, fiscalYear },
      baseYear: OF_THE_YEAR.includes(base) ? fiscalYear : yearBefore,
    })),
  );
  return [...bases, ...differences];
}
