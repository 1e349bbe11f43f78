import type { ImportEffects } from '@etatlotse/contracts/import/plain';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import type { JobQueue } from '../../platform/jobs/job-queue';
import { bringIn, holdImports, isPreviewed, seenEffects, type StepReported } from '../bring-in';
import { IMPORT_JOBS } from '../import-job-kinds';
import { findSeenRun, kindRefusal } from '../import-rights';
import { findEarlierCommit, lockRun, saveState, type StoredRun } from '../run.repository';

type ImportRefusal = Refusal<ProblemCode>;

/** Queues the commit of what the person saw. Refused when the preview is another one, has errors or questions, or is gone. */
export async function requestCommit(
  tx: Transaction,
  importId: string,
  previewHash: string,
  jobs: JobQueue,
): Promise<Outcome<{ id: string }, ImportRefusal>> {
  const run = (await findSeenRun(tx, importId)) && (await lockRun(tx, importId));
  if (run === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const refusal = await commitRefusal(tx, run, previewHash);
  if (refusal !== null) return refuse(refusal);
  const jobId = await jobs.enqueue(tx, IMPORT_JOBS.commit, importId);
  await saveState(tx, importId, { state: 'committing', jobId });
  return ok({ id: importId });
}

/** What keeps a run from being committed; null when nothing does. */
export async function commitRefusal(
  tx: Transaction,
  run: StoredRun,
  previewHash: string,
): Promise<ImportRefusal | null> {
  const isWaiting = run.state === 'previewed' || run.state === 'interrupted';
  if (!isWaiting || run.preview === null || run.previewHash === null) return { code: 'IMPORT_STATE', params: {} };
  const notTheirs = kindRefusal(tx, run.preview.mapping.kind);
  if (notTheirs !== null) return notTheirs;
  if (run.previewHash.toString('hex') !== previewHash) return { code: 'IMPORT_PREVIEW_CHANGED', params: {} };
  const { findings, questions, sheetName } = run.preview;
  if (questions.length > 0) {
    return { code: 'IMPORT_HAS_QUESTIONS', params: { count: questions.length, fileName: run.fileName } };
  }
  if (findings.errors > 0) return { code: 'IMPORT_HAS_ERRORS', params: { count: findings.errors } };
  if (run.options.confirmRepeat) return null;
  const date = await findEarlierCommit(tx, { sha256: run.sha256, kind: run.kind, sheet: sheetName });
  return date === null ? null : { code: 'FILE_ALREADY_IMPORTED', params: { date } };
}

/**
 * Brings a previewed file into the city in one transaction. Refused when the city has changed so that the commit would do
 * something else than the person saw. With `partFrom` movements or more it becomes a part of the ledger of its own.
 */
export async function commitImport(
  tx: Transaction,
  importId: string,
  report: StepReported,
  partFrom: number,
): Promise<Outcome<ImportEffects, ImportRefusal>> {
  await holdImports(tx);
  const run = await lockRun(tx, importId);
  if (!isPreviewed(run, 'committing')) return refuse({ code: 'IMPORT_STATE', params: {} });
  const effects = await seenEffects(tx, run);
  if (effects === null) return refuse({ code: 'IMPORT_PREVIEW_CHANGED', params: {} });
  return bringIn(tx, run, effects, report, effects.movements >= partFrom ? 'ledger_part' : 'movement');
}
