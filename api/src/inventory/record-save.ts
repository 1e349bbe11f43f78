import type { RecordChanged } from '@etatlotse/contracts/inventory';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { ChangeDetail } from '../platform/audit/record-changes';
import type { Transaction } from '../platform/database/transactions';
import type { HeldRecord, RecordStore } from './record-store';

export type NameRefusal = Refusal<'RECORD_NAME_TAKEN', { readonly name: string }>;

/** Adds a record that was checked. */
export async function insertRecord<Stated extends { readonly name: string }, More extends object>(
  tx: Transaction,
  store: RecordStore<Stated, More>,
  stated: Stated,
): Promise<Outcome<RecordChanged, NameRefusal>> {
  const id = await store.insert(tx, stated);
  return id === null ? refuse({ code: 'RECORD_NAME_TAKEN', params: { name: stated.name } }) : ok({ id, version: 1 });
}

/** What was changed, for the audit log; null where the same was sent again, which counts as no change. */
export interface ReplacedRecord extends RecordChanged {
  readonly detail: ChangeDetail | null;
}

/** Replaces what a held record says by something that was checked. */
export async function replaceRecord<Stated extends { readonly name: string }, More extends object>(
  tx: Transaction,
  store: RecordStore<Stated, More>,
  held: HeldRecord<Stated & More>,
  stated: Stated,
): Promise<Outcome<ReplacedRecord, NameRefusal>> {
  const { id, version } = held;
  const detail = store.changes(held, stated);
  if (detail === null) return ok({ id, version, detail });
  if (!(await store.update(tx, id, stated))) {
    return refuse({ code: 'RECORD_NAME_TAKEN', params: { name: stated.name } });
  }
  return ok({ id, version: version + 1, detail });
}
