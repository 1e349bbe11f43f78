import type { Transaction } from '../platform/database/transactions';
import { yearRows } from './capacity-overview.queries';
import { readCapacityYear } from './capacity-year';

const THOUSAND = 1000;

/**
 * What a unit has free in a year beside its tasks, in thousandths of an FTE: nothing where it has too little. Null where posts, tasks or
 * figures of the year are not known, or where the unit is so small that the figure would tell who is absent.
 */
export async function freeThousandths(tx: Transaction, unitId: string, fiscalYear: number): Promise<number | null> {
  if (tx.actor === null) return null;
  const rows = yearRows(await readCapacityYear(tx, tx.actor, { fiscalYear }), tx.actor);
  const row = rows.find(({ unit }) => unit.id === unitId);
  if (row === undefined || !row.isComplete || row.gapFte === null) return null;
  return Math.max(Math.floor(row.gapFte * THOUSAND), 0);
}
