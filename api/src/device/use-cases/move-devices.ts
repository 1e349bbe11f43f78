import type { MoveDevices } from '@etatlotse/contracts/device';
import type { DeviceChanged } from '@etatlotse/contracts/device/plain';
import { decideMove, type MoveRefusal } from '@etatlotse/domain/device';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import { changeDetail } from '../../platform/audit/record-changes';
import type { Transaction } from '../../platform/database/transactions';
import { checkUse, isUnitKnown, type UseColumns, type UseRefusal } from '../../site';
import {
  type HeldBatchRefusal,
  holdBatch,
  insertBatch,
  insertBatchEvent,
  mayWriteDevices,
  setQuantity,
  type StoredBatch,
  updateBatch,
} from '../device.repository';

const PLACE = ['unitId', 'siteId', 'networkZone', 'frame', 'splitKeyId'] as const;
type Place = Readonly<Record<(typeof PLACE)[number], string | null>>;

/**
 * Devices of a batch go to another unit or site, with their age and price. Those that move are a batch of their own; where all
 * of them move, the batch itself does. Who moves them keeps the devices of both places.
 */
export async function moveDevices(
  tx: Transaction,
  batchId: string,
  { quantity, reason, version, ...to }: MoveDevices,
): Promise<Outcome<DeviceChanged, HeldBatchRefusal | MoveRefusal | UseRefusal | Refusal<'UNIT_UNKNOWN'>>> {
  const held = await holdBatch(tx, batchId, version);
  if (!held.ok) return held;
  const before = held.value;
  const unitId = to.unitId ?? null;
  if (!mayWriteDevices(tx, unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
  if (unitId !== null && !(await isUnitKnown(tx, unitId))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  const use = await checkUse(tx, to, to.siteId ?? null, before);
  if (!use.ok) return use;
  const after: Place = { ...use.value, unitId };
  const changed = PLACE.filter((name) => after[name] !== before[name]);
  const moved = decideMove(before, { quantity, isElsewhere: changed.length > 0 });
  if (!moved.ok) return moved;
  const detail = { ...changeDetail(before, after, changed, []), quantity };
  if (moved.value.isWhole) {
    await updateBatch(tx, batchId, statementOf(before, unitId), before.left, use.value);
    await insertBatchEvent(tx, batchId, { kind: 'changed', happenedOn: tx.today, remark: reason, changed });
    await tx.audit({ action: 'device_batch.changed', subjectType: 'device_batch', subjectId: batchId, detail });
    return ok({ id: batchId, version: version + 1 });
  }
  await setQuantity(tx, batchId, moved.value.quantity, moved.value.left);
  const id = await enter(tx, before, { quantity, unitId, use: use.value, reason });
  const out = { kind: 'moved_out', happenedOn: tx.today, quantity, remark: reason, changed } as const;
  await insertBatchEvent(tx, batchId, { ...out, otherBatchId: id });
  const event = { ...detail, otherBatchId: id };
  await tx.audit({ action: 'device_batch.moved', subjectType: 'device_batch', subjectId: batchId, detail: event });
  return ok({ id, version: 1 });
}

/** The batch of those that moved: bought on the same day at the same price. A number on the devices stays with the rest. */
async function enter(
  tx: Transaction,
  from: StoredBatch,
  moved: {
    readonly quantity: number;
    readonly unitId: string | null;
    readonly use: UseColumns;
    readonly reason: string;
  },
): Promise<string> {
  const { quantity, unitId, use, reason: remark } = moved;
  const batch = { ...statementOf(from, unitId), quantity, inventoryNumber: '' };
  const event = { kind: 'moved_in', happenedOn: tx.today, quantity, remark, otherBatchId: from.id } as const;
  return insertBatch(tx, batch, use, { event });
}

/** What a batch says beside its place. */
function statementOf(
  { kindId, quantity, boughtOn, netUnitCents, note, inventoryNumber }: StoredBatch,
  unitId: string | null,
) {
  return { kindId, quantity, boughtOn, netUnitCents, note, inventoryNumber, ...(unitId === null ? {} : { unitId }) };
}
