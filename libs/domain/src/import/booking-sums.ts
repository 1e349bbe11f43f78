import type { ColumnPlan } from './column-plan';
import type { DateReader } from './date-cell';
import { isBlank } from './row-text';
import { isBalanceText, isPlainSum, isSumOrBalance, isSumText } from './sum-words';

/** Tells which rows among bookings are none: sums, balances and remarks. */
export class BookingSums {
  private readonly dayAt: number;
  private readonly textAt: number;
  private readonly documentAt: number;
  /** Where words may say that a row is a sum: everywhere but in the columns of amounts. */
  private readonly wordAts: readonly { readonly at: number; readonly isSupplier: boolean }[];
  private readonly balanceAts: readonly number[];
  /** Whether rows name no line themselves, as in an account sheet: then each of them has one, bookings and sums alike. */
  private readonly isSheet: boolean;

  constructor(
    private readonly plan: ColumnPlan,
    private readonly days: DateReader,
  ) {
    const { mapping, width } = plan;
    this.dayAt = plan.at('bookedOn');
    this.textAt = plan.at('text');
    this.documentAt = plan.at('document');
    this.wordAts = mapping.columns.flatMap((column, at) => {
      const isSupplier = column.role === 'field' && column.field.startsWith('supplier');
      return column.role === 'amount' || column.role === 'balance' ? [] : [{ at, isSupplier }];
    });
    this.balanceAts = [this.textAt, this.documentAt, this.dayAt].filter((at) => at >= 0);
    const keyAts = mapping.keyFields.map((field) => plan.at(field));
    this.isSheet = keyAts.length > 0 && keyAts.every((at) => at >= width);
  }

  isSum(rowNumber: number, cells: readonly string[], hasLine: boolean): boolean {
    const { rowNumbers, blankFields, hasWords } = this.plan.mapping.sumRows;
    if (rowNumbers.includes(rowNumber)) return true;
    if (this.hasNoAmount(cells)) return false;
    if (this.isBalance(cells)) return true;
    const isDated = this.isDated(cells);
    if (hasLine && (this.dayAt < 0 || isDated)) return hasWords && this.isSheet && this.isSumOfSheet(cells);
    if (blankFields?.every((field) => this.plan.cell(cells, field) === '') === true) return true;
    if (!hasWords) return false;
    return this.wordAts.some(({ at, isSupplier }) => {
      // A company may be called Total; a booking has a day, a sum hardly ever.
      return (!isSupplier || !isDated) && isSumText(cells[at] ?? '', false);
    });
  }

  /** A row without an amount that is no booking either: a balance, a remark, the number of the page. */
  isRemark(cells: readonly string[], hasLine: boolean): boolean {
    if (!this.hasNoAmount(cells)) return false;
    if (!hasLine || this.isBalance(cells)) return true;
    return this.isSheet && (this.dayAt < 0 || this.days.read(cells[this.dayAt] ?? '') === null);
  }

  private hasNoAmount(cells: readonly string[]): boolean {
    return this.plan.amounts.every(({ at }) => isBlank(cells[at]));
  }

  /** `Saldovortrag` stands among bookings and is none. */
  private isBalance(cells: readonly string[]): boolean {
    return this.balanceAts.some((at) => isBalanceText(cells[at] ?? ''));
  }

  /** Whether something stands in the place of the day that is to be one. */
  private isDated(cells: readonly string[]): boolean {
    const cell = this.dayAt < 0 ? '' : (cells[this.dayAt] ?? '');
    return this.days.read(cell) !== null || (!isBlank(cell) && !isSumOrBalance(cell));
  }

  /**
   * The last day of a month may stand beside its sum, and a sheet may have no days at all. A booking has the number of its
   * document, so its text may say whatever it likes.
   */
  private isSumOfSheet(cells: readonly string[]): boolean {
    const isDocumented = this.documentAt >= 0 && !isBlank(cells[this.documentAt]);
    return this.wordAts.some(({ at, isSupplier }) => {
      const isFree = isSupplier || (isDocumented && at === this.textAt);
      return !isFree && isPlainSum(cells[at] ?? '');
    });
  }
}
