import type { Archive } from './archive';
import { FileRefused } from './file-refused';
import { findMergedHeaders, withRepeatedHeaders } from './merged-cells';
import { fileNotes, noNotes, type SheetNotes, sheetRows } from './sheet-rows';
import { eachOf, type FileNote, type SheetInfo, type Table, type TableFile, type TableRow } from './table';
import { openWorkbook, type Workbook, type WorkbookSheet } from './workbook';

/** How many rows of a sheet tell how wide it is and whether amounts stand in it. */
const ROWS_LOOKED_AT = 2000;
const ROWS_OF_A_PIECE = 500;

interface LookedAt {
  readonly sheet: WorkbookSheet;
  readonly info: SheetInfo;
  readonly columns: number;
}

/** A workbook as tables, one for each sheet. Throws `FileRefused` CSV_EMPTY when nothing stands in any of them. */
export async function openWorkbookTables(archive: Archive): Promise<TableFile> {
  const workbook = await openWorkbook(archive);
  const looked: LookedAt[] = [];
  for (const sheet of workbook.sheets) looked.push(await lookAt(workbook, sheet));
  const filled = looked.filter(({ info }) => info.rows > 0);
  const proposed = fullest(filled);
  if (proposed === undefined) throw new FileRefused('CSV_EMPTY');
  const sheetNamed = (name: string): LookedAt | undefined => filled.find(({ info }) => info.name === name);
  const about = notesAbout(workbook, filled);
  return {
    format: 'xlsx',
    delimiter: null,
    sheets: filled.map(({ info }) => info),
    proposedSheet: proposed.info.name,
    totalBytes: (name) => sheetNamed(name)?.sheet.entry.bytes ?? 0,
    async open(name) {
      const found = sheetNamed(name);
      if (found === undefined) throw new FileRefused('SHEET_UNKNOWN', { sheet: name });
      return readSheet(workbook, found, about);
    },
  };
}

async function lookAt(workbook: Workbook, sheet: WorkbookSheet): Promise<LookedAt> {
  let rows = 0;
  let numbers = 0;
  let columns = 0;
  for await (const row of sheetRows(workbook, sheet, noNotes())) {
    rows += 1;
    numbers += row.numbers;
    columns = Math.max(columns, row.cells.length);
    if (rows >= ROWS_LOOKED_AT) break;
  }
  return { sheet, columns, info: { name: sheet.name, rows, numbers, isHidden: sheet.isHidden } };
}

/** The sheet with most rows among those that hold numbers, visible ones first. */
function fullest(sheets: readonly LookedAt[]): LookedAt | undefined {
  const rank = ({ info, sheet }: LookedAt): readonly number[] => [
    info.isHidden ? 0 : 1,
    info.numbers > 0 ? 1 : 0,
    info.rows,
    sheet.entry.bytes,
  ];
  return sheets.reduce<LookedAt | undefined>(
    (best, sheet) => (best === undefined || isHigher(rank(sheet), rank(best)) ? sheet : best),
    undefined,
  );
}

function isHigher(left: readonly number[], right: readonly number[]): boolean {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
}

function notesAbout(workbook: Workbook, sheets: readonly LookedAt[]): FileNote[] {
  const hidden = sheets.filter(({ info }) => info.isHidden).map(({ info }) => info.name);
  const notes: FileNote[] = [];
  if (hidden.length > 0) {
    const params = { sheets: hidden.join(', ').slice(0, 200) };
    notes.push({ code: 'HIDDEN_SHEETS', severity: 'info', row: null, params });
  }
  if (workbook.hasMacros) notes.push({ code: 'MACROS_IGNORED', severity: 'info', row: null, params: {} });
  return notes;
}

async function readSheet(workbook: Workbook, looked: LookedAt, about: readonly FileNote[]): Promise<Table> {
  const notes = noNotes();
  const merged = await findMergedHeaders(looked.sheet.entry);
  const progress = { bytes: 0 };
  const entry = {
    ...looked.sheet.entry,
    async *read() {
      for await (const piece of looked.sheet.entry.read()) {
        progress.bytes += piece.length;
        yield piece;
      }
    },
  };
  const rows = readRows(workbook, { ...looked.sheet, entry }, notes);
  const pieces = inPieces(wideRows(rows, looked.columns, (row) => withRepeatedHeaders(row, merged)));
  return {
    rows: eachOf(pieces),
    pieces,
    tail: (count) =>
      lastRows(
        wideRows(readRows(workbook, looked.sheet, noNotes()), looked.columns, (row) => row),
        count,
      ),
    encoding: () => 'utf-8',
    notes: () => [...about, ...fileNotes(notes)],
    bytesRead: () => progress.bytes,
  };
}

async function* readRows(workbook: Workbook, sheet: WorkbookSheet, notes: SheetNotes): AsyncGenerator<TableRow, void> {
  for await (const { rowNumber, cells } of sheetRows(workbook, sheet, notes)) yield { rowNumber, cells };
}

/** A sheet does not store the blank cells at the end of a row; here every row is as wide as the table. */
async function* wideRows(
  rows: AsyncIterable<TableRow>,
  columns: number,
  change: (row: TableRow) => TableRow,
): AsyncGenerator<TableRow, void> {
  for await (const row of rows) {
    const { rowNumber, cells } = change(row);
    yield {
      rowNumber,
      cells: cells.length < columns ? [...cells, ...Array<string>(columns - cells.length).fill('')] : cells,
    };
  }
}

async function* inPieces(rows: AsyncIterable<TableRow>): AsyncGenerator<readonly TableRow[], void> {
  let piece: TableRow[] = [];
  for await (const row of rows) {
    piece.push(row);
    if (piece.length < ROWS_OF_A_PIECE) continue;
    yield piece;
    piece = [];
  }
  yield piece;
}

/** A sheet can only be read from its start. */
async function lastRows(rows: AsyncIterable<TableRow>, count: number): Promise<readonly TableRow[]> {
  let last: TableRow[] = [];
  for await (const row of rows) {
    last.push(row);
    if (last.length >= 2 * count) last = last.slice(-count);
  }
  return last.slice(-count);
}
