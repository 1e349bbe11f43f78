import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import { lockBalancesOfImports } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';
import type { JobQueue } from '../../platform/jobs/job-queue';
import { lockBatch, saveBatchJob } from '../batch.repository';
import { planForManyRows } from '../bulk-planning';
import { IMPORT_JOBS } from '../import-job-kinds';
import { lockRunsOfBatch, saveUndoReason, type StoredRun } from '../run.repository';
import { undoImport } from './undo-import';

type BatchUndone = Outcome<{ id: string }, Refusal<ProblemCode>>;

const UNDO_LIMIT_MS = 15 * 60_000;

/**
 * Queues taking back everything a batch brought. What stands in the way is found by the job: a file may rest on another of
 * the same batch, which goes first. The reason stays with every file.
 */
export async function requestBatchUndo(
  tx: Transaction,
  batchId: string,
  reason: string,
  jobs: JobQueue,
): Promise<BatchUndone> {
  if (!(await lockBatch(tx, batchId))) return refuse({ code: 'NOT_FOUND', params: {} });
  const runs = await committedRuns(tx, batchId);
  if (runs.length === 0) return refuse({ code: 'IMPORT_STATE', params: {} });
  await saveBatchJob(tx, batchId, await jobs.enqueue(tx, IMPORT_JOBS.undoBatch, batchId));
  for (const { importId } of runs) await saveUndoReason(tx, importId, reason);
  return ok({ id: batchId });
}

/** Takes back all files of a batch in one transaction, the last one first: all of them or none. */
export async function undoBatch(
  tx: Transaction,
  batchId: string,
  report: (step: string) => Promise<void>,
): Promise<BatchUndone> {
  await planForManyRows(tx, UNDO_LIMIT_MS);
  const runs = await committedRuns(tx, batchId);
  if (runs.length === 0) return refuse({ code: 'IMPORT_STATE', params: {} });
  await lockBalancesOfImports(
    tx,
    runs.map(({ importId }) => importId),
  );
  for (const { importId, fileName } of runs) {
    const undone = await undoImport(tx, importId, report);
    if (!undone.ok) return refuse({ ...undone.refusal, params: { ...undone.refusal.params, fileName } });
  }
  return ok({ id: batchId });
}

async function committedRuns(tx: Transaction, batchId: string): Promise<StoredRun[]> {
  return (await lockRunsOfBatch(tx, batchId)).filter(({ state }) => state === 'committed').reverse();
}
