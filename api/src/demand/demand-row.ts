import type { DemandRow, UnitName } from '@etatlotse/contracts/demand';
import type { FrameCode, RunOrChange, ServiceClass } from '@etatlotse/domain/budget';
import {
  type DemandItem,
  type DemandReason,
  type DemandSource,
  type DemandState,
  demandYears,
  isLate,
  isMandatory,
  waitingPhase,
} from '@etatlotse/domain/demand';
import { type PlainDate, sumCents } from '@etatlotse/domain/shared';
import { roundYears, type StoredRound } from './round.repository';

/** What a row of a list is made from; amounts follow from the items by the one formula. */
export interface DemandFacts {
  readonly id: string;
  readonly roundId: string;
  readonly number: number;
  readonly title: string;
  readonly unit: UnitName;
  readonly state: DemandState;
  readonly runOrChange: RunOrChange | null;
  readonly reason: DemandReason | null;
  readonly serviceClass: ServiceClass | null;
  readonly frame: FrameCode | null;
  readonly earliestStartYear: number | null;
  readonly items: readonly DemandItem[];
  readonly signed: number;
  readonly objected: number;
  readonly source: DemandSource;
  readonly changedAt: string;
  readonly version: number;
}

/** A demand as a list shows it, with what it costs in the plan years and in the whole window, gross. */
export function toDemandRow(facts: DemandFacts, round: StoredRound, today: PlainDate): DemandRow {
  const { items, reason, ...rest } = facts;
  const years = demandYears(items, roundYears(round));
  const inPlan = years.filter(({ fiscalYear }) => fiscalYear >= round.firstYear && fiscalYear <= round.lastYear);
  const phase = waitingPhase(facts.state);
  return {
    ...rest,
    isMandatory: isMandatory({ reason }),
    planCents: sumCents(inPlan.map(({ grossCents }) => grossCents)),
    windowCents: sumCents(years.map(({ grossCents }) => grossCents)),
    unknownItems: items.filter(({ quantity, unitPriceCents }) => quantity === null || unitPriceCents === null).length,
    isLate: isLate(facts.state, round.phases, today),
    dueOn: phase === null ? null : round.phases[phase],
  };
}

/** The items of a demand `d` as the domain sees them. */
const itemsOfDemand = `
  coalesce((SELECT json_agg(json_build_object('id', i.item_id, 'label', i.label, 'kind', i.kind, 'rhythm', i.rhythm,
      'fromYear', i.from_year, 'toYear', i.to_year, 'month', i.month, 'quantity', i.quantity, 'unit', i.unit,
      'unitPriceCents', i.unit_price_cents, 'basis', i.basis, 'vatBasisPoints', i.vat_basis_points,
      'increaseBasisPoints', i.increase_basis_points))
    FROM demand_item i WHERE i.tenant_id = d.tenant_id AND i.demand_id = d.demand_id), '[]')`;

/** Facts of a demand `d` with its unit `u`. */
export const demandFacts = `
  json_build_object('id', d.demand_id, 'roundId', d.round_id, 'number', d.number, 'title', d.title,
    'unit', json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name), 'state', d.state,
    'runOrChange', d.run_or_change, 'reason', d.reason, 'serviceClass', d.service_class, 'frame', d.frame,
    'earliestStartYear', d.earliest_start_year, 'items', ${itemsOfDemand},
    'signed', (SELECT count(*) FROM demand_review v WHERE v.tenant_id = d.tenant_id AND v.demand_id = d.demand_id
      AND NOT v.is_void AND v.state = 'signed'),
    'objected', (SELECT count(*) FROM demand_review v WHERE v.tenant_id = d.tenant_id AND v.demand_id = d.demand_id
      AND NOT v.is_void AND v.state = 'objected'),
    'source', d.source, 'changedAt', d.changed_at, 'version', d.version)`;

/** A demand `d` and its unit `u`. */
export const demandsWithUnit = `
  FROM demand d JOIN org_unit u ON u.tenant_id = d.tenant_id AND u.unit_id = d.unit_id`;
