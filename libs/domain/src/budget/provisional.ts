import { type Cents, ZERO_CENTS, cents } from '../shared/cents';
import type { FiscalYear } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { Sphere } from './account-class';
import type { RunOrChange } from './budget-line';
import { rulePackFor } from './rule-pack';

/**
 * Why money may be bound before the budget is in force (§ 116 NKomVG): a legal duty, a continuing task that cannot wait,
 * an investment that goes on from an earlier plan. The names are stored and never renamed.
 */
export const PROVISIONAL_GROUNDS = ['legal_duty', 'unpostponable', 'continued_investment'] as const;
export type ProvisionalGround = (typeof PROVISIONAL_GROUNDS)[number];

/** The ground that a person states for a booking without a plan in force. */
export interface ProvisionalClaim {
  readonly ground: ProvisionalGround;
  /** The norm or contract of a legal duty, or why a task cannot wait; may be blank for a continued investment. */
  readonly basis: string;
}

/** The latest earlier year whose plan had an amount on the line. */
export interface EarlierPlan {
  readonly fiscalYear: FiscalYear;
  readonly amountCents: Cents;
}

/** What a ground is judged by. */
export interface ProvisionalFacts {
  readonly sphere: Sphere;
  readonly runOrChange: RunOrChange | null;
  /** Null where no earlier plan had anything for the line. */
  readonly earlierPlan: EarlierPlan | null;
}

/** Why a ground does not carry a booking. Each names the paragraph, which is shown. */
export type ProvisionalRefusal =
  | Refusal<'PROVISIONAL_BUDGET', { readonly fiscalYear: FiscalYear; readonly rule: string }>
  | Refusal<'PROVISIONAL_BASIS', { readonly ground: ProvisionalGround; readonly rule: string }>
  | Refusal<'PROVISIONAL_NEW_TASK', { readonly rule: string }>
  | Refusal<'PROVISIONAL_NEW_INVESTMENT', { readonly rule: string }>
  | Refusal<'PROVISIONAL_NOT_INVESTMENT', { readonly rule: string }>;

/**
 * Decides whether a stated ground carries a booking while no plan is in force (R15, T15). A legal duty carries also what
 * is new; what cannot wait must belong to a task that goes on; an investment goes on only from an earlier plan. The law
 * sets no amount and no twelfth, so none is checked here.
 */
export function decideProvisional(
  claim: ProvisionalClaim | null,
  facts: ProvisionalFacts,
  fiscalYear: FiscalYear,
): Outcome<ProvisionalClaim, ProvisionalRefusal> {
  const rule = rulePackFor(fiscalYear).citations.provisional_budget;
  if (claim === null) return refuse({ code: 'PROVISIONAL_BUDGET', params: { fiscalYear, rule } });
  const { ground } = claim;
  const stated = { ground, basis: claim.basis.trim() };
  if (ground === 'continued_investment') {
    if (facts.sphere !== 'investing') return refuse({ code: 'PROVISIONAL_NOT_INVESTMENT', params: { rule } });
    return facts.earlierPlan === null ? refuse({ code: 'PROVISIONAL_NEW_INVESTMENT', params: { rule } }) : ok(stated);
  }
  if (ground === 'unpostponable' && isNewTask(facts)) return refuse({ code: 'PROVISIONAL_NEW_TASK', params: { rule } });
  return stated.basis === '' ? refuse({ code: 'PROVISIONAL_BASIS', params: { ground, rule } }) : ok(stated);
}

/**
 * A project or an investment that no earlier plan had. The operation of what exists goes on by itself, also on a line that
 * is new in the books.
 */
export function isNewTask({ sphere, runOrChange, earlierPlan }: ProvisionalFacts): boolean {
  return earlierPlan === null && (sphere === 'investing' || runOrChange === 'change');
}

/** The grounds that may carry a booking on such a line, in the order of the law. */
export function groundsFor(facts: ProvisionalFacts): ProvisionalGround[] {
  const applies: Record<ProvisionalGround, boolean> = {
    legal_duty: true,
    unpostponable: !isNewTask(facts),
    continued_investment: facts.sphere === 'investing' && facts.earlierPlan !== null,
  };
  return PROVISIONAL_GROUNDS.filter((ground) => applies[ground]);
}

/**
 * The mark of an order's next step. Settling and releasing stay with the ground of the order, so that the sum of a ground
 * is what its claims bind and have spent; what takes more does so by its own decision.
 */
export function provisionalOfStep(
  effectCents: Cents,
  decided: ProvisionalClaim | null,
  ofOrder: ProvisionalClaim | null,
): ProvisionalClaim | null {
  return effectCents < ZERO_CENTS ? decided : ofOrder;
}

/**
 * The mark of an order that comes along from an earlier year while no plan is in force: it was placed under the plan of its
 * own year and is owed by contract, so it is a legal duty and stands in the list for the council (R15, T10c).
 */
export function provisionalOfCarried(isPlanInForce: boolean, basis: string): ProvisionalClaim | null {
  return isPlanInForce ? null : { ground: 'legal_duty', basis };
}

/**
 * By how much the claims of a line go beyond as many twelfths of the earlier plan as months have begun; null when they do
 * not, or no earlier plan is known. A local warning that a city may switch on; § 116 NKomVG has no such rule.
 */
export function beyondTwelfthsCents(
  claims: { readonly claimedCents: Cents; readonly addedCents: Cents; readonly month: number },
  earlierPlan: EarlierPlan | null,
): Cents | null {
  if (earlierPlan === null) return null;
  const twelfths = Math.floor((earlierPlan.amountCents * claims.month) / 12);
  const beyond = claims.claimedCents + claims.addedCents - twelfths;
  return beyond > 0 ? cents(beyond) : null;
}
