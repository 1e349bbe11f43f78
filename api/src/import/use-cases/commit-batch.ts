import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import type { JobQueue } from '../../platform/jobs/job-queue';
import { lockBatch, saveBatchJob } from '../batch.repository';
import {
  bringIn,
  effectsNow,
  holdImports,
  isPreviewed,
  seenEffects,
  type PreviewedRun,
  type StepReported,
} from '../bring-in';
import { IMPORT_JOBS } from '../import-job-kinds';
import { lockRunsOfBatch, saveState, type StoredRun } from '../run.repository';
import { commitRefusal } from './commit-import';

type BatchOutcome = Outcome<{ id: string }, Refusal<ProblemCode>>;

/** A file of the batch as the person saw it. */
export interface SeenFile {
  readonly importId: string;
  readonly previewHash: string;
}

/** Files that were taken out of the batch do not hold the others. */
const LEFT_OUT: ReadonlySet<StoredRun['state']> = new Set(['cancelled', 'failed']);

/**
 * Queues the commit of a whole batch. Refused when a file of it was not named, or cannot be committed: with an open
 * question, an error, or a preview that the person did not see.
 */
export async function requestBatchCommit(
  tx: Transaction,
  batchId: string,
  seen: readonly SeenFile[],
  jobs: JobQueue,
): Promise<BatchOutcome> {
  if (!(await lockBatch(tx, batchId))) return refuse({ code: 'NOT_FOUND', params: {} });
  const runs = (await lockRunsOfBatch(tx, batchId)).filter(({ state }) => !LEFT_OUT.has(state));
  const hashes = new Map(seen.map(({ importId, previewHash }) => [importId, previewHash]));
  if (runs.length !== hashes.size || runs.some(({ importId }) => !hashes.has(importId))) {
    return refuse({ code: 'BATCH_INCOMPLETE', params: {} });
  }
  for (const run of runs) {
    const refusal = await commitRefusal(tx, run, hashes.get(run.importId) ?? '');
    if (refusal !== null) return refuse(ofFile(refusal, run));
  }
  const jobId = await jobs.enqueue(tx, IMPORT_JOBS.commitBatch, batchId);
  await saveBatchJob(tx, batchId, jobId);
  for (const { importId } of runs) await saveState(tx, importId, { state: 'committing', jobId });
  return ok({ id: batchId });
}

/** A state that fits no commit says nothing without the name of its file. */
function ofFile(refusal: Refusal<ProblemCode>, { fileName }: StoredRun): Refusal<ProblemCode> {
  if (refusal.code === 'IMPORT_STATE') return { code: 'BATCH_FILE_NOT_READY', params: { fileName } };
  return { ...refusal, params: { ...refusal.params, fileName } };
}

/**
 * Brings all files of a batch into the city in one transaction, in the order in which they came: all of them or none.
 * Refused when the city has changed since the person saw the previews; what the files change for each other is no change.
 * A later file may need what an earlier one has booked, and other bookings would wait for all of them: so none of them
 * gets a part of the ledger of its own.
 */
export async function commitBatch(tx: Transaction, batchId: string, report: StepReported): Promise<BatchOutcome> {
  await holdImports(tx);
  const runs: PreviewedRun[] = [];
  for (const run of await lockRunsOfBatch(tx, batchId)) if (isPreviewed(run, 'committing')) runs.push(run);
  if (runs.length === 0) return refuse({ code: 'IMPORT_STATE', params: {} });
  for (const run of runs) {
    if ((await seenEffects(tx, run)) === null)
      return refuse(ofFile({ code: 'IMPORT_PREVIEW_CHANGED', params: {} }, run));
  }
  for (const run of runs) {
    const outcome = await bringIn(tx, run, await effectsNow(tx, run), report, 'movement');
    if (!outcome.ok) return refuse(ofFile(outcome.refusal, run));
  }
  return ok({ id: batchId });
}
