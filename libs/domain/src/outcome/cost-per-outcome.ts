import { type Bounded, divideBounded, opposite } from '../shared/bound';
import { type Cents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type Operator, boundOf } from '../shared/bound';
import { type PlainDate } from '../shared/plain-date';

/** What is counted. */
export const OUTCOME_KINDS = ['workplace', 'online_service', 'school', 'training_seat', 'other'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Whether all cost since the beginning stands behind the quantity, or the cost of the year it was counted in. */
export const COST_BASES = ['since_start', 'year'] as const;
export type CostBasis = (typeof COST_BASES)[number];

/** What one piece costs: of a quantity of at least so much it is at most so much. Null without a quantity or a cost. */
export function costPerPiece(costCents: Cents | null, quantity: Bounded | null): Bounded | null {
  if (costCents === null || costCents < 0 || quantity === null || quantity.value === 0) return null;
  return divideBounded(BigInt(costCents), BigInt(quantity.value), opposite(quantity.bound));
}

/** Change from one cost per piece to the next; null where one of them is no exact figure. */
export function changeOf(before: Bounded | null, now: Bounded | null): number | null {
  if (before?.bound !== 'exact' || now?.bound !== 'exact') return null;
  return now.value - before.value;
}

/**
 * Whether two counts can be compared: the cost of a year grows with its days, so two of them are compared on the same day of
 * their years only.
 */
export function areComparable(basis: CostBasis, before: PlainDate, now: PlainDate): boolean {
  return basis === 'since_start' || before.slice(5) === now.slice(5);
}

export type CountRefusal =
  Refusal<'MEASURED_NEGATIVE'> | Refusal<'MEASURED_NOTHING'> | Refusal<'MEASURED_SEVERAL'> | Refusal<'MEASURED_FUTURE'>;

/** Whether a quantity can be stated like this: not negative, not of a day to come, a number unless it is several. */
export function checkCount(
  {
    operator,
    quantity,
    measuredOn,
  }: { readonly operator: Operator; readonly quantity: number | null; readonly measuredOn: PlainDate },
  today: PlainDate,
): Outcome<null, CountRefusal> {
  if (quantity !== null && quantity < 0) return refuse({ code: 'MEASURED_NEGATIVE', params: {} });
  if (measuredOn > today) return refuse({ code: 'MEASURED_FUTURE', params: {} });
  if (boundOf(operator) === null)
    return quantity === null ? ok(null) : refuse({ code: 'MEASURED_SEVERAL', params: {} });
  return quantity === null ? refuse({ code: 'MEASURED_NOTHING', params: {} }) : ok(null);
}
