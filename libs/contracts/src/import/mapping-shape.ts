import type { FileMapping } from '@etatlotse/domain/import';

/*
 * Whether something from outside has the shape of a mapping: every field there, of its type, and nothing else. Whether it
 * makes sense, `checkMapping` of the domain says.
 */

type Check = (value: unknown) => boolean;

const TEXT_MAX = 500;
/** A hundred sheets with names as long as they may be. */
export const SHEETS_MAX = 3500;
const CONTROL_CHAR = /[\u0000-\u001F\u007F]/;

const text: Check = (value) => typeof value === 'string' && value.length <= TEXT_MAX && !CONTROL_CHAR.test(value);
/** Several sheets that are read as one stand in one name. */
const sheetName: Check = (value) =>
  typeof value === 'string' && value.length <= SHEETS_MAX && !CONTROL_CHAR.test(value);
/** Headers keep the line breaks that stand in them. */
const header: Check = (value) =>
  typeof value === 'string' && value.length <= TEXT_MAX && !CONTROL_CHAR.test(value.replace(/[\r\n\t]/g, ' '));
const flag: Check = (value) => typeof value === 'boolean';
const whole: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 1e9;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const list =
  (max: number, item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= max && value.every(item);

function record(max: number, item: Check): Check {
  return (value) =>
    isObject(value) &&
    Object.keys(value).length <= max &&
    Object.entries(value).every(([key, part]) => text(key) && item(part));
}

function object(fields: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (!isObject(value)) return false;
    return (
      Object.keys(value).every((key) => Object.hasOwn(fields, key)) &&
      Object.entries(fields).every(([key, check]) => check(value[key]))
    );
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const columns: Readonly<Record<string, Check>> = {
  ignore: object({ role: text, header }),
  field: object({ role: text, header, field: text, isRequired: flag }),
  amount: object({
    role: text,
    header,
    fiscalYear: orNull(whole),
    phase: oneOf('plan', 'actual', 'commitment_authority', 'proposed', 'adjusted'),
    side: oneOf('net', 'revenue', 'expense', 'debit', 'credit', 'official', 'employee'),
    month: optional(whole),
    of: optional(object({ field: text, code: text, name: text })),
    unitFactor: optional(oneOf(1, 1000, 1_000_000)),
  }),
  balance: object({ role: text, header, parts: list(200, object({ column: whole, factor: oneOf(1, -1) })) }),
};

const column: Check = (value) => {
  if (!isObject(value) || typeof value['role'] !== 'string' || !Object.hasOwn(columns, value['role'])) return false;
  return columns[value['role']]?.(value) === true;
};

const heading = { field: text, nameField: text, word: text };

const fields: { readonly [Field in keyof FileMapping]-?: Check } = {
  kind: text,
  sheetName: orNull(sheetName),
  headerRows: list(3, whole),
  firstDataRow: whole,
  columns: list(200, column),
  numbers: object({
    decimal: oneOf(',', '.'),
    grouping: oneOf('.', ',', "'", ' ', null),
    trailingMinus: flag,
    parentheses: flag,
  }),
  unitFactor: whole,
  yearOfDays: optional(whole),
  dateOrder: text,
  direction: oneOf('account', 'columns', 'side', 'statement', 'revenue', 'expense', 'unclassified'),
  signs: object({ revenue: oneOf(1, -1), expense: oneOf(1, -1) }),
  accountFrame: text,
  accountYear: whole,
  keyFields: list(10, text),
  filledDown: list(20, text),
  constants: record(20, text),
  sumRows: object({
    blankFields: orNull(list(20, text)),
    hasWords: flag,
    leafCode: orNull(object({ field: text, length: whole })),
    rowNumbers: list(2000, whole),
    areAbove: optional(flag),
  }),
  unitLevels: list(4, object({ level: oneOf('division', 'department'), code: text, name: text })),
  itFilter: orNull(object({ field: text, values: list(200, text) })),
  assumedYear: orNull(whole),
  assumedDay: orNull(text),
  paymentsCount: flag,
  createsLines: flag,
  plan: orNull(object({ title: text, firstYear: whole, lastYear: whole })),
  headings: optional(object({ ...heading, also: optional(list(5, object(heading))) })),
  repeatedLines: oneOf('add', 'first', undefined),
};

export const hasMappingShape: (value: unknown) => value is FileMapping = object(fields) as (
  value: unknown,
) => value is FileMapping;
