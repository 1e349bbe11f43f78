import type { PlanGrid } from '@etatlotse/contracts/planning/plain';
import type { CellObject, Row } from 'write-excel-file/node';

const AMOUNT_FORMAT = '#,##0.00';
const FIRST_COLUMNS = [
  { header: 'Zeile', width: 14 },
  { header: 'Bezeichnung', width: 44 },
  { header: 'Produkt', width: 14 },
  { header: 'Konto', width: 12 },
] as const;

/**
 * The amounts of a version as a spreadsheet: a line in a row, a year in a column, amounts as numbers in euros, blank where
 * nothing is planned. `readPlanTable` of the domain reads it back. Words are text cells, so none of them is a formula.
 */
export async function planWorkbook(grid: PlanGrid): Promise<Buffer> {
  const { columns } = grid;
  const head: Row = [
    ...FIRST_COLUMNS.map(({ header }): CellObject => ({ value: header, type: String, ...HEAD })),
    ...grid.years.map((year): CellObject => ({ value: String(year), type: String, align: 'right', ...HEAD })),
  ];
  const rows = columns.lineId.map((_, at): Row => {
    const words = [columns.number[at], columns.name[at], columns.product[at], columns.account[at]];
    return [
      ...words.map((word): CellObject => ({ value: word ?? '', type: String })),
      ...grid.amountCents.map((ofYear) => amountCell(ofYear[at] ?? null)),
    ];
  });
  // Loaded only when somebody asks: a server that never writes one starts faster and smaller.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([head, ...rows], {
    sheet: 'Beträge',
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
    columns: [...FIRST_COLUMNS.map(({ width }) => ({ width })), ...grid.years.map(() => ({ width: 16 }))],
  }).toBuffer();
}

const HEAD = { fontWeight: 'bold', bottomBorderStyle: 'thin' } as const;

/** Cents below 90 billion euros are exact as the number a spreadsheet holds. */
function amountCell(amountCents: number | null): CellObject | null {
  return amountCents === null ? null : { value: amountCents / 100, type: Number, format: AMOUNT_FORMAT };
}
