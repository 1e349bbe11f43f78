import type { ArchiveEntry } from './archive';
import type { TableRow } from './table';

/** Header cells that reach over several columns, by row. */
export type MergedHeaders = ReadonlyMap<number, readonly MergedColumns[]>;

interface MergedColumns {
  readonly first: number;
  readonly last: number;
}

/** Headers stand at the top; what is merged below is decoration. */
const HEADER_ROWS = 60;
const MERGES_MAX = 2000;
const KEPT_BYTES = 200;

/**
 * Which header cells are merged. A sheet says so behind its last row, so its bytes are looked through once before rows are
 * read; no other part of a sheet has a tag of this name.
 */
export async function findMergedHeaders(entry: ArchiveEntry): Promise<MergedHeaders> {
  const merged = new Map<number, MergedColumns[]>();
  let found = 0;
  let rest = '';
  for await (const piece of entry.read()) {
    const text = rest + piece.toString('latin1');
    if (text.includes('mergeCell ')) {
      for (const [, first = '', firstRow = '', last = ''] of text.matchAll(MERGE)) {
        const row = Number(firstRow);
        found += 1;
        if (found > MERGES_MAX || row > HEADER_ROWS || first === last) continue;
        merged.set(row, [...(merged.get(row) ?? []), { first: columnNumber(first), last: columnNumber(last) }]);
      }
    }
    // A tag may be cut at the end of the piece; what is behind its end has been looked at.
    rest = text.slice(Math.max(text.lastIndexOf('>') + 1, text.length - KEPT_BYTES));
  }
  return merged;
}

const MERGE = /mergeCell [^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})[0-9]{1,7}"[^>]*>/g;

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/**
 * The row with the words of merged headers repeated over their columns, as a person reads it. A row that holds nothing but
 * one merged cell is a title and stays as it is.
 */
export function withRepeatedHeaders(row: TableRow, merged: MergedHeaders): TableRow {
  const groups = merged.get(row.rowNumber);
  if (groups === undefined) return row;
  if (row.cells.filter((cell) => cell !== '').length < 2) return row;
  const cells = [...row.cells];
  for (const { first, last } of groups) {
    const word = cells[first - 1] ?? '';
    if (word === '') continue;
    for (let column = first + 1; column <= last; column++) {
      while (cells.length < column) cells.push('');
      if (cells[column - 1] === '') cells[column - 1] = word;
    }
  }
  return { ...row, cells };
}
