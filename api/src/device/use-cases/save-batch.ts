import type { ChangeBatch, CreateBatch } from '@etatlotse/contracts/device';
import type { DeviceChanged } from '@etatlotse/contracts/device/plain';
import { type BatchRefusal, checkBatch, leftAfterCorrection, type QuantityRefusal } from '@etatlotse/domain/device';
import { cents, type Outcome, ok, plainDate, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkUse, isUnitKnown, type UseColumns, type UseRefusal } from '../../site';
import {
  areKindsKnown,
  type HeldBatchRefusal,
  holdBatch,
  insertBatch,
  insertBatchEvent,
  mayWriteDevices,
  type StoredBatch,
  updateBatch,
} from '../device.repository';

type SaveRefusal =
  BatchRefusal | UseRefusal | Refusal<'NOT_FOUND'> | Refusal<'UNIT_UNKNOWN'> | Refusal<'DEVICE_KIND_UNKNOWN'>;

/** Enters devices that were bought together. */
export async function createBatch(tx: Transaction, batch: CreateBatch): Promise<Outcome<DeviceChanged, SaveRefusal>> {
  const checked = await check(tx, batch, null);
  if (!checked.ok) return checked;
  const id = await insertBatch(tx, batch, checked.value);
  const { kindId, quantity, netUnitCents, boughtOn } = batch;
  await tx.audit({
    action: 'device_batch.created',
    subjectType: 'device_batch',
    subjectId: id,
    detail: { kindId, quantity, netUnitCents, boughtOn },
  });
  return ok({ id, version: 1 });
}

/** Puts right what was entered, or moves a batch to another place. What has gone stays gone. */
export async function changeBatch(
  tx: Transaction,
  batchId: string,
  { version, reason, ...batch }: ChangeBatch,
): Promise<Outcome<DeviceChanged, SaveRefusal | HeldBatchRefusal | QuantityRefusal>> {
  const held = await holdBatch(tx, batchId, version);
  if (!held.ok) return held;
  const before = held.value;
  const left = leftAfterCorrection(before, batch.quantity);
  if (!left.ok) return left;
  const checked = await check(tx, batch, before);
  if (!checked.ok) return checked;
  await updateBatch(tx, batchId, batch, left.value, checked.value);
  const changed = changedNames(before, batch);
  await insertBatchEvent(tx, batchId, { kind: 'changed', happenedOn: tx.today, remark: reason, changed });
  await tx.audit({
    action: 'device_batch.changed',
    subjectType: 'device_batch',
    subjectId: batchId,
    detail: { changed, quantity: batch.quantity, left: left.value, netUnitCents: batch.netUnitCents },
  });
  return ok({ id: batchId, version: version + 1 });
}

async function check(
  tx: Transaction,
  batch: CreateBatch,
  before: StoredBatch | null,
): Promise<Outcome<UseColumns, SaveRefusal>> {
  const unitId = batch.unitId ?? null;
  if (!mayWriteDevices(tx, unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
  const { quantity, boughtOn, netUnitCents } = batch;
  const facts = { quantity, boughtOn: plainDate(boughtOn), netUnitCents: cents(netUnitCents) };
  const checked = checkBatch(facts, plainDate(tx.today));
  if (!checked.ok) return checked;
  if (unitId !== null && !(await isUnitKnown(tx, unitId))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  if (!(await areKindsKnown(tx, [batch.kindId]))) return refuse({ code: 'DEVICE_KIND_UNKNOWN', params: {} });
  return checkUse(tx, batch, batch.siteId ?? null, before);
}

function changedNames(before: StoredBatch, after: CreateBatch): string[] {
  const stated: Readonly<Record<string, unknown>> = {
    ...after,
    unitId: after.unitId ?? null,
    siteId: after.siteId ?? null,
    networkZone: after.networkZone ?? null,
    frame: after.frame ?? null,
    splitKeyId: after.splitKeyId ?? null,
  };
  const names = [
    'kindId',
    'quantity',
    'boughtOn',
    'netUnitCents',
    'unitId',
    'siteId',
    'networkZone',
    'frame',
    'splitKeyId',
    'note',
  ] as const;
  return names.filter((name) => stated[name] !== before[name]);
}
