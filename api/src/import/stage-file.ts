import { createHash } from 'node:crypto';
import type { ImportEffects, ImportPreview } from '@etatlotse/contracts/import/plain';
import type { Transaction } from '../platform/database/transactions';
import {
  addFindings,
  checkStagedRows,
  countFindings,
  countWrongRows,
  type FindingCount,
  firstFindings,
  linesToKnow,
  unknownOrders,
} from './check.repository';
import { effectsOf } from './effects.repository';
import { CHUNK_BYTES, type FileBytes } from './file/file-bytes';
import { FileRefused } from './file/file-refused';
import { openTables } from './file/open-tables';
import { LAST_RECORDS } from './file/last-records';
import { readOpening } from './file/opening';
import type { Table, TableFile, TableRow } from './file/table';
import { kindRefusal } from './import-rights';
import { noteProfileUse } from './profile.repository';
import { decideReading, type Reading } from './reading-choice';
import type { NewRun } from './new-run';
import type { ReadingThread } from './reading-thread';
import { faultAsWarning, packRows, type ReadingOrder, type RowsRead, type TakeRows } from './row-packing';
import { checkRecords } from './records/record-staging';
import { savePreview } from './run.repository';
import { StagingWriter } from './stage.repository';

/** Called between batches of rows with how far the file has been read, in bytes; throws to stop the work. */
export type BytesReported = (read: number, total: number) => Promise<void>;

/** How many rows of a file are looked at to understand it, and how many of them a person is shown. */
const ROWS_LOOKED_AT = 2000;
const ROWS_SHOWN = 20;
const CELL_SHOWN = 200;
/** A report is a transaction of its own and is waited for: often enough to cancel soon, seldom enough to cost little. */
const PORTIONS_PER_REPORT = 10;

/** The job that reads a file nobody waits for in a request: it is told how far the reading is, and has a thread for big files. */
export interface ReadingJob {
  readonly report: BytesReported;
  readonly thread: ReadingThread;
}

/**
 * Reads a file from its bytes to its preview: open, understand, stage, check. One transaction, so that a file that turns
 * out unreadable, a cancelled job or a lost process leaves nothing. Throws `FileRefused` for such a file.
 */
export async function stageFile(
  tx: Transaction,
  run: NewRun,
  bytes: FileBytes,
  job: ReadingJob | null = null,
): Promise<ImportPreview> {
  const file = await openTables(bytes);
  const sheet = run.options.sheet ?? run.mapping?.sheetName ?? file.proposedSheet;
  const table = await file.open(sheet);
  const opening = await readOpening(table.pieces, ROWS_LOOKED_AT);
  const sheetName = file.format === 'xlsx' ? sheet : null;
  const tail = opening.isWhole ? [] : await tailBehind(table, opening.head);
  const sample = { head: opening.head, tail, fileName: run.fileName, sheetName };
  const reading = await decideReading(tx, run, sample);
  const notTheirs = kindRefusal(tx, reading.mapping.kind);
  if (notTheirs !== null) throw new FileRefused(notTheirs.code);
  const writer = new StagingWriter(tx, run.importId);
  const order: ReadingOrder = {
    mapping: reading.mapping,
    knownLines: await linesToKnow(tx, reading.mapping),
    leavesOutWrongRows: run.options.leavesOutWrongRows,
  };
  const totalBytes = file.totalBytes(sheet);
  const take = rowsInto(writer, job, totalBytes);
  await writer.open();
  let rows: RowsRead;
  try {
    rows =
      job !== null && bytes.size > CHUNK_BYTES
        ? await job.thread.read(bytes, sheet, order, take)
        : await packRows(table, opening.pieces, order, take);
  } finally {
    await opening.leave();
    await writer.settle();
  }
  await writer.close();
  await job?.report(totalBytes, totalBytes);
  await checkStagedRows(tx, run.importId, reading.mapping);
  const records = await checkRecords(tx, run.importId, reading.mapping, run.options);
  const plan = reading.mapping.kind === 'plan_lines' ? reading.mapping.plan : null;
  const counted = await effectsOf(tx, run.importId, {
    kind: reading.mapping.kind,
    planVersions: plan === null ? 0 : 1,
    options: run.options,
  });
  await addFindings(tx, run.importId, [
    ...(run.options.leavesOutWrongRows ? records.findings.map(faultAsWarning) : records.findings),
    ...unknownOrders(reading.mapping, counted.bookingsOfUnknownOrders),
  ]);
  const asked = { ...reading, questions: [...reading.questions, ...rows.found.questions, ...records.questions] };
  const read: ReadFile = { file, sheetName, head: opening.head, reading: asked, rows, plan, effects: counted.effects };
  const preview = await previewOf(tx, run, read);
  await savePreview(tx, run.importId, { profile: reading.profile, preview, hash: hashOf(run.sha256, preview) });
  if (reading.profile !== null) await noteProfileUse(tx, reading.profile.id);
  return preview;
}

/** The last rows that are not among the first ones. */
async function tailBehind(table: Table, head: readonly TableRow[]): Promise<readonly TableRow[]> {
  const lastOfHead = head.at(-1)?.rowNumber ?? 0;
  const tail = await table.tail(LAST_RECORDS);
  return tail.filter(({ rowNumber }) => rowNumber > lastOfHead);
}

/** Hands rows to the staging tables, and tells the job from time to time how far the reading is. */
function rowsInto(writer: StagingWriter, job: ReadingJob | null, totalBytes: number): TakeRows {
  let portions = 0;
  return async (rows, bytesRead) => {
    await writer.write(rows);
    portions += 1;
    if (portions % PORTIONS_PER_REPORT === 1) await job?.report(bytesRead, totalBytes);
  };
}

/** Names the file and everything the person was shown of it. */
function hashOf(sha256: Buffer, preview: ImportPreview): Buffer {
  return createHash('sha256').update(sha256).update(JSON.stringify(preview)).digest();
}

interface ReadFile {
  readonly file: TableFile;
  readonly sheetName: string | null;
  readonly head: readonly TableRow[];
  readonly reading: Reading;
  readonly rows: RowsRead;
  readonly plan: ImportPreview['plan'];
  readonly effects: ImportEffects;
}

async function previewOf(tx: Transaction, run: NewRun, read: ReadFile): Promise<ImportPreview> {
  const { file, sheetName, head, reading, rows, plan, effects } = read;
  const { mapping } = reading;
  const counted = await countFindings(tx, run.importId);
  const total = (severity: FindingCount['severity']): number =>
    counted.reduce((sum, { severity: own, count }) => (own === severity ? sum + count : sum), 0);
  const wrongRows = await countWrongRows(tx, run.importId);
  return {
    format: file.format,
    encoding: rows.encoding,
    delimiter: file.delimiter ?? '',
    sheetName,
    sheets: file.format === 'xlsx' ? file.sheets : [],
    columns: mapping.columns.map(({ header }) => header),
    firstRows: head.slice(0, ROWS_SHOWN).map(({ rowNumber, cells }) => ({
      row: rowNumber,
      cells: cells.map((cell) => Array.from(cell).slice(0, CELL_SHOWN).join('')),
    })),
    mapping,
    mappingSource: reading.source,
    profileName: reading.profile?.name ?? null,
    evidence: reading.evidence,
    questions: reading.questions,
    rows: rows.rows,
    totalRows: rows.totalRows,
    totals: rows.found.totals,
    groups: rows.found.groups,
    findings: {
      errors: total('error') + rows.errorsNotKept,
      warnings: total('warning'),
      infos: total('info'),
      wrongRows: wrongRows === null || rows.errorsNotKept > 0 || wrongRows >= rows.rows ? null : wrongRows,
      byCode: counted,
      first: await firstFindings(tx, run.importId),
    },
    effects,
    leavesOutWrongRows: run.options.leavesOutWrongRows,
    asksPointGroups:
      reading.questions.some(({ code }) => code === 'NUMBER_GROUPING') ||
      counted.some(({ code }) => code === 'AMOUNT_AMBIGUOUS'),
    plan,
  };
}
