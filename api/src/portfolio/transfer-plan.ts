import { type DemandAccounting, type DemandPlan, demandPlan, type PlanTime } from '@etatlotse/domain/demand';
import type { StoredDemand } from '../demand';

/** What a stored demand puts into a plan; the preview and the command both ask here, so that what was shown is what is written. */
export function planOf({ items }: StoredDemand, accounting: DemandAccounting | undefined, time: PlanTime): DemandPlan {
  const asOf = new Map(accounting?.items.map(({ itemId, as }) => [itemId, as]));
  return demandPlan(
    items.map((item) => ({ item, as: asOf.get(item.id) ?? 'ask' })),
    time,
  );
}
