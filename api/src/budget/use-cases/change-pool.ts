import type { ChangePool } from '@etatlotse/contracts/budget';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { isPool, savePool } from '../line-pool.repository';
import { fillPool, type FillPoolRefusal } from '../line-pool-move';

type ChangePoolRefusal = FillPoolRefusal | Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>;

/** Names a cover pool, and puts lines in or takes them out. */
export async function changePool(
  tx: Transaction,
  poolId: string,
  change: ChangePool,
): Promise<Outcome<{ readonly id: string; readonly version: number }, ChangePoolRefusal>> {
  const { version: seen, add = [], remove = [], ...names } = change;
  if (!(await isPool(tx, poolId))) return refuse({ code: 'NOT_FOUND', params: {} });
  const version = await savePool(tx, poolId, seen, names);
  if (version === null) return refuse({ code: 'VERSION_STALE', params: {} });
  const filled = await fillPool(tx, poolId, add, remove);
  if (!filled.ok) return filled;
  await tx.audit({ action: 'pool.changed', subjectType: 'cover_pool', subjectId: poolId, detail: { add, remove } });
  return ok({ id: poolId, version });
}
