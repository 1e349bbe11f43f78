import type { AddStandardItem, ChangeStandardItem } from '@etatlotse/contracts/demand';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';

interface ItemChanged {
  readonly id: string;
  readonly version: number;
}

/** Adds a thing with its price to the catalogue; the price is of today. */
export async function addStandardItem(tx: Transaction, item: AddStandardItem): Promise<Outcome<ItemChanged, never>> {
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO standard_item (tenant_id, standard_item_id, name, kind, rhythm, unit, unit_price_cents, basis,
       vat_basis_points, source, as_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.tenantId,
      id,
      item.name,
      item.kind,
      item.rhythm,
      item.unit,
      item.unitPriceCents,
      item.basis,
      item.vatBasisPoints,
      item.source,
      tx.today,
    ],
  );
  await tx.audit({
    action: 'standard_item.added',
    subjectType: 'standard_item',
    subjectId: id,
    detail: { name: item.name },
  });
  return ok({ id, version: 1 });
}

/** Changes it for demands to come; those that were made from it keep their own price. */
export async function changeStandardItem(
  tx: Transaction,
  id: string,
  item: ChangeStandardItem,
): Promise<Outcome<ItemChanged, Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>>> {
  const [stored] = await tx.query<{ version: number }>(
    `SELECT version FROM standard_item WHERE tenant_id = $1 AND standard_item_id = $2 FOR UPDATE`,
    [tx.tenantId, id],
  );
  if (stored === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  if (stored.version !== item.version) return refuse({ code: 'VERSION_STALE', params: {} });
  await tx.execute(
    `UPDATE standard_item SET name = $3, kind = $4, rhythm = $5, unit = $6, unit_price_cents = $7, basis = $8,
       vat_basis_points = $9, source = $10, is_archived = $11, as_of = $12, version = version + 1
     WHERE tenant_id = $1 AND standard_item_id = $2`,
    [
      tx.tenantId,
      id,
      item.name,
      item.kind,
      item.rhythm,
      item.unit,
      item.unitPriceCents,
      item.basis,
      item.vatBasisPoints,
      item.source,
      item.isArchived,
      tx.today,
    ],
  );
  await tx.audit({
    action: 'standard_item.changed',
    subjectType: 'standard_item',
    subjectId: id,
    detail: { unitPriceCents: item.unitPriceCents, isArchived: item.isArchived },
  });
  return ok({ id, version: item.version + 1 });
}
