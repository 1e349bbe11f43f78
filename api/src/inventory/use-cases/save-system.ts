import type { ChangeSystem, CreateSystem, RecordChanged } from '@etatlotse/contracts/inventory';
import { checkModernisation, type ModernisationRefusal } from '@etatlotse/domain/inventory';
import { ok, type Outcome, plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkPlace, type HeldRefusal, holdRecord, type PlaceRefusal } from '../record-place';
import { insertRecord, type NameRefusal, replaceRecord } from '../record-save';
import { SYSTEM_STORE } from '../system.repository';

type SaveRefusal = PlaceRefusal | NameRefusal | ModernisationRefusal;

/** Enters a business application or a shared system. */
export async function createSystem(
  tx: Transaction,
  system: CreateSystem,
): Promise<Outcome<RecordChanged, SaveRefusal>> {
  const placed = await checkPlace(tx, system);
  if (!placed.ok) return placed;
  const checked = check(tx, system);
  if (!checked.ok) return checked;
  const added = await insertRecord(tx, SYSTEM_STORE, system);
  if (!added.ok) return added;
  await tx.audit({
    action: 'system.created',
    subjectType: 'system',
    subjectId: added.value.id,
    detail: { serviceClass: system.serviceClass },
  });
  return added;
}

/** Changes what is said about a system, for example when its support ends. */
export async function changeSystem(
  tx: Transaction,
  id: string,
  { version, ...system }: ChangeSystem,
): Promise<Outcome<RecordChanged, SaveRefusal | HeldRefusal>> {
  const held = await holdRecord(tx, SYSTEM_STORE, id, version);
  if (!held.ok) return held;
  const placed = await checkPlace(tx, system, held.value);
  if (!placed.ok) return placed;
  const checked = check(tx, system);
  if (!checked.ok) return checked;
  const saved = await replaceRecord(tx, SYSTEM_STORE, held.value, system);
  if (!saved.ok) return saved;
  const { detail, ...answer } = saved.value;
  if (detail !== null) {
    await tx.audit({ action: 'system.changed', subjectType: 'system', subjectId: id, detail });
  }
  return ok(answer);
}

function check(
  _: Transaction,
  { reason, norm, dueOn, supportEndsOn }: CreateSystem,
): Outcome<null, ModernisationRefusal> {
  const day = (text: string | null) => (text === null ? null : plainDate(text));
  return checkModernisation({ reason, norm, dueOn: day(dueOn) }, day(supportEndsOn));
}
