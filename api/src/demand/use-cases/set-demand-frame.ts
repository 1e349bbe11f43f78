import type { DemandChanged, SetDemandFrame } from '@etatlotse/contracts/demand';
import { may } from '@etatlotse/domain/access';
import { DEMAND_ENDS } from '@etatlotse/domain/demand';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { bumpDemand, type HeldRefusal, holdSeenDemand, recordDemandEvent } from '../demand.repository';

type FrameRefusal = HeldRefusal | Refusal<'DEMAND_STEP', { readonly state: string }>;

/** Finance says which frame is to pay: the department need not know. Planned money stays where it was planned. */
export async function setDemandFrame(
  tx: Transaction,
  demandId: string,
  { frame, version }: SetDemandFrame,
): Promise<Outcome<DemandChanged, FrameRefusal>> {
  const held = await holdSeenDemand(tx, demandId, version);
  if (!held.ok) return held;
  const { unitId, state } = held.value;
  if (tx.actor === null || !may(tx.actor, 'demand.decide', { unitId }))
    return refuse({ code: 'NOT_FOUND', params: {} });
  if (state === 'draft' || state === 'planned' || DEMAND_ENDS.includes(state)) {
    return refuse({ code: 'DEMAND_STEP', params: { state } });
  }
  await tx.execute(`UPDATE demand SET frame = $3 WHERE tenant_id = $1 AND demand_id = $2`, [
    tx.tenantId,
    demandId,
    frame,
  ]);
  const changed = await bumpDemand(tx, held.value);
  const detail = { frame, before: held.value.frame };
  await recordDemandEvent(tx, demandId, { kind: 'frame', detail });
  await tx.audit({ action: 'demand.frame_set', subjectType: 'demand', subjectId: demandId, detail });
  return ok({ id: demandId, version: changed, state });
}
