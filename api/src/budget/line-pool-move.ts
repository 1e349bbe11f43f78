import { poolMisfit, type PoolMisfit } from '@etatlotse/domain/budget';
import { fiscalYearOf, type Outcome, ok, plainDate, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import {
  findMembers,
  findOverdrawn,
  lockPoolMove,
  type OverdrawnYear,
  rebuildPoolBalance,
  setPool,
} from './line-pool.repository';
import { findLines, type StoredLine } from './line.repository';

export type PoolMoveRefusal =
  PoolMisfit | Refusal<'POOL_OVERDRAWN', { readonly fiscalYear: number; readonly missingCents: number }>;

/**
 * Moves lines into a pool (or out of any, with null) and computes the pools they leave and enter anew. Refused across the
 * wall between operation and investment (§ 19 Abs. 4 KomHKVO), and where somebody's cover would be lost in an open year.
 */
export async function moveToPool(
  tx: Transaction,
  lines: readonly StoredLine[],
  poolId: string | null,
): Promise<Outcome<null, PoolMoveRefusal>> {
  const moving = lines.filter((line) => line.poolId !== poolId);
  if (moving.length === 0) return ok(null);
  const lineIds = moving.map((line) => line.id);
  const pools = [...new Set([poolId, ...moving.map((line) => line.poolId)])].filter((id) => id !== null);
  await lockPoolMove(tx, pools, lineIds);
  if (poolId !== null) {
    const [member] = await findMembers(tx, poolId);
    const refusal = poolMisfit(moving, member?.sphere, fiscalYearOf(plainDate(tx.today)));
    if (refusal !== null) return refuse(refusal);
  }
  const before = await findOverdrawn(tx, pools, lineIds);
  await setPool(tx, lineIds, poolId);
  for (const pool of pools) await rebuildPoolBalance(tx, pool);
  const lost = coverLost(before, await findOverdrawn(tx, pools, lineIds));
  return lost === undefined ? ok(null) : refuse({ code: 'POOL_OVERDRAWN', params: { ...lost } });
}

/** What was overdrawn before may stay so or get better; nobody is pushed over by a move. */
function coverLost(before: readonly OverdrawnYear[], after: readonly OverdrawnYear[]): OverdrawnYear | undefined {
  const missingBefore = new Map(before.map(({ fiscalYear, missingCents }) => [fiscalYear, missingCents]));
  return after
    .map(({ fiscalYear, missingCents }) => ({
      fiscalYear,
      missingCents: missingCents - (missingBefore.get(fiscalYear) ?? 0),
    }))
    .find(({ missingCents }) => missingCents > 0);
}

export type FillPoolRefusal =
  PoolMoveRefusal | Refusal<'LINE_UNKNOWN'> | Refusal<'POOL_LINE_TAKEN', { readonly number: string }>;

/** Puts lines into a pool and takes others out. A line of another pool is not taken silently. */
export async function fillPool(
  tx: Transaction,
  poolId: string,
  add: readonly string[],
  remove: readonly string[],
): Promise<Outcome<null, FillPoolRefusal>> {
  const adding = await findLines(tx, add);
  const removing = await findLines(tx, remove);
  const isKnown = adding.length === new Set(add).size && removing.length === new Set(remove).size;
  if (!isKnown || removing.some((line) => line.poolId !== poolId)) return refuse({ code: 'LINE_UNKNOWN', params: {} });
  const taken = adding.find((line) => line.poolId !== null && line.poolId !== poolId);
  if (taken !== undefined) return refuse({ code: 'POOL_LINE_TAKEN', params: { number: taken.number } });
  const left = await moveToPool(tx, removing, null);
  if (!left.ok) return left;
  const moved = await moveToPool(tx, adding, poolId);
  if (!moved.ok) return moved;
  for (const [lines, before, after] of [
    [removing, poolId, null],
    [adding, null, poolId],
  ] as const) {
    for (const line of lines.filter((moving) => moving.poolId !== after)) {
      await tx.audit({
        action: 'line.changed',
        subjectType: 'budget_line',
        subjectId: line.id,
        detail: { before: { poolId: before }, after: { poolId: after } },
      });
    }
  }
  return ok(null);
}
