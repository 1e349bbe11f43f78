import type { ImportKind } from '@etatlotse/contracts/import/plain';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import {
  checkMapping,
  type FileMapping,
  matchColumns,
  UNIT_QUESTION,
  withAnswerAboutUnit,
} from '@etatlotse/domain/import';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import type { JobQueue } from '../../platform/jobs/job-queue';
import { saveBatchJob } from '../batch.repository';
import { planForManyRows } from '../bulk-planning';
import { hasFile, storedFileOf } from '../chunk.repository';
import { CHUNK_BYTES } from '../file/file-bytes';
import { FileRefused } from '../file/file-refused';
import { IMPORT_JOBS } from '../import-job-kinds';
import { findSeenRun } from '../import-rights';
import type { RunOptions } from '../new-run';
import { RECORD_QUESTIONS } from '../records/record-staging';
import {
  clearReading,
  findRun,
  lockRun,
  lockRunsOfBatch,
  saveReading,
  saveState,
  type StoredRun,
} from '../run.repository';
import { stageFile } from '../stage-file';

type Changed = Outcome<{ id: string }, Refusal<ProblemCode>>;

/** What a person says about how a file is read. What is left out stays as it was. */
export interface SaidReading {
  readonly version: number;
  readonly kind?: ImportKind;
  readonly sheet?: string;
  readonly answers?: readonly { readonly id: string; readonly value: string }[];
  /** Null goes back to detection. */
  readonly mapping?: FileMapping | null;
  readonly leavesOutWrongRows?: boolean;
  readonly forBatch?: boolean;
}

const STAGING_LIMIT_MS = 60_000;

/**
 * Reads a file another way. A small one at once, a big one or several by a job; the preview that stood before holds until
 * the new one is there. Refused when the mapping is unsound, the file is gone, or the import is not waiting for a decision.
 */
export async function changeMapping(
  tx: Transaction,
  importId: string,
  said: SaidReading,
  jobs: JobQueue,
): Promise<Changed> {
  const run = await lockWithBatch(tx, importId, said.forBatch === true);
  if (run === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const refusal = await refusalOf(tx, run.changed, said);
  if (refusal !== null) return refuse(refusal);
  const next = nextReading(run.changed, said);
  const others = run.others.flatMap((other) => {
    const reading = readingOfOther(other, run.changed, said, next);
    return reading === null ? [] : [{ run: other, reading }];
  });
  for (const each of [{ run: run.changed, reading: next }, ...others]) {
    await saveReading(tx, each.run.importId, each.reading);
  }
  if (others.length > 0 && run.changed.batchId !== null) {
    const ids = [run.changed, ...others.map((other) => other.run)].map((each) => each.importId);
    return queueBatch(tx, run.changed.batchId, ids, jobs, importId);
  }
  if (run.changed.bytes > CHUNK_BYTES) return queueOne(tx, importId, jobs);
  return readNow(tx, importId);
}

interface LockedRuns {
  readonly changed: StoredRun;
  readonly others: readonly StoredRun[];
}

/** Runs are held in the order of their ids. */
async function lockWithBatch(tx: Transaction, importId: string, forBatch: boolean): Promise<LockedRuns | null> {
  const seen = await findSeenRun(tx, importId);
  if (seen === null) return null;
  if (!forBatch || seen.batchId === null) {
    const changed = await lockRun(tx, importId);
    return changed === null ? null : { changed, others: [] };
  }
  const runs = await lockRunsOfBatch(tx, seen.batchId);
  const changed = runs.find((run) => run.importId === importId);
  const others = runs.filter((run) => run.importId !== importId && run.state === 'previewed');
  return changed === undefined ? null : { changed, others };
}

async function refusalOf(tx: Transaction, run: StoredRun, said: SaidReading): Promise<Refusal<ProblemCode> | null> {
  if (run.version !== said.version) return { code: 'VERSION_STALE', params: {} };
  if (run.state !== 'previewed' && run.state !== 'interrupted') return { code: 'IMPORT_STATE', params: {} };
  if (!(await hasFile(tx, run.importId))) return { code: 'IMPORT_FILE_GONE', params: {} };
  if (said.mapping === undefined || said.mapping === null) return null;
  const checked = checkMapping(said.mapping);
  return checked.ok ? null : checked.refusal;
}

interface NextReading {
  readonly options: RunOptions;
  readonly mapping: FileMapping | null;
}

/** A mapping stands above answers; answers alone, a kind or a sheet go back to detection, which takes them into account. */
function nextReading(run: StoredRun, said: SaidReading): NextReading {
  const answers = Object.fromEntries((said.answers ?? []).map(({ id, value }) => [id, value]));
  const options = {
    ...run.options,
    kind: said.mapping?.kind ?? said.kind ?? run.options.kind,
    sheet: said.sheet ?? run.options.sheet,
    answers: { ...run.options.answers, ...answers },
    leavesOutWrongRows: said.leavesOutWrongRows ?? run.options.leavesOutWrongRows,
  };
  // What happens with known records is no matter of how the file is read; the unit is one of a declared mapping, too.
  const isAboutReading = (said.answers ?? []).some(({ id }) => id !== UNIT_QUESTION && !RECORD_QUESTIONS.includes(id));
  const staysDeclared = said.mapping === undefined && said.kind === undefined && !isAboutReading;
  const declared = run.mapping === null ? null : withAnswerAboutUnit(run.mapping, answers);
  return { options, mapping: said.mapping ?? (staysDeclared ? declared : null) };
}

/** Another file of the batch takes the mapping where its headers fit, and answers where it has the same question. */
function readingOfOther(
  other: StoredRun,
  changed: StoredRun,
  said: SaidReading,
  next: NextReading,
): NextReading | null {
  if (next.mapping !== null) {
    const mapping = mappingForOther(next.mapping, other);
    return mapping === null ? null : { options: { ...other.options, kind: mapping.kind }, mapping };
  }
  const asked = new Set((other.preview?.questions ?? []).map(({ id }) => id));
  const answers = Object.fromEntries(
    (said.answers ?? []).flatMap(({ id, value }) => (asked.has(id) ? [[id, value]] : [])),
  );
  const hasKind = said.kind !== undefined && other.kind === changed.kind;
  if (Object.keys(answers).length === 0 && !hasKind) return null;
  const options = { ...other.options, answers: { ...other.options.answers, ...answers } };
  return { options: hasKind ? { ...options, kind: said.kind ?? null } : options, mapping: null };
}

/** The same columns where they stand in the other file; its header and its sums are its own. Null when they do not fit. */
function mappingForOther(mapping: FileMapping, { preview }: StoredRun): FileMapping | null {
  if (preview === null) return null;
  const columns = matchColumns(mapping, preview.columns);
  if (columns === null) return null;
  const { sheetName, headerRows, firstDataRow, sumRows } = preview.mapping;
  const ownSums = { ...mapping.sumRows, rowNumbers: sumRows.rowNumbers };
  return { ...mapping, columns, sheetName, headerRows, firstDataRow, sumRows: ownSums };
}

async function readNow(tx: Transaction, importId: string): Promise<Changed> {
  const run = await findRun(tx, importId);
  if (run === null) return refuse({ code: 'NOT_FOUND', params: {} });
  await planForManyRows(tx, STAGING_LIMIT_MS);
  await clearReading(tx, importId);
  try {
    await stageFile(tx, run, storedFileOf(tx, run));
  } catch (fault) {
    if (fault instanceof FileRefused) return refuse({ code: fault.code, params: fault.params });
    throw fault;
  }
  return ok({ id: importId });
}

async function queueOne(tx: Transaction, importId: string, jobs: JobQueue): Promise<Changed> {
  const jobId = await jobs.enqueue(tx, IMPORT_JOBS.check, importId);
  await saveState(tx, importId, { state: 'checking', jobId });
  return ok({ id: importId });
}

async function queueBatch(
  tx: Transaction,
  batchId: string,
  importIds: readonly string[],
  jobs: JobQueue,
  importId: string,
): Promise<Changed> {
  const jobId = await jobs.enqueue(tx, IMPORT_JOBS.checkBatch, batchId);
  await saveBatchJob(tx, batchId, jobId);
  for (const id of importIds) await saveState(tx, id, { state: 'checking', jobId });
  return ok({ id: importId });
}
