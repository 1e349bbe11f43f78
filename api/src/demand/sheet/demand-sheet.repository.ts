import { unitScope } from '@etatlotse/domain/access';
import {
  DEMAND_STATES,
  type DemandItem,
  demandYears,
  type SheetDemand,
  type SheetSituation,
} from '@etatlotse/domain/demand';
import type { UnitName } from '@etatlotse/contracts/demand';
import { EMPTY_DEMAND } from '../demand-content';
import { readDemandsOfRound } from '../demand-read.repository';
import { roundYears, type StoredRound } from '../round.repository';
import type { Transaction } from '../../platform/database/transactions';

/** A demand as it stands in the workbook of its department. */
export interface SheetSource extends SheetDemand {
  readonly unitCode: string;
  readonly unitName: string;
  /** What the year before the round had planned for it; null where nothing is known. */
  readonly lastYearCents: number | null;
  readonly changedByName: string | null;
  readonly changedAt: string;
}

/** Everything that a person's workbook is made of and held against. */
export interface StoredSituation extends SheetSituation {
  readonly round: StoredRound;
  readonly units: readonly UnitName[];
  readonly demands: readonly SheetSource[];
}

/** Holds every demand of the person's units until the transaction ends, in id order. */
export async function holdOwnDemands(tx: Transaction, roundId: string): Promise<void> {
  await tx.query(holdSql, [tx.tenantId, roundId, ownUnits(tx)]);
}

/** The units that a person reports for and their demands of a round, with remarks and the year before. */
export async function readSheetSituation(tx: Transaction, round: StoredRound): Promise<StoredSituation> {
  const scope = ownUnits(tx);
  const units = await tx.query<UnitName>(unitsSql, [tx.tenantId, scope, tx.today]);
  const demands = await readDemandsOfRound(tx, round.id, DEMAND_STATES, scope);
  const beside = await tx.query<Beside>(besideSql, [tx.tenantId, round.id, scope, round.firstYear - 1]);
  const besideOf = new Map(beside.map((one) => [one.id, one]));
  return {
    round,
    firstYear: round.firstYear,
    years: roundYears(round),
    units,
    empty: EMPTY_DEMAND,
    nextId: () => tx.nextId(),
    demands: demands.flatMap(({ id, number, unitId, unitCode, state, version, ...content }): SheetSource[] => {
      const more = besideOf.get(id);
      if (more === undefined) return [];
      const { note, itemNotes, unitName, changedByName, changedAt } = more;
      const known = { id, number, unitId, unitCode, unitName, state, version, content, note, itemNotes };
      return [{ ...known, changedByName, changedAt, lastYearCents: lastYearOf(more, round.firstYear - 1) }];
    }),
  };
}

/** Writes the remarks of a workbook; they stay when the form saves the demand. */
export async function writeSheetNotes(
  tx: Transaction,
  demandId: string,
  { note, itemNotes }: { readonly note: string; readonly itemNotes: Readonly<Record<string, string>> },
): Promise<void> {
  await tx.execute(`UPDATE demand SET sheet_note = $3 WHERE tenant_id = $1 AND demand_id = $2`, [
    tx.tenantId,
    demandId,
    note,
  ]);
  await tx.execute(itemNotesSql, [tx.tenantId, demandId, JSON.stringify(itemNotes)]);
}

/** Null: of the whole city. */
function ownUnits(tx: Transaction): readonly string[] | null {
  return tx.actor === null ? [] : unitScope(tx.actor, 'demand.write');
}

interface Beside {
  readonly id: string;
  readonly unitName: string;
  readonly note: string;
  readonly itemNotes: Readonly<Record<string, string>>;
  readonly changedByName: string | null;
  readonly changedAt: string;
  /** Of the budget line or contract it was made from. */
  readonly sourceCents: number | null;
  /** Of the demand of an earlier round it was made from, when that was planned. */
  readonly sourceItems: readonly DemandItem[] | null;
}

function lastYearOf({ sourceCents, sourceItems }: Beside, year: number): number | null {
  if (sourceItems === null) return sourceCents;
  return demandYears(sourceItems, [year])[0]?.grossCents ?? null;
}

const holdSql = `
  SELECT FROM demand WHERE tenant_id = $1 AND round_id = $2 AND ($3::uuid[] IS NULL OR unit_id = ANY ($3))
  ORDER BY demand_id FOR UPDATE`;

const unitsSql = `
  SELECT unit_id AS id, code, name FROM org_unit
  WHERE tenant_id = $1 AND ($2::uuid[] IS NULL OR unit_id = ANY ($2)) AND valid_from <= $3::date
    AND (valid_to IS NULL OR valid_to >= $3::date) ORDER BY code LIMIT 500`;

const besideSql = `
  SELECT d.demand_id AS id, u.name AS "unitName", d.sheet_note AS note, p.display_name AS "changedByName", d.changed_at AS "changedAt",
    coalesce((SELECT json_object_agg(i.item_id, i.sheet_note) FROM demand_item i
      WHERE i.tenant_id = d.tenant_id AND i.demand_id = d.demand_id AND i.sheet_note <> ''), '{}') AS "itemNotes",
    CASE d.source WHEN 'contract' THEN (SELECT y.cost_cents FROM contract_year y
        WHERE y.tenant_id = d.tenant_id AND y.contract_id = d.source_id AND y.fiscal_year = $4)
      WHEN 'line' THEN (SELECT sum(a.amount_cents)::bigint FROM plan_amount a
        JOIN plan_version v ON v.tenant_id = a.tenant_id AND v.version_id = a.version_id AND v.state = 'in_force'
          AND $4 BETWEEN v.first_year AND v.last_year
        WHERE a.tenant_id = d.tenant_id AND a.line_id = d.source_id AND a.fiscal_year = $4) END AS "sourceCents",
    (SELECT coalesce(json_agg(json_build_object('id', i.item_id, 'label', i.label, 'kind', i.kind, 'rhythm', i.rhythm,
        'fromYear', i.from_year, 'toYear', i.to_year, 'month', i.month, 'quantity', i.quantity, 'unit', i.unit,
        'unitPriceCents', i.unit_price_cents, 'basis', i.basis, 'vatBasisPoints', i.vat_basis_points,
        'increaseBasisPoints', i.increase_basis_points)) FILTER (WHERE i.item_id IS NOT NULL), '[]')
      FROM demand s LEFT JOIN demand_item i ON i.tenant_id = s.tenant_id AND i.demand_id = s.demand_id
      WHERE s.tenant_id = d.tenant_id AND s.demand_id = d.source_id AND s.state IN ('planned', 'adopted')
      GROUP BY s.demand_id) AS "sourceItems"
  FROM demand d JOIN org_unit u ON u.tenant_id = d.tenant_id AND u.unit_id = d.unit_id
  LEFT JOIN person p ON p.tenant_id = d.tenant_id AND p.person_id = d.changed_by
  WHERE d.tenant_id = $1 AND d.round_id = $2 AND ($3::uuid[] IS NULL OR d.unit_id = ANY ($3))`;

const itemNotesSql = `
  UPDATE demand_item i SET sheet_note = coalesce($3::jsonb ->> i.item_id::text, '')
  WHERE i.tenant_id = $1 AND i.demand_id = $2`;
