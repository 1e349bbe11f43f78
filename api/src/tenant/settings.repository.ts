import type { AccountFrameCode } from '@etatlotse/domain/budget';
import type { Transaction } from '../platform/database/transactions';

/** What a city has set, as other features need it. */
export interface StoredSettings {
  readonly name: string;
  /** Bookings above this take a second person; null: none does. */
  readonly bookingApprovalCents: number | null;
  /** The account frame in which the city's files speak; null: that of its Land. */
  readonly accountFrame: AccountFrameCode | null;
  readonly version: number;
}

export async function readSettings(tx: Transaction): Promise<StoredSettings> {
  const [row] = await tx.query<{ settings: StoredSettings }>(readSql, [tx.tenantId]);
  if (row === undefined) throw new Error('A transaction without its city.');
  return row.settings;
}

/** The same, and nobody else changes them until the transaction ends. */
export async function lockSettings(tx: Transaction): Promise<StoredSettings> {
  await tx.query(`SELECT FROM tenant WHERE tenant_id = $1 FOR NO KEY UPDATE`, [tx.tenantId]);
  return readSettings(tx);
}

export async function storeName(tx: Transaction, name: string): Promise<void> {
  await tx.execute(`UPDATE tenant SET name = $2, version = version + 1 WHERE tenant_id = $1`, [tx.tenantId, name]);
}

export async function storeAccountFrame(tx: Transaction, frame: AccountFrameCode | null): Promise<void> {
  await tx.execute(
    `UPDATE tenant SET settings = jsonb_set(settings, '{accountFrame}', coalesce(to_jsonb($2::text), 'null')),
       version = version + 1
     WHERE tenant_id = $1`,
    [tx.tenantId, frame],
  );
}

export async function storeBookingLimit(tx: Transaction, limitCents: number | null): Promise<void> {
  await tx.execute(
    `UPDATE tenant SET settings = jsonb_set(settings, '{bookingApprovalCents}', coalesce(to_jsonb($2::bigint), 'null')),
       version = version + 1
     WHERE tenant_id = $1`,
    [tx.tenantId, limitCents],
  );
}

const readSql = `
  SELECT json_build_object('name', name, 'bookingApprovalCents', settings -> 'bookingApprovalCents',
    'accountFrame', settings -> 'accountFrame', 'version', version) AS settings
  FROM tenant WHERE tenant_id = $1`;
