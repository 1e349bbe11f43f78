import { may } from '@etatlotse/domain/access';
import { bringsMoney } from '@etatlotse/domain/budget';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import { findLines } from '../budget';
import { findContractUnit } from '../contract';
import type { Transaction } from '../platform/database/transactions';
import type { HeldRecord, RecordStore } from './record-store';

/** The unit that answers for a record; null for the whole city. */
interface Owned {
  readonly unitId: string | null;
}

/** A record that a line or a contract may pay for. */
interface Paid extends Owned {
  readonly lineId: string | null;
  readonly contractId: string | null;
}

export type KeepRefusal = Refusal<'NOT_FOUND'> | Refusal<'FORBIDDEN'> | Refusal<'RECORD_UNIT_UNKNOWN'>;
export type PlaceRefusal = KeepRefusal | Refusal<'RECORD_LINE_UNFIT', { readonly number: string }>;
export type HeldRefusal = Refusal<'NOT_FOUND'> | Refusal<'FORBIDDEN'> | Refusal<'VERSION_STALE'>;

/** Whether somebody may keep a record of this unit. What everybody sees is forbidden to others and not hidden. */
function mayKeep(
  tx: Transaction,
  { unitId }: Owned,
  isSeenByAll: boolean,
): Outcome<null, Refusal<'NOT_FOUND'> | Refusal<'FORBIDDEN'>> {
  if (tx.actor !== null && may(tx.actor, 'inventory.write', { unitId })) return ok(null);
  return refuse({ code: isSeenByAll ? 'FORBIDDEN' : 'NOT_FOUND', params: {} });
}

/** Holds a record as it was seen, for somebody who may change it. */
export async function holdRecord<Stated extends Owned, More extends object>(
  tx: Transaction,
  store: RecordStore<Stated, More>,
  id: string,
  version: number,
): Promise<Outcome<HeldRecord<Stated & More>, HeldRefusal>> {
  const record = await store.hold(tx, id);
  if (record === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const kept = mayKeep(tx, record, store.isDirectory || record.unitId === null);
  if (!kept.ok) return kept;
  return record.version === version ? ok(record) : refuse({ code: 'VERSION_STALE', params: {} });
}

/** Whether a record may belong to this unit. */
export async function checkOwner(tx: Transaction, owned: Owned): Promise<Outcome<null, KeepRefusal>> {
  const kept = mayKeep(tx, owned, owned.unitId === null);
  if (!kept.ok || owned.unitId === null) return kept;
  return (await areUnits(tx, [owned.unitId])) ? ok(null) : refuse({ code: 'RECORD_UNIT_UNKNOWN', params: {} });
}

/** The same for a record that is paid for: line and contract have to be ones that the editor sees, or stand there already. */
export async function checkPlace(
  tx: Transaction,
  paid: Paid,
  before: Paid | null = null,
): Promise<Outcome<null, PlaceRefusal>> {
  const owned = await checkOwner(tx, paid);
  if (!owned.ok) return owned;
  const { lineId, contractId } = paid;
  if (lineId !== null && lineId !== before?.lineId) {
    const [line] = await findLines(tx, [lineId]);
    if (line === undefined || !seesBudgetOf(tx, line.unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
    if (line.isArchived || bringsMoney(line.direction)) {
      return refuse({ code: 'RECORD_LINE_UNFIT', params: { number: line.number } });
    }
  }
  if (contractId !== null && contractId !== before?.contractId) {
    const contract = await findContractUnit(tx, contractId);
    if (contract === null || !seesBudgetOf(tx, contract.unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
  }
  return ok(null);
}

/** Whether somebody may keep what belongs to a unit and hangs on no record. */
export const mayKeepOf = (tx: Transaction, unitId: string): boolean => mayKeep(tx, { unitId }, false).ok;

/** Whether all of these units exist in the city. */
export async function areUnits(tx: Transaction, unitIds: readonly string[]): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM org_unit WHERE tenant_id = $1 AND unit_id = ANY ($2::uuid[])`, [
    tx.tenantId,
    unitIds,
  ]);
  return rows.length === new Set(unitIds).size;
}

const seesBudgetOf = (tx: Transaction, unitId: string | null): boolean =>
  tx.actor !== null && may(tx.actor, 'budget.read', { unitId });
