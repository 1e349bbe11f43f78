import { type Heading, headingOf } from '../headings';
import type { HeadingRule, TableField } from '../mapping';
import type { TableRow } from '../table';
import type { FieldChoice } from './field-columns';
import { fieldOfHeader } from './header-words';
import type { Notes } from './notes';
import { NAME_OF } from './vocabulary';

/** What can stand above a block of lines, the part of a line's name that says most first. */
const HEADED: readonly TableField[] = ['product', 'costObject', 'costCentre', 'unit', 'subBudget'];

/** Headings of a table, and its lines with what they say as one more column. */
export interface HeadingsFound {
  readonly rule: HeadingRule | undefined;
  readonly fields: readonly FieldChoice[];
  readonly rows: readonly TableRow[];
}

/**
 * Recognises reports that name a product only in a row of its own, above the rows it holds for. Without it the same account of
 * two products would be one line. `above` are all rows, `lines` those with amounts.
 */
export function findHeadings(
  fields: readonly FieldChoice[],
  above: readonly TableRow[],
  lines: readonly TableRow[],
  notes: Notes,
): HeadingsFound {
  const isLine = new Set(lines);
  const found = above.flatMap((row) => {
    const heading = isLine.has(row) ? null : headingOf(row.cells);
    return heading === null ? [] : [{ ...heading, row, field: fieldOfWord(heading.word) }];
  });
  for (const field of HEADED) {
    const [first, ...more] = found.filter((heading) => heading.field === field);
    const alike = first === undefined ? [] : [first, ...more.filter(({ word }) => word === first.word)];
    const nameField = NAME_OF[field];
    const isNew = fields.every((choice) => choice.field !== field);
    if (first === undefined || nameField === undefined || !isNew || !areBlocks(alike, lines)) continue;
    const example = `${first.code} ${first.name}`.trim();
    notes.say('key', 'HEADING_ROWS', { row: first.row.rowNumber, field, example, count: alike.length });
    const at = Math.max(...above.map(({ cells }) => cells.length));
    const column: FieldChoice = { role: 'field', header: first.label || 'Produkt', field, isRequired: false, at };
    return { rule: { field, nameField, word: first.word }, fields: [...fields, column], rows: below(alike, lines, at) };
  }
  return { rule: undefined, fields, rows: lines };
}

/** A code without a word is that of a product: nothing else is printed so. */
function fieldOfWord(word: string): TableField | null {
  if (word === '') return 'product';
  const said = fieldOfHeader(word, 'lines');
  return said?.certainty === 'exact' && said.field !== 'ignore' && said.field !== 'name' ? said.field : null;
}

type Placed = Heading & { readonly row: TableRow };

/** Several codes, one above the first line, and lines below nearly each. */
function areBlocks(headings: readonly Placed[], lines: readonly TableRow[]): boolean {
  const rowNumbers = headings.map(({ row }) => row.rowNumber);
  const used = rowNumbers.filter((rowNumber, at) => {
    const next = rowNumbers[at + 1] ?? Infinity;
    return lines.some((line) => line.rowNumber > rowNumber && line.rowNumber < next);
  });
  const isOnTop = (rowNumbers[0] ?? Infinity) < (lines[0]?.rowNumber ?? 0);
  return isOnTop && new Set(headings.map(({ code }) => code)).size > 1 && used.length * 2 >= headings.length;
}

/** The lines with the code of their heading in a column behind the others. */
function below(headings: readonly Placed[], lines: readonly TableRow[], at: number): TableRow[] {
  return lines.map(({ rowNumber, cells }) => {
    const code = headings.findLast(({ row }) => row.rowNumber < rowNumber)?.code ?? '';
    return { rowNumber, cells: [...cells, ...Array.from({ length: at - cells.length }, () => ''), code] };
  });
}
