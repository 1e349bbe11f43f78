import {
  chosenSeries,
  hasHeading,
  isSumOf,
  joinSheets,
  seriesOf,
  sheetGroups,
  type SheetLook,
  splitSheets,
} from '@etatlotse/domain/import';
import type { Archive } from './archive';
import { FileRefused } from './file-refused';
import { findMergedHeaders, type MergedHeaders, withRepeatedHeaders } from './merged-cells';
import { seriesTable } from './sheet-series';
import { fileNotes, noNotes, type SheetNotes, sheetRows } from './sheet-rows';
import { eachOf, type FileNote, type SheetInfo, type Table, type TableFile, type TableRow } from './table';
import { openWorkbook, type Workbook, type WorkbookSheet } from './workbook';

/** How many rows of a sheet tell how wide it is and whether amounts stand in it. */
const ROWS_LOOKED_AT = 2000;
const ROWS_OF_A_PIECE = 500;
/** A heading stands within these. */
const HEAD_ROWS = 60;
/** Sheets with that many numbers may belong to the same budget. */
const NUMBERS_OF_A_TABLE = 10;

interface LookedAt extends SheetLook {
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
  const proposal = proposalOf(filled);
  if (proposal === null) throw new FileRefused('CSV_EMPTY');
  const { alike, proposedSheet } = proposal;
  const about = notesAbout(workbook, filled);
  const found = (name: string): readonly LookedAt[] =>
    splitSheets(name).map((part) => {
      const sheet = filled.find((known) => known.name === part);
      if (sheet === undefined) throw new FileRefused('SHEET_UNKNOWN', { sheet: part });
      return sheet;
    });
  return {
    format: 'xlsx',
    delimiter: null,
    sheets: filled.map((sheet) => infoOf(sheet, alike)),
    proposedSheet,
    totalBytes: (name) => found(name).reduce((sum, { sheet }) => sum + sheet.entry.bytes, 0),
    async open(name) {
      const chosen = found(name);
      const [first] = chosen;
      const notes = [...about, ...notesOnSheets(filled, chosen, alike)];
      if (first === undefined) throw new FileRefused('SHEET_UNKNOWN', { sheet: name });
      if (chosen.length === 1) return readSheet(workbook, first, notes);
      const width = Math.max(...chosen.map(({ columns }) => columns));
      const openSheet = async (at: number): ReturnType<typeof readSheet> =>
        readSheet(workbook, chosen[at] ?? first, at === 0 ? notes : []);
      return seriesTable(chosenSeries(chosen), openSheet, width);
    },
  };
}

/** What a person is told of a sheet; a sum of the parts need not be read. */
function infoOf(sheet: LookedAt, alike: readonly LookedAt[]): SheetInfo {
  if (alike.length < 2) return sheet.info;
  if (alike.includes(sheet)) return { ...sheet.info, isAlike: true };
  return isSumOf(sheet, alike) ? { ...sheet.info, isTotal: true } : sheet.info;
}

interface Proposal {
  readonly proposedSheet: string;
  /** The sheets that have its heading. */
  readonly alike: readonly LookedAt[];
}

/** The parts of one table where they are more than any single sheet with a heading, else the fullest one. */
function proposalOf(sheets: readonly LookedAt[]): Proposal | null {
  const groups = sheetGroups(sheets.filter(isRead)).map((alike) => ({ alike, series: seriesOf(alike) }));
  const best = fullest(sheets);
  if (best === undefined) return null;
  const rowsOf = (alike: readonly LookedAt[]): number => alike.reduce((sum, { info }) => sum + info.rows, 0);
  const joined = groups.filter(
    ({ series, alike }) => series !== null && (rowsOf(alike) > best.info.rows || !hasHeading(best)),
  );
  const [largest] = joined.sort((a, b) => rowsOf(b.alike) - rowsOf(a.alike));
  if (largest !== undefined) return { proposedSheet: joinSheets(namesOf(largest.alike)), alike: largest.alike };
  return { proposedSheet: best.name, alike: groups.find(({ alike }) => alike.includes(best))?.alike ?? [best] };
}

const namesOf = (sheets: readonly LookedAt[]): readonly string[] => sheets.map(({ name }) => name);

/** A sheet that belongs to the budget as far as can be seen: visible, and with numbers. */
function isRead({ info }: LookedAt): boolean {
  return !info.isHidden && info.numbers > 0;
}

/** Which sheets are read as one, and which ones with numbers are not read at all. */
function notesOnSheets(
  sheets: readonly LookedAt[],
  chosen: readonly LookedAt[],
  alike: readonly LookedAt[],
): readonly FileNote[] {
  const others = sheets.filter((sheet) => !chosen.includes(sheet) && !sheet.info.isHidden);
  const totals = others.filter((sheet) => isSumOf(sheet, chosen));
  const unread = others.filter((sheet) => !totals.includes(sheet) && sheet.info.numbers >= NUMBERS_OF_A_TABLE);
  const notes: FileNote[] = [];
  if (chosen.length > 1) {
    const params = { count: chosen.length, sheets: quoted(chosen) };
    notes.push({ code: 'SHEETS_TOGETHER', severity: 'info', row: null, params });
  }
  if (totals.length > 0) {
    notes.push({ code: 'SHEET_IS_TOTAL', severity: 'info', row: null, params: { sheets: quoted(totals) } });
  }
  if (unread.length > 0) {
    const canJoin = unread.some((sheet) => alike.includes(sheet)) && chosen.every((sheet) => alike.includes(sheet));
    const params = { count: unread.length, sheets: quoted(unread) };
    notes.push({ code: canJoin ? 'SHEETS_ALIKE_UNREAD' : 'SHEETS_UNREAD', severity: 'warning', row: null, params });
  }
  return notes;
}

function quoted(sheets: readonly LookedAt[]): string {
  return sheets
    .map(({ name }) => `\u201E${name}\u201C`)
    .join(', ')
    .slice(0, 400);
}

async function lookAt(workbook: Workbook, sheet: WorkbookSheet): Promise<LookedAt> {
  let rows = 0;
  let numbers = 0;
  let columns = 0;
  const head: TableRow[] = [];
  const sums: number[] = [];
  for await (const row of sheetRows(workbook, sheet, noNotes())) {
    rows += 1;
    numbers += row.numbers;
    columns = Math.max(columns, row.cells.length);
    if (head.length < HEAD_ROWS) head.push({ rowNumber: row.rowNumber, cells: row.cells });
    addUp(row.cells, sums);
    if (rows >= ROWS_LOOKED_AT) break;
  }
  // A single sheet has nothing to be compared with.
  const merged: MergedHeaders = workbook.sheets.length > 1 ? await findMergedHeaders(sheet.entry) : new Map();
  return {
    ...{ name: sheet.name, sheet, columns, sums },
    head: head.map((row) => withRepeatedHeaders(row, merged)),
    info: { name: sheet.name, rows, numbers, isHidden: sheet.isHidden },
  };
}

/** Numbers of a workbook are plain: what is none counts nothing. */
function addUp(cells: readonly string[], sums: number[]): void {
  cells.forEach((cell, at) => {
    const number = /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : 0;
    sums[at] = (sums[at] ?? 0) + number;
  });
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
