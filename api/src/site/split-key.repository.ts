import type { CreateSplitKey } from '@etatlotse/contracts/site';
import type { PlainDate } from '@etatlotse/domain/shared';
import type { SplitKey, SplitPart } from '@etatlotse/domain/site';
import type { Transaction } from '../platform/database/transactions';

export interface StoredKey extends SplitKey {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly parts: readonly SplitPart[];
  readonly decided_on: PlainDate | null;
  readonly decision_body: string | null;
  readonly decision_document: string | null;
}

const keySql = `
  SELECT k.key_id AS id, k.name, k.version, v.parts, v.decided_on, v.decision_body, v.decision_document
  FROM split_key k
  JOIN split_key_version v ON v.tenant_id = k.tenant_id AND v.key_id = k.key_id AND v.version = k.version
  WHERE k.tenant_id = $1`;
const useKeySql = `${keySql} AND k.key_id = $2 FOR SHARE OF k`;
const changeKeySql = `${keySql} AND k.key_id = $2 FOR UPDATE OF k`;

function toKey({ decided_on: decidedOn, decision_body: body, decision_document: document, ...key }: KeyRow): StoredKey {
  return { ...key, decision: decidedOn === null ? null : { decidedOn, body: body ?? '', document: document ?? '' } };
}

/** Every key as it stands, by id: a city has a handful. */
export async function readSplitKeys(tx: Transaction): Promise<ReadonlyMap<string, StoredKey>> {
  const rows = await tx.query<KeyRow>(keySql, [tx.tenantId]);
  return new Map(rows.map((row) => [row.id, toKey(row)]));
}

/** A key that is about to be used; held, so that it does not lose its decision meanwhile. */
export async function holdKeyForUse(tx: Transaction, keyId: string): Promise<StoredKey | null> {
  const [row] = await tx.query<KeyRow>(useKeySql, [tx.tenantId, keyId]);
  return row === undefined ? null : toKey(row);
}

/** A key that is about to change. */
export async function holdKey(tx: Transaction, keyId: string): Promise<StoredKey | null> {
  const [row] = await tx.query<KeyRow>(changeKeySql, [tx.tenantId, keyId]);
  return row === undefined ? null : toKey(row);
}

/** Whether something that is still there is split by a key. */
export async function isKeyUsed(tx: Transaction, keyId: string): Promise<boolean> {
  const [answer] = await tx.query<{ used: boolean }>(usedSql, [tx.tenantId, keyId]);
  return answer?.used === true;
}

const usedSql = `
  SELECT EXISTS (SELECT FROM device_batch WHERE tenant_id = $1 AND split_key_id = $2 AND quantity_left > 0)
    OR EXISTS (SELECT FROM site_investment WHERE tenant_id = $1 AND split_key_id = $2 AND state <> 'dropped') AS used`;

/** Adds a key that was checked; null where its name is taken. */
export async function insertSplitKey(
  tx: Transaction,
  key: CreateSplitKey,
  origin: 'manual' | 'demo' = 'manual',
): Promise<string | null> {
  const id = tx.nextId();
  const added = await tx.execute(
    `INSERT INTO split_key (tenant_id, key_id, name, origin) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, name) DO NOTHING`,
    [tx.tenantId, id, key.name, origin],
  );
  if (added === 0) return null;
  await insertVersion(tx, id, 1, key, '');
  return id;
}

/** Lets a key be another one from now on; false where another key has its name. */
export async function changeKey(
  tx: Transaction,
  keyId: string,
  version: number,
  key: CreateSplitKey,
  reason: string,
): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE split_key k SET name = $3, version = $4 WHERE k.tenant_id = $1 AND k.key_id = $2
       AND NOT EXISTS (SELECT FROM split_key o WHERE o.tenant_id = $1 AND o.name = $3 AND o.key_id <> $2)`,
    [tx.tenantId, keyId, key.name, version],
  );
  if (changed === 0) return false;
  await insertVersion(tx, keyId, version, key, reason);
  return true;
}

async function insertVersion(
  tx: Transaction,
  keyId: string,
  version: number,
  { parts, decision }: CreateSplitKey,
  reason: string,
): Promise<void> {
  await tx.execute(
    `INSERT INTO split_key_version (tenant_id, key_id, version, parts, decided_on, decision_body, decision_document, reason,
       recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenantId,
      keyId,
      version,
      JSON.stringify(parts),
      decision?.decidedOn ?? null,
      decision?.body ?? null,
      decision?.document ?? null,
      reason,
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
}
