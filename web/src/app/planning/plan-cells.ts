import { cents, isAccountingZero, MAX_AMOUNT_CENTS, parseAmount, plainAmount } from '@etatlotse/domain/shared';

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

/** A cell that shall hold this amount. */
export const editOf = (lineId: string, fiscalYear: number, amountCents: number | null): Edit => ({
  lineId,
  fiscalYear,
  text: writeCell(amountCents),
  cents: amountCents,
});

/** The finance system writes its minus behind the figure. */
const READS = { minCents: cents(-MAX_AMOUNT_CENTS), allowsTrailingMinus: true };

/** Reads one cell. Blanks, a euro sign and a long minus come along from spreadsheets and say nothing about the figure. */
export function readCell(lineId: string, fiscalYear: number, typed: string): Edit {
  const text = typed.replace(/[\s\u00a0\u202f]|€/g, '').replace(/^\u2212/, '-');
  if (isAccountingZero(typed)) return { lineId, fiscalYear, text: typed.trim(), cents: 0 };
  if (text === '' || text === '-' || text === '–') return { lineId, fiscalYear, text: '', cents: null };
  const read = parseAmount(text, READS);
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

/** An amount as spreadsheets of a German office read it: `1234,56`, nothing planned is blank. */
export const writeCell = (amountCents: number | null): string =>
  amountCents === null ? '' : plainAmount(cents(amountCents));

/** A block from a spreadsheet as rows of cells. A cell in quotes may hold breaks, as spreadsheets write it. */
export function readBlock(text: string): readonly (readonly string[])[] {
  const flat = text.replace(/"((?:[^"]|"")*)"(?=[\t\r\n]|$)/g, (_, inner: string) =>
    inner.replaceAll('""', '"').replaceAll(/[\t\r\n]+/g, ' '),
  );
  const rows = flat.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return rows.map((row) => row.split('\t'));
}

/** A block for a spreadsheet. Names must not break it. */
export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((text) => text.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n');
