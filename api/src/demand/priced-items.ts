import type { PricedItem } from '@etatlotse/domain/demand';

/** An item on its way out of the database: what decides about its costs, in this order. */
export type ItemCells = readonly [
  rhythm: PricedItem['rhythm'],
  fromYear: number,
  toYear: number | null,
  quantity: number | null,
  unitPriceCents: PricedItem['unitPriceCents'],
  basis: PricedItem['basis'],
  vatBasisPoints: number,
  increaseBasisPoints: number,
];

/**
 * Items by demand of one round of tenant `$1`, grouped once and as short arrays: asked for one demand after the other, 5,000 of
 * them took seven times the work.
 */
export const itemsOfRound = (roundId: string): string => `
  SELECT i.demand_id, json_agg(json_build_array(i.rhythm, i.from_year, i.to_year, i.quantity, i.unit_price_cents, i.basis,
    i.vat_basis_points, i.increase_basis_points)) AS items
  FROM demand o JOIN demand_item i ON i.tenant_id = o.tenant_id AND i.demand_id = o.demand_id
  WHERE o.tenant_id = $1 AND o.round_id = ${roundId} GROUP BY i.demand_id`;

/** A demand without items has no group. */
export function pricedItems(cells: readonly ItemCells[] | null): PricedItem[] {
  return (cells ?? []).map(toItem);
}

function toItem(cells: ItemCells): PricedItem {
  const [rhythm, fromYear, toYear, quantity, unitPriceCents, basis, vatBasisPoints, increaseBasisPoints] = cells;
  return { rhythm, fromYear, toYear, quantity, unitPriceCents, basis, vatBasisPoints, increaseBasisPoints };
}
