import type { ChangeEquipmentSet, CreateEquipmentSet } from '@etatlotse/contracts/device';
import type { DeviceChanged } from '@etatlotse/contracts/device/plain';
import { checkEquipment, type EquipmentRefusal } from '@etatlotse/domain/device';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { areKindsKnown, deleteSet, holdSet, insertEquipmentSet, updateSet } from '../device.repository';

type SaveRefusal = EquipmentRefusal | Refusal<'DEVICE_KIND_UNKNOWN'> | Refusal<'NAME_TAKEN', { readonly name: string }>;
type HeldRefusal = Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>;

/** Says what a kind of workplace is given. */
export async function createEquipmentSet(
  tx: Transaction,
  set: CreateEquipmentSet,
): Promise<Outcome<DeviceChanged, SaveRefusal>> {
  const checked = await check(tx, set);
  if (!checked.ok) return checked;
  const id = await insertEquipmentSet(tx, set);
  if (id === null) return refuse({ code: 'NAME_TAKEN', params: { name: set.name } });
  await tx.audit({
    action: 'equipment_set.created',
    subjectType: 'equipment_set',
    subjectId: id,
    detail: { name: set.name, workplaces: set.workplaces },
  });
  return ok({ id, version: 1 });
}

export async function changeEquipmentSet(
  tx: Transaction,
  setId: string,
  { version, ...set }: ChangeEquipmentSet,
): Promise<Outcome<DeviceChanged, SaveRefusal | HeldRefusal>> {
  const held = await hold(tx, setId, version);
  if (!held.ok) return held;
  const checked = await check(tx, set);
  if (!checked.ok) return checked;
  if (!(await updateSet(tx, setId, set))) return refuse({ code: 'NAME_TAKEN', params: { name: set.name } });
  await tx.audit({
    action: 'equipment_set.changed',
    subjectType: 'equipment_set',
    subjectId: setId,
    detail: { name: set.name, workplaces: set.workplaces },
  });
  return ok({ id: setId, version: version + 1 });
}

/** Takes a set away that is no longer given. Devices are not touched. */
export async function removeEquipmentSet(
  tx: Transaction,
  setId: string,
  version: number,
): Promise<Outcome<Readonly<Record<never, never>>, HeldRefusal>> {
  const held = await hold(tx, setId, version);
  if (!held.ok) return held;
  await deleteSet(tx, setId);
  await tx.audit({ action: 'equipment_set.removed', subjectType: 'equipment_set', subjectId: setId });
  return ok({});
}

async function hold(tx: Transaction, setId: string, version: number): Promise<Outcome<null, HeldRefusal>> {
  const before = await holdSet(tx, setId);
  if (before === null) return refuse({ code: 'NOT_FOUND', params: {} });
  return before.version === version ? ok(null) : refuse({ code: 'VERSION_STALE', params: {} });
}

async function check(tx: Transaction, { items }: CreateEquipmentSet): Promise<Outcome<null, SaveRefusal>> {
  const checked = checkEquipment(items);
  if (!checked.ok) return checked;
  const kindIds = items.map(({ kindId }) => kindId);
  return (await areKindsKnown(tx, kindIds)) ? ok(null) : refuse({ code: 'DEVICE_KIND_UNKNOWN', params: {} });
}
