import { parse } from 'csv-parse/sync';
import type { FileBytes } from './file-bytes';
import { FileText } from './file-text';
import { type Delimiter, type FileEncoding, TABLE_LIMITS, type TableRow } from './table';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The last rows of a text file with their true numbers. The bytes are run through once, counting where records end outside
 * of quotes, and only the last ones are read as rows. Where quotes do not close there are none: whoever reads the rows in
 * their order will say what is wrong.
 */
export async function lastRows(bytes: FileBytes, delimiter: Delimiter, count: number): Promise<TableRow[]> {
  const writing = await writingOf(bytes);
  const found = await lastRecords(bytes, writing, count);
  if (found === null) return [];
  const text = writing.isWide ? new FileText(writing.encoding) : new FileText();
  let letters = '';
  for await (const piece of bytes.read(found.offset)) letters += text.write(piece);
  letters += text.end();
  return parsed(letters, delimiter)
    .map((cells, at) => ({ rowNumber: found.rowNumber + at, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** How letters stand in the bytes of a file. */
interface Writing {
  readonly encoding: FileEncoding;
  /** Two bytes for each letter (UTF-16). */
  readonly isWide: boolean;
  /** The letter that ends a line. */
  readonly lineEnd: number;
}

async function writingOf(bytes: FileBytes): Promise<Writing> {
  const text = new FileText();
  let letters = '';
  for await (const piece of bytes.read(0, Math.min(bytes.size, TABLE_LIMITS.recordCharacters)))
    letters += text.write(piece);
  const { encoding } = text;
  const lineEnd = letters.includes('\n') ? LINE_FEED : CARRIAGE_RETURN;
  return { encoding, isWide: encoding.startsWith('utf-16'), lineEnd };
}

interface LastRecords {
  /** Where the first of them begins, in bytes. */
  readonly offset: number;
  readonly rowNumber: number;
}

async function lastRecords(bytes: FileBytes, writing: Writing, count: number): Promise<LastRecords | null> {
  const { isWide, lineEnd } = writing;
  const isBigFirst = writing.encoding === 'utf-16be';
  const starts: number[] = [0];
  let records = 1;
  let isQuoted = false;
  let before = 0;
  let firstHalf = 0;
  for await (const piece of bytes.read()) {
    for (let at = 0; at < piece.length; at++) {
      let letter = piece[at] ?? 0;
      if (isWide) {
        if ((before + at) % 2 === 0) {
          firstHalf = letter;
          continue;
        }
        letter = isBigFirst ? firstHalf * 256 + letter : letter * 256 + firstHalf;
      }
      if (letter === QUOTE) isQuoted = !isQuoted;
      else if (letter === lineEnd && !isQuoted) {
        records += 1;
        starts[(records - 1) % count] = before + at + 1;
      }
    }
    before += piece.length;
  }
  if (isQuoted) return null;
  const first = Math.max(records - count, 0);
  return { offset: starts[first % count] ?? 0, rowNumber: first + 1 };
}

function parsed(letters: string, delimiter: Delimiter): string[][] {
  try {
    return parse(letters, { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch {
    return [];
  }
}
