import { ACCOUNT_FRAME_CODES } from '../budget/account-class';
import { isFiscalYear } from '../shared/fiscal-year';
import { type Outcome, ok, type Refusal, refuse } from '../shared/outcome';
import { isPlainDate } from '../shared/plain-date';
import { headingRules } from './headings';
import { isRecordKind, missingRecordField } from './record/record-fields';
import { type FileMapping, IMPORT_KINDS, type MappedColumn, TABLE_FIELDS, type TableField } from './mapping';

/** What keeps a mapping from being used. */
export const MAPPING_REFUSALS = [
  'MAPPING_SHAPE',
  'MAPPING_FIELD_TWICE',
  'MAPPING_NO_AMOUNT',
  'MAPPING_AMOUNT_TWICE',
  'MAPPING_YEAR_MISSING',
  'MAPPING_DAY_MISSING',
  'MAPPING_KEY_MISSING',
  'MAPPING_FIELD_MISSING',
  'MAPPING_DIRECTION',
  'MAPPING_BALANCE',
  'MAPPING_HEADER_ROWS',
  'MAPPING_PLAN_YEARS',
] as const;
export type MappingRefusal = Refusal<(typeof MAPPING_REFUSALS)[number], Record<string, string | number>>;

/**
 * Whether a mapping is complete and sound, so that a file can be read by it. A refusal names what is missing; the first one
 * counts.
 */
export function checkMapping(mapping: FileMapping): Outcome<FileMapping, MappingRefusal> {
  for (const check of [
    checkShape,
    checkRows,
    checkFields,
    checkAmounts,
    checkKey,
    checkDirection,
    checkBalances,
    checkPlan,
  ]) {
    const refusal = check(mapping);
    if (refusal !== null) return refuse(refusal);
  }
  return ok(mapping);
}

const refusal = (code: MappingRefusal['code'], params: MappingRefusal['params'] = {}): MappingRefusal => ({
  code,
  params,
});

const UNIT_FACTORS: readonly number[] = [1, 1000, 1_000_000];

function checkShape(mapping: FileMapping): MappingRefusal | null {
  const { kind, columns, numbers, unitFactor, dateOrder, yearOfDays, accountFrame, accountYear, signs, assumedDay } =
    mapping;
  const isSound =
    IMPORT_KINDS.includes(kind) &&
    columns.length > 0 &&
    columns.length <= 1000 &&
    ([',', '.'] as string[]).includes(numbers.decimal) &&
    numbers.grouping !== numbers.decimal &&
    UNIT_FACTORS.includes(unitFactor) &&
    ['dmy', 'mdy'].includes(dateOrder) &&
    (yearOfDays === undefined || isFiscalYear(yearOfDays)) &&
    ACCOUNT_FRAME_CODES.includes(accountFrame) &&
    isFiscalYear(accountYear) &&
    [signs.revenue, signs.expense].every((sign) => sign === 1 || sign === -1) &&
    (assumedDay === null || isPlainDate(assumedDay)) &&
    areSoundHeadings(mapping.headings) &&
    columns.every(isSoundColumn);
  return isSound ? null : refusal('MAPPING_SHAPE');
}

function areSoundHeadings(rule: FileMapping['headings']): boolean {
  return headingRules(rule).every(({ field, nameField }) => {
    return TABLE_FIELDS.includes(field) && TABLE_FIELDS.includes(nameField);
  });
}

function isSoundColumn(column: MappedColumn): boolean {
  if (column.role === 'field') return TABLE_FIELDS.includes(column.field);
  if (column.role !== 'amount') return true;
  const { fiscalYear, unitFactor = 1, month = 1, of } = column;
  if (of !== undefined && (!TABLE_FIELDS.includes(of.field) || of.code === '')) return false;
  const isSoundMonth = Number.isInteger(month) && month >= 1 && month <= 12;
  return (fiscalYear === null || isFiscalYear(fiscalYear)) && UNIT_FACTORS.includes(unitFactor) && isSoundMonth;
}

function checkRows({ headerRows, firstDataRow }: FileMapping): MappingRefusal | null {
  const isSound =
    firstDataRow >= 1 && headerRows.every((row) => row >= 1 && row < firstDataRow) && headerRows.length <= 3;
  return isSound ? null : refusal('MAPPING_HEADER_ROWS');
}

function checkFields({ columns }: FileMapping): MappingRefusal | null {
  const seen = new Set<TableField>();
  for (const column of columns) {
    if (column.role !== 'field') continue;
    if (seen.has(column.field)) return refusal('MAPPING_FIELD_TWICE', { field: column.field, column: column.header });
    seen.add(column.field);
  }
  return null;
}

/** Units and most registers have no amounts, and a project may have no planned costs yet. */
const WITHOUT_AMOUNTS: readonly FileMapping['kind'][] = [
  'organization',
  'contracts',
  'posts',
  'devices',
  'sites',
  'volumes',
];

function checkAmounts(mapping: FileMapping): MappingRefusal | null {
  if (WITHOUT_AMOUNTS.includes(mapping.kind)) return null;
  const amounts = mapping.columns.filter((column) => column.role === 'amount');
  if (amounts.length === 0) return mapping.kind === 'projects' ? null : refusal('MAPPING_NO_AMOUNT');
  const seen = new Set<string>();
  for (const { fiscalYear, phase, side, month, of, header } of amounts) {
    const meaning = `${fiscalYear} ${phase} ${side} ${month} ${of?.field} ${of?.code}`;
    if (seen.has(meaning)) return refusal('MAPPING_AMOUNT_TWICE', { column: header });
    seen.add(meaning);
  }
  const fields = fieldsOf(mapping);
  const hasRowYear = fields.has('fiscalYear') || fields.has('bookedOn') || mapping.assumedYear !== null;
  const undated = amounts.find(({ fiscalYear }) => fiscalYear === null);
  if (undated !== undefined && !hasRowYear) return refusal('MAPPING_YEAR_MISSING', { column: undated.header });
  if (mapping.kind === 'bookings' && !fields.has('bookedOn') && mapping.assumedDay === null)
    return refusal('MAPPING_DAY_MISSING');
  return null;
}

function checkKey(mapping: FileMapping): MappingRefusal | null {
  const fields = fieldsOf(mapping);
  if (mapping.kind === 'organization') {
    const missing = (['unit', 'unitName'] as const).find((field) => !fields.has(field));
    return missing === undefined ? null : refusal('MAPPING_FIELD_MISSING', { field: missing });
  }
  if (isRecordKind(mapping.kind)) {
    const field = missingRecordField(mapping.kind, new Set([...fields, ...Object.keys(mapping.constants)]));
    return field === null ? null : refusal('MAPPING_FIELD_MISSING', { field });
  }
  if (mapping.keyFields.length === 0) return refusal('MAPPING_KEY_MISSING');
  const isKnown = (field: TableField): boolean => fields.has(field) || mapping.constants[field] !== undefined;
  const missing = mapping.keyFields.find((field) => !isKnown(field));
  return missing === undefined ? null : refusal('MAPPING_FIELD_MISSING', { field: missing });
}

/** What says revenue or expense must be there. */
function checkDirection(mapping: FileMapping): MappingRefusal | null {
  if (mapping.kind === 'organization' || isRecordKind(mapping.kind)) return null;
  const fields = fieldsOf(mapping);
  const sides = new Set(mapping.columns.flatMap((column) => (column.role === 'amount' ? [column.side] : [])));
  const hasSides = sides.has('revenue') || sides.has('expense');
  const { direction } = mapping;
  const isSound =
    (direction === 'columns') === hasSides &&
    !(hasSides && (sides.has('net') || sides.has('debit') || sides.has('credit'))) &&
    (direction !== 'account' || fields.has('account') || fields.has('line')) &&
    (direction !== 'side' || fields.has('side')) &&
    (direction !== 'statement' || fields.has('statementLineName'));
  return isSound ? null : refusal('MAPPING_DIRECTION', { direction });
}

function checkBalances({ columns }: FileMapping): MappingRefusal | null {
  for (const column of columns) {
    if (column.role !== 'balance') continue;
    const isSound = column.parts.length > 0 && column.parts.every((part) => columns[part.column]?.role === 'amount');
    if (!isSound) return refusal('MAPPING_BALANCE', { column: column.header });
  }
  return null;
}

function checkPlan({ kind, plan }: FileMapping): MappingRefusal | null {
  if (kind !== 'plan_lines') return null;
  if (plan === null) return refusal('MAPPING_PLAN_YEARS');
  const { firstYear, lastYear } = plan;
  const isSound =
    isFiscalYear(firstYear) && isFiscalYear(lastYear) && lastYear - firstYear >= 0 && lastYear - firstYear <= 1;
  return isSound ? null : refusal('MAPPING_PLAN_YEARS');
}

/** Fields of the columns, of what stands above the rows, and of the parts whose amounts stand in columns. */
function fieldsOf({ columns, headings }: FileMapping): ReadonlySet<TableField> {
  const named = columns.flatMap((column) => (column.role === 'field' ? [column.field] : []));
  const parts = columns.flatMap((column) => (column.role === 'amount' ? (column.of?.field ?? []) : []));
  return new Set([...named, ...parts, ...headingRules(headings).map(({ field }) => field)]);
}
