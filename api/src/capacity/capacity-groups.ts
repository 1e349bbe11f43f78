import { type CapacityGroupRow, type CapacityUnitRow, GROUP_LEVELS } from '@etatlotse/contracts/capacity/plain';
import { type Actor, unitScope } from '@etatlotse/domain/access';
import { groupLoad, type HeldMonth } from '@etatlotse/domain/capacity';
import type { Transaction } from '../platform/database/transactions';

/** A unit with the one above it. */
export interface PlacedUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly level: string;
  readonly code: string;
  readonly name: string;
}

/** The units of the city within the reach of `capacity.read`: what lies above it tells nothing of others. */
export async function readPlacedUnits(tx: Transaction, actor: Actor): Promise<PlacedUnit[]> {
  return tx.query<PlacedUnit>(
    `SELECT unit_id AS id, parent_id AS "parentId", level, code, name FROM org_unit
     WHERE tenant_id = $1 AND ($2::uuid[] IS NULL OR unit_id = ANY ($2))`,
    [tx.tenantId, unitScope(actor, 'capacity.read')],
  );
}

/** Directorates and departments over the rows of a year, each with the load of all that is below it. */
export function groupRows(rows: readonly CapacityUnitRow[], units: readonly PlacedUnit[]): CapacityGroupRow[] {
  const placed = new Map(units.map((unit) => [unit.id, unit]));
  const members = new Map<string, CapacityUnitRow[]>();
  for (const row of rows) {
    for (let unit = placed.get(row.unit.id); unit !== undefined; unit = placed.get(unit.parentId ?? '')) {
      const own = members.get(unit.id) ?? [];
      own.push(row);
      members.set(unit.id, own);
    }
  }
  return GROUP_LEVELS.flatMap((level) =>
    units
      .filter((unit) => unit.level === level && members.has(unit.id))
      .sort((first, second) => first.code.localeCompare(second.code, 'de', { numeric: true }))
      .map(({ id, code, name }) => groupRow({ id, code, name }, level, members.get(id) ?? [])),
  );
}

function groupRow(
  unit: CapacityGroupRow['unit'],
  level: CapacityGroupRow['level'],
  rows: readonly CapacityUnitRow[],
): CapacityGroupRow {
  const load = ({ requiredFte, gap }: ReturnType<typeof groupLoad>): CapacityGroupRow['months'][number] => ({
    requiredFte,
    gapFte: gap?.gapFte ?? null,
  });
  const months = Array.from({ length: 12 }, (_, at) =>
    load(groupLoad(rows.flatMap(({ months: own }): readonly HeldMonth[] => (own[at] === undefined ? [] : [own[at]])))),
  );
  const year = groupLoad(rows);
  return {
    unit,
    level,
    unitIds: rows.map((row) => row.unit.id),
    knownUnits: year.known,
    utilisation: year.gap?.utilisation ?? null,
    months,
  };
}
