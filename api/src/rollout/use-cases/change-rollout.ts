import type { ChangeRollout, RolloutChanged } from '@etatlotse/contracts/rollout';
import { ok, type Outcome } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldRefusal, holdLedRollout, recordEvent } from '../rollout.repository';

/** Changes names and the quota for units that come later; those in it keep theirs. */
export async function changeRollout(
  tx: Transaction,
  rolloutId: string,
  { name, description = '', quotaBasisPoints, technology, version }: ChangeRollout,
): Promise<Outcome<RolloutChanged, HeldRefusal>> {
  const held = await holdLedRollout(tx, rolloutId, version);
  if (!held.ok) return held;
  await tx.execute(
    `UPDATE rollout SET name = $3, description = $4, quota_basis_points = $5, technology = $6, version = version + 1
     WHERE tenant_id = $1 AND rollout_id = $2`,
    [tx.tenantId, rolloutId, name, description, quotaBasisPoints, technology ?? null],
  );
  const before = held.value.quotaBasisPoints;
  await recordEvent(tx, rolloutId, 'changed', { detail: { quotaBasisPoints, before } });
  return ok({ id: rolloutId, version: version + 1 });
}
