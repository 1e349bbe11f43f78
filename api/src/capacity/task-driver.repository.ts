import type { CreateDriver } from '@etatlotse/contracts/capacity';
import { type DriverRow, MICROS } from '@etatlotse/contracts/capacity/plain';
import { type VolumeDriver, yearMonthOf } from '@etatlotse/domain/capacity';
import { plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** The drivers of a task `t`, as a column. */
export const driversColumn = `
  (SELECT coalesce(json_agg(json_build_object('id', d.driver_id, 'kind', d.kind, 'name', d.name, 'source', d.source,
      'isActive', d.is_active, 'from', d.from_month, 'factorMicros', d.factor_micros, 'overMonths', d.over_months,
      'holdsForMonths', d.holds_for_months, 'returnPercent', d.return_percent, 'issuedFrom', d.issued_from,
      'issued', d.issued, 'version', d.version) ORDER BY d.created_at, d.driver_id), '[]')
    FROM task_driver d WHERE d.tenant_id = t.tenant_id AND d.task_id = t.task_id) AS drivers`;

/** Those that are switched on, as the rules see them. */
export function activeDrivers(rows: readonly DriverRow[]): VolumeDriver[] {
  return rows.flatMap((row): VolumeDriver[] => {
    if (!row.isActive) return [];
    if (row.kind === 'law_change') {
      const { name, from, factorMicros, overMonths } = row;
      if (from === null || factorMicros === null) return [];
      return [
        { kind: 'law_change', name, from: plainDate(from), factor: factorMicros / MICROS, overMonths: overMonths ?? 0 },
      ];
    }
    const { holdsForMonths, returnPercent, issuedFrom, issued } = row;
    if (holdsForMonths === null || issuedFrom === null || issued === null) return [];
    const returnShare = (returnPercent ?? 0) / 100;
    return [{ kind: 'renewal', holdsForMonths, returnShare, issuedFrom: yearMonthOf(plainDate(issuedFrom)), issued }];
  });
}

export async function insertDriver(tx: Transaction, taskId: string, driver: CreateDriver): Promise<string> {
  const driverId = tx.nextId();
  await tx.execute(
    `INSERT INTO task_driver (tenant_id, driver_id, task_id, created_by, created_at, kind, name, source, is_active, from_month,
       factor_micros, over_months, holds_for_months, return_percent, issued_from, issued)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [tx.tenantId, driverId, taskId, tx.actor?.personId ?? null, tx.now, ...columnsOf(driver)],
  );
  return driverId;
}

export async function updateDriver(tx: Transaction, driverId: string, driver: CreateDriver): Promise<void> {
  await tx.execute(
    `UPDATE task_driver SET kind = $3, name = $4, source = $5, is_active = $6, from_month = $7, factor_micros = $8,
       over_months = $9, holds_for_months = $10, return_percent = $11, issued_from = $12, issued = $13, version = version + 1
     WHERE tenant_id = $1 AND driver_id = $2`,
    [tx.tenantId, driverId, ...columnsOf(driver)],
  );
}

/** The version of a driver of a task; null where there is none. */
export async function lockDriver(tx: Transaction, taskId: string, driverId: string): Promise<number | null> {
  const [row] = await tx.query<{ version: number }>(
    `SELECT version FROM task_driver WHERE tenant_id = $1 AND task_id = $2 AND driver_id = $3 FOR UPDATE`,
    [tx.tenantId, taskId, driverId],
  );
  return row?.version ?? null;
}

export async function deleteDriver(tx: Transaction, driverId: string): Promise<void> {
  await tx.execute(`DELETE FROM task_driver WHERE tenant_id = $1 AND driver_id = $2`, [tx.tenantId, driverId]);
}

/** What belongs to the other kind is left out. */
function columnsOf(driver: CreateDriver): unknown[] {
  const isLaw = driver.kind === 'law_change';
  return [
    driver.kind,
    driver.name,
    driver.source,
    driver.isActive,
    isLaw ? driver.from : null,
    isLaw ? driver.factorMicros : null,
    isLaw ? (driver.overMonths ?? 0) : null,
    isLaw ? null : driver.holdsForMonths,
    isLaw ? null : driver.returnPercent,
    isLaw ? null : driver.issuedFrom,
    isLaw ? null : JSON.stringify(driver.issued),
  ];
}
