import type { PlannedCost } from '../../project';
import { cents } from '../../shared/cents';
import { fiscalYear, isFiscalYear } from '../../shared/fiscal-year';
import { AmountReader } from '../amount-cell';
import { type ColumnPlan, cellProblem } from '../column-plan';
import type { TableField } from '../mapping';
import type { ImportedRecord, RowProblem, RowReading } from '../reading';
import { isBlank } from '../row-text';
import { isSumText } from '../sum-words';
import type { TableRow } from '../table';
import { RecordCells, type RecordValue } from './record-cells';
import { hasOwnKey, RECORD_FIELDS, RECORD_KEYS, type RecordField, type RecordKind } from './record-fields';

/** Reads records of a register, one a row. What a record names, such as its unit, is looked up where the city is known. */
export class RecordRows {
  private readonly cells: RecordCells;
  private readonly amounts: AmountReader;
  private readonly fields: readonly RecordField[];
  private readonly firstRowOf = new Map<string, number>();

  constructor(
    private readonly plan: ColumnPlan,
    private readonly kind: RecordKind,
  ) {
    this.cells = new RecordCells(plan.mapping.numbers, plan.mapping.dateOrder);
    this.amounts = new AmountReader(plan.mapping.numbers, plan.mapping.unitFactor);
    const { constants } = plan.mapping;
    this.fields = RECORD_FIELDS[kind].filter(
      (field) => plan.at(field.field) >= 0 || constants[field.field] !== undefined,
    );
  }

  read({ rowNumber, cells }: TableRow): RowReading {
    if (this.isSum(cells)) return { kind: 'sum', rowNumber, problems: [] };
    const problems: RowProblem[] = [];
    const values: Partial<Record<TableField, RecordValue>> = {};
    for (const field of this.fields) {
      const cell = this.plan.cell(cells, field.field);
      const read = this.cells.read(field, cell);
      if (!read.ok) problems.push(this.problem(rowNumber, field, read.code, cell));
      else if (read.value !== null) values[field.field] = read.value;
    }
    const costs = this.costsOf(cells, values, rowNumber, problems);
    const named = RECORD_KEYS[this.kind].map((field) => values[field]).find((value) => value !== undefined);
    const key = named ?? (hasOwnKey(this.kind) ? undefined : `Zeile ${rowNumber}`);
    if (problems.length > 0 || typeof key !== 'string') return { kind: 'invalid', rowNumber, problems };
    const repeated = named === undefined ? null : this.repetition(key, rowNumber);
    if (repeated !== null) return { kind: 'invalid', rowNumber, problems: [repeated] };
    const record: ImportedRecord = { kind: this.kind, key, values, costs };
    return { kind: 'record', rowNumber, record, problems };
  }

  /** A row at the end of a list that only adds up. */
  private isSum(cells: readonly string[]): boolean {
    const filled = this.plan.fields.filter(({ at }) => !isBlank(cells[at]));
    const lacksNeeded = this.fields.some(({ field, isRequired }) => isRequired && this.plan.cell(cells, field) === '');
    return lacksNeeded && filled.some(({ at }) => isSumText(cells[at] ?? '', false));
  }

  private problem(rowNumber: number, field: RecordField, code: string, cell: string): RowProblem {
    const found = cellProblem(rowNumber, this.plan.headerOf(field.field), code, cell);
    if (code === 'RECORD_WORD') return { ...found, params: { ...found.params, choices: field.field } };
    return code === 'RECORD_COUNT' ? { ...found, params: { ...found.params, max: field.max } } : found;
  }

  /** What a project is to cost by year. A row says for all its years whether that is investment or expense. */
  private costsOf(
    cells: readonly string[],
    values: Partial<Record<TableField, RecordValue>>,
    rowNumber: number,
    problems: RowProblem[],
  ): PlannedCost[] {
    const kind = values.costKind === 'investment' || values.costKind === 'internal' ? values.costKind : 'expense';
    return this.plan.amounts.flatMap(({ at, header, fiscalYear: year }): PlannedCost[] => {
      const cell = cells[at] ?? '';
      const amount = this.amounts.read(cell);
      const { fault } = this.amounts;
      if (fault !== null && fault !== 'AMOUNT_REQUIRED') problems.push(cellProblem(rowNumber, header, fault, cell));
      else if (fault === null && amount < 0)
        problems.push(cellProblem(rowNumber, header, 'RECORD_COST_NEGATIVE', cell));
      if (fault !== null || amount <= 0 || year === null || !isFiscalYear(year)) return [];
      return [{ fiscalYear: fiscalYear(year), kind, amountCents: cents(amount) }];
    });
  }

  private repetition(key: string, rowNumber: number): RowProblem | null {
    const same = key.toLowerCase();
    const firstRowNumber = this.firstRowOf.get(same);
    if (firstRowNumber === undefined) {
      this.firstRowOf.set(same, rowNumber);
      return null;
    }
    const field = RECORD_KEYS[this.kind].find((one) => this.plan.at(one) >= 0) ?? RECORD_KEYS[this.kind][0];
    const params = { key, firstRowNumber, value: key };
    return { severity: 'error', rowNumber, code: 'RECORD_TWICE', column: this.plan.headerOf(field), params };
  }
}
