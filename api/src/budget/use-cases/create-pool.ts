import type { CreatePool } from '@etatlotse/contracts/budget';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { insertPool } from '../line-pool.repository';
import { fillPool, type FillPoolRefusal } from '../line-pool-move';

type CreatePoolRefusal = FillPoolRefusal | Refusal<'NUMBER_TAKEN', { readonly number: string }>;

/** Sets up a cover pool, with its first lines where they are named. */
export async function createPool(
  tx: Transaction,
  pool: CreatePool,
): Promise<Outcome<{ readonly id: string; readonly version: number }, CreatePoolRefusal>> {
  const { code, name, budgetNote = '', lineIds = [] } = pool;
  const id = await insertPool(tx, { code, name, budgetNote });
  if (id === null) return refuse({ code: 'NUMBER_TAKEN', params: { number: code } });
  const filled = await fillPool(tx, id, lineIds, []);
  if (!filled.ok) return filled;
  await tx.audit({ action: 'pool.created', subjectType: 'cover_pool', subjectId: id, detail: { code, lineIds } });
  return ok({ id, version: 1 });
}
