import type { CreateBatch } from '@etatlotse/contracts/device';
import { type BatchRefusal, checkBatch, leftAfterCorrection, type QuantityRefusal } from '@etatlotse/domain/device';
import { cents, type Outcome, ok, type PlainDate, plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { checkUse, type UseColumns, type UseRefusal } from '../site';
import { insertBatch, insertBatchEvent, type StoredBatch, updateBatch } from './device.repository';

/** A batch that the stock knows by its inventory number, with the decision it rests on. */
export interface KnownBatch extends StoredBatch {
  readonly decidedOn: PlainDate | null;
  readonly decisionBody: string | null;
  readonly decisionDocument: string | null;
}

/** A batch of a file that can be written: with what is there of it, and what it is for. */
export interface ImportedBatch {
  readonly batch: CreateBatch;
  readonly use: UseColumns;
  readonly left: number;
}

/** The batches with these inventory numbers, held until the transaction ends. */
export async function knownBatches(tx: Transaction, numbers: readonly string[]): Promise<KnownBatch[]> {
  return tx.query<KnownBatch>(knownSql, [tx.tenantId, numbers]);
}

const knownSql = `
  SELECT batch_id AS id, kind_id AS "kindId", quantity, quantity_left AS left, bought_on AS "boughtOn",
    net_unit_cents AS "netUnitCents", unit_id AS "unitId", site_id AS "siteId", network_zone AS "networkZone", frame,
    split_key_id AS "splitKeyId", note, version, inventory_number AS "inventoryNumber", decided_on AS "decidedOn",
    decision_body AS "decisionBody", decision_document AS "decisionDocument"
  FROM device_batch
  WHERE tenant_id = $1 AND inventory_number <> '' AND inventory_number = ANY ($2) ORDER BY batch_id FOR UPDATE`;

/** Checks a batch of a file by the rules of the form; what has gone of a known one stays gone. */
export async function checkImportedBatch(
  tx: Transaction,
  batch: CreateBatch,
  known: KnownBatch | null,
): Promise<Outcome<ImportedBatch, BatchRefusal | QuantityRefusal | UseRefusal>> {
  const { quantity, boughtOn, netUnitCents } = batch;
  const facts = { quantity, boughtOn: plainDate(boughtOn), netUnitCents: cents(netUnitCents) };
  const checked = checkBatch(facts, plainDate(tx.today));
  if (!checked.ok) return checked;
  const left = known === null ? ok(quantity) : leftAfterCorrection(known, quantity);
  if (!left.ok) return left;
  const use = await checkUse(tx, batch, batch.siteId ?? null, known);
  return use.ok ? ok({ batch, use: use.value, left: left.value }) : use;
}

/** Which of its facts a file says otherwise than the stock. */
export function changedByFile(known: KnownBatch, { batch, use }: ImportedBatch): string[] {
  const stated: Readonly<Record<string, unknown>> = { ...batch, ...use, unitId: batch.unitId ?? null };
  const names = [
    'kindId',
    'quantity',
    'boughtOn',
    'netUnitCents',
    'unitId',
    'siteId',
    'networkZone',
    'frame',
    'note',
  ] as const;
  return names.filter((name) => stated[name] !== known[name]);
}

export async function enterImportedBatch(
  tx: Transaction,
  { batch, use }: ImportedBatch,
  inventoryNumber: string,
  importId: string,
): Promise<string> {
  const id = await insertBatch(tx, batch, use, { origin: 'import' });
  await tx.execute(`UPDATE device_batch SET inventory_number = $3 WHERE tenant_id = $1 AND batch_id = $2`, [
    tx.tenantId,
    id,
    inventoryNumber,
  ]);
  const { kindId, quantity, netUnitCents, boughtOn } = batch;
  const detail = { importId, kindId, quantity, netUnitCents, boughtOn };
  await tx.audit({ action: 'device_batch.created', subjectType: 'device_batch', subjectId: id, detail });
  return id;
}

/** Changes a batch by a file, or back to what stood before. */
export async function changeImportedBatch(
  tx: Transaction,
  batchId: string,
  { batch, use, left }: ImportedBatch,
  by: { readonly importId: string; readonly reason: string; readonly changed: readonly string[] },
): Promise<void> {
  const { importId, reason: remark, changed } = by;
  await updateBatch(tx, batchId, batch, left, use);
  await insertBatchEvent(tx, batchId, { kind: 'changed', happenedOn: tx.today, remark, changed });
  const detail = { importId, changed, quantity: batch.quantity, left, netUnitCents: batch.netUnitCents };
  await tx.audit({ action: 'device_batch.changed', subjectType: 'device_batch', subjectId: batchId, detail });
}

/** What stood in the stock, in the form in which it is written. */
export function asImported(known: KnownBatch): ImportedBatch {
  const { decidedOn, decisionBody, decisionDocument } = known;
  const decision =
    decidedOn === null ? null : { decidedOn, body: decisionBody ?? '', document: decisionDocument ?? '' };
  const { siteId, networkZone, frame, splitKeyId } = known;
  const { kindId, quantity, boughtOn, netUnitCents, unitId, note, left } = known;
  return {
    batch: { kindId, quantity, boughtOn, netUnitCents, note, ...(unitId === null ? {} : { unitId }) },
    use: { siteId, networkZone, frame, splitKeyId, decision },
    left,
  };
}

/** Takes batches of an import out of the stock again. The audit log keeps that they were there. */
export async function removeImportedBatches(tx: Transaction, batchIds: readonly string[]): Promise<void> {
  for (const table of ['device_event', 'device_batch']) {
    await tx.execute(`DELETE FROM ${table} WHERE tenant_id = $1 AND batch_id = ANY ($2::uuid[])`, [
      tx.tenantId,
      batchIds,
    ]);
  }
}

/** A kind as rows of a file name it: by its code or its name. */
export interface NamedKind {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly netUnitCents: number;
}

export async function namedKinds(tx: Transaction): Promise<NamedKind[]> {
  return tx.query<NamedKind>(
    `SELECT kind_id AS id, code, name, net_unit_cents AS "netUnitCents" FROM device_kind WHERE tenant_id = $1`,
    [tx.tenantId],
  );
}
