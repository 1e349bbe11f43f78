import { type Cents, cents, MAX_AMOUNT_CENTS } from '../shared/cents';
import type { DemandItemKind } from './demand';

/** What the papers of an investment are judged and reckoned with (R18, R20): each city has its own. */
export interface InvestmentPaperRules {
  /** From this sum on, included, a comparison of alternatives is needed; below it the follow-up costs. */
  readonly comparisonFromCents: Cents;
  /** Rate at which flows of later years are discounted; 300 is 3 %. */
  readonly rateBasisPoints: number;
  /** Expected months of use, for the depreciation. */
  readonly deviceMonths: number;
  readonly licenceMonths: number;
  readonly suppliesMonths: number;
}

/** Thresholds of other cities and months that are usual for IT, until the city decides on its own. */
export const EXAMPLE_PAPER_RULES: InvestmentPaperRules = {
  comparisonFromCents: cents(50_000_000),
  rateBasisPoints: 300,
  deviceMonths: 60,
  licenceMonths: 36,
  suppliesMonths: 60,
};

const RATE_MAX = 10_000;
const MONTHS_MAX = 600;

/** Whether raw input is a whole set of these rules. */
export function isInvestmentPaperRules(value: unknown): value is InvestmentPaperRules {
  if (typeof value !== 'object' || value === null) return false;
  const { comparisonFromCents, rateBasisPoints, deviceMonths, licenceMonths, suppliesMonths, ...rest } =
    value as Partial<InvestmentPaperRules>;
  return (
    Object.keys(rest).length === 0 &&
    isWithin(comparisonFromCents, 1, MAX_AMOUNT_CENTS) &&
    isWithin(rateBasisPoints, 0, RATE_MAX) &&
    [deviceMonths, licenceMonths, suppliesMonths].every((months) => isWithin(months, 1, MONTHS_MAX))
  );
}

/** Months of use by kind of item; what is not bought to be used has none. */
export function lifeMonthsOf({
  deviceMonths,
  licenceMonths,
  suppliesMonths,
}: InvestmentPaperRules): Readonly<Partial<Record<DemandItemKind, number>>> {
  return { device: deviceMonths, licence: licenceMonths, supplies: suppliesMonths };
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}
