import { cents, MAX_AMOUNT_CENTS, parseAmount } from '@etatlotse/domain/shared';

/** What somebody typed into a cell. `cents` is what it means; undefined while it means nothing readable. */
export interface Edit {
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly text: string;
  /** null empties the cell: nothing planned, which is not zero. */
  readonly cents: number | null | undefined;
  /** Set when the text has two readings: the one with the point between thousands, and both written out. */
  readonly ambiguous?: { readonly cents: number; readonly whole: string; readonly small: string };
}

export type CellKey = `${string}|${number}`;

export const cellKey = (lineId: string, fiscalYear: number): CellKey => `${lineId}|${fiscalYear}`;

/** Reads one cell. Blanks, a euro sign and a long minus come along from spreadsheets and say nothing about the figure. */
export function readCell(lineId: string, fiscalYear: number, typed: string): Edit {
  const text = typed.replace(/[\s\u00a0\u202f]|€/g, '').replace(/^\u2212/, '-');
  if (text === '' || text === '-' || text === '–') return { lineId, fiscalYear, text: '', cents: null };
  const read = parseAmount(text, { minCents: cents(-MAX_AMOUNT_CENTS) });
  if (read.ok) return { lineId, fiscalYear, text: typed.trim(), cents: read.value };
  if (read.code === 'AMOUNT_AMBIGUOUS') {
    const [whole, small] = read.readings;
    if (whole?.amountCents !== undefined && whole.amountCents !== null) {
      const ambiguous = { cents: whole.amountCents, whole: whole.text, small: small?.text ?? '' };
      return { lineId, fiscalYear, text: typed.trim(), cents: undefined, ambiguous };
    }
  }
  return { lineId, fiscalYear, text: typed.trim(), cents: undefined };
}

/** A block from a spreadsheet as rows of cells; null for a single value, which the browser pastes itself. */
export function readBlock(text: string): readonly (readonly string[])[] | null {
  const rows = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const block = rows.map((row) => row.split('\t'));
  return block.length === 1 && block[0]?.length === 1 ? null : block;
}
