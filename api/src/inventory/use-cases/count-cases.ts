import type { CountService, RecordChanged } from '@etatlotse/contracts/inventory';
import { checkVolume } from '@etatlotse/domain/inventory';
import { ok, type Outcome, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { insertVolume, SERVICE_STORE } from '../catalogue.repository';
import { type HeldRefusal, holdRecord } from '../record-place';

/** Records the cases of a year. An earlier count of the year stays in the history; the newest one counts. */
export async function countCases(
  tx: Transaction,
  serviceId: string,
  { version, ...volume }: CountService,
): Promise<Outcome<RecordChanged, HeldRefusal | Refusal<'SERVICE_VOLUME'>>> {
  const held = await holdRecord(tx, SERVICE_STORE, serviceId, version);
  if (!held.ok) return held;
  const checked = checkVolume(volume);
  if (!checked.ok) return checked;
  const id = await insertVolume(tx, serviceId, volume);
  await SERVICE_STORE.touch(tx, serviceId);
  const { fiscalYear, cases, onlineCases } = volume;
  await tx.audit({
    action: 'service.counted',
    subjectType: 'service',
    subjectId: serviceId,
    detail: { fiscalYear, cases, onlineCases },
  });
  return ok({ id, version: version + 1 });
}
