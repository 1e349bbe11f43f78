import { parse } from 'csv-parse/sync';
import {
  type Detection,
  detectTable,
  type FileMapping,
  type FileSummary,
  type ReadingHints,
  type RowProblem,
  type RowReading,
  TableReader,
  type TableRow,
  type TableSample,
} from '@etatlotse/domain/import';

/** A table that was understood and read, as the import does it. */
export interface ReadTable extends Detection {
  readonly readings: readonly RowReading[];
  readonly summary: FileSummary;
  readonly problems: readonly RowProblem[];
}

/** Rows of a CSV text, numbered as in a spreadsheet. */
export function rowsOf(text: string, delimiter = ';'): TableRow[] {
  const records: string[][] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, bom: true });
  return records.map((cells, index) => ({ rowNumber: index + 1, cells }));
}

export function sampleOf(rows: readonly TableRow[], about: Partial<TableSample> = {}): TableSample {
  const tail = rows.length > 2050 ? rows.slice(-50) : rows.slice(2000);
  return { head: rows.slice(0, 2000), tail, fileName: 'export.csv', sheetName: null, ...about };
}

/** Understands a table and reads it whole. */
export function readTable(
  rows: readonly TableRow[],
  hints: Partial<ReadingHints> = {},
  about: Partial<TableSample> = {},
): ReadTable {
  const detection = detectTable(sampleOf(rows, about), { today: '2026-10-05', ...hints });
  return { ...detection, ...readBy(detection.mapping, rows) };
}

/** Reads a table by a mapping. */
export function readBy(
  mapping: FileMapping,
  rows: readonly TableRow[],
): Pick<ReadTable, 'readings' | 'summary' | 'problems'> {
  const reader = new TableReader(mapping);
  const readings = rows.map((row) => reader.read(row));
  return { readings, summary: reader.finish(), problems: readings.flatMap(({ problems }) => problems) };
}

/** The same table with its columns in another order. */
export function withColumns(rows: readonly TableRow[], order: readonly number[]): TableRow[] {
  return rows.map(({ rowNumber, cells }) => ({ rowNumber, cells: order.map((at) => cells[at] ?? '') }));
}

/** The same table with other words in its header row. */
export function withHeaders(rows: readonly TableRow[], rename: (header: string) => string): TableRow[] {
  return rows.map((row) => (row.rowNumber === 1 ? { ...row, cells: row.cells.map(rename) } : row));
}

/** Sums of the columns by header, in cents of the file. */
export function totalsOf({ summary }: Pick<ReadTable, 'summary'>): Record<string, number> {
  return Object.fromEntries(summary.totals.map(({ column, totalCents }) => [column, totalCents]));
}

/** What comes into the ledger, by phase, direction and year. */
export function ledgerOf({ summary }: Pick<ReadTable, 'summary'>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { phase, direction, fiscalYear, totalCents } of summary.groups) {
    const key = `${phase} ${direction} ${fiscalYear}`;
    sums[key] = (sums[key] ?? 0) + totalCents;
  }
  return sums;
}

/** Which field stands in which column. */
export function fieldsOf({ mapping }: Pick<ReadTable, 'mapping'>): Record<string, string> {
  return Object.fromEntries(
    mapping.columns.flatMap((column) => (column.role === 'field' ? [[column.header, column.field]] : [])),
  );
}

export const codesOf = (found: readonly { readonly code: string }[]): string[] => found.map(({ code }) => code);
