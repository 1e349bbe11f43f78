import type { LinkServiceSystem, RecordChanged } from '@etatlotse/contracts/inventory';
import { unitScope } from '@etatlotse/domain/access';
import { ok, type Outcome, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { SERVICE_STORE, setServiceSystem } from '../catalogue.repository';
import { type HeldRefusal, holdRecord } from '../record-place';
import { isSystemSeen } from '../system.repository';

/** Says that a service runs on a system that the editor sees, or that it no longer does. Saying it twice changes nothing. */
export async function linkSystem(
  tx: Transaction,
  serviceId: string,
  { systemId, isUsed, version }: LinkServiceSystem,
): Promise<Outcome<RecordChanged, HeldRefusal>> {
  const held = await holdRecord(tx, SERVICE_STORE, serviceId, version);
  if (!held.ok) return held;
  if (tx.actor === null || !(await isSystemSeen(tx, systemId, unitScope(tx.actor, 'inventory.read')))) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (!(await setServiceSystem(tx, serviceId, systemId, isUsed))) return ok({ id: serviceId, version });
  await SERVICE_STORE.touch(tx, serviceId);
  await tx.audit({
    action: 'service.system_linked',
    subjectType: 'service',
    subjectId: serviceId,
    detail: { systemId, isUsed },
  });
  return ok({ id: serviceId, version: version + 1 });
}
