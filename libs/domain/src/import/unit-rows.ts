import { type ColumnPlan, cellProblem } from './column-plan';
import { DateReader } from './date-cell';
import type { TableField } from './mapping';
import type { ReadUnit, RowProblem, RowReading } from './reading';
import { textFault } from './row-text';
import type { TableRow } from './table';

const LEVELS: readonly (readonly [ReadUnit['level'], RegExp])[] = [
  ['directorate', /^(?:dezernat|directorate|vorstand|geschäftsbereich)/],
  ['department', /^(?:fachbereich|amt|referat|department|fb$|dienststelle|eigenbetrieb)/],
  ['division', /^(?:abteilung|stelle|fachdienst|fachstelle|sachgebiet|team|division|unit)/],
];
const LIMITS: readonly (readonly [TableField, number, boolean])[] = [
  ['unit', 40, true],
  ['unitName', 200, true],
  ['parentUnit', 40, false],
];

/** Which level of the organisation a word names; null when it names none. */
export function unitLevelOf(text: string): ReadUnit['level'] | null {
  const word = text.trim().toLowerCase();
  return LEVELS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** Reads units, one a row. Whether a parent exists is asked when the whole file is known. */
export class UnitRows {
  private readonly days: DateReader;
  private readonly firstRowOf = new Map<string, number>();

  constructor(private readonly plan: ColumnPlan) {
    this.days = new DateReader(plan.mapping.dateOrder);
  }

  read({ rowNumber, cells }: TableRow): RowReading {
    const problems: RowProblem[] = [];
    const cell = (field: TableField): string => this.plan.cell(cells, field);
    const refuse = (field: TableField, code: string): void => {
      problems.push(cellProblem(rowNumber, this.plan.headerOf(field), code, cell(field)));
    };
    for (const [field, max, required] of LIMITS) {
      const fault = textFault(cell(field), max, required);
      if (fault !== null) refuse(field, fault);
    }
    const level =
      this.plan.at('unitLevel') < 0 ? this.levelByParent(cell('parentUnit')) : unitLevelOf(cell('unitLevel'));
    if (level === null) refuse('unitLevel', 'ENUM_INVALID');
    const validFrom = cell('validFrom') === '' ? this.plan.mapping.assumedDay : this.days.read(cell('validFrom'));
    if (validFrom === null) refuse('validFrom', 'DATE_INVALID');
    this.noteRepetition(cell('unit'), rowNumber, problems);
    if (problems.length > 0 || level === null || validFrom === null) return { kind: 'invalid', rowNumber, problems };
    const unit = {
      code: cell('unit'),
      name: cell('unitName'),
      level,
      parentCode: cell('parentUnit') || null,
      validFrom,
    };
    return { kind: 'unit', rowNumber, unit, problems };
  }

  /** Without a level of its own a unit at the top is a department, and one below another a division. */
  private levelByParent(parent: string): ReadUnit['level'] {
    return parent === '' ? 'department' : 'division';
  }

  private noteRepetition(code: string, rowNumber: number, problems: RowProblem[]): void {
    const firstRowNumber = this.firstRowOf.get(code);
    if (firstRowNumber === undefined) this.firstRowOf.set(code, rowNumber);
    else {
      const params = { key: code, firstRowNumber, value: code };
      problems.push({
        severity: 'error',
        rowNumber,
        code: 'KEY_DUPLICATE',
        column: this.plan.headerOf('unit'),
        params,
      });
    }
  }
}
