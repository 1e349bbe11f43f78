import type { ChangeDriver, CreateDriver } from '@etatlotse/contracts/capacity';
import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { deleteDriver, insertDriver, lockDriver, updateDriver } from '../task-driver.repository';
import { lockTask, nextTaskVersion } from '../task.repository';
import { reaches } from '../unit.repository';

type DriverRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'TASK_HOURS_WITHOUT_DRIVERS'>
  | Refusal<'DRIVER_LAW_INCOMPLETE'>
  | Refusal<'DRIVER_WAVE_INCOMPLETE'>
  | Refusal<'DRIVER_MONTH_START'>;

/** Records what moves the planned numbers of a task, with its source. */
export async function addDriver(
  tx: Transaction,
  taskId: string,
  driver: CreateDriver,
): Promise<Outcome<CapacityChanged, DriverRefusal>> {
  const refusal = (await refusalOfTask(tx, taskId)) ?? refusalOfDriver(driver);
  if (refusal !== null) return refuse(refusal);
  const id = await insertDriver(tx, taskId, driver);
  await finish(tx, taskId, 'task.driver_added', driver.name);
  return ok({ id, version: 1 });
}

export async function changeDriver(
  tx: Transaction,
  taskId: string,
  driverId: string,
  { version, ...driver }: ChangeDriver,
): Promise<Outcome<CapacityChanged, DriverRefusal>> {
  const refusal =
    (await refusalOfTask(tx, taskId)) ??
    (await refusalOfVersion(tx, taskId, driverId, version)) ??
    refusalOfDriver(driver);
  if (refusal !== null) return refuse(refusal);
  await updateDriver(tx, driverId, driver);
  await finish(tx, taskId, 'task.driver_changed', driver.name);
  return ok({ id: driverId, version: version + 1 });
}

export async function removeDriver(
  tx: Transaction,
  taskId: string,
  driverId: string,
  version: number,
): Promise<Outcome<CapacityChanged, DriverRefusal>> {
  const refusal = (await refusalOfTask(tx, taskId)) ?? (await refusalOfVersion(tx, taskId, driverId, version));
  if (refusal !== null) return refuse(refusal);
  await deleteDriver(tx, driverId);
  await finish(tx, taskId, 'task.driver_removed', '');
  return ok({ id: driverId, version });
}

async function refusalOfTask(tx: Transaction, taskId: string): Promise<DriverRefusal | null> {
  const task = await lockTask(tx, taskId);
  if (task === null || !reaches(tx, 'capacity.write', task.unit_id)) return { code: 'NOT_FOUND', params: {} };
  return task.kind === 'hours' ? { code: 'TASK_HOURS_WITHOUT_DRIVERS', params: {} } : null;
}

async function refusalOfVersion(
  tx: Transaction,
  taskId: string,
  driverId: string,
  version: number,
): Promise<DriverRefusal | null> {
  const there = await lockDriver(tx, taskId, driverId);
  if (there === null) return { code: 'NOT_FOUND', params: {} };
  return there === version ? null : { code: 'VERSION_STALE', params: {} };
}

function refusalOfDriver(driver: CreateDriver): DriverRefusal | null {
  const { kind, from, factorMicros, holdsForMonths, returnPercent, issuedFrom, issued } = driver;
  if (kind === 'law_change') {
    if (from === undefined || factorMicros === undefined) return { code: 'DRIVER_LAW_INCOMPLETE', params: {} };
    return from.endsWith('-01') ? null : { code: 'DRIVER_MONTH_START', params: {} };
  }
  const isWhole = holdsForMonths !== undefined && returnPercent !== undefined && issuedFrom !== undefined;
  if (!isWhole || issued === undefined || issued.length === 0) return { code: 'DRIVER_WAVE_INCOMPLETE', params: {} };
  return issuedFrom.endsWith('-01') ? null : { code: 'DRIVER_MONTH_START', params: {} };
}

/** The task's own version moves along, because its need does. */
async function finish(
  tx: Transaction,
  taskId: string,
  action: 'task.driver_added' | 'task.driver_changed' | 'task.driver_removed',
  name: string,
): Promise<void> {
  await nextTaskVersion(tx, taskId);
  await tx.audit({ action, subjectType: 'task', subjectId: taskId, detail: { name } });
}
