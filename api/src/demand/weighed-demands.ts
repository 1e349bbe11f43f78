import type { DemandState, PricedItem } from '@etatlotse/domain/demand';
import type { Transaction } from '../platform/database/transactions';
import type { StoredDemand } from './demand-read.repository';
import { readFte, readPricedItems } from './priced-items';

/** What of a demand is weighed against others: costs, staff, years and ties, none of its long texts. */
export interface WeighedDemand extends Pick<
  StoredDemand,
  | 'id'
  | 'number'
  | 'title'
  | 'unitCode'
  | 'state'
  | 'runOrChange'
  | 'occurrence'
  | 'reason'
  | 'reasonDeadline'
  | 'serviceClass'
  | 'frame'
  | 'earliestStartYear'
  | 'latestStartYear'
  | 'fte'
  | 'dependencies'
  | 'version'
> {
  readonly hasBenefit: boolean;
  readonly items: readonly PricedItem[];
}

/** A whole demand as one that is weighed. */
export function weighed(demand: StoredDemand): WeighedDemand {
  return { ...demand, hasBenefit: demand.benefit.trim() !== '' };
}

/** Every demand of a round in the states given, by number. */
export async function readWeighedDemands(
  tx: Transaction,
  roundId: string,
  states: readonly DemandState[],
): Promise<WeighedDemand[]> {
  const rows = await tx.query<WeighedRow>(weighedSql, [tx.tenantId, roundId, states]);
  const [items, fte] = [await readPricedItems(tx, roundId), await readFte(tx, roundId)];
  return rows.map(({ dependencies, ...demand }) => ({
    ...demand,
    items: items.get(demand.number) ?? [],
    fte: fte.get(demand.number) ?? [],
    dependencies: dependencies ?? [],
  }));
}

interface WeighedRow extends Omit<WeighedDemand, 'items' | 'fte' | 'dependencies'> {
  readonly dependencies: WeighedDemand['dependencies'] | null;
}

const weighedSql = `
  SELECT d.demand_id AS id, d.number, d.title, u.code AS "unitCode", d.state, d.run_or_change AS "runOrChange", d.occurrence,
    d.reason, d.reason_deadline AS "reasonDeadline", d.service_class AS "serviceClass", d.frame,
    d.earliest_start_year AS "earliestStartYear", d.latest_start_year AS "latestStartYear", d.benefit ~ '\\S' AS "hasBenefit",
    d.version, p.dependencies
  FROM demand d JOIN org_unit u ON u.tenant_id = d.tenant_id AND u.unit_id = d.unit_id
  LEFT JOIN (SELECT p.from_id, json_agg(json_build_object('toId', p.to_id, 'kind', p.kind) ORDER BY p.to_id) AS dependencies
    FROM demand o JOIN demand_dependency p ON p.tenant_id = o.tenant_id AND p.from_id = o.demand_id
    WHERE o.tenant_id = $1 AND o.round_id = $2 GROUP BY p.from_id) p ON p.from_id = d.demand_id
  WHERE d.tenant_id = $1 AND d.round_id = $2 AND d.state = ANY ($3) ORDER BY d.number`;
