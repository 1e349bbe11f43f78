import type { FigureTable } from './values';

const FORMULA = /^[\s\u0000-\u001F]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^[\u2212-]?[\d.,\s\u00A0\u202F]+(?:[€%]|\p{L})*$/u;

/** The table beside a chart as CSV with `;`; a text that a spreadsheet would run gets an apostrophe in front. */
export function figuresCsv({ head, rows }: FigureTable): string {
  const lines = [head, ...rows.map(({ name, cells }) => [name, ...cells])];
  return `\uFEFF${lines.map((cells) => `${cells.map(cell).join(';')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const plain = text.replaceAll('\u2212', '-');
  const safe = FORMULA.test(plain) && !NUMBER.test(plain) ? `'${plain}` : plain;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
