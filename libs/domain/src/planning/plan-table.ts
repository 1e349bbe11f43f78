import { type Cents, MAX_AMOUNT_CENTS, negateCents } from '../shared/cents';
import { parseCellAmount } from '../shared/cell-amount';

/** A row of a spreadsheet, numbered as there. */
export interface PlanTableRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** What stands in one cell for one line and year. Null: blank, nothing planned, which is not zero. */
export interface PlanTableCell {
  readonly rowNumber: number;
  /** First column is 0. */
  readonly column: number;
  readonly lineNumber: string;
  readonly fiscalYear: number;
  readonly amountCents: Cents | null;
}

/** A cell that cannot be taken over, and why. */
export interface PlanTableError {
  readonly rowNumber: number;
  readonly column: number;
  readonly code: 'AMOUNT_FORMAT' | 'AMOUNT_RANGE' | 'AMOUNT_AMBIGUOUS' | 'LINE_UNKNOWN' | 'LINE_TWICE';
  readonly value: string;
}

/** A table of plan amounts, read; or why it is none. */
export type PlanTableReading =
  | {
      readonly ok: true;
      readonly years: readonly number[];
      readonly cells: readonly PlanTableCell[];
      readonly errors: readonly PlanTableError[];
    }
  | { readonly ok: false; readonly code: 'PLAN_TABLE_HEADER' }
  | { readonly ok: false; readonly code: 'PLAN_TABLE_YEAR_TWICE'; readonly fiscalYear: number };

/** Words over the column with the line's number, in the files that this program writes and in those of people. */
export const PLAN_NUMBER_HEADERS: readonly string[] = [
  'zeile',
  'haushaltszeile',
  'haushaltsstelle',
  'nummer',
  'line',
  'number',
];
const HEADER_ROWS_MAX = 30;
/** The finance system writes its minus behind the figure. */
const ANY_AMOUNT = { minCents: negateCents(MAX_AMOUNT_CENTS), allowsTrailingMinus: true };
const YEAR_HEADER = /^(?:(?:plan|ansatz|haushaltsansatz|budget)\s+)?(\d{4})(?:,?\s*(?:in\s+)?(?:€|eur|euro))?$/i;

/** The year a word over a column names, like `2027`, `Plan 2027` or `Ansatz 2027 in €`; null when it names none. */
export function readPlanYear(word: string): number | null {
  const year = YEAR_HEADER.exec(word.trim())?.[1];
  return year === undefined ? null : Number(year);
}

interface Head {
  readonly rowNumber: number;
  readonly numberColumn: number;
  /** Column of each year. */
  readonly columnOf: ReadonlyMap<number, number>;
}

/**
 * Reads a spreadsheet with one line of the budget in a row and one year in a column, as the grid writes it and people change
 * it: columns may be moved, added and left out, other years are ignored. Sums and blank rows name no line and say nothing.
 */
export function readPlanTable(
  rows: readonly PlanTableRow[],
  known: { readonly years: readonly number[]; readonly isLine: (number: string) => boolean },
): PlanTableReading {
  const head = findHead(rows, known.years);
  if (head === null) return { ok: false, code: 'PLAN_TABLE_HEADER' };
  if (typeof head === 'number') return { ok: false, code: 'PLAN_TABLE_YEAR_TWICE', fiscalYear: head };
  const cells: PlanTableCell[] = [];
  const errors: PlanTableError[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.rowNumber <= head.rowNumber) continue;
    const lineNumber = (row.cells[head.numberColumn] ?? '').trim();
    if (lineNumber === '') continue;
    const code = known.isLine(lineNumber) ? (seen.has(lineNumber) ? 'LINE_TWICE' : null) : 'LINE_UNKNOWN';
    if (code === null) readRow(row, lineNumber, head, { cells, errors });
    else errors.push({ rowNumber: row.rowNumber, column: head.numberColumn, code, value: lineNumber });
    seen.add(lineNumber);
  }
  return { ok: true, years: [...head.columnOf.keys()].sort(), cells, errors };
}

/** The head, null where there is none, or the year that stands over two columns. */
function findHead(rows: readonly PlanTableRow[], years: readonly number[]): Head | number | null {
  for (const { rowNumber, cells } of rows.slice(0, HEADER_ROWS_MAX)) {
    const numberColumn = cells.findIndex((cell) => PLAN_NUMBER_HEADERS.includes(cell.trim().toLowerCase()));
    if (numberColumn < 0) continue;
    const columnOf = new Map<number, number>();
    for (const [column, cell] of cells.entries()) {
      const year = readPlanYear(cell);
      if (year === null || !years.includes(year)) continue;
      if (columnOf.has(year)) return year;
      columnOf.set(year, column);
    }
    if (columnOf.size > 0) return { rowNumber, numberColumn, columnOf };
  }
  return null;
}

function readRow(
  { rowNumber, cells }: PlanTableRow,
  lineNumber: string,
  head: Head,
  into: { readonly cells: PlanTableCell[]; readonly errors: PlanTableError[] },
): void {
  for (const [fiscalYear, column] of head.columnOf) {
    const value = cells[column] ?? '';
    const amount = parseCellAmount(value, ANY_AMOUNT);
    if (typeof amount === 'string') into.errors.push({ rowNumber, column, code: amount, value });
    else into.cells.push({ rowNumber, column, lineNumber, fiscalYear, amountCents: amount });
  }
}
