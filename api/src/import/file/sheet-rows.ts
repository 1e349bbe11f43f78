import { FileRefused } from './file-refused';
import { GENERAL } from './number-format';
import { numberText } from './number-text';
import { columnLetters, type FileNote, TABLE_LIMITS, type TableRow } from './table';
import { isYes, RichText, type Workbook, type WorkbookSheet } from './workbook';
import { feedXml } from './xml';

/** A row of a sheet with what is not text about it. */
export interface SheetRow extends TableRow {
  /** How many of its cells are numbers. */
  readonly numbers: number;
}

/** What was seen while a sheet was read. */
export interface SheetNotes {
  hiddenRows: number;
  firstHiddenRow: number | null;
  readonly hiddenColumns: string[];
  formulasWithoutValue: number;
  firstFormulaRow: number | null;
  errorCells: number;
  firstErrorRow: number | null;
  rounded: number;
  firstRoundedRow: number | null;
}

export const noNotes = (): SheetNotes => ({
  hiddenRows: 0,
  firstHiddenRow: null,
  hiddenColumns: [],
  formulasWithoutValue: 0,
  firstFormulaRow: null,
  errorCells: 0,
  firstErrorRow: null,
  rounded: 0,
  firstRoundedRow: null,
});

/**
 * The rows of a sheet in the order of the file; rows that hold nothing are left out. Every cell is text: numbers plain,
 * formulas by the value that was stored with them, errors as they are shown (`#DIV/0!`). A formula without a value stands
 * as `=SUM(A1:A3)`, so that it is found where an amount is expected. Throws `FileRefused`: FILE_TOO_MANY_ROWS,
 * FILE_TOO_MANY_COLUMNS, CELL_TYPE for a number that is none.
 */
export async function* sheetRows(
  workbook: Workbook,
  sheet: WorkbookSheet,
  notes: SheetNotes,
): AsyncGenerator<SheetRow, void> {
  const reader = new SheetReader(workbook, notes);
  for await (const _ of feedXml(sheet.entry.read(), reader)) {
    for (const row of reader.take()) yield row;
  }
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

class SheetReader {
  private rows: SheetRow[] = [];
  private rowNumber = 0;
  private cells: string[] = [];
  private numbers = 0;
  private column = 0;
  private cell: Cell | null = null;
  private readonly inline = new RichText();
  private formula = '';
  private value = '';
  private part: 'value' | 'formula' | null = null;

  constructor(
    private readonly workbook: Workbook,
    private readonly notes: SheetNotes,
  ) {}

  take(): readonly SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'c') this.startCell(attributes);
    else if (tag === 'row') this.startRow(attributes);
    else if (tag === 'v') this.part = 'value';
    else if (tag === 'f') this.part = 'formula';
    else if (tag === 'col') this.noteColumns(attributes);
    else if (this.cell !== null) this.inline.open(tag);
  }

  text(piece: string): void {
    if (this.part === 'value') this.value += piece;
    else if (this.part === 'formula') this.formula += piece;
    else if (this.cell !== null) this.inline.add(piece);
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 'f') this.part = null;
    else if (tag === 'c') this.endCell();
    else if (tag === 'row') this.endRow();
    else if (this.cell !== null) this.inline.close(tag);
  }

  private startRow({ r, hidden }: Readonly<Record<string, string>>): void {
    this.rowNumber = r === undefined ? this.rowNumber + 1 : Number(r);
    if (!Number.isInteger(this.rowNumber) || this.rowNumber < 1) throw new FileRefused('FILE_CORRUPT');
    this.column = 0;
    if (!isYes(hidden)) return;
    this.notes.hiddenRows += 1;
    this.notes.firstHiddenRow ??= this.rowNumber;
  }

  private startCell({ r, t = 'n', s }: Readonly<Record<string, string>>): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    this.cell = { column: this.column, type: t, style: Number(s ?? -1) };
  }

  private endCell(): void {
    const { cell } = this;
    if (cell === null) return;
    const text = this.textOf(cell);
    this.cell = null;
    this.value = '';
    this.formula = '';
    if (text === '') return;
    if (this.rowNumber > TABLE_LIMITS.workbookRows) {
      throw new FileRefused('FILE_TOO_MANY_ROWS', { max: TABLE_LIMITS.workbookRows });
    }
    if (cell.column > TABLE_LIMITS.columns) throw new FileRefused('FILE_TOO_MANY_COLUMNS', { row: this.rowNumber });
    while (this.cells.length < cell.column) this.cells.push('');
    this.cells[cell.column - 1] = text;
  }

  private textOf({ column, type, style }: Cell): string {
    const inline = this.inline.take();
    if (type === 'inlineStr') return inline;
    if (this.value === '' && this.formula !== '') return this.withoutValue();
    if (type === 's') return this.workbook.strings[Number(this.value)] ?? '';
    if (type === 'b') return this.value === '' ? '' : isYes(this.value) ? 'WAHR' : 'FALSCH';
    if (type === 'e') return this.errorCell();
    if (type === 'd') return this.value.slice(0, 10);
    if (type === 'str' || this.value === '') return this.value;
    const number = numberText(this.value, this.workbook.formats[style] ?? GENERAL, this.workbook.isFrom1904);
    if (number === null) throw new FileRefused('CELL_TYPE', { row: this.rowNumber, column: columnLetters(column) });
    this.numbers += 1;
    if (number.isRounded) {
      this.notes.rounded += 1;
      this.notes.firstRoundedRow ??= this.rowNumber;
    }
    return number.text;
  }

  private withoutValue(): string {
    this.notes.formulasWithoutValue += 1;
    this.notes.firstFormulaRow ??= this.rowNumber;
    return `=${this.formula}`;
  }

  private errorCell(): string {
    this.notes.errorCells += 1;
    this.notes.firstErrorRow ??= this.rowNumber;
    return this.value;
  }

  private endRow(): void {
    const { rowNumber, cells, numbers } = this;
    this.cells = [];
    this.numbers = 0;
    if (cells.length > 0) this.rows.push({ rowNumber, cells, numbers });
  }

  private noteColumns({ min, max, hidden }: Readonly<Record<string, string>>): void {
    if (!isYes(hidden)) return;
    const last = Math.min(Number(max), TABLE_LIMITS.columns);
    for (let column = Number(min); column <= last; column++) this.notes.hiddenColumns.push(columnLetters(column));
  }
}

/** `AB12` is column 28. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column === 0) throw new FileRefused('FILE_CORRUPT');
  return column;
}

/** What was seen as notes for the person. Columns that nothing stands in are not worth a word. */
export function fileNotes(notes: SheetNotes): FileNote[] {
  const counted = (
    code: FileNote['code'],
    severity: FileNote['severity'],
    count: number,
    row: number | null,
  ): FileNote[] => (count === 0 ? [] : [{ code, severity, row, params: { count } }]);
  const columns = notes.hiddenColumns.slice(0, 20).join(', ');
  return [
    ...counted('HIDDEN_ROWS', 'warning', notes.hiddenRows, notes.firstHiddenRow),
    ...(columns === ''
      ? []
      : [{ code: 'HIDDEN_COLUMNS', severity: 'warning', row: null, params: { columns } } as const]),
    ...counted('FORMULA_WITHOUT_VALUE', 'warning', notes.formulasWithoutValue, notes.firstFormulaRow),
    ...counted('ERROR_CELLS', 'warning', notes.errorCells, notes.firstErrorRow),
    ...counted('NUMBERS_ROUNDED', 'warning', notes.rounded, notes.firstRoundedRow),
  ];
}
