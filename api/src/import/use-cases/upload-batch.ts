import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import type { JobQueue } from '../../platform/jobs/job-queue';
import { insertBatch, saveBatchJob } from '../batch.repository';
import { storeChunk } from '../chunk.repository';
import { IMPORT_JOBS } from '../import-job-kinds';
import type { NewRun } from '../new-run';
import { insertRun, saveState } from '../run.repository';
import { refuseRepetition } from './upload-import';

/** A file of a batch. Its pieces are stored already, except where it is so small that it is at hand. */
export interface BatchFile {
  readonly run: NewRun;
  readonly content: Buffer | null;
}

/** Makes a batch of files and hands them to one job that reads them one after the other. */
export async function uploadBatch(
  tx: Transaction,
  batch: { readonly batchId: string; readonly name: string; readonly files: readonly BatchFile[] },
  jobs: JobQueue,
): Promise<Outcome<{ id: string }, Refusal<ProblemCode>>> {
  for (const { run } of batch.files) {
    const repeated = await refuseRepetition(tx, run);
    if (repeated !== null) return refuse({ ...repeated, params: { ...repeated.params, fileName: run.fileName } });
  }
  await insertBatch(tx, batch.batchId, batch.name);
  const jobId = await jobs.enqueue(tx, IMPORT_JOBS.checkBatch, batch.batchId);
  await saveBatchJob(tx, batch.batchId, jobId);
  for (const { run, content } of batch.files) {
    await insertRun(tx, run);
    if (content !== null) await storeChunk(tx, run.importId, 0, content);
    await saveState(tx, run.importId, { state: 'checking', jobId });
  }
  return ok({ id: batch.batchId });
}
