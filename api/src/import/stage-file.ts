import { createHash } from 'node:crypto';
import { type ImportPreview } from '@etatlotse/contracts/import/plain';
import type { Transaction } from '../platform/database/transactions';
import {
  addFindings,
  checkStagedRows,
  countFindings,
  countWrongRows,
  type FindingCount,
  firstFindings,
  linesToKnow,
  ROW_FAULTS,
} from './check.repository';
import { effectsOf } from './effects.repository';
import type { FileBytes } from './file/file-bytes';
import { FileRefused } from './file/file-refused';
import { openTables } from './file/open-tables';
import { readOpening } from './file/opening';
import type { FileNote, Table, TableFile, TableRow } from './file/table';
import { kindRefusal } from './import-rights';
import { noteProfileUse } from './profile.repository';
import { type FileReading, StagedReader } from './profiles/staged-reader';
import { decideReading, type Reading } from './reading-choice';
import type { NewRun } from './new-run';
import { checkRecords } from './records/record-staging';
import { savePreview } from './run.repository';
import { StagingWriter } from './stage.repository';
import type { NewFinding, StagedRow } from './staged-row';

/** Called between batches of rows with how far the file has been read, in bytes; throws to stop the work. */
export type BytesReported = (read: number, total: number) => Promise<void>;

/** How many rows of a file are looked at to understand it, and how many of them a person is shown. */
const ROWS_LOOKED_AT = 2000;
const LAST_ROWS_LOOKED_AT = 50;
const ROWS_SHOWN = 20;
const CELL_SHOWN = 200;
/** A report is a transaction of its own and is waited for: often enough to cancel soon, seldom enough to cost little. */
const BATCHES_PER_REPORT = 10;

/**
 * Reads a file from its bytes to its preview: open, understand, stage, check. One transaction, so that a file that turns
 * out unreadable, a cancelled job or a lost process leaves nothing. Throws `FileRefused` for such a file.
 */
export async function stageFile(
  tx: Transaction,
  run: NewRun,
  bytes: FileBytes,
  report: BytesReported,
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
  const totalBytes = file.totalBytes(sheet);
  const reader = new StagedReader(reading.mapping, await linesToKnow(tx, reading.mapping));
  const found = await stageRows(opening.pieces, reader, writer, {
    leavesOutWrongRows: run.options.leavesOutWrongRows,
    report: () => report(table.bytesRead(), totalBytes),
  });
  for (const finding of [...found.findings, ...table.notes().map(fromNote)]) writer.addFinding(finding);
  await writer.close();
  await report(totalBytes, totalBytes);
  await checkStagedRows(tx, run.importId, reading.mapping);
  const records = await checkRecords(tx, run.importId, reading.mapping, run.options);
  await addFindings(
    tx,
    run.importId,
    run.options.leavesOutWrongRows ? records.findings.map(asWarning) : records.findings,
  );
  const asked = { ...reading, questions: [...reading.questions, ...found.questions, ...records.questions] };
  const read: ReadFile = { file, table, sheetName, head: opening.head, reading: asked, writer, found };
  const preview = await previewOf(tx, run, read);
  await savePreview(tx, run.importId, { profile: reading.profile, preview, hash: hashOf(run.sha256, preview) });
  if (reading.profile !== null) await noteProfileUse(tx, reading.profile.id);
  return preview;
}

/** The last rows that are not among the first ones. */
async function tailBehind(table: Table, head: readonly TableRow[]): Promise<readonly TableRow[]> {
  const lastOfHead = head.at(-1)?.rowNumber ?? 0;
  const tail = await table.tail(LAST_ROWS_LOOKED_AT);
  return tail.filter(({ rowNumber }) => rowNumber > lastOfHead);
}

async function stageRows(
  pieces: AsyncIterable<readonly TableRow[]>,
  reader: StagedReader,
  writer: StagingWriter,
  { leavesOutWrongRows, report }: { readonly leavesOutWrongRows: boolean; readonly report: () => Promise<void> },
): Promise<FileReading> {
  const seen = { wrong: 0, firstRow: 0, hasRows: false };
  let batches = 0;
  await writer.open();
  try {
    for await (const piece of pieces) {
      for (const row of piece) {
        const staged = reader.read(row);
        seen.hasRows ||= row.rowNumber >= reader.firstDataRow;
        if (staged.findings.some(isWrongWidth)) {
          seen.wrong += 1;
          seen.firstRow ||= row.rowNumber;
        }
        writer.add(leavesOutWrongRows ? withoutFaults(staged) : staged);
        if (!writer.isFull) continue;
        await writer.flush();
        batches += 1;
        if (batches % BATCHES_PER_REPORT === 1) await report();
      }
    }
  } finally {
    await writer.settle();
  }
  const found = reader.finish();
  // Where no row at all fits the header, the file is another one than it says.
  if (seen.wrong > 0 && seen.wrong === writer.rows) throw new FileRefused('CSV_COLUMNS', { row: seen.firstRow });
  // Rows of which none is taken are a person's business: a question may be open, or all of them are sums.
  if (found.isEmpty && !seen.hasRows) throw new FileRefused('CSV_EMPTY');
  return found;
}

/** A row that is left out is still told of, but keeps nothing from being taken over. */
function withoutFaults(row: StagedRow): StagedRow {
  if (row.findings.length === 0) return row;
  return { ...row, findings: row.findings.map(asWarning) };
}

function asWarning(finding: NewFinding): NewFinding {
  const isFault = finding.severity === 'error' && ROW_FAULTS.includes(finding.code);
  return isFault ? { ...finding, severity: 'warning' } : finding;
}

function isWrongWidth({ code, params }: NewFinding): boolean {
  return code === 'ROW_INVALID' && params['reason'] === 'ROW_WIDTH';
}

function fromNote({ code, severity, row, params }: FileNote): NewFinding {
  return { row, column: '', code, severity, value: '', params };
}

/** Names the file and everything the person was shown of it. */
function hashOf(sha256: Buffer, preview: ImportPreview): Buffer {
  return createHash('sha256').update(sha256).update(JSON.stringify(preview)).digest();
}

interface ReadFile {
  readonly file: TableFile;
  readonly table: Table;
  readonly sheetName: string | null;
  readonly head: readonly TableRow[];
  readonly reading: Reading;
  readonly writer: StagingWriter;
  readonly found: FileReading;
}

async function previewOf(tx: Transaction, run: NewRun, read: ReadFile): Promise<ImportPreview> {
  const { file, table, sheetName, head, reading, writer, found } = read;
  const { mapping } = reading;
  const counted = await countFindings(tx, run.importId);
  const total = (severity: FindingCount['severity']): number =>
    counted.reduce((sum, { severity: own, count }) => (own === severity ? sum + count : sum), 0);
  const plan = mapping.kind === 'plan_lines' ? mapping.plan : null;
  const wrongRows = await countWrongRows(tx, run.importId);
  return {
    format: file.format,
    encoding: table.encoding(),
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
    rows: writer.rows,
    totalRows: writer.totalRows,
    totals: found.totals,
    groups: found.groups,
    findings: {
      errors: total('error') + writer.errorsNotKept,
      warnings: total('warning'),
      infos: total('info'),
      wrongRows: wrongRows === null || writer.errorsNotKept > 0 || wrongRows >= writer.rows ? null : wrongRows,
      byCode: counted,
      first: await firstFindings(tx, run.importId),
    },
    effects: await effectsOf(tx, run.importId, {
      kind: mapping.kind,
      planVersions: plan === null ? 0 : 1,
      options: run.options,
    }),
    leavesOutWrongRows: run.options.leavesOutWrongRows,
    asksPointGroups:
      reading.questions.some(({ code }) => code === 'NUMBER_GROUPING') ||
      counted.some(({ code }) => code === 'AMOUNT_AMBIGUOUS'),
    plan,
  };
}
