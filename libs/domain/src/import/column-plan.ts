import { unguarded } from '../budget/fiscal-package';
import { headingRules } from './headings';
import { isFiscalPackage } from './detect/fiscal-package-mapping';
import type { AmountColumn, BalanceColumn, FieldColumn, FileMapping, MappedColumn, TableField } from './mapping';
import { isBlank, oneLine, textFault, withoutApostrophes } from './row-text';
import { isSumText } from './sum-words';
import type { RowFields } from './table';
import type { RowProblem } from './reading';

/** A column with its place in the file. */
export type Placed<Column extends MappedColumn> = Column & { readonly at: number };

const KEY_MAX = 200;
/** Names run long where a report was turned into a table; they are cut where they are stored. */
const NAME_MAX = 1000;
const NAMES = /Name$|^text$|^supplier$|^subject$|^description$/;

/** The columns of a mapping by role, each with its place. Computed once a file. */
export class ColumnPlan {
  readonly fields: readonly Placed<FieldColumn>[];
  /** The same after what rows above a block say, which stands in columns behind those of the file. */
  readonly described: readonly Placed<FieldColumn>[];
  readonly amounts: readonly Placed<AmountColumn>[];
  readonly balances: readonly Placed<BalanceColumn>[];
  readonly width: number;
  private readonly checked: readonly (Placed<FieldColumn> & { readonly max: number; readonly required: boolean })[];
  private readonly isPackage: boolean;
  private readonly placeOf = new Map<TableField, Placed<FieldColumn>>();

  constructor(readonly mapping: FileMapping) {
    const placed = mapping.columns.map((column, at) => ({ ...column, header: columnLabel(column.header, at), at }));
    this.fields = placed.filter((column) => column.role === 'field');
    this.amounts = placed.filter((column) => column.role === 'amount');
    this.balances = placed.filter((column) => column.role === 'balance');
    this.width = mapping.columns.length;
    this.isPackage = isFiscalPackage(mapping);
    const headed = headingRules(mapping.headings).flatMap(({ field, nameField, word }, index) => {
      const at = this.width + 2 * index;
      const column = { role: 'field', header: word, at } as const;
      return [
        { ...column, field, isRequired: true },
        { ...column, field: nameField, isRequired: false, at: at + 1 },
      ];
    });
    // What the row says itself counts more than what is said above it.
    this.described = [...headed, ...this.fields];
    this.checked = this.described.map((column) => ({
      ...column,
      max: NAMES.test(column.field) ? NAME_MAX : KEY_MAX,
      required: column.isRequired || mapping.keyFields.includes(column.field),
    }));
    for (const column of [...this.fields, ...headed])
      if (!this.placeOf.has(column.field)) this.placeOf.set(column.field, column);
  }

  /** Where a field stands; -1 when the file does not have it. */
  at(field: TableField): number {
    return this.placeOf.get(field)?.at ?? -1;
  }

  headerOf(field: TableField): string {
    return this.placeOf.get(field)?.header ?? '';
  }

  /** A cell of a field; what holds for every row where the file has no such column, and the empty text without either. */
  cell(cells: readonly string[], field: TableField): string {
    const at = this.at(field);
    if (at < 0) return this.mapping.constants[field] ?? '';
    return withoutApostrophes(oneLine(cells[at] ?? ''));
  }

  /** The words of a row, checked. */
  readFields(cells: readonly string[], rowNumber: number, problems: RowProblem[]): RowFields {
    const fields: Partial<Record<TableField, string>> = { ...this.mapping.constants };
    for (const { at, field, header, max, required } of this.checked) {
      const cell = cells[at] ?? '';
      const fault = textFault(cell, max, required);
      if (fault !== null) problems.push(cellProblem(rowNumber, header, fault, cell));
      else if (!isBlank(cell)) fields[field] = this.wordsOf(cell);
    }
    return fields;
  }

  /** A package says each word as it is, apart from its guard against formulas; other programs dress up their codes. */
  private wordsOf(cell: string): string {
    return this.isPackage ? oneLine(unguarded(cell)) : withoutApostrophes(oneLine(cell));
  }

  /** Whether the row itself says all of its key. */
  hasCompleteKey(cells: readonly string[]): boolean {
    return this.mapping.keyFields.every((field) => {
      const isOfColumn = this.amounts.some(({ of }) => of?.field === field);
      return isOfColumn || (this.at(field) < this.width && this.cell(cells, field) !== '');
    });
  }

  /** `Gesamt` where the code of a line should stand is none. */
  hasSumForCode(cells: readonly string[]): boolean {
    return this.mapping.keyFields.some((field) => !/Name$/.test(field) && isSumText(this.cell(cells, field), false));
  }
}

/** A column without a name is called by its place, so that a person finds it. */
export function columnLabel(header: string, at: number): string {
  return header === '' ? `Spalte ${at + 1}` : header;
}

/** A cell that cannot be read, with what stands in it. */
export function cellProblem(rowNumber: number, column: string, code: string, value: string): RowProblem {
  return { severity: 'error', rowNumber, code, column, params: { value: Array.from(value).slice(0, 200).join('') } };
}
