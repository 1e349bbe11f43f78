import type { TableField } from '../mapping';
import { isBlank } from '../row-text';
import type { TableRow } from '../table';
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
  'accountName',
  'productName',
  'costObjectName',
  'unitName',
  'statementLineName',
  'subBudgetName',
  'detailName',
];
/** Codes that group others and are left out where the fields below them say enough. */
const GROUPS: readonly TableField[] = ['subBudget', 'side'];

/**
 * Finds the fields that name a line: the smallest set without repetition. A set that is unique in the first rows only may
 * repeat further down, so where the file goes on, every code that describes the line belongs to its name.
 */
export function findKey(
  fields: readonly FieldChoice[],
  rows: readonly TableRow[],
  isWhole: boolean,
  notes: Notes,
): readonly TableField[] {
  const rowAts = fields.filter(({ field }) => field === 'fiscalYear' || field === 'phase').map(({ at }) => at);
  const isFilled = ({ at }: FieldChoice): boolean => rows.every(({ cells }) => !isBlank(cells[at]));
  const codes = fields.filter((choice) => KEY_ORDER.includes(choice.field) && isFilled(choice));
  const names = fields.filter((choice) => NAMES.includes(choice.field) && isFilled(choice));
  const unique = smallestUnique(codes, rows, rowAts) ?? smallestUnique([...codes, ...names], rows, rowAts);
  const longer = codes.filter(({ field }) => !GROUPS.includes(field));
  const chosen =
    unique === null ? (codes.length > 0 ? codes : names) : isWhole ? unique : [...new Set([...unique, ...longer])];
  const ordered = [...chosen].sort((a, b) => orderOf(a.field) - orderOf(b.field));
  const params = { fields: ordered.map(({ header }) => header).join(' + '), rows: rows.length };
  if (ordered.length > 0) notes.say('key', unique === null ? 'KEY_NOT_UNIQUE' : 'KEY_UNIQUE', params);
  return ordered.map(({ field }) => field);
}

/** The fields that a booking names its line by: the line itself, or the same codes that lines are named by. */
export function findBookingKey(fields: readonly FieldChoice[], notes: Notes): readonly TableField[] {
  const line = fields.find(({ field }) => field === 'line');
  const codes = fields.filter(({ field }) => KEY_ORDER.includes(field) && !GROUPS.includes(field) && field !== 'line');
  const chosen = line === undefined ? [...codes].sort((a, b) => orderOf(a.field) - orderOf(b.field)) : [line];
  if (chosen.length > 0) notes.say('key', 'KEY_OF_LINE', { fields: chosen.map(({ header }) => header).join(' + ') });
  return chosen.map(({ field }) => field);
}

function orderOf(field: TableField): number {
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
  const seen = new Set<string>();
  for (const { cells } of rows) {
    const key = [...set.map(({ at }) => at), ...rowAts].map((at) => (cells[at] ?? '').trim()).join('\u0000');
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}
