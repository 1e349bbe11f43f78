import type { Reconciliation, ReconciliationTask } from '@etatlotse/contracts/reconciliation';
import type { Transaction } from '../platform/database/transactions';

/** Closed tasks stay in sight for as long as somebody may ask what became of them. */
const CLOSED_SHOWN_DAYS = 30;
const SHOWN = 100;

/** What a reconciliation did to the tasks. */
export interface TaskChanges {
  readonly opened: number;
  readonly closed: number;
}

/**
 * Brings the tasks of a year in line with what was just found: a difference that nobody knew opens one, one that is known
 * keeps its owner and gets the new amount, one that is gone closes its task. Of an aggregate with more differences than are
 * listed nothing is closed, because what is not listed may still differ.
 */
export async function settleTasks(tx: Transaction, result: Reconciliation): Promise<TaskChanges> {
  const found = result.aggregates.flatMap(({ aggregate, differing }) =>
    differing.map(({ id, label, differenceCents }) => ({
      task_id: tx.nextId(),
      aggregate,
      subject_id: id,
      label,
      difference_cents: differenceCents,
    })),
  );
  const listedWhole = result.aggregates
    .filter(({ differenceCents, differing }) => sumOf(differing) === differenceCents)
    .map(({ aggregate }) => aggregate);
  const params = [tx.tenantId, result.fiscalYear, JSON.stringify(found), tx.now];
  const opened = await tx.query<{ is_new: boolean }>(openSql, params);
  const closed = await tx.execute(closeSql, [...params, listedWhole]);
  return { opened: opened.filter((row) => row.is_new).length, closed };
}

const sumOf = (rows: readonly { readonly differenceCents: number }[]): number =>
  rows.reduce((sum, { differenceCents }) => sum + differenceCents, 0);

const foundRows = `jsonb_to_recordset($3::jsonb) AS f(task_id uuid, aggregate text, subject_id text, label text, difference_cents bigint)`;

const openSql = `
  INSERT INTO reconciliation_task AS t (tenant_id, task_id, fiscal_year, aggregate, subject_id, label, difference_cents,
    first_seen_at, last_seen_at)
  SELECT $1, f.task_id, $2, f.aggregate, f.subject_id, f.label, f.difference_cents, $4, $4
  FROM ${foundRows} JOIN fiscal_year y ON y.tenant_id = $1 AND y.fiscal_year = $2
  ON CONFLICT (tenant_id, fiscal_year, aggregate, subject_id) WHERE closed_at IS NULL
    DO UPDATE SET difference_cents = excluded.difference_cents, label = excluded.label, last_seen_at = excluded.last_seen_at
  RETURNING t.first_seen_at = t.last_seen_at AS is_new`;

const closeSql = `
  UPDATE reconciliation_task t SET closed_at = $4, version = t.version + 1
  WHERE t.tenant_id = $1 AND t.fiscal_year = $2 AND t.closed_at IS NULL AND t.aggregate = ANY ($5)
    AND NOT EXISTS (SELECT FROM ${foundRows} WHERE f.aggregate = t.aggregate AND f.subject_id = t.subject_id)`;

/** Open tasks first, oldest first; then those closed of late. */
export async function readTasks(tx: Transaction, fiscalYear: number): Promise<ReconciliationTask[]> {
  return tx.query<ReconciliationTask>(
    `SELECT t.task_id AS id, t.aggregate, t.subject_id AS "subjectId", t.label, t.difference_cents AS "differenceCents",
       t.first_seen_at AS "firstSeenAt", t.last_seen_at AS "lastSeenAt", t.closed_at AS "closedAt", t.note, t.version,
       CASE WHEN p.person_id IS NOT NULL THEN json_build_object('id', p.person_id, 'displayName', p.display_name) END AS owner
     FROM reconciliation_task t LEFT JOIN person p ON p.tenant_id = t.tenant_id AND p.person_id = t.owner_id
     WHERE t.tenant_id = $1 AND t.fiscal_year = $2
       AND (t.closed_at IS NULL OR t.closed_at > $3::timestamptz - interval '${CLOSED_SHOWN_DAYS} days')
     ORDER BY t.closed_at DESC NULLS FIRST, t.first_seen_at, t.task_id LIMIT ${SHOWN}`,
    [tx.tenantId, fiscalYear, tx.now],
  );
}

/** Version of an open task, held until the transaction ends; null where there is none. */
export async function lockTask(tx: Transaction, taskId: string): Promise<number | null> {
  const [row] = await tx.query<{ version: number }>(
    `SELECT version FROM reconciliation_task WHERE tenant_id = $1 AND task_id = $2 AND closed_at IS NULL FOR UPDATE`,
    [tx.tenantId, taskId],
  );
  return row?.version ?? null;
}

/** Whether a person works with the city's figures: only they can look after a difference. */
export async function isFinance(tx: Transaction, personId: string): Promise<boolean> {
  const found = await tx.query(
    `SELECT FROM role_assignment r JOIN person p ON p.tenant_id = r.tenant_id AND p.person_id = r.person_id
     WHERE r.tenant_id = $1 AND r.person_id = $2 AND r.role = 'finance' AND p.status = 'active'
       AND r.valid_from <= $3::date AND (r.valid_to IS NULL OR r.valid_to >= $3::date)`,
    [tx.tenantId, personId, tx.today],
  );
  return found.length > 0;
}

export async function assignTask(
  tx: Transaction,
  taskId: string,
  { ownerId, note }: { readonly ownerId: string | null; readonly note: string },
): Promise<void> {
  await tx.execute(
    `UPDATE reconciliation_task SET owner_id = $3, note = $4, version = version + 1 WHERE tenant_id = $1 AND task_id = $2`,
    [tx.tenantId, taskId, ownerId, note],
  );
}
