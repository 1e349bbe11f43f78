import { isFiscalYear } from '../../shared/fiscal-year';
import type { AmountReader } from '../amount-cell';
import { AmountRow } from '../amount-row';
import { type ColumnPlan, cellProblem } from '../column-plan';
import type { ControlSums } from '../control-sums';
import { noteRow } from '../line-rows';
import type { FileFinding, PlannedFte, RowProblem, RowReading } from '../reading';
import type { SumRows } from '../sum-rows';
import type { TableRow } from '../table';

/**
 * Reads a staffing plan as budgets print it: a product group a row, FTE by year and status in columns. Rows that add up
 * others, such as product areas and the total, are compared and never taken; hundredths of a post are whole numbers.
 */
export class StaffingRows {
  readonly amounts: AmountReader;
  readonly sumRows: SumRows;
  private readonly row: AmountRow;
  private readonly firstRowOf = new Map<string, number>();

  constructor(
    private readonly plan: ColumnPlan,
    private readonly sums: ControlSums,
  ) {
    this.row = new AmountRow(plan);
    this.amounts = this.row.reader;
    this.sumRows = this.row.sumRows;
  }

  read({ rowNumber, cells }: TableRow): RowReading {
    const problems: RowProblem[] = [];
    const hasAmounts = this.row.read(cells, rowNumber, problems);
    if (this.row.isSum(rowNumber, cells, hasAmounts)) {
      const sum = this.row.sum(rowNumber, cells, problems);
      return { ...sum, problems: sum.problems.map(inPosts) };
    }
    if (!hasAmounts && problems.length === 0) return noteRow(rowNumber, cells, this.plan.hasCompleteKey(cells));
    const { productGroup: key = '', productGroupName = '' } = this.plan.readFields(cells, rowNumber, problems);
    const fte = this.fteOf(rowNumber, cells, problems);
    this.noteRepetition(key, rowNumber, problems);
    if (problems.some(({ severity }) => severity === 'error')) return { kind: 'invalid', rowNumber, problems };
    this.row.checkBalances(rowNumber, problems);
    this.addUp(key);
    const values = { productGroup: key, productGroupName };
    const record = { kind: 'staffing_plan', key, values, costs: [], fte } as const;
    return { kind: 'record', rowNumber, problems: problems.map(inPosts), record };
  }

  private fteOf(rowNumber: number, cells: readonly string[], problems: RowProblem[]): PlannedFte[] {
    const { assumedYear } = this.plan.mapping;
    return this.plan.amounts.flatMap(({ at, header, side, fiscalYear }): PlannedFte[] => {
      const hundredths = this.row.cents[at] ?? null;
      const year = fiscalYear ?? assumedYear;
      if (hundredths === null || year === null || !isFiscalYear(year)) return [];
      if (hundredths < 0) problems.push(cellProblem(rowNumber, header, 'RECORD_FTE_NEGATIVE', cells[at] ?? ''));
      const status = side === 'official' || side === 'employee' ? side : 'all';
      return [{ fiscalYear: year, status, hundredths }];
    });
  }

  private noteRepetition(key: string, rowNumber: number, problems: RowProblem[]): void {
    if (key === '') return;
    const firstRowNumber = this.firstRowOf.get(key.toLowerCase());
    if (firstRowNumber === undefined) this.firstRowOf.set(key.toLowerCase(), rowNumber);
    else {
      const params = { key, firstRowNumber, value: key };
      const column = this.plan.headerOf('productGroup');
      problems.push({ severity: 'error', rowNumber, code: 'RECORD_TWICE', column, params });
    }
  }

  private addUp(key: string): void {
    for (const columns of [this.plan.amounts, this.plan.balances]) {
      for (const { at } of columns) {
        const hundredths = this.row.cents[at] ?? null;
        if (hundredths !== null) this.sums.addCell(at, hundredths, '');
      }
    }
    this.row.add(1, this.plan.mapping.sumRows.leafCode === null ? '' : key);
  }
}

/** A sum or balance that does not fit is told in posts: its hundredths are no cents. */
export function inPosts<Problem extends RowProblem | FileFinding>(problem: Problem): Problem {
  const { statedCents, readCents, computedCents } = problem.params;
  const [stated, read] = [statedCents, readCents ?? computedCents];
  if (typeof stated !== 'number' || typeof read !== 'number') return problem;
  return { ...problem, code: 'RECORD_FTE_SUM', params: { stated: fteText(stated), read: fteText(read) } };
}

function fteText(hundredths: number): string {
  const size = Math.abs(hundredths);
  const part = String(size % 100).padStart(2, '0');
  return `${hundredths < 0 ? '-' : ''}${(size - (size % 100)) / 100},${part}`;
}
