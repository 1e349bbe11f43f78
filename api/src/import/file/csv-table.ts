import { CsvRecords } from './csv-records';
import { lastRows } from './csv-tail';
import { findDelimiter } from './delimiter';
import type { FileBytes } from './file-bytes';
import { FileRefused } from './file-refused';
import { FileText } from './file-text';
import {
  columnLetters,
  type Delimiter,
  eachOf,
  type Table,
  TABLE_LIMITS,
  type TableFile,
  type TableRow,
} from './table';

const OPENING_CHARACTERS = 64 * 1024;
/** Rows of so many letters are in memory at a time: they are gone before the collector has to carry them along. */
const LETTERS_AT_ONCE = 64 * 1024;
/** What another program left in place of a letter that it could not read, long before the file came here. */
const LOST_LETTER = '\uFFFD';
const CONTROL_CHAR = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/;

/**
 * Opens a CSV file from its bytes: encoding and delimiter are found, rows are handed on as they are, also those of another
 * width. While rows are read `FileRefused` is thrown for mixed encodings (CSV_ENCODING), a quote that does not close
 * (CSV_QUOTE), control characters (TEXT_CONTROL_CHAR) and more columns than a budget has (FILE_TOO_MANY_COLUMNS).
 */
export async function openCsv(bytes: FileBytes): Promise<TableFile> {
  const delimiter = await delimiterOf(bytes);
  const sheet = { name: '', rows: 0, numbers: 0, isHidden: false };
  return {
    format: 'csv',
    delimiter,
    sheets: [sheet],
    proposedSheet: '',
    totalBytes: () => bytes.size,
    async open(name) {
      if (name !== '') throw new FileRefused('SHEET_UNKNOWN', { sheet: name });
      return readTable(bytes, delimiter);
    },
  };
}

async function delimiterOf(bytes: FileBytes): Promise<Delimiter> {
  const text = new FileText();
  let opening = '';
  for await (const piece of bytes.read(0, Math.min(bytes.size, 2 * OPENING_CHARACTERS))) opening += text.write(piece);
  return findDelimiter(opening, bytes.size <= 2 * OPENING_CHARACTERS);
}

function readTable(bytes: FileBytes, delimiter: Delimiter): Table {
  const text = new FileText();
  const progress = { bytes: 0 };
  const lost: LostLetters = { rows: 0, firstRow: null };
  const pieces = readPieces(decoded(bytes, text, progress), delimiter, lost);
  return {
    rows: eachOf(pieces),
    pieces,
    tail: (count) => lastRows(bytes, delimiter, count),
    encoding: () => text.encoding,
    notes: () =>
      lost.rows === 0
        ? []
        : [{ code: 'LETTERS_LOST', severity: 'warning', row: lost.firstRow, params: { count: lost.rows } }],
    bytesRead: () => progress.bytes,
  };
}

async function* decoded(bytes: FileBytes, text: FileText, progress: { bytes: number }): AsyncGenerator<string, void> {
  for await (const piece of bytes.read()) {
    const letters = text.write(piece);
    progress.bytes += piece.length;
    if (letters !== '') yield letters;
  }
  const rest = text.end();
  if (rest !== '') yield rest;
}

/** Rows in which letters were lost. */
interface LostLetters {
  rows: number;
  firstRow: number | null;
}

async function* readPieces(
  letters: AsyncGenerator<string, void>,
  delimiter: Delimiter,
  lost: LostLetters,
): AsyncGenerator<readonly TableRow[], void> {
  const records = new CsvRecords(delimiter);
  let rowNumber = 0;
  let isSuspicious = false;
  const read = (found: readonly string[][]): readonly TableRow[] => {
    const rows: TableRow[] = [];
    for (const cells of found) {
      rowNumber += 1;
      if (isSuspicious) lookAtLetters(cells, rowNumber, lost);
      if (cells.length > TABLE_LIMITS.columns) throw new FileRefused('FILE_TOO_MANY_COLUMNS', { row: rowNumber });
      if (!isBlank(cells)) rows.push({ rowNumber, cells });
    }
    return rows;
  };
  for await (const piece of letters) {
    // A whole piece is looked through at once; only where something is found are the cells looked at one by one.
    isSuspicious ||= CONTROL_CHAR.test(piece) || piece.includes(LOST_LETTER);
    for (let at = 0; at < piece.length; at += LETTERS_AT_ONCE) {
      yield read(records.take(piece.slice(at, at + LETTERS_AT_ONCE)));
    }
  }
  yield read(records.end());
}

/** Spreadsheets write rows that hold nothing as a row of delimiters. */
function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '') return false;
  return true;
}

function lookAtLetters(cells: readonly string[], row: number, lost: LostLetters): void {
  const at = cells.findIndex((cell) => CONTROL_CHAR.test(cell));
  if (at >= 0) throw new FileRefused('TEXT_CONTROL_CHAR', { row, column: columnLetters(at + 1) });
  if (!cells.some((cell) => cell.includes(LOST_LETTER))) return;
  lost.rows += 1;
  lost.firstRow ??= row;
}
