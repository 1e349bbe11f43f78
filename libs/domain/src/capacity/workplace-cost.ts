import { type Cents, cents } from '../shared/cents';

/** What a workplace costs beside the person. */
export interface WorkplaceRates {
  /** Material cost of a workplace a year. The flat sum of the KGSt holds IT already: see `withOwnIt`. */
  readonly materialCents: Cents;
  /** Overhead as a share of personnel cost: 0.2 is 20 %. */
  readonly overheadRate: number;
}

/** Full cost of a workplace a year: personnel, material and overhead (C1), rounded once. */
export function workplaceCost(personnelCents: Cents, { materialCents, overheadRate }: WorkplaceRates): Cents {
  return cents(Math.round(personnelCents + materialCents + personnelCents * overheadRate));
}

/** Full cost of an hour, in cents and not rounded: it is a factor, only what is reckoned with it becomes money (C2). */
export function hourlyRate(yearlyCents: Cents, yearlyHours: number): number {
  return yearlyCents / yearlyHours;
}

/** Personnel cost of an FTE a year behind a full-cost rate, in cents and not rounded (C3). */
export function personnelCostOf(
  hourlyRateCents: number,
  yearlyHours: number,
  { materialCents, overheadRate }: WorkplaceRates,
): number {
  return (hourlyRateCents * yearlyHours - materialCents) / (1 + overheadRate);
}

/** Material cost where IT is charged as it really is: the flat sum's part for IT is replaced, not added to. */
export function withOwnIt(materialCents: Cents, flatItCents: Cents, ownItCents: Cents): Cents {
  return cents(materialCents - flatItCents + ownItCents);
}
