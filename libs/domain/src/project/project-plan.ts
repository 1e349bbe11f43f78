import { type Cents, sumCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, yearOf } from '../shared/plain-date';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';

/** What costs are: investment and expense come from the budget; internal work is told apart and never added to them. */
export const COST_KINDS = ['investment', 'expense', 'internal'] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** What a project is to cost in one year. */
export interface PlannedCost {
  readonly fiscalYear: number;
  readonly kind: CostKind;
  readonly amountCents: Cents;
}

/** What is to be reached when, and which share of the budget it earns; 2500 is 25.00 %. */
export interface PlannedMilestone {
  readonly name: string;
  readonly plannedOn: PlainDate;
  readonly weightBasisPoints: number;
}

export interface ProjectPlan {
  readonly plannedStart: PlainDate;
  readonly plannedEnd: PlainDate;
  readonly costs: readonly PlannedCost[];
  readonly milestones: readonly PlannedMilestone[];
}

export type PlanRefusal =
  | Refusal<'PROJECT_END_BEFORE_START'>
  | Refusal<'PROJECT_MILESTONE_OUTSIDE', { readonly name: string }>
  | Refusal<'PROJECT_MILESTONE_TWICE', { readonly name: string }>
  | Refusal<'PROJECT_SHARE', { readonly name: string }>
  | Refusal<'PROJECT_WEIGHTS', { readonly sumBasisPoints: number }>
  | Refusal<'PROJECT_COST_TWICE', { readonly fiscalYear: number }>
  | Refusal<'PROJECT_COST_BEFORE_START', { readonly fiscalYear: number }>;

/** Whether a plan holds together: dates in order, no share above the whole, weights that make exactly 100.00 %. */
export function checkProjectPlan(plan: ProjectPlan): Outcome<null, PlanRefusal> {
  if (plan.plannedEnd < plan.plannedStart) return refuse({ code: 'PROJECT_END_BEFORE_START', params: {} });
  return checkMilestones(plan) ?? checkCosts(plan) ?? ok(null);
}

function checkMilestones({ plannedStart, plannedEnd, milestones }: ProjectPlan) {
  const names = new Set<string>();
  let sumBasisPoints = 0;
  for (const { name, plannedOn, weightBasisPoints } of milestones) {
    if (plannedOn < plannedStart || plannedOn > plannedEnd) {
      return refuse({ code: 'PROJECT_MILESTONE_OUTSIDE', params: { name } } as const);
    }
    if (names.has(name)) return refuse({ code: 'PROJECT_MILESTONE_TWICE', params: { name } } as const);
    if (weightBasisPoints < 0 || weightBasisPoints > WHOLE_BASIS_POINTS) {
      return refuse({ code: 'PROJECT_SHARE', params: { name } } as const);
    }
    names.add(name);
    sumBasisPoints += weightBasisPoints;
  }
  return milestones.length > 0 && sumBasisPoints !== WHOLE_BASIS_POINTS
    ? refuse({ code: 'PROJECT_WEIGHTS', params: { sumBasisPoints } } as const)
    : null;
}

function checkCosts({ plannedStart, costs }: ProjectPlan) {
  const seen = new Set<string>();
  for (const { fiscalYear, kind } of costs) {
    if (seen.has(`${fiscalYear} ${kind}`))
      return refuse({ code: 'PROJECT_COST_TWICE', params: { fiscalYear } } as const);
    if (fiscalYear < yearOf(plannedStart)) {
      return refuse({ code: 'PROJECT_COST_BEFORE_START', params: { fiscalYear } } as const);
    }
    seen.add(`${fiscalYear} ${kind}`);
  }
  return null;
}

/** What the budget has to bear (BAC): investment and expense, without internal work. */
export function budgetCents(costs: readonly Pick<PlannedCost, 'kind' | 'amountCents'>[]): Cents {
  return sumCents(costs.filter(({ kind }) => kind !== 'internal').map(({ amountCents }) => amountCents));
}

/** How a milestone stands, as it is reported. */
export interface MilestoneReport {
  readonly forecastOn: PlainDate | null;
  readonly earliestOn: PlainDate | null;
  readonly latestOn: PlainDate | null;
  readonly actualOn: PlainDate | null;
}

export type MilestoneReportRefusal =
  Refusal<'PROJECT_MILESTONE_FUTURE'> | Refusal<'PROJECT_MILESTONE_BEFORE_START'> | Refusal<'PROJECT_FORECAST_ORDER'>;

/** Whether a report can be true: nothing is reached tomorrow, nothing before the start, and the range has its order. */
export function checkMilestoneReport(
  { forecastOn, earliestOn, latestOn, actualOn }: MilestoneReport,
  { plannedStart, startedOn, today }: { plannedStart: PlainDate; startedOn: PlainDate | null; today: PlainDate },
): Outcome<null, MilestoneReportRefusal> {
  const begin = startedOn !== null && startedOn < plannedStart ? startedOn : plannedStart;
  if (actualOn !== null && actualOn > today) return refuse({ code: 'PROJECT_MILESTONE_FUTURE', params: {} });
  if ([actualOn, forecastOn, earliestOn, latestOn].some((day) => day !== null && day < begin)) {
    return refuse({ code: 'PROJECT_MILESTONE_BEFORE_START', params: {} });
  }
  const range = [earliestOn, forecastOn, latestOn].filter((day) => day !== null);
  const isOrdered = range.every((day, at) => at === 0 || (range[at - 1] ?? day) <= day);
  return isOrdered ? ok(null) : refuse({ code: 'PROJECT_FORECAST_ORDER', params: {} });
}
