import { Injectable } from '@nestjs/common';
import type { CapacityOverview, CapacityUnitRow } from '@etatlotse/contracts/capacity/plain';
import type { Actor } from '@etatlotse/domain/access';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { groupRows, readPlacedUnits } from './capacity-groups';
import { type CapacityYear, readCapacityYear } from './capacity-year';
import { knowsPeople } from './presence';
import { unitRow } from './unit-row';

/** A year of every unit that somebody sees: posts against tasks. */
@Injectable()
export class CapacityOverviewQueries {
  constructor(private readonly transactions: Transactions) {}

  async year(caller: Caller, fiscalYear: number): Promise<CapacityOverview> {
    const { year, units } = await this.transactions.run(caller, async (tx) => ({
      year: await readCapacityYear(tx, caller.actor, { fiscalYear }),
      units: await readPlacedUnits(tx, caller.actor),
    }));
    const rows = yearRows(year, caller.actor);
    return {
      fiscalYear,
      rows,
      groups: groupRows(rows, units),
      totals: totalsOf(rows),
      parameters: year.found.used,
      missingParameters: year.found.missing,
      dataAsOf: year.dataAsOf,
    };
  }
}

/** Every unit of a year by its code, as somebody may see it. */
export function yearRows(year: CapacityYear, actor: Actor): CapacityUnitRow[] {
  return year.units.map((unit) => unitRow(unit, year, knowsPeople(actor, unit.unit.id)));
}

function totalsOf(rows: CapacityOverview['rows']): CapacityOverview['totals'] {
  const known = rows.flatMap(({ requiredFte }) => (requiredFte === null ? [] : [requiredFte]));
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  return {
    plannedFte: sum(rows.map(({ plannedFte }) => plannedFte)),
    occupiedFte: sum(rows.map(({ occupiedFte }) => occupiedFte)),
    requiredFte: known.length === 0 ? null : sum(known),
    isComplete: rows.every(({ isComplete }) => isComplete),
  };
}
