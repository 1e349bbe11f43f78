/** One row as it stands in the file. Rows count as in a spreadsheet, the first one of the file or sheet is 1. */
export interface TableRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

export type Delimiter = ';' | ',' | '\t' | '|' | '~' | '^';
export type FileEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** A sheet of a workbook; a CSV file is one sheet without a name. */
export interface SheetInfo {
  readonly name: string;
  /** Rows that hold something, counted in the part that was looked at. */
  readonly rows: number;
  /** Cells with a number, counted in the same part: where the amounts are. */
  readonly numbers: number;
  readonly isHidden: boolean;
  /** Whether it has the heading of the proposed sheet, so that both can be read as one. */
  readonly isAlike?: boolean;
  /** Whether its columns are the sums of the sheets that are read as one. */
  readonly isTotal?: boolean;
}

/** What was noticed about a file that is in no single row of its table. */
export interface FileNote {
  readonly code:
    | 'HIDDEN_ROWS'
    | 'HIDDEN_COLUMNS'
    | 'HIDDEN_SHEETS'
    | 'SHEETS_TOGETHER'
    | 'SHEET_IS_TOTAL'
    | 'SHEETS_UNREAD'
    | 'SHEETS_ALIKE_UNREAD'
    | 'MACROS_IGNORED'
    | 'FORMULA_WITHOUT_VALUE'
    | 'NUMBERS_ROUNDED'
    | 'ERROR_CELLS'
    | 'LETTERS_LOST';
  readonly severity: 'warning' | 'info';
  /** Where it was noticed first; null for the file as a whole. */
  readonly row: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A table being read: its rows come one after the other, never all at the same time. */
export interface Table {
  readonly rows: AsyncIterable<TableRow>;
  /** The same rows, as many at a time as came together: waiting for each of a million costs more than reading it. */
  readonly pieces: AsyncIterable<readonly TableRow[]>;
  /** The last rows, at most `count`; read apart from `rows`. Quickest with `LAST_RECORDS`. */
  tail(count: number): Promise<readonly TableRow[]>;
  /** Final only when all rows have been read. */
  readonly encoding: () => FileEncoding;
  readonly notes: () => readonly FileNote[];
  /** How far the reading is, in bytes of the file. */
  readonly bytesRead: () => number;
}

/** A file that holds tables. Opening a sheet again reads it again from its start. */
export interface TableFile {
  readonly format: 'csv' | 'xlsx';
  /** Null for workbooks. */
  readonly delimiter: Delimiter | null;
  /** At least one. Its first one is the name `''` for CSV. */
  readonly sheets: readonly SheetInfo[];
  /** Name of the sheet that holds most rows with numbers; of several where they are one table in parts. */
  readonly proposedSheet: string;
  /** What `bytesRead` runs up to. */
  readonly totalBytes: (sheet: string) => number;
  /** Throws `FileRefused` SHEET_UNKNOWN. */
  open(sheet: string): Promise<Table>;
}

/** Bounds of what a table may hold. Beyond them a file is refused, not cut. */
export const TABLE_LIMITS = {
  columns: 200,
  cellCharacters: 32 * 1024,
  recordCharacters: 64 * 1024,
  workbookRows: 200_000,
} as const;

export async function* eachOf<Item>(pieces: AsyncIterable<readonly Item[]>): AsyncGenerator<Item, void> {
  for await (const piece of pieces) yield* piece;
}

/** Letters of a column as a spreadsheet names it: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
