import type { ImportFileRow } from '@etatlotse/contracts/import/plain';
import type { FileMapping, MappedColumn } from '@etatlotse/domain/import';

/*
 * What happens to a mapping when a person changes one thing about it. Each function answers a whole mapping in which the
 * other things still fit together as far as that can be known without asking.
 */

type FieldColumn = Extract<MappedColumn, { role: 'field' }>;
type AmountColumn = Extract<MappedColumn, { role: 'amount' }>;
type BalanceColumn = Extract<MappedColumn, { role: 'balance' }>;
export type Field = FieldColumn['field'];
export type Phase = AmountColumn['phase'];
export type Side = AmountColumn['side'];

/** `ignore`, `amount`, `balance`, or `field:` and the field. */
export type Meaning = string;
/** The parts of an amount that a person chooses. */
export type AmountChoice = Partial<Pick<AmountColumn, 'fiscalYear' | 'phase' | 'side'>>;

const FIELD = 'field:';

export function meaningOf(column: MappedColumn): Meaning {
  return column.role === 'field' ? fieldMeaning(column.field) : column.role;
}

export const fieldMeaning = (field: Field): Meaning => `${FIELD}${field}`;

/** Gives a column another meaning; year, phase and side of an amount are read off its header. */
export function withMeaning(mapping: FileMapping, position: number, meaning: Meaning): FileMapping {
  const before = mapping.columns[position];
  if (before === undefined) return mapping;
  return tidied({ ...mapping, columns: mapping.columns.with(position, columnOf(mapping, position, meaning)) });
}

export function withAmount(mapping: FileMapping, position: number, choice: AmountChoice): FileMapping {
  const before = mapping.columns[position];
  if (before?.role !== 'amount') return mapping;
  return tidied({ ...mapping, columns: mapping.columns.with(position, { ...before, ...choice }) });
}

/** Names the header rows; the headers are taken from there, the roles stay with their columns. */
export function withHeader(
  mapping: FileMapping,
  headerRows: readonly number[],
  rows: readonly ImportFileRow[],
): FileMapping {
  const header = headerRows.map((number) => rows.find(({ row }) => row === number)?.cells ?? []);
  const columns = mapping.columns.map((column, at) => ({ ...column, header: headerText(header, at) }));
  return { ...mapping, headerRows, firstDataRow: Math.max(0, ...headerRows) + 1, columns };
}

/** Adds a field to the key of a line or takes it away; the order is that of choosing. */
export function withKey(mapping: FileMapping, field: Field, isKey: boolean): FileMapping {
  const others = mapping.keyFields.filter((known) => known !== field);
  return { ...mapping, keyFields: isKey ? [...others, field] : others };
}

/** A field whose value stands only in the first row of a block and holds for the rows below it, or not. */
export function withFilledDown(mapping: FileMapping, field: Field, isFilled: boolean): FileMapping {
  const others = mapping.filledDown.filter((known) => known !== field);
  return { ...mapping, filledDown: isFilled ? [...others, field] : others };
}

/** A value for every row, for what the file does not say. Empty takes it away. */
export function withConstant(mapping: FileMapping, field: Field, value: string): FileMapping {
  const { [field]: _before, ...others } = mapping.constants;
  return { ...mapping, constants: value === '' ? others : { ...others, [field]: value } };
}

function columnOf(mapping: FileMapping, position: number, meaning: Meaning): MappedColumn {
  const header = mapping.columns[position]?.header ?? '';
  if (meaning.startsWith(FIELD)) {
    return { role: 'field', header, field: meaning.slice(FIELD.length) as Field, isRequired: false };
  }
  if (meaning === 'amount') return { role: 'amount', header, ...guessedAmount(mapping, header) };
  if (meaning === 'balance') return { role: 'balance', header, parts: balanceParts(mapping, position) };
  return { role: 'ignore', header };
}

function guessedAmount({ kind }: FileMapping, header: string): Required<AmountChoice> {
  const year = /(?:19|20)\d\d/.exec(header)?.[0];
  const isActual = kind === 'bookings' || kind === 'actuals' || /\b(ist|ergebnis|re|actual)/i.test(header);
  const phase = /\bve\b|verpfl/i.test(header) ? 'commitment_authority' : isActual ? 'actual' : 'plan';
  const side = /ertr|einz|einnahm|revenue/i.test(header)
    ? 'revenue'
    : /aufw|ausz|ausgab|expens/i.test(header)
      ? 'expense'
      : 'net';
  return { fiscalYear: kind === 'bookings' || year === undefined ? null : Number(year), phase, side };
}

/**
 * A printed balance is revenue less expense of the year and phase of the amount column nearest before it. Where the file
 * writes expense as negative, its columns are simply added.
 */
function balanceParts({ columns, signs }: FileMapping, position: number): BalanceColumn['parts'] {
  const amountAt = (at: number): AmountColumn | null => {
    const column = columns[at];
    return column?.role === 'amount' && at !== position ? column : null;
  };
  const places = columns.map((_column, at) => at).filter((at) => amountAt(at) !== null);
  const nearest = amountAt(places.filter((at) => at < position).at(-1) ?? places[0] ?? -1);
  if (nearest === null) return [];
  return places
    .filter((at) => amountAt(at)?.fiscalYear === nearest.fiscalYear && amountAt(at)?.phase === nearest.phase)
    .map((column) => ({
      column,
      factor: amountAt(column)?.side === 'expense' && signs.expense === signs.revenue ? -1 : 1,
    }));
}

/** Takes out what no longer has a column, and lets revenue and expense follow the columns where these say it. */
function tidied(mapping: FileMapping): FileMapping {
  const { columns, constants, direction } = mapping;
  const fields = new Set(
    columns.flatMap((column) => {
      if (column.role === 'field') return [column.field];
      return column.role === 'amount' && column.of !== undefined ? [column.of.field] : [];
    }),
  );
  // A column or one value for all rows says more than the rows above a block.
  const isHeaded = ({ field }: { readonly field: Field }): boolean =>
    !fields.has(field) && constants[field] === undefined;
  const blocks = blocksAbove(mapping).filter(isHeaded);
  const [outer, ...also] = blocks;
  const headings = outer === undefined || also.length === 0 ? outer : { ...outer, also };
  const isKnown = (field: Field): boolean =>
    fields.has(field) || constants[field] !== undefined || blocks.some((block) => block.field === field);
  const hasSides = columns.some((column) => column.role === 'amount' && isOwnSide(column.side));
  return {
    ...mapping,
    columns: columns.map((column) => (column.role === 'balance' ? withoutLostParts(column, columns) : column)),
    direction: hasSides ? 'columns' : direction === 'columns' ? directionWithoutSides(fields) : direction,
    filledDown: mapping.filledDown.filter((field) => fields.has(field)),
    headings,
    keyFields: mapping.keyFields.filter(isKnown),
    unitLevels: mapping.unitLevels.filter(({ code }) => fields.has(code)),
  };
}

/** What rows above a block say, the outermost first, each by itself. */
function blocksAbove({ headings }: FileMapping): readonly Omit<NonNullable<FileMapping['headings']>, 'also'>[] {
  if (headings === undefined) return [];
  const { also = [], ...outer } = headings;
  return [outer, ...also];
}

const isOwnSide = (side: Side): boolean => side === 'revenue' || side === 'expense';

function directionWithoutSides(fields: ReadonlySet<Field>): FileMapping['direction'] {
  if (fields.has('account')) return 'account';
  return fields.has('side') ? 'side' : 'unclassified';
}

function withoutLostParts(column: BalanceColumn, columns: readonly MappedColumn[]): BalanceColumn {
  return { ...column, parts: column.parts.filter((part) => columns[part.column]?.role === 'amount') };
}

/** The header of a column; over two rows the upper one spans the columns to its right. */
function headerText(rows: readonly (readonly string[])[], at: number): string {
  const [first, second] = rows;
  if (first === undefined) return '';
  if (second === undefined) return first[at] ?? '';
  const upper = first.slice(0, at + 1).findLast((cell) => cell.trim() !== '') ?? '';
  return [upper, second[at] ?? ''].filter((cell) => cell.trim() !== '').join(' ');
}
