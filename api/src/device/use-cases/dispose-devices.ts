import type { DisposeDevices } from '@etatlotse/contracts/device';
import type { DeviceChanged } from '@etatlotse/contracts/device/plain';
import { decideDisposal, type DisposalRefusal } from '@etatlotse/domain/device';
import { type Outcome, ok, plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldBatchRefusal, holdBatch, insertBatchEvent, setLeft } from '../device.repository';

/** Takes devices out of the stock, with day and reason. The batch stays, and so does what happened to it. */
export async function disposeDevices(
  tx: Transaction,
  batchId: string,
  { quantity, disposedOn, disposalReason, remark, version }: DisposeDevices,
): Promise<Outcome<DeviceChanged, HeldBatchRefusal | DisposalRefusal>> {
  const held = await holdBatch(tx, batchId, version);
  if (!held.ok) return held;
  const decided = decideDisposal(held.value, { quantity, disposedOn: plainDate(disposedOn) }, plainDate(tx.today));
  if (!decided.ok) return decided;
  await setLeft(tx, batchId, decided.value);
  await insertBatchEvent(tx, batchId, { kind: 'disposed', happenedOn: disposedOn, quantity, disposalReason, remark });
  await tx.audit({
    action: 'device_batch.disposed',
    subjectType: 'device_batch',
    subjectId: batchId,
    detail: { quantity, left: decided.value, disposalReason, disposedOn },
  });
  return ok({ id: batchId, version: version + 1 });
}
