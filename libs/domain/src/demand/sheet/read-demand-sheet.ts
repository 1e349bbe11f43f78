import { type CellCode, type CellValue, readCell } from './sheet-cell';
import { KEY_HEADERS, NOTE_MAX, type SheetColumn } from './sheet-columns';

/** A sheet of a workbook: every cell is text, rows are numbered as there. */
export interface SheetTable {
  readonly name: string;
  readonly rows: readonly { readonly rowNumber: number; readonly cells: readonly string[] }[];
}

/** A cell that keeps its row from being taken over, and why. First column is 0. */
export interface SheetError {
  readonly sheet: string;
  readonly rowNumber: number;
  readonly column: number;
  readonly code: SheetErrorCode;
  readonly value: string;
}

export type SheetErrorCode =
  | CellCode
  | 'NUMBER_FORMAT'
  | 'NUMBER_UNKNOWN'
  | 'NUMBER_TWICE'
  | 'STAMP_MISSING'
  | 'STAMP_OTHER_ROUND'
  | 'UNIT_UNKNOWN'
  | 'UNIT_FIXED'
  | 'LOCKED'
  | 'PLACE_UNKNOWN'
  | 'PLACE_TWICE'
  | 'ITEM_WITHOUT_DEMAND'
  | 'ITEM_YEARS'
  | 'ITEM_AMOUNT'
  | 'ITEMS_TOO_MANY';

/** A row as it was read. A field is missing where the file has no such column. */
export interface SheetRow<Field extends string> {
  readonly rowNumber: number;
  readonly values: ReadonlyMap<Field, CellValue>;
  /** What stands in the columns that say which row it is; blank where the file has no such column. */
  readonly keys: Readonly<Record<keyof typeof KEY_HEADERS, string>>;
  /** What stands under a head. */
  readonly at: (header: string) => string;
  /** Null where the file has no column for it. */
  readonly note: string | null;
  readonly errors: readonly SheetError[];
}

export interface ReadSheet<Field extends string> {
  readonly rows: readonly SheetRow<Field>[];
  /** Where each head stands; -1 where the file has none. */
  readonly columnOf: (header: string) => number;
}

const HEADER_ROWS_MAX = 30;

/** Reads a sheet under its heads; columns may be moved, added and left out. Null where the head is not found. */
export function readSheet<Field extends string>(
  table: SheetTable,
  columns: readonly SheetColumn<Field>[],
  years: readonly number[],
): ReadSheet<Field> | null {
  const head = table.rows
    .slice(0, HEADER_ROWS_MAX)
    .find(({ cells }) => [KEY_HEADERS.number, 'Bezeichnung'].every((word) => placeOf(cells, word) >= 0));
  if (head === undefined) return null;
  const columnOf = (header: string): number => placeOf(head.cells, header);
  const rows = table.rows
    .filter(({ rowNumber, cells }) => rowNumber > head.rowNumber && cells.some((cell) => cell.trim() !== ''))
    .map(({ rowNumber, cells }) => readRow(table.name, { rowNumber, cells }, columns, { columnOf, years }));
  return { rows, columnOf };
}

interface Head {
  readonly columnOf: (header: string) => number;
  readonly years: readonly number[];
}

function readRow<Field extends string>(
  sheet: string,
  { rowNumber, cells }: SheetTable['rows'][number],
  columns: readonly SheetColumn<Field>[],
  { columnOf, years }: Head,
): SheetRow<Field> {
  const errors: SheetError[] = [];
  const values = new Map<Field, CellValue>();
  const wrong = (column: number, code: SheetErrorCode): void => {
    errors.push({ sheet, rowNumber, column, code, value: (cells[column] ?? '').slice(0, 100) });
  };
  for (const { field, header, cell, isRequired, whenBlank = null } of columns) {
    const column = columnOf(header);
    if (column < 0) continue;
    const read = readCell(cell, cells[column] ?? '', years);
    if (!read.ok) wrong(column, read.code);
    else if (read.value !== null) values.set(field, read.value);
    else if (isRequired === true) wrong(column, 'REQUIRED');
    else values.set(field, whenBlank);
  }
  const at = (header: string): string => (cells[columnOf(header)] ?? '').trim();
  const keys = {
    number: at(KEY_HEADERS.number),
    stamp: at(KEY_HEADERS.stamp),
    state: at(KEY_HEADERS.state),
    unit: at(KEY_HEADERS.unit),
    place: at(KEY_HEADERS.place),
    note: at(KEY_HEADERS.note),
  };
  const noteColumn = columnOf(KEY_HEADERS.note);
  const note = readCell({ kind: 'text', max: NOTE_MAX, multiline: true }, keys.note, years);
  if (!note.ok) wrong(noteColumn, note.code);
  return { rowNumber, values, keys, at, note: noteColumn < 0 ? null : note.ok ? String(note.value) : '', errors };
}

function placeOf(cells: readonly string[], header: string): number {
  return cells.findIndex((cell) => cell.trim().toLocaleLowerCase('de') === header.toLocaleLowerCase('de'));
}
