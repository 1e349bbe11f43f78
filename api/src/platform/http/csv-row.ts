import { cents, plainAmount } from '@etatlotse/domain/shared';

/** A cell: text from anywhere, or an amount in whole cents that stays a number in a spreadsheet. */
export type CsvCell = string | { readonly amountCents: number };

/** Makes a spreadsheet read UTF-8. */
export const CSV_START = '\uFEFF';

/**
 * One row with `;` and CRLF, amounts as `-1234,56`. Text that a spreadsheet would run as a formula gets an apostrophe in
 * front (also the full-width forms, and after leading blanks); plain numbers stay numbers.
 */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(';')}\r\n`;
}

const NUMBER = /^-?\d+([.,]\d+)?$/;
const FORMULA = /^[\s\u0000-\u001F]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

function cellText(cell: CsvCell): string {
  if (typeof cell !== 'string') return plainAmount(cents(cell.amountCents));
  if (NUMBER.test(cell)) return cell;
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
