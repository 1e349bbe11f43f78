import { AmountReader } from './amount-cell';
import { type ColumnPlan, cellProblem } from './column-plan';
import type { RowProblem, RowReading } from './reading';
import { isBlank } from './row-text';
import { SumRows } from './sum-rows';
import { isSumText } from './sum-words';

/** The amounts of a row that has them in columns: read, told from sums of others, and held against printed balances. */
export class AmountRow {
  readonly reader: AmountReader;
  /** Of columns in a unit of their own. */
  private readonly own = new Map<number, AmountReader>();
  readonly sumRows: SumRows;
  /** Cents by place of amount and balance columns; null for blank. Used again for every row. */
  readonly cents: (number | null)[];

  constructor(private readonly plan: ColumnPlan) {
    this.reader = new AmountReader(plan.mapping.numbers, plan.mapping.unitFactor);
    for (const { at, unitFactor } of plan.amounts) {
      if (unitFactor !== undefined) this.own.set(at, new AmountReader(plan.mapping.numbers, unitFactor));
    }
    this.sumRows = new SumRows(plan);
    this.cents = Array<number | null>(plan.width).fill(null);
  }

  /** Reads every amount cell of the row; true when there is one. Blank is not zero: it is no amount. */
  read(cells: readonly string[], rowNumber: number, problems: RowProblem[]): boolean {
    let hasAmounts = false;
    for (const columns of [this.plan.amounts, this.plan.balances]) {
      for (const { at, header } of columns) {
        const cell = cells[at] ?? '';
        const reader = this.own.size === 0 ? this.reader : (this.own.get(at) ?? this.reader);
        const cents = reader.read(cell);
        const { fault } = reader;
        if (reader !== this.reader) this.countRounded(reader);
        this.cents[at] = fault === null ? cents : null;
        if (fault === null) hasAmounts = true;
        else if (fault !== 'AMOUNT_REQUIRED') problems.push(cellProblem(rowNumber, header, fault, cell));
      }
    }
    return hasAmounts;
  }

  /** All that was rounded is counted in one place. */
  private countRounded(reader: AmountReader): void {
    this.reader.rounded += reader.rounded;
    reader.rounded = 0;
  }

  /** Whether the row that was read adds up others. */
  isSum(rowNumber: number, cells: readonly string[], hasAmounts: boolean): boolean {
    const { sumRows, direction } = this.plan.mapping;
    if (sumRows.rowNumbers.includes(rowNumber)) return true;
    if (hasAmounts && sumRows.blankFields?.every((field) => this.plan.cell(cells, field) === '') === true) return true;
    if (sumRows.leafCode !== null) {
      const code = this.plan.cell(cells, sumRows.leafCode.field);
      if (code !== '' && code.length < sumRows.leafCode.length) return true;
    }
    if (!sumRows.hasWords || !hasAmounts) return false;
    // In a statement each row has its number, also the result.
    const isLine = direction !== 'statement' && !this.plan.hasSumForCode(cells);
    const hasKey = isLine && this.plan.hasCompleteKey(cells);
    return this.plan.fields.some(({ at }) => !isBlank(cells[at]) && isSumText(cells[at] ?? '', hasKey));
  }

  /** Compares the sum that was read with the rows before it. */
  sum(rowNumber: number, cells: readonly string[], problems: RowProblem[]): RowReading {
    if (problems.length > 0) return { kind: 'invalid', rowNumber, problems };
    const stated = this.plan.amounts.map(({ at }) => this.cents[at] ?? null);
    const code = this.plan.mapping.sumRows.leafCode;
    const balances = new Map(this.plan.balances.map(({ at }) => [at, this.cents[at] ?? null]));
    const codeText = code === null ? '' : this.plan.cell(cells, code.field);
    const level = codeText === '' ? this.levelOf(cells) : codeText.length;
    return { kind: 'sum', rowNumber, problems: this.sumRows.compare(rowNumber, stated, codeText, balances, level) };
  }

  /** In an outline with a column for each level a row stands the deeper the further right its last code. */
  private levelOf(cells: readonly string[]): number {
    const codes = this.plan.fields.filter(({ at, field }) => !/Name$|^text$/.test(field) && !isBlank(cells[at]));
    return Math.max(0, ...codes.map(({ at }) => at + 1));
  }

  /** A printed balance that does not equal its parts is the city's own slip: reported, neither repaired nor fatal. */
  checkBalances(rowNumber: number, problems: RowProblem[]): void {
    for (const { at, header, parts } of this.plan.balances) {
      const statedCents = this.cents[at] ?? null;
      if (statedCents === null || parts.some(({ column }) => this.isMissing(column))) continue;
      const computedCents = parts.reduce((sum, { column, factor }) => sum + factor * (this.cents[column] ?? 0), 0);
      const differenceCents = statedCents - computedCents;
      if (differenceCents === 0) continue;
      const params = { statedCents, computedCents, differenceCents };
      problems.push({ severity: 'warning', rowNumber, code: 'BALANCE_DIFFERS', column: header, params });
    }
  }

  /** Without one of its parts a balance cannot be checked; a month without bookings, or a part without an account, is blank and counts nothing. */
  private isMissing(column: number): boolean {
    const known = this.plan.mapping.columns[column];
    const isBlankZero = known?.role === 'amount' && (known.month !== undefined || known.of !== undefined);
    return (this.cents[column] ?? null) === null && !isBlankZero;
  }

  /** Adds a row that is no sum, so that later sums can be compared with it. */
  add(sign: 1 | -1, codeText: string): void {
    this.sumRows.addRow(
      this.plan.amounts.map(({ at }) => this.cents[at] ?? 0),
      sign,
      codeText,
    );
  }
}
