import type { VolumeKind } from '@etatlotse/contracts/capacity/plain';
import type { Transaction } from '../platform/database/transactions';
import { lockTask, nextTaskVersion } from './task.repository';

/** A task as a file names it. */
export interface NamedTask {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
}

/** A number of a month; null where there is none. */
export interface MonthCount {
  readonly fiscalYear: number;
  readonly month: number;
  readonly kind: VolumeKind;
  readonly count: number | null;
}

/** A month that a file wrote: what it says now, and what stood there before. */
export interface WrittenMonth extends MonthCount {
  readonly before: number | null;
}

/** All tasks of the city: there are some hundreds. */
export async function namedTasks(tx: Transaction): Promise<NamedTask[]> {
  return tx.query<NamedTask>(
    `SELECT task_id AS id, unit_id AS "unitId", name FROM task WHERE tenant_id = $1 ORDER BY task_id`,
    [tx.tenantId],
  );
}

/** What is known of tasks, month by month. */
export async function knownVolumes(
  tx: Transaction,
  taskIds: readonly string[],
): Promise<(MonthCount & { readonly taskId: string; readonly count: number })[]> {
  return tx.query(
    `SELECT task_id AS "taskId", fiscal_year AS "fiscalYear", month, kind, count FROM case_volume
     WHERE tenant_id = $1 AND task_id = ANY ($2::uuid[]) ORDER BY task_id, kind, fiscal_year, month`,
    [tx.tenantId, taskIds],
  );
}

/** Enters months of a task by a file, or what stood before it; other months stay as they are. Comes back with what was there. */
export async function writeMonths(
  tx: Transaction,
  taskId: string,
  months: readonly MonthCount[],
  importId: string,
): Promise<{ readonly months: readonly WrittenMonth[]; readonly version: number }> {
  const task = await lockTask(tx, taskId);
  if (task === null) throw new Error(`The task ${taskId} was there when the file was checked.`);
  const stood = new Map((await knownVolumes(tx, [taskId])).map((known) => [monthKey(known), known.count]));
  const places = [
    tx.tenantId,
    taskId,
    months.map(({ fiscalYear }) => fiscalYear),
    months.map(({ month }) => month),
    months.map(({ kind }) => kind),
  ];
  await tx.execute(removeSql, places);
  const counts = months.map(({ count }) => count);
  await tx.execute(enterSql, [...places, counts, tx.actor?.personId ?? null, tx.now]);
  await nextTaskVersion(tx, taskId);
  await tx.audit({
    action: 'task.volumes_saved',
    subjectType: 'task',
    subjectId: taskId,
    detail: { importId, months: months.length, known: counts.filter((count) => count !== null).length },
  });
  const written = months.map((month) => ({ ...month, before: stood.get(monthKey(month)) ?? null }));
  return { months: written, version: task.version + 1 };
}

export function monthKey({ fiscalYear, month, kind }: Omit<MonthCount, 'count'>): string {
  return `${kind} ${fiscalYear} ${month}`;
}

const removeSql = `
  DELETE FROM case_volume v USING unnest($3::smallint[], $4::smallint[], $5::text[]) AS m (year, month, kind)
  WHERE v.tenant_id = $1 AND v.task_id = $2 AND v.fiscal_year = m.year AND v.month = m.month AND v.kind = m.kind`;

const enterSql = `
  INSERT INTO case_volume (tenant_id, task_id, fiscal_year, month, kind, count, recorded_by, recorded_at)
  SELECT $1, $2, m.year, m.month, m.kind, m.count, $7, $8
  FROM unnest($3::smallint[], $4::smallint[], $5::text[], $6::integer[]) AS m (year, month, kind, count)
  WHERE m.count IS NOT NULL`;
