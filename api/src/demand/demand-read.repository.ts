import type { DemandContent, DemandSource, DemandState } from '@etatlotse/domain/demand';
import type { Transaction } from '../platform/database/transactions';

/** A whole demand as it is stored, with items, staff and dependencies. */
export interface StoredDemand extends DemandContent {
  readonly id: string;
  readonly roundId: string;
  readonly number: number;
  readonly unitId: string;
  readonly unitCode: string;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly submittedBy: string | null;
  readonly state: DemandState;
  readonly rank: number | null;
  readonly source: DemandSource;
  readonly sourceId: string | null;
  readonly origin: 'person' | 'source' | 'demo';
  readonly version: number;
}

/** Every demand of a round in the states given, by number; of all units, or of those given. */
export async function readDemandsOfRound(
  tx: Transaction,
  roundId: string,
  states: readonly DemandState[],
  unitIds: readonly string[] | null = null,
): Promise<StoredDemand[]> {
  const rows = await tx.query<{ demand: StoredDemand }>(roundDemandsSql, [tx.tenantId, roundId, states, unitIds]);
  return rows.map(({ demand }) => demand);
}

/** One whole demand; null where there is none. Who may see it is asked by the caller. */
export async function readDemand(tx: Transaction, demandId: string): Promise<StoredDemand | null> {
  const [row] = await tx.query<{ demand: StoredDemand }>(oneDemandSql, [tx.tenantId, demandId]);
  return row?.demand ?? null;
}

const itemsJson = `
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.item_id, 'label', i.label, 'kind', i.kind, 'rhythm', i.rhythm,
      'fromYear', i.from_year, 'toYear', i.to_year, 'month', i.month, 'quantity', i.quantity, 'unit', i.unit,
      'unitPriceCents', i.unit_price_cents, 'basis', i.basis, 'vatBasisPoints', i.vat_basis_points,
      'increaseBasisPoints', i.increase_basis_points) ORDER BY i.position, i.item_id)
    FROM demand_item i WHERE i.tenant_id = d.tenant_id AND i.demand_id = d.demand_id), '[]')`;

const fteJson = `
  coalesce((SELECT jsonb_agg(jsonb_build_object('fiscalYear', f.fiscal_year,
      'introductionThousandths', f.introduction_thousandths, 'operationThousandths', f.operation_thousandths)
      ORDER BY f.fiscal_year)
    FROM demand_fte f WHERE f.tenant_id = d.tenant_id AND f.demand_id = d.demand_id), '[]')`;

const dependenciesJson = `
  coalesce((SELECT jsonb_agg(jsonb_build_object('toId', p.to_id, 'kind', p.kind) ORDER BY p.to_id)
    FROM demand_dependency p WHERE p.tenant_id = d.tenant_id AND p.from_id = d.demand_id), '[]')`;

/** A demand `d` with its unit `u` as the domain sees it. */
const demandJson = `
  jsonb_build_object('id', d.demand_id, 'roundId', d.round_id, 'number', d.number, 'unitId', d.unit_id, 'unitCode', u.code,
    'ownerId', d.owner_id, 'createdBy', d.created_by, 'submittedBy', d.submitted_by, 'state', d.state, 'rank', d.rank,
    'source', d.source, 'sourceId', d.source_id, 'origin', d.origin, 'version', d.version)
  || jsonb_build_object('title', d.title, 'purpose', d.purpose, 'forWhom', d.for_whom, 'runOrChange', d.run_or_change,
    'occurrence', d.occurrence, 'probabilityPercent', d.probability_percent, 'earliestOn', d.earliest_on,
    'reason', d.reason, 'reasonBasis', d.reason_basis, 'reasonDeadline', d.reason_deadline,
    'serviceClass', d.service_class, 'networkZone', d.network_zone, 'frame', d.frame,
    'earliestStartYear', d.earliest_start_year, 'latestStartYear', d.latest_start_year, 'benefit', d.benefit,
    'papers', to_jsonb(d.papers), 'items', ${itemsJson}, 'fte', ${fteJson}, 'dependencies', ${dependenciesJson})`;

const wholeDemandSql = `
  SELECT ${demandJson} AS demand FROM demand d JOIN org_unit u ON u.tenant_id = d.tenant_id AND u.unit_id = d.unit_id`;

const roundDemandsSql = `${wholeDemandSql}
  WHERE d.tenant_id = $1 AND d.round_id = $2 AND d.state = ANY ($3)
    AND ($4::uuid[] IS NULL OR d.unit_id = ANY ($4)) ORDER BY d.number`;

const oneDemandSql = `${wholeDemandSql} WHERE d.tenant_id = $1 AND d.demand_id = $2`;
