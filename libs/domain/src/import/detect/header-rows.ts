import { isBlank, plainCells } from '../row-text';
import type { TableRow, TableSample } from '../table';
import { readAmountHeader } from './amount-header';
import { isAmountShaped, isDayShaped, isMoneyShaped, isYearShaped } from './cell-shapes';
import { fieldOfHeader, isKnownHeader } from './header-words';
import { isHeadingRow } from './heading-row';
import { TABLE_USES } from './vocabulary';
import { normalWords } from './words';

/** Where the table stands in its rows. */
export interface TableShape {
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  /** One for each column, joined from two rows where there are two, all different. */
  readonly headers: readonly string[];
  readonly width: number;
  /** Rows above the header. */
  readonly above: readonly TableRow[];
  /** Texts in them. */
  readonly preamble: readonly string[];
  /** Rows below the header, without blank ones and headers that come again. */
  readonly data: readonly TableRow[];
  readonly repeatedHeaders: number;
}

const LOOK_AT = 50;
const SUB_HEADER =
  /^(?:(?:19|20)\d{2}|(?:in\s+)?(?:€|eur|euro|t€|teur|tsd\.?\s*(?:€|eur|euro))|\(?(?:€|eur|t€|teur)\)?)$/i;

const YEAR_ABOVE = /^(?:(?:haushalts|plan|geschäfts|rechnungs)?jahr\s+)?(?:19|20)\d{2}$/i;

/** What stands below a word that spans the number and the name of something. */
const NUMBER_OR_NAME = /^(?:nr\.?|nummer|no\.?|code|bezeichnung|bez\.?|name|text)$/i;

/** Finds the header: the row that names most columns, with rows of another kind below it; none where no row does. */
export function findTableShape(sample: TableSample, hasHeaderOnTop = false): TableShape {
  const plain = ({ rowNumber, cells }: TableRow): TableRow => ({ rowNumber, cells: plainCells(withoutMark(cells)) });
  const rows = sample.head.map(plain);
  const width = tableWidth(rows);
  const looked = rows.slice(0, LOOK_AT);
  const best =
    bestHeader(looked, width, isHeaderWord) ??
    bestHeader(looked.slice(0, 15), width, isSimilarHeader) ??
    wordsAboveNumbers(looked.slice(0, 15), width);
  const band = best === null ? (hasHeaderOnTop ? [firstFilled(rows)] : []) : headerBand(rows, best);
  const last = band.at(-1);
  const first = band[0];
  const below = last === undefined ? firstFilled(rows) : last + 1;
  const dataFrom = last !== undefined && isCounting(rows[below]?.cells ?? []) ? below + 1 : below;
  const headerCells = band.map((at) => rows[at]?.cells ?? []);
  const repeated = new Set(headerCells.map(rowText));
  const above = rows.slice(0, first ?? dataFrom);
  const filled = [...rows.slice(dataFrom), ...sample.tail.map(plain)].filter(({ cells }) => !cells.every(isBlank));
  const data = filled.filter(({ cells }) => !repeated.has(rowText(cells)));
  return {
    headerRows: band.map((at) => rows[at]?.rowNumber ?? 1),
    firstDataRow: rows[dataFrom]?.rowNumber ?? (rows.at(-1)?.rowNumber ?? 0) + 1,
    headers: distinct(joinHeaders(headerCells, width)),
    width,
    above,
    preamble: above.flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== '')),
    data,
    repeatedHeaders: filled.length - data.length,
  };
}

/** `1 | 2 | 3 | 4` below the header: printed plans number their columns. */
function isCounting(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const numbers = filled.map((cell) => Number(/^\(?(\d{1,2})\)?$/.exec(cell)?.[1]));
  return (
    numbers.length >= 3 && (numbers[0] ?? 0) <= 3 && numbers.every((number, at) => number === (numbers[0] ?? 0) + at)
  );
}

/** Rows are padded by some programs and cut by others: the table is as wide as its rows usually are filled or cut. */
function tableWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  const filled = rows.filter(({ cells }) => !cells.every(isBlank));
  // A lone title or heading may stand above every few rows.
  const wide = filled.filter(({ cells }) => cells.length > 1 && !isHeadingRow(cells));
  for (const { cells } of wide.length > 0 ? wide : filled) {
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  const [widest] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return widest?.[0] ?? 0;
}

function withoutMark(cells: readonly string[]): readonly string[] {
  return cells[0]?.startsWith('\uFEFF') === true ? [cells[0].slice(1), ...cells.slice(1)] : cells;
}

function firstFilled(rows: readonly TableRow[]): number {
  const at = rows.findIndex(({ cells }) => cells.filter((cell) => !isBlank(cell)).length > 1);
  return Math.max(at, 0);
}

type WordTest = (cell: string) => boolean;

function bestHeader(rows: readonly TableRow[], width: number, isWord: WordTest): number | null {
  let best: number | null = null;
  let bestScore = 0;
  rows.forEach(({ cells }, at) => {
    const score = headerScore(cells, width, isWord);
    if (score > bestScore) [best, bestScore] = [at, score];
  });
  return best;
}

/** Known words count most, other words a little; amounts and days speak against a header. */
function headerScore(cells: readonly string[], width: number, isWord: WordTest): number {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length < 2 && width > 1) return 0;
  let score = 0;
  const areMonths = hasTwelveMonths(filled);
  for (const cell of filled) {
    if (areMonths && MONTH_NUMBER.test(cell.trim())) score += 0.5;
    else if (isMoneyShaped(cell) || isDayShaped(cell)) score -= 4;
    else if (isYearShaped(cell)) score += 0.5;
    else if (/^\d+$/.test(cell.trim())) score -= 2;
    else if (isWord(cell)) score += 3;
    else if (cell.trim().length <= 60) score += 0.4;
  }
  const named = filled.filter((cell) => isWord(cell) || isYearShaped(cell)).length;
  if (named < 1 || (named === 1 && filled.length > 2)) return 0;
  return score * (0.5 + (0.5 * filled.length) / Math.max(width, 1));
}

const MONTH_NUMBER = /^(?:0?[1-9]|1[0-2])$/;

/** `1` to `12`, one after the other, are the columns of a year; that many amounts in a row are not so. */
function hasTwelveMonths(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => (MONTH_NUMBER.test(cell.trim()) ? Number(cell) : 0));
  const first = numbers.indexOf(1);
  return (
    first >= 0 &&
    numbers.slice(first, first + 12).every((number, at) => number === at + 1) &&
    numbers.length - first >= 12
  );
}

/** A header that nobody knows, or full of slips. */
function isSimilarHeader(cell: string): boolean {
  return isHeaderWord(cell) || TABLE_USES.some((use) => fieldOfHeader(cell, use) !== null);
}

function isHeaderWord(cell: string): boolean {
  if (cell.length > 120) return false;
  const amount = readAmountHeader(cell);
  const isAmount =
    amount.phase !== null || amount.isAmount || (amount.side !== null && normalWords(cell).split(' ').length < 4);
  return isAmount || isKnownHeader(cell);
}

/** A row of nothing but words that nobody knows, right above a row with numbers or days. */
function wordsAboveNumbers(rows: readonly TableRow[], width: number): number | null {
  const at = rows.findIndex(({ cells }, index) => {
    const filled = cells.filter((cell) => !isBlank(cell));
    const below = rows[index + 1]?.cells ?? [];
    const isWords = filled.length >= Math.max(2, width * 0.8) && filled.every((cell) => !/\d/.test(cell));
    return isWords && below.some((cell) => isAmountShaped(cell) || isDayShaped(cell));
  });
  return at < 0 ? null : at;
}

/** The row, with the one above that spans several columns or the one below that holds only years or units. */
function headerBand(rows: readonly TableRow[], best: number): number[] {
  const below = rows[best + 1];
  if (below !== undefined && isSubHeader(below.cells)) {
    const units = rows[best + 2];
    return units !== undefined && isUnitRow(units.cells) ? [best, best + 1, best + 2] : [best, best + 1];
  }
  const above = rows[best - 1];
  const cells = rows[best]?.cells ?? [];
  // What names a block spans no columns.
  if (above === undefined || isHeadingRow(above.cells)) return [best];
  if (areYearsAbove(above.cells, cells)) {
    const top = rows[best - 2];
    // `Ansatz` above `2025` above `Ertrag | Aufwand`; a title above columns that say Ansatz and Ist themselves adds nothing.
    const lacksPhase = cells.every((cell) => readAmountHeader(cell).phase === null);
    const isThird = lacksPhase && top !== undefined && isSpanning(top.cells, above.cells);
    return isThird ? [best - 2, best - 1, best] : [best - 1, best];
  }
  // A title in the first cell spans nothing.
  const isTitle = above.cells.every((cell, at) => at === 0 || isBlank(cell));
  return isSpanning(above.cells, cells) || (isSubHeader(cells) && !isTitle) ? [best - 1, best] : [best];
}

/** Only years, over columns that say what they are and not of which year: `2025 | 2026` above `Ansatz | Ist | Abw.`. */
function areYearsAbove(above: readonly string[], below: readonly string[]): boolean {
  const years = above.flatMap((cell, at) => (isBlank(cell) ? [] : [{ cell, at }]));
  const isYearOver = ({ cell, at }: { cell: string; at: number }): boolean => {
    const under = readAmountHeader(below[at] ?? '');
    const isWorded = under.phase !== null || under.side !== null || under.isBalance || under.isAmount;
    return at > 0 && YEAR_ABOVE.test(cell.trim()) && isWorded && under.years.length === 0;
  };
  return years.length > 0 && years.every(isYearOver);
}

/**
 * Only years, units and words of amounts, at least two of them: below `Produkt` and `Ansatz` stand either nothing and years, or
 * `Nr.`, `Bezeichnung` and years.
 */
function isSubHeader(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const amounts = filled.filter(
    (cell) =>
      SUB_HEADER.test(cell) || (readAmountHeader(cell).phase !== null && !isMoneyShaped(cell)) || isSideWord(cell),
  );
  if (amounts.length < 2) return false;
  if (amounts.length === filled.length) return isBlank(cells[0]);
  return filled.every((cell) => amounts.includes(cell) || NUMBER_OR_NAME.test(cell));
}

/** A third row that names only units: `EUR` or, a thousandfold slip away, `TEUR`. */
function isUnitRow(cells: readonly string[]): boolean {
  return isSubHeader(cells) && cells.every((cell) => !isYearShaped(cell));
}

function isSideWord(cell: string): boolean {
  return readAmountHeader(cell).side !== null && !isMoneyShaped(cell);
}

/** A row above whose words stand over columns that say only years or sides. */
function isSpanning(above: readonly string[], below: readonly string[]): boolean {
  const filled = above.flatMap((cell, at) => (isBlank(cell) ? [] : [{ cell, at }]));
  if (filled.length === 0 || filled.some(({ cell }) => isMoneyShaped(cell) || isDayShaped(cell))) return false;
  const spans = filled.filter(({ cell, at }) => at > 0 && isHeaderWord(cell) && !isBlank(below[at]));
  const isBareBelow = below.some(
    (cell, at) => at > 0 && !isBlank(cell) && readAmountHeader(cell).phase === null && needsMore(cell),
  );
  return spans.length > 0 && isBareBelow;
}

function needsMore(cell: string): boolean {
  const { years, side } = readAmountHeader(cell);
  return years.length > 0 || side !== null || SUB_HEADER.test(cell.trim());
}

/**
 * Words of an upper row count for the columns to the right until the next word, as far as the lower row has something; those
 * of the rows below it only for their own column. Where the lowest row names all columns, both rows above it span them.
 */
function joinHeaders(bands: readonly (readonly string[])[], width: number): string[] {
  const at = (band: readonly string[] | undefined, column: number): string => (band?.[column] ?? '').trim();
  const isLowestFull = bands.length === 3 && isBlank(bands[1]?.[0]) && !isBlank(bands[2]?.[0]);
  const [upper, lower] = isLowestFull ? bands.slice(1) : bands;
  const columns = Array.from({ length: width }, (_, column) => column);
  if (lower === undefined) return columns.map((column) => oneBlank(at(upper, column)));
  const more = isLowestFull ? [] : bands.slice(2);
  const joined = columns.map((column) => at(lower, column));
  let span = '';
  columns.forEach((column) => {
    const [high, low] = [at(upper, column), at(lower, column)];
    if (high !== '') span = high;
    if (low === '') joined[column] = high;
    else if (span !== '' && span !== low && !isNamedAlone(low)) joined[column] = `${span} ${low}`;
  });
  const whole = columns.map((column) => oneBlank([joined[column], ...more.map((band) => at(band, column))].join(' ')));
  return isLowestFull ? joinHeaders([bands[0] ?? [], whole], width) : whole;
}

/** `Sachkonto` says what it is by itself; what spans it is the title of a pivot. `Nr.` needs the word above it. */
function isNamedAlone(text: string): boolean {
  const { phase, side, years } = readAmountHeader(text);
  return phase === null && side === null && years.length === 0 && !NUMBER_OR_NAME.test(text) && isKnownHeader(text);
}

function oneBlank(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Columns without a name are called by their place; a name that comes again gets a number. */
function distinct(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    if (header === '') return '';
    const count = (seen.get(header) ?? 0) + 1;
    seen.set(header, count);
    return count === 1 ? header : `${header} (${count})`;
  });
}

function rowText(cells: readonly string[]): string {
  return cells.map((cell) => cell.trim().toLowerCase()).join('\u0000');
}
