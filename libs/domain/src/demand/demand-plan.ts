import type { Sphere } from '../budget/account-class';
import { type Cents, cents } from '../shared/cents';
import type { AccountedAs } from './accounting';
import type { DemandItem } from './demand';
import { itemInYear } from './demand-cost';

/** The two sides on which a demand is planned. They never share a line (R7, R19). */
export const PLAN_SIDES = ['expense', 'investment'] as const;
export type PlanSide = (typeof PLAN_SIDES)[number];

/** What one side of a demand takes in a year, gross. */
export interface PlannedYear {
  readonly fiscalYear: number;
  readonly amountCents: Cents;
}

/** What becomes of a demand in a plan, side by side and year by year; years without an amount are left out. */
export interface DemandPlan {
  readonly expense: readonly PlannedYear[];
  readonly investment: readonly PlannedYear[];
  /** Items that nobody has called expense or investment yet. */
  readonly openItems: number;
  /** Items without a price or quantity in one of these years; they add nothing and stay a remark (R26). */
  readonly unknownItems: number;
}

/** When a demand begins, and the years that a plan has. */
export interface PlanTime {
  /** The year that was decided. */
  readonly startYear: number;
  /** The year in which it could have begun first: everything moves by the difference. */
  readonly baseYear: number;
  readonly years: readonly number[];
}

/** The amounts that a demand is planned with; every item moves with the beginning, nothing lies before it (T13, R27). */
export function demandPlan(
  items: readonly { readonly item: DemandItem; readonly as: AccountedAs }[],
  { startYear, baseYear, years }: PlanTime,
): DemandPlan {
  const shift = startYear - baseYear;
  const sides = { expense: new Map<number, Cents>(), investment: new Map<number, Cents>() };
  const unknown = new Set<string>();
  for (const { item, as } of items) {
    for (const fiscalYear of years.filter((year) => year >= startYear)) {
      const cost = itemInYear(item, fiscalYear - shift);
      if (cost === null) continue;
      if (cost.grossCents === null) unknown.add(item.id);
      else if (as !== 'ask') sides[as].set(fiscalYear, cents((sides[as].get(fiscalYear) ?? 0) + cost.grossCents));
    }
  }
  const open = items.filter(({ as }) => as === 'ask');
  return {
    expense: plannedYears(sides.expense),
    investment: plannedYears(sides.investment),
    openItems: open.length,
    unknownItems: unknown.size,
  };
}

function plannedYears(side: ReadonlyMap<number, Cents>): PlannedYear[] {
  return [...side]
    .filter(([, amountCents]) => amountCents !== 0)
    .map(([fiscalYear, amountCents]) => ({ fiscalYear, amountCents }))
    .sort((a, b) => a.fiscalYear - b.fiscalYear);
}

/** Whether a line may bear a side: current money never pays an investment, and the other way round (R7). */
export function bearsSide(side: PlanSide, sphere: Sphere): boolean {
  return sphere === (side === 'expense' ? 'operating' : 'investing');
}
