import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import type { JobQueue } from '../../platform/jobs/job-queue';
import { planForManyRows } from '../bulk-planning';
import { storeChunk } from '../chunk.repository';
import { bytesInMemory } from '../file/file-bytes';
import { FileRefused } from '../file/file-refused';
import { IMPORT_JOBS } from '../import-job-kinds';
import type { NewRun } from '../new-run';
import { findEarlierCommit, insertRun, saveState } from '../run.repository';
import { stageFile } from '../stage-file';

type Uploaded = Outcome<{ id: string }, Refusal<ProblemCode>>;

const STAGING_LIMIT_MS = 60_000;

/** Reads a small file at once: the answer is its preview, or why it is none. Nothing of a refused file is kept. */
export async function previewUpload(tx: Transaction, run: NewRun, content: Buffer): Promise<Uploaded> {
  const repeated = await refuseRepetition(tx, run);
  if (repeated !== null) return refuse(repeated);
  await planForManyRows(tx, STAGING_LIMIT_MS);
  await insertRun(tx, run);
  await storeChunk(tx, run.importId, 0, content);
  try {
    await stageFile(tx, run, bytesInMemory(content));
  } catch (fault) {
    if (fault instanceof FileRefused) return refuse({ code: fault.code, params: fault.params });
    throw fault;
  }
  return ok({ id: run.importId });
}

/** Hands a big file, whose pieces are stored already, to a job. */
export async function queueUpload(tx: Transaction, run: NewRun, jobs: JobQueue): Promise<Uploaded> {
  const repeated = await refuseRepetition(tx, run);
  if (repeated !== null) return refuse(repeated);
  await insertRun(tx, run);
  const jobId = await jobs.enqueue(tx, IMPORT_JOBS.check, run.importId);
  await saveState(tx, run.importId, { state: 'checking', jobId });
  return ok({ id: run.importId });
}

/** A file that was taken over before is taken again only when the person says so. */
export async function refuseRepetition(tx: Transaction, run: NewRun): Promise<Refusal<ProblemCode> | null> {
  const { confirmRepeat, kind, sheet } = run.options;
  if (confirmRepeat) return null;
  const date = await findEarlierCommit(tx, { sha256: run.sha256, kind, sheet });
  return date === null ? null : { code: 'FILE_ALREADY_IMPORTED', params: { date } };
}
