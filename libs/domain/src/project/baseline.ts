import { type Cents, cents, sumCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, daysBetween } from '../shared/plain-date';
import { type CostKind, type PlannedCost, budgetCents } from './project-plan';

/** A frozen plan: dates, costs, milestones. It is never changed; another one may follow it. */
export interface Baseline {
  readonly plannedStart: PlainDate;
  readonly plannedEnd: PlainDate;
  readonly costs: readonly PlannedCost[];
  readonly milestones: readonly BaselineMilestone[];
}

export interface BaselineMilestone {
  readonly milestoneId: string;
  readonly name: string;
  readonly plannedOn: PlainDate;
  readonly weightBasisPoints: number;
}

export type BaselineRefusal =
  | Refusal<'BASELINE_REASON'>
  | Refusal<'BASELINE_DECISION'>
  | Refusal<'BASELINE_DATE'>
  | Refusal<'BASELINE_EMPTY'>
  | Refusal<'BASELINE_UNCHANGED'>;

/** What somebody who asks for a baseline says about it. */
export interface BaselineRequest {
  readonly reason: string;
  /** Paper and day of the decision that it rests on. */
  readonly document: string;
  readonly decidedOn: PlainDate;
}

/**
 * Whether a plan may become a baseline: never without a reason and a decision, never before it was made, never empty, and
 * never the same again.
 */
export function decideBaseline(
  request: BaselineRequest,
  plan: Baseline,
  current: Baseline | null,
  today: PlainDate,
): Outcome<null, BaselineRefusal> {
  if (request.reason.trim() === '') return refuse({ code: 'BASELINE_REASON', params: {} });
  if (request.document.trim() === '') return refuse({ code: 'BASELINE_DECISION', params: {} });
  if (request.decidedOn > today) return refuse({ code: 'BASELINE_DATE', params: {} });
  if (plan.milestones.length === 0 || budgetCents(plan.costs) === 0)
    return refuse({ code: 'BASELINE_EMPTY', params: {} });
  if (current !== null && !differs(compareBaselines(current, plan))) {
    return refuse({ code: 'BASELINE_UNCHANGED', params: {} });
  }
  return ok(null);
}

/** One year and kind of cost in two baselines. */
export interface CostDifference {
  readonly fiscalYear: number;
  readonly kind: CostKind;
  readonly originalCents: Cents;
  readonly currentCents: Cents;
  readonly differenceCents: Cents;
}

/** One milestone in two baselines; null where one of them does not have it. */
export interface MilestoneDifference {
  readonly milestoneId: string;
  readonly name: string;
  readonly originalOn: PlainDate | null;
  readonly currentOn: PlainDate | null;
  /** Days later than originally; null for a milestone that came or went. */
  readonly shiftDays: number | null;
  readonly originalBasisPoints: number | null;
  readonly currentBasisPoints: number | null;
}

export interface BaselineComparison {
  readonly startShiftDays: number;
  readonly endShiftDays: number;
  readonly originalCents: Cents;
  readonly currentCents: Cents;
  readonly differenceCents: Cents;
  readonly costs: readonly CostDifference[];
  readonly milestones: readonly MilestoneDifference[];
}

/** Two baselines side by side: nothing of the first disappears, whatever the second says. */
export function compareBaselines(original: Baseline, current: Baseline): BaselineComparison {
  const originalCents = budgetCents(original.costs);
  const currentCents = budgetCents(current.costs);
  return {
    startShiftDays: daysBetween(original.plannedStart, current.plannedStart),
    endShiftDays: daysBetween(original.plannedEnd, current.plannedEnd),
    originalCents,
    currentCents,
    differenceCents: cents(currentCents - originalCents),
    costs: compareCosts(original.costs, current.costs),
    milestones: compareMilestones(original.milestones, current.milestones),
  };
}

function compareCosts(original: readonly PlannedCost[], current: readonly PlannedCost[]): CostDifference[] {
  const keys = new Map<string, Pick<PlannedCost, 'fiscalYear' | 'kind'>>();
  for (const { fiscalYear, kind } of [...original, ...current]) keys.set(`${fiscalYear} ${kind}`, { fiscalYear, kind });
  const sumAt = (costs: readonly PlannedCost[], key: Pick<PlannedCost, 'fiscalYear' | 'kind'>): Cents =>
    sumCents(
      costs
        .filter(({ fiscalYear, kind }) => fiscalYear === key.fiscalYear && kind === key.kind)
        .map(({ amountCents }) => amountCents),
    );
  return [...keys]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, key]) => {
      const [originalCents, currentCents] = [sumAt(original, key), sumAt(current, key)];
      return { ...key, originalCents, currentCents, differenceCents: cents(currentCents - originalCents) };
    });
}

function compareMilestones(
  original: readonly BaselineMilestone[],
  current: readonly BaselineMilestone[],
): MilestoneDifference[] {
  const before = new Map(original.map((milestone) => [milestone.milestoneId, milestone]));
  const after = new Map(current.map((milestone) => [milestone.milestoneId, milestone]));
  return [...new Set([...after.keys(), ...before.keys()])].map((milestoneId) => {
    const [was, is] = [before.get(milestoneId), after.get(milestoneId)];
    return {
      milestoneId,
      name: is?.name ?? was?.name ?? '',
      originalOn: was?.plannedOn ?? null,
      currentOn: is?.plannedOn ?? null,
      shiftDays: was === undefined || is === undefined ? null : daysBetween(was.plannedOn, is.plannedOn),
      originalBasisPoints: was?.weightBasisPoints ?? null,
      currentBasisPoints: is?.weightBasisPoints ?? null,
    };
  });
}

/** Whether anything differs between two baselines. */
export function differs({ startShiftDays, endShiftDays, costs, milestones }: BaselineComparison): boolean {
  return (
    startShiftDays !== 0 ||
    endShiftDays !== 0 ||
    costs.some(({ differenceCents }) => differenceCents !== 0) ||
    milestones.some((one) => one.shiftDays !== 0 || one.originalBasisPoints !== one.currentBasisPoints)
  );
}
