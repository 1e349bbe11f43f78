import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { lockBatch } from '../batch.repository';
import { findSeenRun } from '../import-rights';
import { clearStaging, lockRun, lockRunsOfBatch, saveState, type StoredRun } from '../run.repository';

type Cancelled = Outcome<{ id: string }, Refusal<ProblemCode>>;

/**
 * Stops an import. A preview is dropped at once; work that waits never starts; work that runs rolls back at its next
 * step, and the run then says so. A file of a batch at work stops the batch's job, which is one for all its files.
 */
export async function cancelImport(tx: Transaction, importId: string): Promise<Cancelled> {
  // The running job holds the run itself, so a first look takes no lock.
  const seen = await findSeenRun(tx, importId);
  if (seen === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const isWorking = seen.state === 'checking' || seen.state === 'committing';
  if (isWorking && (await stopJob(tx, seen.jobId)) === 'running') return ok({ id: importId });
  const run = await lockRun(tx, importId);
  if (run === null || !CANCELLABLE.has(run.state)) return refuse({ code: 'IMPORT_STATE', params: {} });
  await drop(tx, run);
  return ok({ id: importId });
}

/** Stops a batch: what waits is dropped, what runs rolls back. What was committed stays; each file of it can be undone. */
export async function cancelBatch(tx: Transaction, batchId: string, jobId: string | null): Promise<Cancelled> {
  const isRunning = (await stopJob(tx, jobId)) === 'running';
  if (isRunning) return ok({ id: batchId });
  if (!(await lockBatch(tx, batchId))) return refuse({ code: 'NOT_FOUND', params: {} });
  const runs = (await lockRunsOfBatch(tx, batchId)).filter(({ state }) => CANCELLABLE.has(state));
  if (runs.length === 0) return refuse({ code: 'IMPORT_STATE', params: {} });
  for (const run of runs) await drop(tx, run);
  return ok({ id: batchId });
}

async function drop(tx: Transaction, { importId }: StoredRun): Promise<void> {
  await clearStaging(tx, importId);
  await saveState(tx, importId, { state: 'cancelled' });
  await tx.audit({ action: 'import.cancelled', subjectType: 'import', subjectId: importId });
}

const CANCELLABLE: ReadonlySet<string> = new Set(['checking', 'committing', 'previewed', 'interrupted']);

/** Asks the job to stop and answers its state: `running` work must end by itself, queued work never starts. */
async function stopJob(tx: Transaction, jobId: string | null): Promise<string | null> {
  if (jobId === null) return null;
  const [job] = await tx.query<{ state: string }>(
    `UPDATE job SET cancel_requested = true, state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END,
       finished_at = CASE WHEN state = 'queued' THEN $3 ELSE finished_at END
     WHERE tenant_id = $1 AND job_id = $2 AND state IN ('queued', 'running') RETURNING state`,
    [tx.tenantId, jobId, tx.now],
  );
  return job?.state ?? null;
}
