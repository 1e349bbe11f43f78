import type { CreateBatch, CreateDeviceKind, CreateEquipmentSet } from '@etatlotse/contracts/device';
import type { BatchEventKind } from '@etatlotse/contracts/device/plain';
import { may } from '@etatlotse/domain/access';
import type { DisposalReason } from '@etatlotse/domain/device';
import { type Outcome, ok, type PlainDate, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import type { UseColumns } from '../site';

export type Origin = 'manual' | 'import' | 'demo';

/** Adds a kind that was checked; null when its code is taken. */
export async function insertDeviceKind(
  tx: Transaction,
  kind: CreateDeviceKind,
  origin: Origin = 'manual',
): Promise<string | null> {
  const id = tx.nextId();
  const added = await tx.execute(
    `INSERT INTO device_kind (tenant_id, kind_id, origin, code, name, net_unit_cents, vat_basis_points, cycle_months,
       is_standalone, answer, answer_reason, source)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (tenant_id, code) DO NOTHING`,
    [tx.tenantId, id, origin, ...kindColumns(kind)],
  );
  return added === 1 ? id : null;
}

const kindColumns = (kind: CreateDeviceKind): unknown[] => [
  kind.code,
  kind.name,
  kind.netUnitCents,
  kind.vatBasisPoints,
  kind.cycleMonths,
  kind.isStandalone,
  kind.answer ?? null,
  kind.answer === undefined ? '' : kind.answerReason,
  kind.source,
];

export interface StoredKind {
  readonly netUnitCents: number;
  readonly cycleMonths: number;
  readonly version: number;
}

export async function holdKind(tx: Transaction, kindId: string): Promise<StoredKind | null> {
  const [row] = await tx.query<StoredKind>(
    `SELECT net_unit_cents AS "netUnitCents", cycle_months AS "cycleMonths", version FROM device_kind
     WHERE tenant_id = $1 AND kind_id = $2 FOR UPDATE`,
    [tx.tenantId, kindId],
  );
  return row ?? null;
}

/** Writes what a kind is to be; false where another one has its code. */
export async function updateKind(tx: Transaction, kindId: string, kind: CreateDeviceKind): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE device_kind k SET code = $3, name = $4, net_unit_cents = $5, vat_basis_points = $6, cycle_months = $7,
       is_standalone = $8, answer = $9, answer_reason = $10, source = $11, version = k.version + 1
     WHERE k.tenant_id = $1 AND k.kind_id = $2 AND NOT EXISTS (SELECT FROM device_kind o
       WHERE o.tenant_id = $1 AND o.code = $3 AND o.kind_id <> $2)`,
    [tx.tenantId, kindId, ...kindColumns(kind)],
  );
  return changed === 1;
}

/** Kinds by their codes, for rows of a file that name them. */
export async function readKindIds(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ code: string; id: string }>(
    `SELECT code, kind_id AS id FROM device_kind WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}

export async function areKindsKnown(tx: Transaction, kindIds: readonly string[]): Promise<boolean> {
  const asked = [...new Set(kindIds)];
  const rows = await tx.query(`SELECT FROM device_kind WHERE tenant_id = $1 AND kind_id = ANY ($2::uuid[])`, [
    tx.tenantId,
    asked,
  ]);
  return rows.length === asked.length;
}

/** A batch as its commands see it. */
export interface StoredBatch {
  readonly id: string;
  readonly kindId: string;
  readonly quantity: number;
  readonly left: number;
  readonly boughtOn: PlainDate;
  readonly netUnitCents: number;
  readonly unitId: string | null;
  readonly siteId: string | null;
  readonly networkZone: string | null;
  readonly frame: string | null;
  readonly splitKeyId: string | null;
  readonly note: string;
  readonly inventoryNumber: string;
  readonly version: number;
}

export type HeldBatchRefusal = Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>;

/** Reads a batch as it was seen and holds it until the transaction ends. */
export async function holdBatch(
  tx: Transaction,
  batchId: string,
  version: number,
): Promise<Outcome<StoredBatch, HeldBatchRefusal>> {
  const [batch] = await tx.query<StoredBatch>(holdSql, [tx.tenantId, batchId]);
  if (batch === undefined || !mayWriteDevices(tx, batch.unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
  return batch.version === version ? ok(batch) : refuse({ code: 'VERSION_STALE', params: {} });
}

export function mayWriteDevices(tx: Transaction, unitId: string | null): boolean {
  return tx.actor !== null && may(tx.actor, 'device.write', { unitId });
}

const holdSql = `
  SELECT batch_id AS id, kind_id AS "kindId", quantity, quantity_left AS left, bought_on AS "boughtOn",
    net_unit_cents AS "netUnitCents", unit_id AS "unitId", site_id AS "siteId", network_zone AS "networkZone", frame,
    split_key_id AS "splitKeyId", note, inventory_number AS "inventoryNumber", version
  FROM device_batch WHERE tenant_id = $1 AND batch_id = $2 FOR UPDATE`;

type StatedBatch = Pick<
  CreateBatch,
  'kindId' | 'quantity' | 'boughtOn' | 'netUnitCents' | 'unitId' | 'note' | 'inventoryNumber'
>;

const batchColumns = (batch: StatedBatch, left: number, use: UseColumns): unknown[] => [
  batch.kindId,
  batch.quantity,
  left,
  batch.boughtOn,
  batch.netUnitCents,
  batch.unitId ?? null,
  batch.note,
  use.siteId,
  use.networkZone,
  use.frame,
  use.splitKeyId,
  use.decision?.decidedOn ?? null,
  use.decision?.body ?? null,
  use.decision?.document ?? null,
  batch.inventoryNumber ?? null,
];

/** Adds a batch that was checked, with what is there of it now, and its first event. */
export async function insertBatch(
  tx: Transaction,
  batch: StatedBatch,
  use: UseColumns,
  {
    origin = 'manual',
    left = batch.quantity,
    event = { kind: 'created', happenedOn: batch.boughtOn, quantity: batch.quantity },
  }: { readonly origin?: Origin; readonly left?: number; readonly event?: NewBatchEvent } = {},
): Promise<string> {
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO device_batch (tenant_id, batch_id, origin, created_by, created_at, kind_id, quantity, quantity_left,
       bought_on, net_unit_cents, unit_id, note, site_id, network_zone, frame, split_key_id, decided_on, decision_body,
       decision_document, inventory_number)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, coalesce($20, ''))`,
    [tx.tenantId, id, origin, tx.actor?.personId ?? null, tx.now, ...batchColumns(batch, left, use)],
  );
  await insertBatchEvent(tx, id, event);
  return id;
}

export async function updateBatch(
  tx: Transaction,
  batchId: string,
  batch: StatedBatch,
  left: number,
  use: UseColumns,
): Promise<void> {
  await tx.execute(
    `UPDATE device_batch SET kind_id = $3, quantity = $4, quantity_left = $5, bought_on = $6, net_unit_cents = $7,
       unit_id = $8, note = $9, site_id = $10, network_zone = $11, frame = $12, split_key_id = $13, decided_on = $14,
       decision_body = $15, decision_document = $16,
       inventory_number = coalesce($17, inventory_number), version = version + 1
     WHERE tenant_id = $1 AND batch_id = $2`,
    [tx.tenantId, batchId, ...batchColumns(batch, left, use)],
  );
}

/** Takes the devices that moved out of the batch they were bought in. */
export async function setQuantity(tx: Transaction, batchId: string, quantity: number, left: number): Promise<void> {
  await tx.execute(
    `UPDATE device_batch SET quantity = $3, quantity_left = $4, version = version + 1
     WHERE tenant_id = $1 AND batch_id = $2`,
    [tx.tenantId, batchId, quantity, left],
  );
}

export async function isInventoryNumberTaken(
  tx: Transaction,
  number: string,
  exceptId: string | null,
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM device_batch WHERE tenant_id = $1 AND inventory_number = $2 AND batch_id IS DISTINCT FROM $3::uuid`,
    [tx.tenantId, number, exceptId],
  );
  return rows.length > 0;
}

export async function setLeft(tx: Transaction, batchId: string, left: number): Promise<void> {
  await tx.execute(
    `UPDATE device_batch SET quantity_left = $3, version = version + 1 WHERE tenant_id = $1 AND batch_id = $2`,
    [tx.tenantId, batchId, left],
  );
}

/** What happened to a batch, for ever. */
export interface NewBatchEvent {
  readonly kind: BatchEventKind;
  readonly happenedOn: string;
  readonly quantity?: number;
  readonly disposalReason?: DisposalReason;
  readonly remark?: string;
  readonly changed?: readonly string[];
  readonly otherBatchId?: string;
}

export async function insertBatchEvent(tx: Transaction, batchId: string, event: NewBatchEvent): Promise<void> {
  await tx.execute(
    `INSERT INTO device_event (tenant_id, event_id, batch_id, kind, happened_on, quantity, disposal_reason, remark, changed,
       recorded_by, recorded_at, other_batch_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.tenantId,
      tx.nextId(),
      batchId,
      event.kind,
      event.happenedOn,
      event.quantity ?? null,
      event.disposalReason ?? null,
      event.remark ?? '',
      event.changed ?? [],
      tx.actor?.personId ?? null,
      tx.now,
      event.otherBatchId ?? null,
    ],
  );
}

/** Adds what a kind of workplace is given; null where its name is taken. */
export async function insertEquipmentSet(
  tx: Transaction,
  set: CreateEquipmentSet,
  origin: 'manual' | 'demo' = 'manual',
): Promise<string | null> {
  const id = tx.nextId();
  const added = await tx.execute(
    `INSERT INTO equipment_set (tenant_id, set_id, name, workplaces, origin) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, name) DO NOTHING`,
    [tx.tenantId, id, set.name, set.workplaces, origin],
  );
  if (added === 0) return null;
  await writeItems(tx, id, set);
  return id;
}

export async function holdSet(tx: Transaction, setId: string): Promise<{ readonly version: number } | null> {
  const [row] = await tx.query<{ version: number }>(
    `SELECT version FROM equipment_set WHERE tenant_id = $1 AND set_id = $2 FOR UPDATE`,
    [tx.tenantId, setId],
  );
  return row ?? null;
}

/** Writes what a set is to be; false where another one has its name. */
export async function updateSet(tx: Transaction, setId: string, set: CreateEquipmentSet): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE equipment_set s SET name = $3, workplaces = $4, version = s.version + 1
     WHERE s.tenant_id = $1 AND s.set_id = $2 AND NOT EXISTS (SELECT FROM equipment_set o
       WHERE o.tenant_id = $1 AND o.name = $3 AND o.set_id <> $2)`,
    [tx.tenantId, setId, set.name, set.workplaces],
  );
  if (changed === 0) return false;
  await tx.execute(`DELETE FROM equipment_item WHERE tenant_id = $1 AND set_id = $2`, [tx.tenantId, setId]);
  await writeItems(tx, setId, set);
  return true;
}

export async function deleteSet(tx: Transaction, setId: string): Promise<void> {
  for (const table of ['equipment_item', 'equipment_set']) {
    await tx.execute(`DELETE FROM ${table} WHERE tenant_id = $1 AND set_id = $2`, [tx.tenantId, setId]);
  }
}

async function writeItems(tx: Transaction, setId: string, { items }: CreateEquipmentSet): Promise<void> {
  await tx.execute(
    `INSERT INTO equipment_item (tenant_id, set_id, kind_id, quantity)
     SELECT $1, $2, i.* FROM unnest($3::uuid[], $4::int[]) AS i`,
    [tx.tenantId, setId, items.map(({ kindId }) => kindId), items.map(({ quantity }) => quantity)],
  );
}
