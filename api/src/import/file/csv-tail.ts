import { parse } from 'csv-parse/sync';
import type { FileBytes } from './file-bytes';
import { FileText } from './file-text';
import { LAST_RECORDS, type LastRecords, RecordCounter, type Writing } from './last-records';
import { type Delimiter, type FileEncoding, TABLE_LIMITS, type TableRow } from './table';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The last rows of a text file with their true numbers. Where they begin was counted when the file arrived; where it was not,
 * the bytes are run through once. Where quotes do not close there are none: whoever reads the rows in their order will say
 * what is wrong.
 */
export async function lastRows(bytes: FileBytes, delimiter: Delimiter, count: number): Promise<TableRow[]> {
  const { encoding, ...writing } = await writingOf(bytes);
  const counted = count === LAST_RECORDS ? bytes.lastRecords : null;
  const found = counted ?? (await lastRecords(bytes, writing, count));
  if (found === null) return [];
  const text = writing.isWide ? new FileText(encoding) : new FileText();
  let letters = '';
  for await (const piece of bytes.read(found.offset)) letters += text.write(piece);
  letters += text.end();
  return parsed(letters, delimiter)
    .map((cells, at) => ({ rowNumber: found.rowNumber + at, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

async function writingOf(bytes: FileBytes): Promise<Writing & { readonly encoding: FileEncoding }> {
  const text = new FileText();
  let letters = '';
  for await (const piece of bytes.read(0, Math.min(bytes.size, TABLE_LIMITS.recordCharacters)))
    letters += text.write(piece);
  const { encoding } = text;
  const lineEnd = letters.includes('\n') ? LINE_FEED : CARRIAGE_RETURN;
  return { encoding, isWide: encoding.startsWith('utf-16'), isBigFirst: encoding === 'utf-16be', lineEnd };
}

async function lastRecords(bytes: FileBytes, writing: Writing, count: number): Promise<LastRecords | null> {
  const counter = new RecordCounter(writing, count);
  for await (const piece of bytes.read()) counter.add(piece);
  return counter.end();
}

function parsed(letters: string, delimiter: Delimiter): string[][] {
  try {
    return parse(letters, { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch {
    return [];
  }
}
