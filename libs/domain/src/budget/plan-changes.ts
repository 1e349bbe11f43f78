import { type Cents, MAX_AMOUNT_CENTS, ZERO_CENTS, cents, sumCents } from '../shared/cents';
import { type FiscalYear, type PlanYears, planningWindow } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { PlainDate } from '../shared/plain-date';
import type { AccountDirection, Sphere } from './account-class';
import type { LineAppropriation } from './plan-activation';
import type { PlanVersionState } from './plan-version';

/**
 * The classes of change that a draft meets on its way (R22): Ansatzveränderung der Verwaltung, haushaltsneutrale
 * Umsetzung, Antrag (of a group or a district council, with or without money), Haushaltsvermerk. Stored, never renamed.
 */
export const PLAN_CHANGE_KINDS = ['administration', 'neutral_shift', 'motion', 'budget_note'] as const;
export type PlanChangeKind = (typeof PLAN_CHANGE_KINDS)[number];

/** What was decided about a change; an open one keeps the version from being adopted. */
export const PLAN_CHANGE_RESULTS = ['open', 'accepted', 'rejected'] as const;
export type PlanChangeResult = (typeof PLAN_CHANGE_RESULTS)[number];

/** By how much a change moves the amount of one line in one year. */
export type PlanChangeAmount = LineAppropriation;

/** An amount of a change with what its line is, for the wall between what may not be added. */
export interface ShiftAmount extends PlanChangeAmount {
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
}

/** A change as it is brought in. */
export interface NewPlanChange {
  readonly kind: PlanChangeKind;
  /** The number under which the council knows it, such as FWE198; blank where it has none. */
  readonly code: string;
  readonly reason: string;
  readonly amounts: readonly ShiftAmount[];
}

/** What stands in a version after its changes, one after the other. */
export interface LayeredSteps {
  /** After each step; a rejected or open one leaves the sum as it was. */
  readonly runningCents: readonly Cents[];
  /** Base and accepted steps: what would be adopted now. */
  readonly adoptedCents: Cents;
  /** What the open steps would add together. */
  readonly openCents: Cents;
}

/**
 * Layers steps on a base (R22, T22): only accepted ones count, in the order in which they came. For one line, a frame or
 * a whole budget in one year; amounts of different directions are never put together by the caller.
 */
export function planSteps(
  baseCents: Cents,
  steps: readonly { readonly result: PlanChangeResult; readonly amountCents: Cents }[],
): LayeredSteps {
  const sumOf = (result: PlanChangeResult, upTo: number): Cents =>
    sumCents(steps.slice(0, upTo).map((step) => (step.result === result ? step.amountCents : ZERO_CENTS)));
  return {
    runningCents: steps.map((_, at) => cents(baseCents + sumOf('accepted', at + 1))),
    adoptedCents: cents(baseCents + sumOf('accepted', steps.length)),
    openCents: sumOf('open', steps.length),
  };
}

export type PlanChangeRefusal =
  | Refusal<'CHANGE_FINAL'>
  | Refusal<'CHANGE_NOT_YET', { readonly kind: PlanChangeKind }>
  | Refusal<'CHANGE_AMOUNTS', { readonly kind: PlanChangeKind }>
  | Refusal<'CHANGE_CODE'>
  | Refusal<'CHANGE_REASON'>
  | Refusal<'CHANGE_CELL_TWICE'>
  | Refusal<'CHANGE_YEAR_OUTSIDE', { readonly fiscalYear: FiscalYear }>
  | Refusal<'SHIFT_UNBALANCED', ShiftDifference>;

/** Where a shift is not neutral: what is missing to zero. */
export interface ShiftDifference {
  readonly fiscalYear: FiscalYear;
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
  readonly differenceCents: Cents;
}

/**
 * Whether a change may be brought into a version, and with which result it begins. While the version is a draft, planners
 * shift neutrally on their own, and it counts at once; after the introduction every change waits for a decision (R21, R22).
 */
export function decidePlanChange(
  change: NewPlanChange,
  version: { readonly state: PlanVersionState; readonly plan: PlanYears },
): Outcome<PlanChangeResult, PlanChangeRefusal> {
  const { kind, amounts } = change;
  const isDraft = version.state === 'draft';
  if (!isDraft && version.state !== 'introduced') return refuse({ code: 'CHANGE_FINAL', params: {} });
  if (isDraft && kind !== 'neutral_shift') return refuse({ code: 'CHANGE_NOT_YET', params: { kind } });
  if (!hasFittingAmounts(change)) return refuse({ code: 'CHANGE_AMOUNTS', params: { kind } });
  if (kind === 'motion' && isBlank(change.code)) return refuse({ code: 'CHANGE_CODE', params: {} });
  if (kind === 'neutral_shift' && isBlank(change.reason)) return refuse({ code: 'CHANGE_REASON', params: {} });
  const cells = new Set(amounts.map(({ lineId, fiscalYear }) => `${lineId} ${fiscalYear}`));
  if (cells.size < amounts.length) return refuse({ code: 'CHANGE_CELL_TWICE', params: {} });
  const window = planningWindow(version.plan);
  const outside = amounts.find(({ fiscalYear }) => !window.includes(fiscalYear));
  if (outside !== undefined) {
    return refuse({ code: 'CHANGE_YEAR_OUTSIDE', params: { fiscalYear: outside.fiscalYear } });
  }
  const [difference] = kind === 'neutral_shift' ? shiftDifferences(amounts) : [];
  if (difference !== undefined) return refuse({ code: 'SHIFT_UNBALANCED', params: difference });
  return ok(isDraft ? 'accepted' : 'open');
}

/**
 * Where amounts do not add up to zero, per year and per side of the budget (R21, T21). Expense, revenue, receipts and
 * payments, operation and investment each have to be even by themselves.
 */
export function shiftDifferences(amounts: readonly ShiftAmount[]): ShiftDifference[] {
  const groups = new Map<string, ShiftDifference>();
  for (const { fiscalYear, direction, sphere, amountCents } of amounts) {
    const key = `${fiscalYear} ${direction} ${sphere}`;
    const before = groups.get(key)?.differenceCents ?? ZERO_CENTS;
    groups.set(key, { fiscalYear, direction, sphere, differenceCents: cents(before + amountCents) });
  }
  return [...groups.values()].filter(({ differenceCents }) => differenceCents !== 0);
}

/** Whether an amount after a change still fits into a cell of a plan. */
export function isPlanAmount(amountCents: number): boolean {
  return Number.isSafeInteger(amountCents) && Math.abs(amountCents) <= MAX_AMOUNT_CENTS;
}

export type ChangeResultRefusal =
  Refusal<'CHANGE_FINAL'> | Refusal<'CHANGE_SAME_RESULT'> | Refusal<'CHANGE_DECISION_NEEDED'>;

/**
 * Whether a decision about a change may be recorded: by which committee, on which day that has come. A result recorded by
 * mistake is replaced by another one until the version is adopted.
 */
export function decideChangeResult(
  before: PlanChangeResult,
  decision: {
    readonly result: Exclude<PlanChangeResult, 'open'>;
    readonly committee: string;
    readonly decidedOn: PlainDate;
  },
  version: { readonly state: PlanVersionState; readonly today: PlainDate },
): Outcome<{ readonly effect: 1 | 0 | -1 }, ChangeResultRefusal> {
  if (version.state !== 'draft' && version.state !== 'introduced') return refuse({ code: 'CHANGE_FINAL', params: {} });
  if (decision.result === before) return refuse({ code: 'CHANGE_SAME_RESULT', params: {} });
  if (isBlank(decision.committee) || decision.decidedOn > version.today) {
    return refuse({ code: 'CHANGE_DECISION_NEEDED', params: {} });
  }
  if (decision.result === 'accepted') return ok({ effect: 1 });
  return ok({ effect: before === 'accepted' ? -1 : 0 });
}

/** A note moves no money, a motion may; the others are nothing without amounts, and no amount is zero. */
function hasFittingAmounts({ kind, amounts }: NewPlanChange): boolean {
  if (amounts.some(({ amountCents }) => amountCents === 0)) return false;
  if (kind === 'budget_note') return amounts.length === 0;
  return kind === 'motion' || amounts.length > 0;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
