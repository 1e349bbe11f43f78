import { type Heading, headingsOf, OBJECTS } from '../heading-text';
import type { HeadingRule, TableField } from '../mapping';
import type { TableRow } from '../table';
import { isYearShaped } from './cell-shapes';
import type { FieldChoice } from './field-columns';
import type { Notes } from './notes';
import { NAME_OF } from './vocabulary';

/** Headings of a table, and its lines with what they say as more columns. */
export interface HeadingsFound {
  readonly rule: HeadingRule | undefined;
  readonly fields: readonly FieldChoice[];
  readonly rows: readonly TableRow[];
}

/** Rows of a table by where they stand and what they are. */
export interface RowsOfTable {
  /** Above the header. */
  readonly preamble: readonly TableRow[];
  /** All rows below it. */
  readonly below: readonly TableRow[];
  /** Those with amounts that are no sums. */
  readonly lines: readonly TableRow[];
}

type Placed = Heading & { readonly row: TableRow };

/**
 * Recognises reports that name a product only in a row of its own, above the rows it holds for. Without it the same account of
 * two products would be one line. Bookings of an account sheet have all their codes there.
 */
export function findHeadings(
  fields: readonly FieldChoice[],
  { preamble, below, lines }: RowsOfTable,
  isBookings: boolean,
  notes: Notes,
): HeadingsFound {
  const none = { rule: undefined, fields, rows: lines };
  const isLine = new Set(lines);
  const hasObject = fields.some(({ field }) => field === 'line' || OBJECTS.includes(field));
  const titles = hasObject && !isBookings ? [] : preamble;
  const found = [...titles, ...below].flatMap((row): Placed[] =>
    isLine.has(row) ? [] : headingsOf(row.cells).map((heading) => ({ ...heading, row })),
  );
  const isNew = (name: TableField): boolean => fields.every(({ field }) => field !== name);
  const blocksOf = (field: TableField): (readonly Placed[])[] => {
    const named = found.filter((heading) => heading.field === field);
    const isWanted = isBookings ? field === 'account' || !hasObject : OBJECTS.includes(field);
    if (!isWanted || !isNew(field)) return [];
    // A sheet may call its accounts by two words, a plan prints all its headings alike.
    const alike = named.filter(({ word }) => (isBookings ? word !== '' : word === named[0]?.word));
    return (isBookings ? areSheets(alike, lines) : areBlocks(alike, lines)) ? [alike] : [];
  };
  const whole = isBookings ? blocksOf('line') : [];
  const blocks = whole.length > 0 ? whole : [...OBJECTS, 'account' as const].flatMap(blocksOf);
  // A line is named by one of them; a booking by all that stand above it, the outermost first.
  const chosen = isBookings ? blocks.sort((a, b) => placeOf(a, found) - placeOf(b, found)) : blocks.slice(0, 1);
  if (chosen.length === 0 || fields.some(({ field }) => field === 'line')) return none;
  const width = Math.max(...[...preamble, ...below].map(({ cells }) => cells.length));
  const rules = chosen.flatMap((alike) => ruleOf(alike, notes) ?? []);
  const [outer, ...also] = rules;
  if (outer === undefined) return none;
  return {
    rule: also.length === 0 ? outer : { ...outer, also },
    fields: [...fields, ...chosen.map((alike, index) => columnOf(alike, width + index))],
    rows: lines.map((row) => withHeadings(row, chosen, width)),
  };
}

/** Names of account sheets begin above the first booking. Sheets without bookings are printed, too. */
function areSheets(headings: readonly Placed[], lines: readonly TableRow[]): boolean {
  const [first] = headings;
  return first !== undefined && first.row.rowNumber < (lines[0]?.rowNumber ?? 0) && headings.every(isNamed);
}

/** `Budget 2026` in a title is no number of a budget, and a number alone is no heading. */
function isNamed({ word, code }: Placed): boolean {
  return word !== '' && !isYearShaped(code);
}

/** One above the first line; of several codes nearly each has lines below it, and a single one stands above all of them. */
function areBlocks(headings: readonly Placed[], lines: readonly TableRow[]): boolean {
  const rowNumbers = headings.map(({ row }) => row.rowNumber);
  const first = lines[0]?.rowNumber ?? 0;
  if ((rowNumbers[0] ?? Infinity) >= first) return false;
  const codes = new Set(headings.map(({ code }) => code));
  if (codes.size === 1) return headings.every((heading) => heading.row.rowNumber < first && isNamed(heading));
  const used = rowNumbers.filter((rowNumber, at) => {
    const next = rowNumbers[at + 1] ?? Infinity;
    return lines.some((line) => line.rowNumber > rowNumber && line.rowNumber < next);
  });
  return used.length * 2 >= headings.length;
}

function placeOf([first]: readonly Placed[], found: readonly Placed[]): number {
  return first === undefined ? Infinity : found.indexOf(first);
}

function ruleOf([first, ...more]: readonly Placed[], notes: Notes): HeadingRule | null {
  const field = first?.field;
  const nameField = field === null || field === undefined ? undefined : NAME_OF[field];
  if (first === undefined || field === null || field === undefined || nameField === undefined) return null;
  const example = `${first.code} ${first.name}`.trim();
  notes.say('key', 'HEADING_ROWS', { row: first.row.rowNumber, field, example, count: more.length + 1 });
  return { field, nameField, word: first.word };
}

function columnOf([first]: readonly Placed[], at: number): FieldChoice {
  return { role: 'field', header: first?.label || 'Produkt', field: first?.field ?? 'product', isRequired: false, at };
}

/** A line with the codes of its headings in columns behind the others. */
function withHeadings({ rowNumber, cells }: TableRow, blocks: readonly (readonly Placed[])[], width: number): TableRow {
  const codes = blocks.map((alike) => alike.findLast(({ row }) => row.rowNumber < rowNumber)?.code ?? '');
  return { rowNumber, cells: [...cells, ...Array.from({ length: width - cells.length }, () => ''), ...codes] };
}
