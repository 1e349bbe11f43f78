import type { ChangeLine } from '@etatlotse/contracts/budget';
import { poolMisfit } from '@etatlotse/domain/budget';
import { fiscalYearOf, type Outcome, ok, plainDate, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { moveToPool, type PoolMoveRefusal } from '../line-pool-move';
import { isPool } from '../line-pool.repository';
import { findLine, isUnit, saveLine, type StoredLine } from '../line.repository';

type ChangeLineRefusal =
  PoolMoveRefusal | Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'UNIT_UNKNOWN'> | Refusal<'POOL_UNKNOWN'>;

/** What the log may hold: codes and ids. A text is only said to have changed. */
const CODES = [
  'frame',
  'runOrChange',
  'serviceClass',
  'networkZone',
  'isNonStaff',
  'mayCarryOver',
  'unitId',
  'poolId',
  'reserve',
  'isArchived',
  'subBudget',
  'product',
  'statementLine',
  'costCentre',
] as const satisfies readonly (keyof StoredLine)[];
const TEXTS = ['name', 'productName', 'explanation'] as const satisfies readonly (keyof StoredLine)[];

/** Changes how a line is classified, shuts it down or takes it up again. */
export async function changeLine(
  tx: Transaction,
  lineId: string,
  change: ChangeLine,
): Promise<Outcome<{ readonly id: string; readonly version: number }, ChangeLineRefusal>> {
  const before = await findLine(tx, lineId);
  if (before === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (before.version !== change.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const after: StoredLine = { ...before, ...stated(change) };
  const { unitId, poolId, reserve } = after;
  if (unitId !== before.unitId && unitId !== null && !(await isUnit(tx, unitId))) {
    return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  }
  if (poolId !== before.poolId && poolId !== null && !(await isPool(tx, poolId))) {
    return refuse({ code: 'POOL_UNKNOWN', params: {} });
  }
  // A reserve belongs to no pool, also where it is marked inside one (T9).
  const misfit = poolId === null ? null : poolMisfit([after], after.sphere, fiscalYearOf(plainDate(tx.today)));
  if (misfit !== null && reserve !== before.reserve) return refuse(misfit);
  const moved = await moveToPool(tx, [{ ...before, reserve }], poolId);
  if (!moved.ok) return moved;
  const version = before.version + (poolId === before.poolId ? 0 : 1);
  if (!(await saveLine(tx, { ...after, version }))) return refuse({ code: 'VERSION_STALE', params: {} });
  await tx.audit({
    action: actionOf(before, after),
    subjectType: 'budget_line',
    subjectId: lineId,
    detail: changesBetween(before, after),
  });
  return ok({ id: lineId, version: version + 1 });
}

/** What the caller named; left out is not null. */
function stated(change: ChangeLine): Partial<StoredLine> {
  const { version: _version, ...fields } = change;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function actionOf(before: StoredLine, after: StoredLine): string {
  if (before.isArchived === after.isArchived) return 'line.changed';
  return after.isArchived ? 'line.archived' : 'line.reopened';
}

function changesBetween(before: StoredLine, after: StoredLine): Readonly<Record<string, unknown>> {
  const codes = CODES.filter((field) => before[field] !== after[field]);
  return {
    before: Object.fromEntries(codes.map((field) => [field, before[field]])),
    after: {
      ...Object.fromEntries(codes.map((field) => [field, after[field]])),
      ...Object.fromEntries(TEXTS.filter((field) => before[field] !== after[field]).map((field) => [field, null])),
    },
  };
}
