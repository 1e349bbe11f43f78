import type { FileMapping, MappedColumn, NumberStyle, TableField } from '../mapping';
import { missingRecordField, PRICE_FIELDS, RECORD_FIELDS, RECORD_KEYS, type RecordKind } from '../record/record-fields';
import type { TableSample } from '../table';
import type { AmountChoice } from './amount-columns';
import type { BalanceChoice } from './balance-columns';
import { type ColumnGuess, isAmountColumn } from './column-guess';
import { findDateOrder } from './date-columns';
import { type FieldChoice, findFields } from './field-columns';
import type { TableShape } from './header-rows';
import type { Notes } from './notes';
import { findNumberStyle } from './number-style';

/** Understands a table of a register: one record a row, most columns a field of it. What nothing says is asked. */
export function recordMapping(
  sample: TableSample,
  shape: TableShape,
  columns: readonly ColumnGuess[],
  kind: RecordKind,
  notes: Notes,
): FileMapping {
  const costs = kind === 'projects' ? costColumns(columns, notes) : [];
  const rest = columns.filter(({ at }) => !costs.some((cost) => cost.at === at));
  const fields = findFields(rest, kind, shape.data, notes);
  askMissing(kind, rest, fields, notes);
  const cellsOf = (ats: readonly number[]): string[] =>
    shape.data.flatMap(({ cells }) => ats.flatMap((at) => cells[at] ?? []));
  const atsOf = (wanted: (field: TableField) => boolean): number[] =>
    fields.filter(({ field }) => wanted(field)).map(({ at }) => at);
  const days = new Set(RECORD_FIELDS[kind].filter(({ cell }) => cell === 'day').map(({ field }) => field));
  const costCells = cellsOf(costs.map(({ at }) => at));
  const priceCells = cellsOf(atsOf((field) => field === 'devicePrice' || PRICE_FIELDS.includes(field)));
  const dayCells = cellsOf(atsOf((field) => days.has(field)));
  return {
    ...PLAIN,
    kind,
    sheetName: sample.sheetName,
    headerRows: shape.headerRows,
    firstDataRow: shape.firstDataRow,
    columns: mappedColumns(columns, [...costs, ...fields]),
    numbers:
      kind === 'projects' ? findNumberStyle(costCells, notes) : priceStyle(priceCells, sample.sheetName !== null),
    dateOrder: dayCells.length === 0 ? 'dmy' : findDateOrder(dayCells, notes),
    accountYear: Number(notes.hints.today.slice(0, 4)),
    keyFields: RECORD_KEYS[kind].filter((key) => fields.some(({ field }) => field === key)).slice(0, 1),
    constants: constantsOf(kind, costs, fields, notes),
  };
}

/** What matters for amounts of a budget only. */
export const PLAIN = {
  unitFactor: 1,
  direction: 'unclassified',
  signs: { revenue: 1, expense: 1 },
  accountFrame: 'unclassified',
  filledDown: [],
  sumRows: { blankFields: null, hasWords: true, leafCode: null, rowNumbers: [] },
  unitLevels: [],
  itFilter: null,
  assumedYear: null,
  assumedDay: null,
  paymentsCount: false,
  createsLines: false,
  plan: null,
} as const;

export function mappedColumns(
  columns: readonly ColumnGuess[],
  chosen: readonly (FieldChoice | AmountChoice | BalanceChoice)[],
): MappedColumn[] {
  return columns.map(({ at, header }) => {
    const choice = chosen.find((one) => one.at === at);
    if (choice === undefined) return { role: 'ignore', header };
    const { at: _at, ...column } = choice;
    return column;
  });
}

/**
 * Prices may have six decimals, so three digits behind a comma are decimals here. A point is the decimal sign where cells
 * prove it, or where the cells of a workbook are numbers; what then has two readings is asked at its row.
 */
function priceStyle(cells: readonly string[], isWorkbook: boolean): NumberStyle {
  const hasComma = cells.some((cell) => /,\d{1,6}\D*$/.test(cell));
  const hasPoint = cells.some((cell) => /^\D*\d+\.(?:\d{1,2}|\d{4,6})\D*$/.test(cell));
  const isEnglish = cells.some((cell) => /\d,\d{3}\.\d{1,2}\D*$/.test(cell));
  const decimal = isEnglish || (!hasComma && (hasPoint || isWorkbook)) ? '.' : ',';
  return { decimal, grouping: isEnglish ? ',' : null, trailingMinus: false, parentheses: false };
}

/** Columns that name one year hold what the project costs in it. */
function costColumns(columns: readonly ColumnGuess[], notes: Notes): AmountChoice[] {
  const years = new Set<number>();
  return columns.flatMap((column): AmountChoice[] => {
    const { at, header, amount } = column;
    const [year] = amount.years;
    if (year === undefined || amount.years.length > 1 || years.has(year) || !isAmountColumn(column)) return [];
    if (amount.isBalance || amount.phase === 'actual') return [];
    years.add(year);
    notes.say('columns', 'COLUMN_AMOUNT', { column: at + 1, header, fiscalYear: year, phase: 'plan', side: 'net' }, at);
    return [{ role: 'amount', header, fiscalYear: year, phase: 'plan', side: 'net', at }];
  });
}

/** Asks for the first field that is needed and that no column was recognised as. */
export function askMissing(
  kind: RecordKind,
  columns: readonly ColumnGuess[],
  fields: readonly FieldChoice[],
  notes: Notes,
  said: readonly string[] = [],
): void {
  const field = missingRecordField(kind, new Set([...fields.map((choice) => choice.field), ...said]));
  if (field === null) return;
  const free = columns.filter(({ at }) => !fields.some((choice) => choice.at === at));
  const headers = free.map(({ header }) => header).join(', ');
  notes.ask(
    'COLUMN_MISSING',
    free.map(({ at }) => `column:${at}`),
    { field, headers },
    field,
  );
}

type Constants = FileMapping['constants'];

function constantsOf(
  kind: RecordKind,
  costs: readonly AmountChoice[],
  fields: readonly FieldChoice[],
  notes: Notes,
): Constants {
  if (kind === 'contracts') return priceConstants(fields, notes);
  return kind === 'projects' ? costConstants(costs, fields, notes) : {};
}

/** Net or gross, and what a price buys: the file says it in a column or in its headers, else the person does. */
function priceConstants(fields: readonly FieldChoice[], notes: Notes): Constants {
  const price = fields.find(({ field }) => PRICE_FIELDS.includes(field));
  const has = (field: TableField): boolean => fields.some((choice) => choice.field === field);
  if (price === undefined) return {};
  const header = price.header;
  const told = /netto|\bnet\b/i.test(header) ? 'net' : /brutto|gross/i.test(header) ? 'gross' : null;
  const basis = has('priceBasis') ? null : (told ?? notes.ask('PRICE_BASIS', ['gross', 'net'], { header }));
  const period =
    price.field === 'unitPrice' && !has('pricePeriod')
      ? notes.ask('PRICE_PERIOD', ['year', 'month', 'term'], { header })
      : null;
  return { ...(basis === null ? {} : { priceBasis: basis }), ...(period === null ? {} : { pricePeriod: period }) };
}

function costConstants(costs: readonly AmountChoice[], fields: readonly FieldChoice[], notes: Notes): Constants {
  if (costs.length === 0 || fields.some(({ field }) => field === 'costKind')) return {};
  const headers = costs.map(({ header }) => header).join(', ');
  const told = /invest/i.test(headers) ? 'investment' : /aufwand|konsum|expense/i.test(headers) ? 'expense' : null;
  return { costKind: told ?? notes.ask('COST_KIND', ['expense', 'investment'], { headers }) };
}
