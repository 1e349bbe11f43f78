import { createHash } from 'node:crypto';
import type { ImportPreview } from '@etatlotse/contracts/import/plain';
import type { Transaction } from '../platform/database/transactions';
import { checkStagedRows, countFindings, type FindingCount, firstFindings } from './check.repository';
import { effectsOf } from './effects.repository';
import { type CsvFile, openCsv } from './file/csv-rows';
import { chooseReader } from './profiles/choose-reader';
import { type NewRun, savePreview } from './run.repository';
import { StagingWriter } from './stage.repository';
import type { RowReader } from './staged-row';

/** Called between batches of rows; throws to stop the work. */
export type RowsReported = (rows: number) => Promise<void>;

/**
 * Reads a file from its bytes to its preview: detect, parse, understand, stage, check. One transaction, so that a file
 * that turns out unreadable, a cancelled job or a lost process leaves nothing. Throws `FileRefused` for such a file.
 */
export async function stageFile(
  tx: Transaction,
  run: NewRun,
  bytes: AsyncIterable<Buffer>,
  report: RowsReported,
): Promise<void> {
  const file = await openCsv(bytes);
  const reader = chooseReader(file.head.columns, { ...run.options, kind: run.kind, today: tx.today });
  const writer = new StagingWriter(tx, run.importId);
  await writer.open();
  try {
    for await (const { rowNumber, cells } of file.rows) {
      if (await writer.add(reader.read(rowNumber, cells))) await report(writer.rows);
    }
  } finally {
    await writer.settle();
  }
  const summary = reader.finish();
  for (const finding of summary.findings) writer.addFinding(finding);
  await writer.close();
  await report(writer.rows);
  await checkStagedRows(tx, run.importId, { bringsFacts: reader.bringsFacts });
  const preview = await previewOf(tx, run, { file, reader, writer, totals: summary.totals });
  const hash = hashOf(run.sha256, preview);
  await savePreview(tx, run.importId, { profile: reader.profile, preview, hash, rows: writer.rows });
}

/** Names the file and everything the person was shown of it. */
function hashOf(sha256: Buffer, preview: ImportPreview): Buffer {
  return createHash('sha256').update(sha256).update(JSON.stringify(preview)).digest();
}

interface ReadFile {
  readonly file: CsvFile;
  readonly reader: RowReader;
  readonly writer: StagingWriter;
  readonly totals: ImportPreview['totals'];
}

async function previewOf(
  tx: Transaction,
  run: NewRun,
  { file, reader, writer, totals }: ReadFile,
): Promise<ImportPreview> {
  const counted = await countFindings(tx, run.importId);
  const total = (severity: FindingCount['severity']): number =>
    counted.reduce((sum, found) => (found.severity === severity ? sum + found.count : sum), 0);
  return {
    encoding: file.encoding(),
    delimiter: file.head.delimiter,
    columns: file.head.columns,
    rows: writer.rows,
    totalRows: writer.totalRows,
    totals,
    findings: {
      errors: total('error') + writer.errorsNotKept,
      warnings: total('warning'),
      infos: total('info'),
      byCode: counted,
      first: await firstFindings(tx, run.importId),
    },
    effects: await effectsOf(tx, run.importId, { kind: run.kind, planVersions: reader.plan === null ? 0 : 1 }),
    asksPointGroups: counted.some(({ code }) => code === 'AMOUNT_AMBIGUOUS'),
    plan: reader.plan,
  };
}
