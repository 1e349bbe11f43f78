import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { FileRefused } from './file-refused';
import { FileText, type FileEncoding } from './file-text';

export type Delimiter = ';' | ',' | '\t' | '|';

const RECORD_MAX_CHARACTERS = 64 * 1024;
const HEADER_MAX_CHARACTERS = 16 * 1024;
const COLUMNS_MAX = 200;
const CONTROL_CHAR = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\uFFFD]/;
const DELIMITERS: readonly Delimiter[] = [';', ',', '\t', '|'];

/** A file's first row and how the file is written. */
export interface CsvHead {
  readonly columns: readonly string[];
  readonly delimiter: Delimiter;
}

/** One row as it stands in the file. Rows count as in a spreadsheet: the header is row 1. */
export interface CsvRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** A CSV file being read: its head is known at once, its rows come one after the other, never all at the same time. */
export interface CsvFile {
  readonly head: CsvHead;
  /** Final only when all rows have been read. */
  readonly encoding: () => FileEncoding;
  readonly rows: AsyncIterable<CsvRow>;
}

/**
 * Opens a CSV file from its bytes. Throws `FileRefused` when it is none: no header (CSV_HEADER), mixed encodings
 * (CSV_ENCODING), a quote that does not close (CSV_QUOTE), rows of another width (CSV_COLUMNS), control characters
 * (TEXT_CONTROL_CHAR), no rows (CSV_EMPTY); most of them while rows are read.
 */
export async function openCsv(bytes: AsyncIterable<Buffer>): Promise<CsvFile> {
  const text = new FileText();
  const pieces = decoded(bytes, text);
  const opening = await readOpening(pieces);
  const head = readHead(opening.text);
  return {
    head,
    encoding: () => text.encoding,
    rows: readRows(continued(opening, pieces), head),
  };
}

interface Opening {
  readonly text: string;
  readonly isWhole: boolean;
}

async function* decoded(bytes: AsyncIterable<Buffer>, text: FileText): AsyncGenerator<string, void> {
  for await (const piece of bytes) {
    const letters = text.write(piece);
    if (letters !== '') yield letters;
  }
  const rest = text.end();
  if (rest !== '') yield rest;
}

/** Reads until the first line break outside quotes is surely inside. */
async function readOpening(pieces: AsyncGenerator<string, void>): Promise<Opening> {
  let text = '';
  while (text.length < HEADER_MAX_CHARACTERS) {
    const { value, done } = await pieces.next();
    if (done === true) return { text, isWhole: true };
    text += value;
  }
  return { text, isWhole: false };
}

async function* continued(opening: Opening, pieces: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
  yield opening.text;
  if (!opening.isWhole) yield* pieces;
}

/** The delimiter is the candidate that occurs most often outside quotes in the first line. */
function readHead(text: string): CsvHead {
  const line = firstLine(text);
  if (line.trim() === '') throw new FileRefused('CSV_HEADER', { columns: '' });
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a));
  const columns = splitLine(line, best.delimiter);
  if (columns.length > COLUMNS_MAX || columns.some((column) => column.trim() === '')) {
    throw new FileRefused('CSV_HEADER', { columns: columns.slice(0, 40).join(best.delimiter).slice(0, 400) });
  }
  const names = new Set(columns);
  if (names.size < columns.length) throw new FileRefused('CSV_HEADER', { columns: line.slice(0, 400) });
  return { columns, delimiter: best.delimiter };
}

function firstLine(text: string): string {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === '\n' || letter === '\r')) return text.slice(0, at);
  }
  if (isQuoted) throw new FileRefused('CSV_QUOTE', { row: 1 });
  return text;
}

function splitLine(line: string, delimiter: Delimiter): string[] {
  const cells: string[] = [];
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${delimiter === '|' ? '\\|' : delimiter}]*))(${delimiter === '|' ? '\\|' : delimiter}|$)`,
    'y',
  );
  for (;;) {
    const found = cell.exec(line);
    if (found === null) throw new FileRefused('CSV_QUOTE', { row: 1 });
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '') return cells;
  }
}

async function* readRows(letters: AsyncGenerator<string, void>, head: CsvHead): AsyncGenerator<CsvRow, void> {
  const suspicion = { isRaised: false };
  const parser = parse({
    delimiter: head.delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: RECORD_MAX_CHARACTERS,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const flow = pipeline(Readable.from(watched(letters, suspicion)), parser);
  // The fault also comes out of the loop below; here it only must not count as unhandled.
  flow.catch(() => undefined);
  let rowNumber = 0;
  let rows = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      rowNumber += 1;
      if (rowNumber === 1 || isBlank(cells)) continue;
      if (cells.length !== head.columns.length) throw new FileRefused('CSV_COLUMNS', { row: rowNumber });
      if (suspicion.isRaised) refuseControlChars(cells, rowNumber, head);
      rows += 1;
      yield { rowNumber, cells };
    }
  } catch (fault) {
    throw asRefusal(fault, rowNumber + 1);
  }
  if (rows === 0) throw new FileRefused('CSV_EMPTY');
}

/** A whole piece is looked through at once; only where something is found are the cells looked at one by one. */
async function* watched(
  letters: AsyncGenerator<string, void>,
  suspicion: { isRaised: boolean },
): AsyncGenerator<string, void> {
  for await (const piece of letters) {
    if (CONTROL_CHAR.test(piece)) suspicion.isRaised = true;
    yield piece;
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === '';
}

function refuseControlChars(cells: readonly string[], row: number, head: CsvHead): void {
  const at = cells.findIndex((cell) => CONTROL_CHAR.test(cell));
  if (at < 0) return;
  const code = cells[at]?.includes('\uFFFD') === true ? 'CSV_ENCODING' : 'TEXT_CONTROL_CHAR';
  throw new FileRefused(code, { row, column: head.columns[at] ?? '' });
}

const QUOTE_FAULTS = new Set([
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'INVALID_OPENING_QUOTE',
  'CSV_MAX_RECORD_SIZE',
]);

function asRefusal(fault: unknown, row: number): unknown {
  if (!(fault instanceof CsvError)) return fault;
  return new FileRefused(QUOTE_FAULTS.has(fault.code) ? 'CSV_QUOTE' : 'CSV_COLUMNS', { row });
}
