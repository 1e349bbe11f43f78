import { type Entry, fromBufferPromise } from 'yauzl';
import { bytesInMemory } from '../src/import/file/file-bytes';
import { openTables } from '../src/import/file/open-tables';
import { type TableColumn, type TableShape, valueAt } from '../src/platform/http/table';

/** What the cells of a file must be, from the list itself. */
export const headOf = ({ columns }: TableShape): string[] => columns.map(({ head }) => head.de);

const day = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('.');
const moment = (iso: string): string => {
  const parts = new Date(iso).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
  return `${day(parts)} ${parts.slice(11, 16)}`;
};
const PARTS = { cents: 100, micros: 1_000_000, hundredths: 100 } as const;

export function csvCells({ columns }: TableShape, row: unknown, numbers: 'de' | 'plain'): string[] {
  return columns.map((column) => {
    const value = valueAt(row, column.path);
    if (value === null) return '';
    if (typeof value === 'number' && column.kind in PARTS) {
      const parts = PARTS[column.kind as keyof typeof PARTS];
      const text = (value / parts).toFixed(String(parts).length - 1);
      return numbers === 'de' ? text.replace('.', ',') : text;
    }
    if (typeof value === 'number') return numbers === 'de' ? String(value).replace('.', ',') : String(value);
    if (column.kind === 'day' && numbers === 'de') return day(String(value));
    if (column.kind === 'moment' && numbers === 'de') return moment(String(value));
    const text = wordOf(column, value);
    return /^\s*[=+\-@]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text;
  });
}

function wordOf({ codes }: TableColumn, value: string | boolean): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  const parts = value.split(', ');
  return parts.map((part) => codes?.[part]?.de ?? part).join(', ');
}

/** A number is written in full, a day in the way of the import's reader. */
export function sheetCells({ columns }: TableShape, row: unknown): string[] {
  return columns.map((column) => {
    const value = valueAt(row, column.path);
    if (value === null) return '';
    if (typeof value === 'number') {
      const parts: number = PARTS[column.kind as keyof typeof PARTS] ?? 1;
      const shown = value / parts;
      // A spreadsheet holds fifteen digits.
      if (parts !== 100 || Number.isInteger(shown)) return String(Number(shown.toPrecision(15)));
      return shown.toFixed(String(parts).length - 1);
    }
    if (column.kind === 'day') return String(value).slice(0, 10);
    // The reader of the import keeps the day of a moment only.
    if (column.kind === 'moment') return moment(String(value)).slice(0, 10).split('.').reverse().join('-');
    return wordOf(column, value);
  });
}

/** A workbook as rows of texts, as the import reads it. */
export async function sheetOf(content: Buffer): Promise<string[][]> {
  const file = await openTables(bytesInMemory(content));
  const rows: string[][] = [];
  for await (const { cells } of (await file.open(file.proposedSheet)).rows) rows.push(withoutTail(cells));
  return rows;
}

/** Blank cells at the end of a row mean nothing. */
export function withoutTail(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}

/** The files of a ZIP, by name. */
export async function unzipped(content: Buffer): Promise<Readonly<Record<string, Buffer>>> {
  const zip = await fromBufferPromise(content, { lazyEntries: true });
  const files: Record<string, Buffer> = {};
  const entries: AsyncIterable<Entry> = zip.eachEntry();
  for await (const entry of entries) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    files[String(entry.fileName)] = Buffer.concat(pieces);
  }
  return files;
}
