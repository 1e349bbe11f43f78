import type { AddFte, CreateDesk } from '@etatlotse/contracts/inventory';
import type { FteEntry } from '@etatlotse/domain/inventory';
import type { Transaction } from '../platform/database/transactions';
import { RecordStore } from './record-store';

/** A directory: whoever works with live figures finds every desk. */
export const DESK_STORE = new RecordStore<CreateDesk>({
  table: 'desk',
  key: 'desk_id',
  fields: ['name', 'unitId', 'note', 'kind', 'mailbox', 'personId', 'startsOn', 'endsOn'],
  unlogged: ['mailbox', 'personId'],
  isDirectory: true,
});

export async function isPerson(tx: Transaction, personId: string): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM person WHERE tenant_id = $1 AND person_id = $2`, [tx.tenantId, personId]);
  return rows.length === 1;
}

/** Every entry of a desk's history. */
export async function readFte(tx: Transaction, deskId: string): Promise<FteEntry[]> {
  return tx.query<FteEntry>(
    `SELECT entry_id AS id, valid_from AS "validFrom", fte_hundredths AS "fteHundredths", supersedes_id AS "supersedesId"
     FROM desk_fte WHERE tenant_id = $1 AND desk_id = $2 ORDER BY entry_id`,
    [tx.tenantId, deskId],
  );
}

/** Adds an entry; nothing is ever changed. */
export async function insertFte(
  tx: Transaction,
  deskId: string,
  entry: Omit<AddFte, 'version'> & { readonly id: string },
): Promise<void> {
  await tx.execute(
    `INSERT INTO desk_fte (tenant_id, entry_id, desk_id, valid_from, fte_hundredths, reason, supersedes_id, recorded_by,
       recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.tenantId,
      entry.id,
      deskId,
      entry.validFrom,
      entry.fteHundredths,
      entry.reason,
      entry.supersedesId,
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
}
