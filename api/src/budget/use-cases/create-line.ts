import type { CreateLine } from '@etatlotse/contracts/budget';
import { classifyAccount } from '@etatlotse/domain/budget';
import { fiscalYear, fiscalYearOf, type Outcome, ok, plainDate, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { moveToPool, type PoolMoveRefusal } from '../line-pool-move';
import { isPool } from '../line-pool.repository';
import { findLine, insertLine, isUnit } from '../line.repository';

type CreateLineRefusal =
  | PoolMoveRefusal
  | Refusal<
      'ACCOUNT_NOT_IN_FRAME',
      { readonly account: string; readonly accountFrame: string; readonly fiscalYear: number }
    >
  | Refusal<'NUMBER_TAKEN', { readonly number: string }>
  | Refusal<'UNIT_UNKNOWN'>
  | Refusal<'POOL_UNKNOWN'>;

interface CreatedLine {
  readonly id: string;
  readonly version: number;
  readonly direction: string;
  readonly sphere: string;
}

/** Adds a budget line. What its account means follows from the account frame of the year, never from its digits (R3). */
export async function createLine(
  tx: Transaction,
  line: CreateLine,
): Promise<Outcome<CreatedLine & Readonly<Record<string, unknown>>, CreateLineRefusal>> {
  const { account, accountFrame } = line;
  const year = line.fiscalYear === undefined ? fiscalYearOf(plainDate(tx.today)) : fiscalYear(line.fiscalYear);
  const meaning = classifyAccount(account, accountFrame, year);
  if (meaning === null) {
    return refuse({ code: 'ACCOUNT_NOT_IN_FRAME', params: { account, accountFrame, fiscalYear: year } });
  }
  const unitId = line.unitId ?? null;
  const poolId = line.poolId ?? null;
  if (unitId !== null && !(await isUnit(tx, unitId))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  if (poolId !== null && !(await isPool(tx, poolId))) return refuse({ code: 'POOL_UNKNOWN', params: {} });
  const id = tx.nextId();
  if (!(await insertLine(tx, id, line, meaning)))
    return refuse({ code: 'NUMBER_TAKEN', params: { number: line.number } });
  const stored = await findLine(tx, id);
  if (poolId !== null && stored !== null) {
    const moved = await moveToPool(tx, [stored], poolId);
    if (!moved.ok) return moved;
  }
  const { direction, sphere } = meaning;
  const frame = line.frame ?? null;
  await tx.audit({
    action: 'line.created',
    subjectType: 'budget_line',
    subjectId: id,
    detail: { account, accountFrame, direction, sphere, frame, unitId, poolId },
  });
  return ok({ id, version: poolId === null ? 1 : 2, direction, sphere });
}
