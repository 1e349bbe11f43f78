import { labelOfRow, rowOfSeries, type SheetSeries } from '@etatlotse/domain/import';
import type { FileNote, Table, TableRow } from './table';
import { eachOf } from './table';

/**
 * Several sheets as one table: the heading of the first one, the rows of all, and a column behind them that says from which
 * sheet a row comes. A sheet is opened when the one before it has been read.
 */
export function seriesTable(series: SheetSeries, open: (at: number) => Promise<Table>, width: number): Table {
  const tables: Table[] = [];
  const sheetAt = async (at: number): Promise<Table> => {
    const table = await open(at);
    tables[at] = table;
    return table;
  };
  const pieces = piecesOf(series, sheetAt, width);
  return {
    rows: eachOf(pieces),
    pieces,
    async tail(count) {
      const last = series.names.length - 1;
      const table = await open(last);
      return (await table.tail(count)).flatMap((row) => rowsOfSheet(series, last, [row], width));
    },
    encoding: () => 'utf-8',
    notes: () => tables.flatMap((table, at) => table.notes().map((note) => noteOf(note, at))),
    bytesRead: () => tables.reduce((sum, table) => sum + table.bytesRead(), 0),
  };
}

async function* piecesOf(
  series: SheetSeries,
  open: (at: number) => Promise<Table>,
  width: number,
): AsyncGenerator<readonly TableRow[], void> {
  for (const at of series.names.keys()) {
    const { pieces } = await open(at);
    for await (const piece of pieces) yield rowsOfSheet(series, at, piece, width);
  }
}

/** What stands above the heading of a later sheet, and the heading itself, has been said by the first one. */
function rowsOfSheet(series: SheetSeries, at: number, rows: readonly TableRow[], width: number): TableRow[] {
  const headerRows = series.headerRows[at] ?? [];
  const lastHeader = headerRows.at(-1) ?? 0;
  return rows.flatMap(({ rowNumber, cells }) => {
    if (at > 0 && rowNumber <= lastHeader) return [];
    const isBelow = rowNumber > lastHeader;
    const isHeader = headerRows.includes(rowNumber);
    const cell = isBelow ? labelOfRow(cells, series.labels[at] ?? '') : isHeader ? series.header : '';
    const filled = Array.from({ length: width }, (_, column) => cells[column] ?? '');
    return [{ rowNumber: rowOfSeries(at, rowNumber), cells: [...filled, cell] }];
  });
}

function noteOf(note: FileNote, at: number): FileNote {
  return { ...note, row: note.row === null ? null : rowOfSeries(at, note.row) };
}
