import type { ChangeService, CreateService, RecordChanged } from '@etatlotse/contracts/inventory';
import { ok, type Outcome } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { SERVICE_STORE } from '../catalogue.repository';
import { checkPlace, type HeldRefusal, holdRecord, type PlaceRefusal } from '../record-place';
import { insertRecord, type NameRefusal, replaceRecord } from '../record-save';

type SaveRefusal = PlaceRefusal | NameRefusal;

/** Enters a service into the catalogue. */
export async function createService(
  tx: Transaction,
  service: CreateService,
): Promise<Outcome<RecordChanged, SaveRefusal>> {
  const placed = await checkPlace(tx, service);
  if (!placed.ok) return placed;
  const added = await insertRecord(tx, SERVICE_STORE, service);
  if (!added.ok) return added;
  const detail = { task: service.task };
  await tx.audit({ action: 'service.created', subjectType: 'service', subjectId: added.value.id, detail });
  return added;
}

/** Changes what is said about a service, for example that a tick was reached. */
export async function changeService(
  tx: Transaction,
  id: string,
  { version, ...service }: ChangeService,
): Promise<Outcome<RecordChanged, SaveRefusal | HeldRefusal>> {
  const held = await holdRecord(tx, SERVICE_STORE, id, version);
  if (!held.ok) return held;
  const placed = await checkPlace(tx, service, held.value);
  if (!placed.ok) return placed;
  const saved = await replaceRecord(tx, SERVICE_STORE, held.value, service);
  if (!saved.ok) return saved;
  const { detail, ...answer } = saved.value;
  if (detail !== null) {
    await tx.audit({ action: 'service.changed', subjectType: 'service', subjectId: id, detail });
  }
  return ok(answer);
}
