import type { AddRolloutUnit, RolloutChanged } from '@etatlotse/contracts/rollout';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldRefusal, holdLedRollout, insertUnit, recordEvent } from '../rollout.repository';

type AddRefusal = HeldRefusal | Refusal<'UNIT_UNKNOWN'> | Refusal<'ROLLOUT_UNIT_TWICE'>;

/** Takes a unit into the roll-out, with the quota of the roll-out; its numbers are unknown until somebody tells them. */
export async function addUnit(
  tx: Transaction,
  rolloutId: string,
  { unitId }: AddRolloutUnit,
): Promise<Outcome<RolloutChanged, AddRefusal>> {
  const held = await holdLedRollout(tx, rolloutId, null);
  if (!held.ok) return held;
  const units = await tx.query(`SELECT unit_id FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [
    tx.tenantId,
    unitId,
  ]);
  if (units.length === 0) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  const isAdded = await insertUnit(tx, rolloutId, unitId, held.value.quotaBasisPoints);
  if (!isAdded) return refuse({ code: 'ROLLOUT_UNIT_TWICE', params: {} });
  await recordEvent(tx, rolloutId, 'unit_added', { detail: { unitId }, unitId });
  return ok({ id: unitId, version: 1 });
}
