import { type Cents, MAX_AMOUNT_CENTS, ZERO_CENTS, cents, sumCents } from '../shared/cents';
import type { DemandItem } from './demand';

const BASIS = 10_000n;

/** What one item costs in one year, net and gross. Null is unknown, which is not zero (R26). */
export interface ItemYear {
  readonly itemId: string;
  readonly fiscalYear: number;
  readonly netCents: Cents | null;
  readonly grossCents: Cents | null;
}

/** What a demand costs in one year. An unknown part stays a remark beside the sum of what is known. */
export interface DemandYear {
  readonly fiscalYear: number;
  readonly netCents: Cents;
  readonly grossCents: Cents;
  readonly oneOffGrossCents: Cents;
  readonly recurringGrossCents: Cents;
  /** Items without a price or quantity in that year. */
  readonly unknownItems: number;
}

type Priced = Pick<
  DemandItem,
  'fromYear' | 'toYear' | 'rhythm' | 'quantity' | 'unitPriceCents' | 'basis' | 'vatBasisPoints' | 'increaseBasisPoints'
>;

/** Whether an item costs something in a year. */
export function isDueIn({ rhythm, fromYear, toYear }: Priced, year: number): boolean {
  if (rhythm === 'one_off') return year === fromYear;
  return year >= fromYear && (toYear === null || year <= toYear);
}

/**
 * Quantity times unit price, the rises since the first year (R27) and, on the gross side, the tax; each side is rounded
 * once, half up, at the product: 40 at 990.00 net are 39,600.00 net and 47,124.00 gross.
 */
export function itemInYear(item: DemandItem, year: number): ItemYear | null {
  if (!isDueIn(item, year)) return null;
  const { id: itemId, quantity, unitPriceCents } = item;
  if (quantity === null || unitPriceCents === null) {
    return { itemId, fiscalYear: year, netCents: null, grossCents: null };
  }
  const rises = item.rhythm === 'recurring' ? year - item.fromYear : 0;
  const numerator =
    BigInt(quantity) * BigInt(unitPriceCents) * (BASIS + BigInt(item.increaseBasisPoints)) ** BigInt(rises);
  const denominator = BASIS ** BigInt(rises);
  const tax = BASIS + BigInt(item.vatBasisPoints);
  const isNet = item.basis === 'net';
  return {
    itemId,
    fiscalYear: year,
    netCents: isNet ? rounded(numerator, denominator) : rounded(numerator * BASIS, denominator * tax),
    grossCents: isNet ? rounded(numerator * tax, denominator * BASIS) : rounded(numerator, denominator),
  };
}

/** Every item in every year given. */
export function itemYears(items: readonly DemandItem[], years: readonly number[]): ItemYear[] {
  return years.flatMap((year) =>
    items.flatMap((item) => {
      const cost = itemInYear(item, year);
      return cost === null ? [] : [cost];
    }),
  );
}

/** The demand year by year; a year in which it costs nothing stands there with zero. */
export function demandYears(items: readonly DemandItem[], years: readonly number[]): DemandYear[] {
  return years.map((fiscalYear) => {
    const costs = items.flatMap((item) => {
      const cost = itemInYear(item, fiscalYear);
      return cost === null ? [] : [{ ...cost, rhythm: item.rhythm }];
    });
    const gross = (rhythm: DemandItem['rhythm']): Cents =>
      sumCents(costs.filter((cost) => cost.rhythm === rhythm).map(({ grossCents }) => grossCents ?? ZERO_CENTS));
    const [oneOffGrossCents, recurringGrossCents] = [gross('one_off'), gross('recurring')];
    return {
      fiscalYear,
      netCents: sumCents(costs.map(({ netCents }) => netCents ?? ZERO_CENTS)),
      grossCents: sumCents([oneOffGrossCents, recurringGrossCents]),
      oneOffGrossCents,
      recurringGrossCents,
      unknownItems: costs.filter(({ grossCents }) => grossCents === null).length,
    };
  });
}

/** Whether quantity times price is beyond any amount in the dearest of so many years, without rounding. */
export function isItemTooDear(
  { quantity, unitPriceCents, vatBasisPoints, increaseBasisPoints }: DemandItem,
  years: number,
): boolean {
  const product = BigInt(quantity ?? 0) * BigInt(unitPriceCents ?? 0) * (BASIS + BigInt(vatBasisPoints));
  const rises = (BASIS + BigInt(Math.max(increaseBasisPoints, 0))) ** BigInt(years);
  return product * rises > BigInt(MAX_AMOUNT_CENTS) * BASIS * BASIS ** BigInt(years);
}

function rounded(numerator: bigint, denominator: bigint): Cents {
  return cents(Number((numerator * 2n + denominator) / (denominator * 2n)));
}
