import type { ChangeBatch, CreateBatch } from '@etatlotse/contracts/device';
import type { DeviceChanged } from '@etatlotse/contracts/device/plain';
import { type BatchRefusal, checkBatch, leftAfterCorrection, type QuantityRefusal } from '@etatlotse/domain/device';
import { cents, type Outcome, ok, plainDate, type Refusal, refuse } from '@etatlotse/domain/shared';
import { changeDetail } from '../../platform/audit/record-changes';
import type { Transaction } from '../../platform/database/transactions';
import { checkUse, isUnitKnown, type UseColumns, type UseRefusal } from '../../site';
import {
  areKindsKnown,
  type HeldBatchRefusal,
  holdBatch,
  insertBatch,
  insertBatchEvent,
  isInventoryNumberTaken,
  mayWriteDevices,
  type StoredBatch,
  updateBatch,
} from '../device.repository';

type SaveRefusal =
  | BatchRefusal
  | UseRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'UNIT_UNKNOWN'>
  | Refusal<'DEVICE_KIND_UNKNOWN'>
  | Refusal<'DEVICE_INVENTORY_TAKEN', { readonly number: string }>;

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
  const after = statedOf(batch, before);
  const changed = FIELDS.filter((name) => after[name] !== before[name]);
  await insertBatchEvent(tx, batchId, { kind: 'changed', happenedOn: tx.today, remark: reason, changed });
  await tx.audit({
    action: 'device_batch.changed',
    subjectType: 'device_batch',
    subjectId: batchId,
    detail: changeDetail(before, after, changed, ['note']),
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
  const { inventoryNumber: number = '' } = batch;
  if (number !== '' && (await isInventoryNumberTaken(tx, number, before?.id ?? null))) {
    return refuse({ code: 'DEVICE_INVENTORY_TAKEN', params: { number } });
  }
  return checkUse(tx, batch, batch.siteId ?? null, before);
}

const FIELDS = [
  'kindId',
  'quantity',
  'boughtOn',
  'netUnitCents',
  'unitId',
  'siteId',
  'networkZone',
  'frame',
  'splitKeyId',
  'inventoryNumber',
  'note',
] as const;

/** What is stated, with null for what was left out; an inventory number that is left out stays. */
function statedOf(batch: CreateBatch, before: StoredBatch): Readonly<Record<string, unknown>> {
  return {
    ...batch,
    unitId: batch.unitId ?? null,
    siteId: batch.siteId ?? null,
    networkZone: batch.networkZone ?? null,
    frame: batch.frame ?? null,
    splitKeyId: batch.splitKeyId ?? null,
    inventoryNumber: batch.inventoryNumber ?? before.inventoryNumber,
  };
}
