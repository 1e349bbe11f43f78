import type { CreateTask } from '@etatlotse/contracts/capacity';
import type { TaskKind, VolumeKind } from '@etatlotse/contracts/capacity/plain';
import type { Transaction } from '../platform/database/transactions';

/** A task as its commands see it. */
export interface TaskRecord {
  readonly unit_id: string;
  readonly kind: TaskKind;
  readonly base_seconds: number | null;
  readonly backlog: number | null;
  readonly backlog_counted_on: string | null;
  readonly version: number;
}

/** Reads a task and holds it until the transaction ends. */
export async function lockTask(tx: Transaction, taskId: string): Promise<TaskRecord | null> {
  const [row] = await tx.query<TaskRecord>(
    `SELECT unit_id, kind, base_seconds, backlog, backlog_counted_on, version FROM task WHERE tenant_id = $1 AND task_id = $2 FOR UPDATE`,
    [tx.tenantId, taskId],
  );
  return row ?? null;
}

/** Adds a task; null when its unit has one of that name. */
export async function insertTask(
  tx: Transaction,
  task: CreateTask,
  origin: 'manual' | 'demo' = 'manual',
): Promise<string | null> {
  const taskId = tx.nextId();
  const inserted = await tx.execute(
    `INSERT INTO task (tenant_id, task_id, unit_id, name, kind, base_seconds, recovery_seconds, method, surveyed_on, source,
       backlog, backlog_counted_on, product, sample_cases, deadline, allowance_basis, allowance_micros, origin, created_by,
       created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
     ON CONFLICT (tenant_id, unit_id, name) DO NOTHING`,
    [tx.tenantId, taskId, ...columnsOf(task), origin, tx.actor?.personId ?? null, tx.now],
  );
  return inserted === 0 ? null : taskId;
}

/** Replaces what is said of a task; false when its unit has another one of that name. */
export async function updateTask(tx: Transaction, taskId: string, task: CreateTask): Promise<boolean> {
  const [taken] = await tx.query(
    `SELECT FROM task WHERE tenant_id = $1 AND unit_id = $2 AND name = $3 AND task_id <> $4`,
    [tx.tenantId, task.unitId, task.name, taskId],
  );
  if (taken !== undefined) return false;
  await tx.execute(
    `UPDATE task SET unit_id = $3, name = $4, kind = $5, base_seconds = $6, recovery_seconds = $7, method = $8,
       surveyed_on = $9, source = $10, backlog = $11, backlog_counted_on = $12, product = $13, sample_cases = $14,
       deadline = $15, allowance_basis = $16, allowance_micros = $17,
       waiting = CASE WHEN backlog_counted_on IS DISTINCT FROM $12 OR backlog IS DISTINCT FROM $11 THEN NULL ELSE waiting END,
       version = version + 1
     WHERE tenant_id = $1 AND task_id = $2`,
    [tx.tenantId, taskId, ...columnsOf(task)],
  );
  return true;
}

function columnsOf(task: CreateTask): unknown[] {
  return [
    task.unitId,
    task.name,
    task.kind,
    task.baseSeconds ?? null,
    task.recoverySeconds,
    task.method,
    task.surveyedOn ?? null,
    task.source ?? '',
    task.backlog ?? null,
    task.backlogCountedOn ?? null,
    task.product ?? '',
    task.sampleCases ?? null,
    task.deadline ?? null,
    task.allowanceBasis ?? null,
    task.allowanceMicros ?? null,
  ];
}

/** Replaces the numbers of a year; a month with null has none afterwards. */
export async function replaceVolumes(
  tx: Transaction,
  taskId: string,
  fiscalYear: number,
  kind: VolumeKind,
  counts: readonly (number | null)[],
): Promise<void> {
  await tx.execute(`DELETE FROM case_volume WHERE tenant_id = $1 AND task_id = $2 AND fiscal_year = $3 AND kind = $4`, [
    tx.tenantId,
    taskId,
    fiscalYear,
    kind,
  ]);
  await tx.execute(
    `INSERT INTO case_volume (tenant_id, task_id, fiscal_year, month, kind, count, recorded_by, recorded_at)
     SELECT $1, $2, $3, v.month, $4, v.count, $5, $6
     FROM unnest($7::integer[]) WITH ORDINALITY AS v (count, month) WHERE v.count IS NOT NULL`,
    [tx.tenantId, taskId, fiscalYear, kind, tx.actor?.personId ?? null, tx.now, counts],
  );
}

/** A number of a month as it comes in bulk. */
export interface NewVolume {
  readonly fiscalYear: number;
  readonly month: number;
  readonly kind: VolumeKind;
  readonly count: number;
}

/** Enters numbers of many months at once, none of which has one yet. */
export async function insertVolumes(tx: Transaction, taskId: string, volumes: readonly NewVolume[]): Promise<void> {
  await tx.execute(
    `INSERT INTO case_volume (tenant_id, task_id, fiscal_year, month, kind, count, recorded_by, recorded_at)
     SELECT $1, $2, v.year, v.month, v.kind, v.count, $3, $4
     FROM unnest($5::smallint[], $6::smallint[], $7::text[], $8::integer[]) AS v (year, month, kind, count)`,
    [
      tx.tenantId,
      taskId,
      tx.actor?.personId ?? null,
      tx.now,
      volumes.map(({ fiscalYear }) => fiscalYear),
      volumes.map(({ month }) => month),
      volumes.map(({ kind }) => kind),
      volumes.map(({ count }) => count),
    ],
  );
}

export async function nextTaskVersion(tx: Transaction, taskId: string): Promise<void> {
  await tx.execute(`UPDATE task SET version = version + 1 WHERE tenant_id = $1 AND task_id = $2`, [
    tx.tenantId,
    taskId,
  ]);
}
