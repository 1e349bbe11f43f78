import type { ChangeService, CreateService, RecordChanged } from '@etatlotse/contracts/inventory';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { SERVICE_STORE } from '../catalogue.repository';
import { checkPlace, type HeldRefusal, holdRecord, type PlaceRefusal } from '../record-place';

type SaveRefusal = PlaceRefusal | Refusal<'RECORD_NAME_TAKEN', { readonly name: string }>;

/** Enters a service into the catalogue. */
export async function createService(
  tx: Transaction,
  service: CreateService,
): Promise<Outcome<RecordChanged, SaveRefusal>> {
  const placed = await checkPlace(tx, service);
  if (!placed.ok) return placed;
  const id = await SERVICE_STORE.insert(tx, service);
  if (id === null) return refuse({ code: 'RECORD_NAME_TAKEN', params: { name: service.name } });
  await tx.audit({ action: 'service.created', subjectType: 'service', subjectId: id, detail: { task: service.task } });
  return ok({ id, version: 1 });
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
  const changed = SERVICE_STORE.changes(held.value, service);
  if (changed.length === 0) return ok({ id, version });
  if (!(await SERVICE_STORE.update(tx, id, service))) {
    return refuse({ code: 'RECORD_NAME_TAKEN', params: { name: service.name } });
  }
  await tx.audit({ action: 'service.changed', subjectType: 'service', subjectId: id, detail: { changed } });
  return ok({ id, version: version + 1 });
}
