import { AmountReader } from '../amount-cell';
import type { NumberStyle } from '../mapping';
import { splitSheets } from '../sheet-names';
import type { TableRow, TableSample } from '../table';
import type { CentsTable } from './balance-columns';
import type { TableShape } from './header-rows';

/** Amounts of the sample as cents; null where a cell is blank or no amount. */
export function readCents(
  rows: readonly TableRow[],
  columns: readonly { readonly at: number }[],
  style: NumberStyle,
): CentsTable {
  const reader = new AmountReader(style, 1);
  return rows.map(({ cells }) => {
    const row: (number | null)[] = [];
    for (const { at } of columns) {
      const cents = reader.read(cells[at] ?? '');
      row[at] = reader.fault === null ? cents : null;
    }
    return row;
  });
}

/** Titles that may name a year, a product or a unit: what stands above the table, the sheet, the file. */
export function textsOf(sample: TableSample, shape: TableShape): string[] {
  // The names of several sheets stand in a column of their own, each beside its rows.
  const sheets = sample.sheetName === null ? [] : splitSheets(sample.sheetName);
  const sheet = sheets.length === 1 ? (sheets[0] ?? '') : '';
  return [...shape.preamble, sheet, sample.fileName].filter((text) => text !== '');
}
