import type { TableField } from '../mapping';
import { columnLabel } from '../column-plan';
import { isBlank } from '../row-text';
import type { TableRow } from '../table';
import { type ColumnGuess, isAmountColumn, isMoneyColumn } from './column-guess';
import type { FieldChoice } from './field-columns';
import type { Notes } from './notes';

/** Fields that can be part of a line's name, in the order in which a name is put together. */
export const KEY_ORDER: readonly TableField[] = [
  'line',
  'subBudget',
  'product',
  'unit',
  'costCentre',
  'costObject',
  'statement',
  'statementLine',
  'account',
  'detail',
  'side',
];
/** How much a field says about a line; codes that only group lines say little. */
const WEIGHT: Readonly<Partial<Record<TableField, number>>> = {
  line: 20,
  account: 9,
  statementLine: 9,
  costObject: 8,
  product: 8,
  detail: 7,
  unit: 6,
  costCentre: 5,
  side: 4,
  subBudget: 3,
};
const NAMES: readonly TableField[] = [
  'lineName',
  'accountName',
  'productName',
  'costObjectName',
  'unitName',
  'statementLineName',
  'subBudgetName',
  'detailName',
  'productGroupName',
  'productAreaName',
];
/** Codes that group others and are left out where the fields below them say enough. */
const GROUPS: readonly TableField[] = ['subBudget', 'side'];
/** Levels above the product name a line only where a table goes no further down. */
export const LEVELS: readonly TableField[] = ['division', 'productArea', 'productGroup'];
/** A field belongs to the name of a line when it leaves no more than this share of the repetitions. */
const CLEARLY_FEWER = 0.5;

/** The fields that name a line, and the column that nobody knows and without which rows would repeat. */
export interface LineKey {
  readonly fields: readonly TableField[];
  readonly added: FieldChoice | null;
}

/**
 * Finds the fields that name a line: the smallest set without repetition. A set that is unique in the first rows only may
 * repeat further down, so where the file goes on, every code that describes the line belongs to its name. Levels above the
 * product, names, and `spare` columns that say nothing by themselves count only where the codes repeat.
 */
export function findKey(
  fields: readonly FieldChoice[],
  spare: readonly FieldChoice[],
  rows: readonly TableRow[],
  isWhole: boolean,
  notes: Notes,
): LineKey {
  const rowAts = fields.filter(({ field }) => field === 'fiscalYear' || field === 'phase').map(({ at }) => at);
  const filled = fields.filter(({ at }) => rows.every(({ cells }) => !isBlank(cells[at])));
  const codes = filled.filter(({ field }) => KEY_ORDER.includes(field));
  const levels = filled.filter(({ field }) => LEVELS.includes(field));
  const names = filled.filter(({ field }) => NAMES.includes(field));
  const free = spare.filter(({ at }) => rows.every(({ cells }) => !isBlank(cells[at])));
  const all = [...codes, ...levels, ...names];
  const unique =
    smallestUnique(codes, rows, rowAts) ??
    smallestUnique([...codes, ...levels], rows, rowAts) ??
    smallestUnique(all, rows, rowAts) ??
    free.map((column) => smallestUnique([...all, column], rows, rowAts)).find((set) => set !== null) ??
    null;
  const longer = codes.filter(({ field }) => !GROUPS.includes(field));
  const chosen =
    unique === null
      ? leastRepeating(codes, [...levels, ...names, ...free], rows, rowAts)
      : [...new Set([...unique, ...(isWhole ? whatALineIs(unique, codes) : longer)])];
  const ordered = [...chosen].sort((a, b) => orderOf(a.field) - orderOf(b.field));
  const params = { fields: ordered.map(({ header, at }) => columnLabel(header, at)).join(' + '), rows: rows.length };
  if (ordered.length > 0) notes.say('key', unique === null ? 'KEY_NOT_UNIQUE' : 'KEY_UNIQUE', params);
  return { fields: ordered.map(({ field }) => field), added: free.find((column) => chosen.includes(column)) ?? null };
}

/** What a line is spent for, the first of them that a table has. */
const OBJECTS: readonly TableField[] = ['product', 'costObject', 'costCentre', 'unit'];

/**
 * An account is a line only together with what it is spent for, even where a table speaks of one product alone: the table of
 * the next product has the same accounts.
 */
function whatALineIs(unique: readonly FieldChoice[], codes: readonly FieldChoice[]): readonly FieldChoice[] {
  if (unique.some(({ field }) => field === 'line' || field === 'statementLine')) return [];
  const object = OBJECTS.find((name) => codes.some(({ field }) => field === name));
  return codes.filter(({ field }) => field === object || field === 'account');
}

/** Where nothing is unique: the codes, and of what else the row says as much as tells clearly more of them apart. */
function leastRepeating(
  codes: readonly FieldChoice[],
  others: readonly FieldChoice[],
  rows: readonly TableRow[],
  rowAts: readonly number[],
): readonly FieldChoice[] {
  let best = codes;
  let fewest = repetitions(codes, rows, rowAts);
  for (const other of others) {
    const isSecondSpare = other.field === 'detail' && best.some(({ field }) => field === 'detail');
    const count = isSecondSpare ? fewest : repetitions([...best, other], rows, rowAts);
    if (count <= fewest * CLEARLY_FEWER) [best, fewest] = [[...best, other], count];
  }
  return best;
}

/** Columns that nobody knows and that may still tell one line from another: no numbers of rows, no remarks, no money. */
export function spareColumns(
  columns: readonly ColumnGuess[],
  taken: readonly { readonly at: number; readonly field?: TableField }[],
): FieldChoice[] {
  if (taken.some(({ field }) => field === 'detail')) return [];
  return columns
    .filter((guess) => {
      const { at, values, word } = guess;
      const isTold = taken.some((column) => column.at === at) || word.lines?.field === 'ignore';
      return !isTold && !values.isCounter && values.distinct > 1 && !isMoneyColumn(guess) && !isAmountColumn(guess);
    })
    .map(({ at, header }) => ({ role: 'field', header, field: 'detail', isRequired: false, at }));
}

/** The fields that a booking names its line by: the line itself, or the same codes that lines are named by. */
export function findBookingKey(
  fields: readonly FieldChoice[],
  rows: readonly TableRow[],
  notes: Notes,
): readonly TableField[] {
  // A second cost centre or the like that hardly any booking has is no part of the name.
  const isEmpty = ({ field, at }: FieldChoice): boolean =>
    field === 'detail' && rows.some(({ cells }) => isBlank(cells[at]));
  const line = fields.find(({ field }) => field === 'line');
  const codes = fields.filter((choice) => {
    const { field } = choice;
    return KEY_ORDER.includes(field) && !GROUPS.includes(field) && field !== 'line' && !isEmpty(choice);
  });
  const chosen = line === undefined ? [...codes].sort((a, b) => orderOf(a.field) - orderOf(b.field)) : [line];
  if (chosen.length > 0) notes.say('key', 'KEY_OF_LINE', { fields: chosen.map(({ header }) => header).join(' + ') });
  return chosen.map(({ field }) => field);
}

function orderOf(field: TableField): number {
  const level = LEVELS.indexOf(field);
  if (level >= 0) return level - LEVELS.length;
  const at = KEY_ORDER.indexOf(field);
  return at < 0 ? KEY_ORDER.length + NAMES.indexOf(field) : at;
}

function smallestUnique(
  fields: readonly FieldChoice[],
  rows: readonly TableRow[],
  rowAts: readonly number[],
): FieldChoice[] | null {
  const weight = (set: readonly FieldChoice[]): number => set.reduce((sum, { field }) => sum + (WEIGHT[field] ?? 0), 0);
  for (let size = 1; size <= Math.min(fields.length, 5); size++) {
    const sets = subsets(fields, size).sort((a, b) => weight(b) - weight(a));
    const found = sets.slice(0, 300).find((set) => isUnique(set, rows, rowAts));
    if (found !== undefined) return found;
  }
  return null;
}

function subsets(fields: readonly FieldChoice[], size: number, from = 0): FieldChoice[][] {
  if (size === 0) return [[]];
  return fields.slice(from).flatMap((field, index) => {
    return subsets(fields, size - 1, from + index + 1).map((rest) => [field, ...rest]);
  });
}

function isUnique(set: readonly FieldChoice[], rows: readonly TableRow[], rowAts: readonly number[]): boolean {
  return repetitions(set, rows, rowAts, 1) === 0;
}

/** How many rows have a name that came before; stops counting at `limit`. */
function repetitions(
  set: readonly FieldChoice[],
  rows: readonly TableRow[],
  rowAts: readonly number[],
  limit = Infinity,
): number {
  const ats = [...set.map(({ at }) => at), ...rowAts];
  const seen = new Set<string>();
  let count = 0;
  for (const { cells } of rows) {
    const key = ats.map((at) => (cells[at] ?? '').trim()).join('\u0000');
    if (seen.has(key)) count += 1;
    if (count >= limit) return count;
    seen.add(key);
  }
  return count;
}
