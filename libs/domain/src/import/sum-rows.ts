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
/** Each of so many amounts in whole euros may be half a euro off: their sum then is not what the rounded ones add up to. */
const ROUNDED_ROWS_MIN = 10;
const ROUNDED_CENTS = 50;

/** Compares the sums that a file prints with its rows, and finds its grand total. */
export class SumRows {
  rows = 0;
  private matching = 0;
  private leaves = 0;
  /** Whether no amount so far has cents. */
  private isWhole = true;
  private grand: GrandSum | null = null;
  private readonly differing: FileFinding[] = [];
  private readonly check: SumCheck;
  /** Null where sums stand below their rows. */
  private readonly above: SumsAbove | null;

  constructor(private readonly plan: ColumnPlan) {
    this.above = plan.mapping.sumRows.areAbove === true ? new SumsAbove() : null;
    this.check = new SumCheck(plan.amounts.length, plan.mapping.sumRows.leafCode?.length ?? null);
  }

  /** Adds a row that is no sum. `sign` is -1 for what a balance takes away. */
  addRow(amounts: readonly number[], sign: 1 | -1, code: string): void {
    this.leaves += 1;
    this.isWhole &&= amounts.every((cents) => cents % 100 === 0);
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
    if (matches) this.matching += 1;
    return matches ? [] : this.differences(rowNumber, stated, readCents, 'SUBTOTAL_DIFFERS');
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
    if (matches) this.matching += 1;
    else if (this.differing.length < FINDINGS_MAX) {
      this.differing.push(...this.differences(rowNumber, stated, read, 'SUBTOTAL_DIFFERS'));
    }
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
    if (!this.isWhole || this.leaves < ROUNDED_ROWS_MIN || differenceCents % 100 !== 0) return false;
    return Math.abs(differenceCents) <= this.leaves * ROUNDED_CENTS;
  }
}

function isStated(stated: readonly (number | null)[], read: readonly number[]): boolean {
  return stated.every((cents, at) => cents === null || cents === (read[at] ?? 0));
}
