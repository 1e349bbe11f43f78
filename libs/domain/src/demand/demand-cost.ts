import { type Cents, MAX_AMOUNT_CENTS, ZERO_CENTS, cents } from '../shared/cents';
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

/** What of an item decides about its costs. */
export type PricedItem = Pick<
  DemandItem,
  'fromYear' | 'toYear' | 'rhythm' | 'quantity' | 'unitPriceCents' | 'basis' | 'vatBasisPoints' | 'increaseBasisPoints'
>;

/** Whether an item costs something in a year. */
export function isDueIn({ rhythm, fromYear, toYear }: PricedItem, year: number): boolean {
  if (rhythm === 'one_off') return year === fromYear;
  return year >= fromYear && (toYear === null || year <= toYear);
}

/**
 * Quantity times unit price, the rises since the first year (R27) and, on the gross side, the tax; each side is rounded
 * once, half up, at the product: 40 at 990.00 net are 39,600.00 net and 47,124.00 gross. Null in a year without costs.
 */
function costInYear(item: PricedItem, year: number): Pick<ItemYear, 'netCents' | 'grossCents'> | null {
  if (!isDueIn(item, year)) return null;
  const { quantity, unitPriceCents } = item;
  if (quantity === null || unitPriceCents === null) return { netCents: null, grossCents: null };
  // Most prices do not rise, and whole numbers to a power are what a round of 5,000 demands takes longest for.
  const rises = item.rhythm === 'recurring' && item.increaseBasisPoints !== 0 ? year - item.fromYear : 0;
  const numerator =
    BigInt(quantity) * BigInt(unitPriceCents) * (BASIS + BigInt(item.increaseBasisPoints)) ** BigInt(rises);
  const denominator = BASIS ** BigInt(rises);
  const tax = BASIS + BigInt(item.vatBasisPoints);
  const isNet = item.basis === 'net';
  return {
    netCents: isNet ? rounded(numerator, denominator) : rounded(numerator * BASIS, denominator * tax),
    grossCents: isNet ? rounded(numerator * tax, denominator * BASIS) : rounded(numerator, denominator),
  };
}

/** What an item costs in a year, by its name. */
export function itemInYear(item: PricedItem & Pick<DemandItem, 'id'>, fiscalYear: number): ItemYear | null {
  const cost = costInYear(item, fiscalYear);
  return cost === null ? null : { itemId: item.id, fiscalYear, ...cost };
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
export function demandYears(items: readonly PricedItem[], years: readonly number[]): DemandYear[] {
  return years.map((fiscalYear) => {
    let [netCents, oneOffGrossCents, recurringGrossCents] = [ZERO_CENTS, ZERO_CENTS, ZERO_CENTS];
    let unknownItems = 0;
    for (const item of items) {
      const cost = costInYear(item, fiscalYear);
      if (cost === null) continue;
      const grossCents = cost.grossCents ?? ZERO_CENTS;
      netCents = cents(netCents + (cost.netCents ?? ZERO_CENTS));
      if (item.rhythm === 'one_off') oneOffGrossCents = cents(oneOffGrossCents + grossCents);
      else recurringGrossCents = cents(recurringGrossCents + grossCents);
      if (cost.grossCents === null) unknownItems += 1;
    }
    const grossCents = cents(oneOffGrossCents + recurringGrossCents);
    return { fiscalYear, netCents, grossCents, oneOffGrossCents, recurringGrossCents, unknownItems };
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
