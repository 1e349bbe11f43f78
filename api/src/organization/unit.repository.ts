import type { UnitLevel, UnitUsage } from '@etatlotse/contracts/organization/plain';
import type { Transaction } from '../platform/database/transactions';

/** A unit as it is stored. */
export interface UnitRecord {
  readonly unitId: string;
  readonly parentId: string | null;
  readonly level: UnitLevel;
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly version: number;
}

const COLUMNS = `unit_id AS "unitId", parent_id AS "parentId", level, code, name, valid_from AS "validFrom",
  valid_to AS "validTo", version`;

/**
 * Lets one change at a time into a city's tree. Two moves that are harmless alone can close a circle together, and no
 * lock on the moved rows would show it.
 */
export async function lockTree(tx: Transaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('org_unit:' || $1, 0))`, [tx.tenantId]);
}

export async function findUnit(tx: Transaction, unitId: string): Promise<UnitRecord | null> {
  const [row] = await tx.query<UnitRecord>(findSql, [tx.tenantId, unitId]);
  return row ?? null;
}
const findSql = `SELECT ${COLUMNS} FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`;

/** Keeps others from hanging anything on the unit until the transaction ends: a foreign key waits for this lock. */
export async function lockUnit(tx: Transaction, unitId: string): Promise<void> {
  await tx.query(`SELECT FROM org_unit WHERE tenant_id = $1 AND unit_id = $2 FOR UPDATE`, [tx.tenantId, unitId]);
}

/** Whether another unit already carries the short sign. */
export async function isCodeTaken(tx: Transaction, code: string, exceptUnitId: string | null): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM org_unit WHERE tenant_id = $1 AND code = $2 AND unit_id IS DISTINCT FROM $3::uuid`,
    [tx.tenantId, code, exceptUnitId],
  );
  return rows.length > 0;
}

export async function insertUnit(tx: Transaction, unit: UnitRecord): Promise<void> {
  await tx.query(
    `INSERT INTO org_unit (tenant_id, unit_id, parent_id, level, code, name, valid_from, valid_to, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.tenantId,
      unit.unitId,
      unit.parentId,
      unit.level,
      unit.code,
      unit.name,
      unit.validFrom,
      unit.validTo,
      unit.version,
    ],
  );
}

/** Writes a unit if it still has the version that was read; answers whether it had. */
export async function updateUnit(tx: Transaction, unit: UnitRecord): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE org_unit SET parent_id = $3, code = $4, name = $5, valid_from = $6, valid_to = $7, version = version + 1
     WHERE tenant_id = $1 AND unit_id = $2 AND version = $8`,
    [tx.tenantId, unit.unitId, unit.parentId, unit.code, unit.name, unit.validFrom, unit.validTo, unit.version],
  );
  return changed === 1;
}

export async function deleteUnit(tx: Transaction, unitId: string, version: number): Promise<boolean> {
  const deleted = await tx.execute(`DELETE FROM org_unit WHERE tenant_id = $1 AND unit_id = $2 AND version = $3`, [
    tx.tenantId,
    unitId,
    version,
  ]);
  return deleted === 1;
}

/** Whether `belowId` is the unit itself or stands anywhere below it. */
export async function isInSubtree(tx: Transaction, unitId: string, belowId: string): Promise<boolean> {
  const rows = await tx.query(
    `WITH RECURSIVE above AS (
       SELECT unit_id, parent_id FROM org_unit WHERE tenant_id = $1 AND unit_id = $3
       UNION SELECT u.unit_id, u.parent_id FROM org_unit u JOIN above a ON u.unit_id = a.parent_id WHERE u.tenant_id = $1)
     SELECT FROM above WHERE unit_id = $2`,
    [tx.tenantId, unitId, belowId],
  );
  return rows.length > 0;
}

/** Children whose days would stick out of these days of their parent. */
export async function countChildrenOutside(
  tx: Transaction,
  unitId: string,
  validFrom: string,
  validTo: string | null,
): Promise<number> {
  const [row] = await tx.query<{ children: number }>(
    `SELECT count(*)::integer AS children FROM org_unit
     WHERE tenant_id = $1 AND parent_id = $2
       AND (valid_from < $3::date OR ($4::date IS NOT NULL AND (valid_to IS NULL OR valid_to > $4::date)))`,
    [tx.tenantId, unitId, validFrom, validTo],
  );
  return row?.children ?? 0;
}

/** What hangs on a unit. */
export async function usageOf(tx: Transaction, unitId: string): Promise<UnitUsage> {
  const [row] = await tx.query<UnitUsage>(usageSql, [tx.tenantId, unitId]);
  return row ?? { children: 0, lines: 0, roles: 0 };
}
const usageSql = `
  SELECT (SELECT count(*)::integer FROM org_unit WHERE tenant_id = $1 AND parent_id = $2) AS children,
         (SELECT count(*)::integer FROM budget_line WHERE tenant_id = $1 AND unit_id = $2) AS lines,
         (SELECT count(*)::integer FROM role_assignment WHERE tenant_id = $1 AND unit_id = $2) AS roles`;
