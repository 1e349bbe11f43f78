import type { ColumnPlan } from './column-plan';
import type { FileFinding, RowProblem } from './reading';
import { SumCheck } from './sum-check';
import { type OpenSum, readBelow, SumsAbove } from './sums-above';

/** A sum over everything so far. It is the total of the file unless more rows follow. */
interface GrandSum {
  readonly rowNumber: number;
  readonly matches: boolean;
  readonly stated: readonly (number | null)[];
  readonly read: readonly number[];
  readonly balances: ReadonlyMap<number, number | null>;
}

const FINDINGS_MAX = 1000;
/** Amounts in whole euros are up to half a euro off each, so a sum of so many need not be what the rounded ones add up to. */
const ROUNDED_ROWS_MIN = 10;
/**
 * By how many euros their sum may be off, for one row: four times the standard deviation of a rounded euro (1 / √12). Of more
 * rows it is that times the root of their number, as they are off to both sides.
 */
const ROUNDED = 1.16;
/** A sum of a part may be off by so many euros, however few rows it has. */
const ROUNDED_PART = 2;

/** Compares the sums that a file prints with its rows, and finds its grand total. */
export class SumRows {
  rows = 0;
  private matching = 0;
  private leaves = 0;
  /** What the file counts in: a euro or, where its amounts are in thousands, a thousand of them. */
  private readonly unitCents: number;
  /** Whether all amounts so far are whole ones of that. */
  private isWhole = true;
  private grand: GrandSum | null = null;
  /** Sums of parts that differ only as rounded amounts do, and by how much at most. */
  private readonly rounded = { count: 0, mostCents: 0 };
  private readonly differing: FileFinding[] = [];
  private readonly check: SumCheck;
  /** Null where sums stand below their rows. */
  private readonly above: SumsAbove | null;

  constructor(private readonly plan: ColumnPlan) {
    this.unitCents = 100 * plan.mapping.unitFactor;
    this.above = plan.mapping.sumRows.areAbove === true ? new SumsAbove() : null;
    this.check = new SumCheck(plan.amounts.length, plan.mapping.sumRows.leafCode?.length ?? null);
  }

  /** Adds a row that is no sum. `sign` is -1 for what a balance takes away. */
  addRow(amounts: readonly number[], sign: 1 | -1, code: string): void {
    this.leaves += 1;
    this.isWhole &&= amounts.every((cents) => cents % this.unitCents === 0);
    if (this.above !== null) {
      this.above.addRow(amounts, sign);
      return;
    }
    this.endBlock();
    this.check.addRow(amounts, sign, code);
  }

  /**
   * Compares a sum. What it says about a part of the file comes back at once, a total at the end, and so does a sum that
   * stands above its rows; `level` tells how deep that one stands.
   */
  compare(
    rowNumber: number,
    stated: readonly (number | null)[],
    code: string,
    balances: ReadonlyMap<number, number | null> = new Map(),
    level = 0,
  ): readonly RowProblem[] {
    this.rows += 1;
    if (this.above !== null) {
      for (const ended of this.above.begin({ rowNumber, level, stated, balances })) this.noteEnded(ended);
      return [];
    }
    this.endBlock();
    const { isGrand, matches, readCents } = this.check.compare(stated, code);
    if (isGrand) {
      this.grand = { rowNumber, matches, stated, read: readCents, balances };
      return [];
    }
    return this.isFine(matches, stated, readCents)
      ? []
      : this.differences(rowNumber, stated, readCents, 'SUBTOTAL_DIFFERS');
  }

  /** The printed grand total of a column; null where none is printed. */
  printed(at: number): number | null {
    if (this.grand === null) return null;
    const index = this.plan.amounts.findIndex((column) => column.at === at);
    return index < 0 ? (this.grand.balances.get(at) ?? null) : (this.grand.stated[index] ?? null);
  }

  findings(): FileFinding[] {
    for (const ended of this.above?.end() ?? []) {
      const read = readBelow(ended);
      const { rowNumber, stated, balances } = ended;
      if (ended.isFirst) this.grand = { rowNumber, matches: isStated(stated, read), stated, read, balances };
      else this.noteEnded(ended);
    }
    const { grand } = this;
    const promised = this.plan.mapping.sumRows.blankFields !== null && this.rows === 0;
    const found: FileFinding[] = [...this.differing];
    if (promised)
      found.push({ severity: 'warning', rowNumber: null, code: 'TOTAL_ROW_MISSING', column: null, params: {} });
    if (this.matching > 0) {
      const params = { count: this.matching };
      found.push({ severity: 'info', rowNumber: null, code: 'SUBTOTALS_MATCH', column: null, params });
    }
    if (this.rounded.count > 0) {
      const params = { count: this.rounded.count, differenceCents: this.rounded.mostCents };
      found.push({ severity: 'info', rowNumber: null, code: 'SUBTOTALS_ROUNDED', column: null, params });
    }
    if (grand === null) return found;
    if (!grand.matches)
      return [...found, ...this.differences(grand.rowNumber, grand.stated, grand.read, 'TOTAL_ROW_DIFFERS')];
    return [
      ...found,
      { severity: 'info', rowNumber: grand.rowNumber, code: 'TOTAL_ROW_MATCHES', column: null, params: {} },
    ];
  }

  private noteEnded(sum: OpenSum): void {
    const read = readBelow(sum);
    this.notePart(sum.rowNumber, isStated(sum.stated, read), sum.stated, read);
  }

  /** Where rows follow, the last sum was one of a part. */
  private endBlock(): void {
    const { grand } = this;
    if (grand === null) return;
    this.grand = null;
    this.notePart(grand.rowNumber, grand.matches, grand.stated, grand.read);
  }

  private notePart(
    rowNumber: number,
    matches: boolean,
    stated: readonly (number | null)[],
    read: readonly number[],
  ): void {
    if (this.isFine(matches, stated, read) || this.differing.length >= FINDINGS_MAX) return;
    this.differing.push(...this.differences(rowNumber, stated, read, 'SUBTOTAL_DIFFERS'));
  }

  /** Counts a sum of a part that matches its rows, or nearly so where all amounts are rounded. */
  private isFine(matches: boolean, stated: readonly (number | null)[], read: readonly number[]): boolean {
    if (matches) this.matching += 1;
    if (matches || !this.isRounded) return matches;
    const cents = stated.map((one, at) => Math.abs((one ?? read[at] ?? 0) - (read[at] ?? 0)));
    const mostCents = Math.max(...cents);
    if (mostCents > ROUNDED_PART * this.unitCents || mostCents % this.unitCents !== 0) return false;
    this.rounded.count += 1;
    this.rounded.mostCents = Math.max(this.rounded.mostCents, mostCents);
    return true;
  }

  /** A total that differs stops the import; a sum between, or one of rounded amounts, is reported. */
  private differences(
    rowNumber: number,
    stated: readonly (number | null)[],
    read: readonly number[],
    code: 'TOTAL_ROW_DIFFERS' | 'SUBTOTAL_DIFFERS',
  ): RowProblem[] {
    const isExact = code === 'TOTAL_ROW_DIFFERS' && this.plan.mapping.unitFactor === 1;
    return this.plan.amounts.flatMap(({ header }, index): RowProblem[] => {
      const statedCents = stated[index] ?? null;
      const readCents = read[index] ?? 0;
      if (statedCents === null || statedCents === readCents) return [];
      const params = { statedCents, readCents, differenceCents: statedCents - readCents };
      const severity = isExact && !this.isRounding(params.differenceCents) ? 'error' : 'warning';
      return [{ severity, rowNumber, code, column: header, params }];
    });
  }

  private isRounding(differenceCents: number): boolean {
    const isWhole = this.isRounded && differenceCents % this.unitCents === 0;
    return isWhole && Math.abs(differenceCents) <= ROUNDED * this.unitCents * Math.sqrt(this.leaves);
  }

  private get isRounded(): boolean {
    return this.isWhole && this.leaves >= ROUNDED_ROWS_MIN;
  }
}

function isStated(stated: readonly (number | null)[], read: readonly number[]): boolean {
  return stated.every((cents, at) => cents === null || cents === (read[at] ?? 0));
}
