import { isFiscalYear } from '../../shared/fiscal-year';
import { type ColumnPlan, cellProblem } from '../column-plan';
import type { ControlSums } from '../control-sums';
import type { TableField } from '../mapping';
import type { ColumnTotal, ImportedVolume, RowProblem, RowReading } from '../reading';
import { isBlank } from '../row-text';
import { isSumText } from '../sum-words';
import type { TableRow } from '../table';
import { monthOfCode, monthText } from './month-cell';
import { RecordCells, type RecordValue } from './record-cells';
import { RECORD_FIELDS, type RecordField, VOLUME_MONTH_FIELDS } from './record-fields';

type Values = Partial<Record<TableField, RecordValue>>;

/**
 * Reads case numbers of tasks: one month a row, or a year a row with its months in columns. A blank cell is no number: what
 * nobody counted is not 0. Whether a task exists, and whether a month has come yet, is seen where the city is known.
 */
export class VolumeRows {
  private readonly cells: RecordCells;
  private readonly fields: readonly RecordField[];

  constructor(
    private readonly plan: ColumnPlan,
    private readonly sums: ControlSums,
  ) {
    const { numbers, dateOrder, constants } = plan.mapping;
    this.cells = new RecordCells(numbers, dateOrder);
    this.fields = RECORD_FIELDS.volumes.filter(({ field }) => plan.at(field) >= 0 || constants[field] !== undefined);
  }

  read({ rowNumber, cells }: TableRow): RowReading {
    if (this.isSum(cells)) return { kind: 'sum', rowNumber, problems: [] };
    const problems: RowProblem[] = [];
    const values: Values = {};
    for (const field of this.fields) {
      const cell = this.plan.cell(cells, field.field);
      const read = this.cells.read(field, cell);
      if (!read.ok) problems.push(this.problem(rowNumber, field.field, read.code, cell));
      else if (read.value !== null) values[field.field] = read.value;
    }
    if (problems.length === 0 && !this.hasNumber(values)) return this.blankRow(rowNumber);
    if (problems.length === 0) problems.push(...this.yearProblems(values, rowNumber));
    if (problems.length > 0) return { kind: 'invalid', rowNumber, problems };
    const volumes = this.volumesOf(values);
    for (const { field, count } of volumes) {
      this.sums.addCell(this.plan.at(field === 'month' ? 'cases' : field), count * 100, '');
    }
    return {
      kind: 'record',
      rowNumber,
      problems,
      record: { kind: 'volumes', key: textOf(values.task), values, costs: [], volumes },
    };
  }

  /** What each column of numbers came to, in hundredths of a case: totals of all kinds of files are counted that way. */
  totals(): ColumnTotal[] {
    const phase = this.plan.mapping.constants.volumeKind === 'planned' ? 'plan' : 'actual';
    return this.plan.fields
      .filter(({ field }) => isNumberField(field))
      .map(({ at, header }) => ({
        ...{ column: header, position: at, phase, fiscalYear: null, printedCents: null },
        ...this.sums.columnSum(at),
      }));
  }

  /** A row at the end of a list that only adds up. */
  private isSum(cells: readonly string[]): boolean {
    const task = this.plan.cell(cells, 'task');
    if (task !== '') return isSumText(task, false);
    return this.plan.fields.some(({ at }) => !isBlank(cells[at]) && isSumText(cells[at] ?? '', false));
  }

  private hasNumber(values: Values): boolean {
    return Object.keys(values).some((field) => isNumberField(field));
  }

  private blankRow(rowNumber: number): RowReading {
    const at = this.plan.fields.find(({ field }) => isNumberField(field));
    const column = at?.header ?? '';
    return {
      kind: 'skipped',
      rowNumber,
      problems: [{ severity: 'info', rowNumber, code: 'VOLUME_BLANK', column, params: { value: '' } }],
    };
  }

  /** Each number needs its month, its year, and whether it came in or is planned. The year is filled into the month. */
  private yearProblems(values: Values, rowNumber: number): RowProblem[] {
    const say = (field: TableField, code: string): RowProblem[] => [
      this.problem(rowNumber, field, code, textOf(values[field])),
    ];
    if (values.volumeKind === undefined) return say('volumeKind', 'RECORD_EMPTY');
    const year = typeof values.fiscalYear === 'number' ? values.fiscalYear : this.plan.mapping.assumedYear;
    if (values.cases === undefined) return year === null ? say('fiscalYear', 'RECORD_EMPTY') : [];
    if (typeof values.month !== 'string') return say('month', 'RECORD_EMPTY');
    const { year: own, month } = monthOfCode(values.month);
    const whole = own ?? year;
    if (whole === null) return say('month', 'RECORD_MONTH');
    values.month = monthText({ year: whole, month });
    if (!isFiscalYear(whole)) return say('month', 'RECORD_MONTH');
    const isTold = typeof values.fiscalYear === 'number' && own !== null;
    return isTold && own !== values.fiscalYear ? say('month', 'RECORD_MONTH_YEAR') : [];
  }

  private volumesOf(values: Values): ImportedVolume[] {
    const kind = values.volumeKind === 'planned' ? 'planned' : 'actual';
    const volumes: ImportedVolume[] = [];
    if (typeof values.cases === 'number' && typeof values.month === 'string') {
      const { year, month } = monthOfCode(values.month);
      volumes.push({ year: year ?? 0, month, kind, count: values.cases, field: 'month' });
    }
    const year = Number(values.fiscalYear ?? this.plan.mapping.assumedYear);
    VOLUME_MONTH_FIELDS.forEach((field, at) => {
      const count = values[field];
      if (typeof count === 'number') volumes.push({ year, month: at + 1, kind, count, field });
    });
    return volumes;
  }

  private problem(rowNumber: number, field: TableField, code: string, cell: string): RowProblem {
    const found = cellProblem(rowNumber, this.plan.headerOf(field), code, cell);
    return code === 'RECORD_WORD' ? { ...found, params: { ...found.params, choices: field } } : found;
  }
}

const textOf = (value: RecordValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const isNumberField = (field: string): boolean =>
  field === 'cases' || VOLUME_MONTH_FIELDS.some((month) => month === field);
