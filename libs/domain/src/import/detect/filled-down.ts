import type { TableField } from '../mapping';
import { isBlank } from '../row-text';
import type { TableRow } from '../table';
import type { FieldChoice } from './field-columns';
import type { Notes } from './notes';
import { KEY_ORDER } from './row-key';
import { NAME_OF } from './vocabulary';

/** Fields that stand only in the first row of a block, and the rows with them filled in. */
export interface FilledDown {
  readonly fields: readonly TableField[];
  readonly rows: readonly TableRow[];
}

/**
 * Recognises tables that print a code only once, above the rows it holds for: it stands in the first row of all, is empty
 * in most others, and changes. `above` are all rows with the headings between them, `lines` those with amounts.
 */
export function findFilledDown(
  fields: readonly FieldChoice[],
  above: readonly TableRow[],
  lines: readonly TableRow[],
  notes: Notes,
): FilledDown {
  const filledIn = (rows: readonly TableRow[], at: number): number =>
    rows.filter(({ cells }) => !isBlank(cells[at])).length;
  const codes = fields.filter(({ field }) => KEY_ORDER.includes(field));
  const hasOwnCode = codes.some(({ at }) => filledIn(lines, at) === lines.length);
  const startsBlocks = ({ at }: FieldChoice): boolean => filledIn(above, at) >= 2 && !isBlank(above[0]?.cells[at]);
  const outer = codes.filter((code) => startsBlocks(code) && filledIn(lines, code.at) < lines.length * 0.7);
  // Inside of blocks a code may change so often that few of its cells are blank.
  const isInside = (code: FieldChoice): boolean =>
    outer.some(({ at }) => at < code.at) && startsBlocks(code) && filledIn(lines, code.at) < lines.length;
  const blocks = codes.filter((code) => outer.includes(code) || isInside(code));
  if (!hasOwnCode || blocks.length === 0 || lines.length < 4) return { fields: [], rows: lines };
  const names = blocks.map(({ field }) => NAME_OF[field]);
  const chosen = fields.filter((choice) => blocks.includes(choice) || names.includes(choice.field));
  for (const { at, header } of blocks)
    notes.say('key', 'FILLED_DOWN', { column: at + 1, header, count: filledIn(above, at) }, at);
  return { fields: chosen.map(({ field }) => field), rows: filledRows(chosen, above, lines) };
}

function filledRows(
  fields: readonly FieldChoice[],
  above: readonly TableRow[],
  lines: readonly TableRow[],
): TableRow[] {
  const isLine = new Set(lines);
  const last = new Map<number, string>();
  const filled: TableRow[] = [];
  for (const row of above) {
    for (const { at } of fields) if (!isBlank(row.cells[at])) last.set(at, row.cells[at] ?? '');
    if (!isLine.has(row)) continue;
    const cells = row.cells.map((cell, at) => (isBlank(cell) ? (last.get(at) ?? cell) : cell));
    filled.push({ rowNumber: row.rowNumber, cells });
  }
  return filled;
}
