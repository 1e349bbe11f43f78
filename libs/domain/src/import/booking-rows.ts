import { classifyAccount, isEarning } from '../budget/account-frame';
import type { AccountClass, Sphere } from '../budget/account-class';
import { isFiscalYear } from '../shared/fiscal-year';
import { AmountReader } from './amount-cell';
import { BookingSums } from './booking-sums';
import { type ColumnPlan, cellProblem } from './column-plan';
import type { ControlSums } from './control-sums';
import { DateReader } from './date-cell';
import { directionOfWords, sphereOfWords } from './direction-words';
import { partsOfLine } from './line-code';
import { factorOfMark, noteRow, yearOfText } from './line-rows';
import type { TableField } from './mapping';
import type { FileFinding, ImportedBooking, ImportedLine, RowProblem, RowReading } from './reading';
import { isBlank, joinKey, oneLine, textFault, withoutApostrophes } from './row-text';
import { SumRows } from './sum-rows';
import type { RowFields, TableRow } from './table';

type BookingType = 'actual' | 'final' | 'commitment' | 'payment';

const PLACED = [
  'bookedOn',
  'fiscalYear',
  'bookingType',
  'debitCredit',
  'account',
  'side',
  'sphere',
  'document',
  'text',
  'order',
  'supplier',
] as const;
type PlacedField = (typeof PLACED)[number];

const NO_PROBLEMS: readonly RowProblem[] = [];
const LIMITS: readonly (readonly [TableField, number])[] = [
  ['document', 60],
  ['text', 200],
  ['order', 60],
];
const LINE_MAX = 120;
const TYPE_WORDS: readonly (readonly [BookingType, RegExp])[] = [
  ['final', /schlussrechnung|schlußrechnung|final invoice/],
  ['commitment', /^(?:auftrag|bestellung|order|purchase order|obligo|commitment|mittelbindung|mittelvormerkung)/],
  ['payment', /zahlung$|^zahlung|^payment|^auszahlung|^ausgleich/],
  ['actual', /rechnung|invoice|^ist|gutschrift|credit note|^anordnung|^buchung|^ao\b|^annahmeanordnung|^kr$|^re$/],
];

/** What a word in the column of the booking's kind means; null when it is none of them. */
export function bookingTypeOf(text: string): BookingType | null {
  const word = text.trim().toLowerCase();
  if (word === '') return 'actual';
  return TYPE_WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** Reads bookings, one a row: orders, invoices, payments. Made for millions of rows. */
export class BookingRows {
  readonly amounts: AmountReader;
  readonly sumRows: SumRows;
  private readonly days: DateReader;
  private readonly others: BookingSums;
  private readonly types = new Map<string, BookingType | null>();
  private readonly classes = new Map<string, AccountClass>();
  private readonly spheres = new Map<string, Sphere>();
  private readonly at: Readonly<Record<PlacedField, number>>;
  private readonly keyAts: readonly number[];
  private readonly limits: readonly { readonly at: number; readonly max: number; readonly header: string }[];
  private readonly amountAts: readonly { readonly at: number; readonly factor: 1 | -1; readonly header: string }[];
  private readonly leaf: number[];
  private payments = 0;
  private zeros = 0;
  private readonly checksSums: boolean;
  /** What all are where no column says it of each. */
  private readonly typeOfAll: BookingType | null;

  constructor(
    private readonly plan: ColumnPlan,
    private readonly sums: ControlSums,
  ) {
    const { mapping } = plan;
    this.amounts = new AmountReader(mapping.numbers, mapping.unitFactor);
    this.days = new DateReader(mapping.dateOrder, mapping.yearOfDays);
    this.others = new BookingSums(plan, this.days);
    this.sumRows = new SumRows(plan);
    this.typeOfAll = bookingTypeOf(mapping.constants.bookingType ?? '');
    this.at = Object.fromEntries(PLACED.map((field) => [field, plan.at(field)])) as Record<PlacedField, number>;
    this.keyAts = mapping.keyFields.map((field) => plan.at(field));
    this.limits = LIMITS.map(([field, max]) => ({ at: plan.at(field), max, header: plan.headerOf(field) }));
    this.amountAts = plan.amounts.map(({ at, side, header }) => ({ at, header, factor: side === 'credit' ? -1 : 1 }));
    this.leaf = plan.amounts.map(() => 0);
    this.checksSums =
      mapping.sumRows.hasWords || mapping.sumRows.blankFields !== null || mapping.sumRows.rowNumbers.length > 0;
  }

  read({ rowNumber, cells }: TableRow): RowReading {
    const problems: RowProblem[] = [];
    const cents = this.readAmount(rowNumber, cells, problems);
    const lineNumber = this.lineNumberOf(cells);
    if (this.checksSums && this.others.isSum(rowNumber, cells, lineNumber !== null)) {
      return this.readSum(rowNumber, cells, cents, problems);
    }
    const hasNone = cents === null && problems.length === 1;
    if (hasNone && this.others.isRemark(cells, lineNumber !== null)) return noteRow(rowNumber, cells);
    const booking = this.bookingOf(rowNumber, cells, cents, lineNumber, problems);
    if (booking === null) return { kind: 'invalid', rowNumber, problems };
    if (this.checksSums) this.addToSums(cents ?? 0, this.markOf(cells) ?? 1);
    return {
      kind: 'booking',
      rowNumber,
      booking: booking.isTaken ? booking.booking : null,
      lineNumber: booking.booking.lineNumber,
      newLine:
        booking.isTaken && this.plan.mapping.createsLines ? this.newLineOf(rowNumber, cells, booking, problems) : null,
      problems: problems.length === 0 ? NO_PROBLEMS : problems,
    };
  }

  /** What was left out, said once for the file. */
  findings(): FileFinding[] {
    const { mapping } = this.plan;
    const note = (code: string, params: FileFinding['params']): FileFinding => {
      return { severity: 'info', rowNumber: null, code, column: null, params };
    };
    const found: FileFinding[] = [];
    const hasDay = this.at.bookedOn >= 0;
    if (this.at.fiscalYear < 0 && !hasDay && this.amountYears().includes(null)) {
      found.push(note('YEAR_ASSUMED', { fiscalYear: mapping.assumedYear ?? '' }));
    }
    if (!hasDay) found.push(note('DATE_ASSUMED', { date: mapping.assumedDay ?? '' }));
    if (this.payments > 0) found.push(note('PAYMENT_SKIPPED', { count: this.payments }));
    if (this.zeros > 0) found.push(note('ZERO_SKIPPED', { count: this.zeros }));
    return found;
  }

  /** One list of amounts for all rows: there are millions of them. */
  private addToSums(cents: number, mark: 1 | -1): void {
    this.leaf.fill(cents);
    this.sumRows.addRow(this.leaf, mark, '');
  }

  /** What S or H in a column of its own makes of the amount; null where neither stands there. */
  private markOf(cells: readonly string[]): 1 | -1 | null {
    return this.at.debitCredit < 0 ? 1 : factorOfMark(cells[this.at.debitCredit] ?? '');
  }

  private amountYears(): (number | null)[] {
    return this.plan.amounts.map(({ fiscalYear }) => fiscalYear);
  }

  /** Null where no amount stands in the row; Soll and Haben in columns of their own give one amount. */
  private readAmount(rowNumber: number, cells: readonly string[], problems: RowProblem[]): number | null {
    let sum: number | null = null;
    for (const { at, factor, header } of this.amountAts) {
      const cell = cells[at] ?? '';
      const cents = this.amounts.read(cell);
      const { fault } = this.amounts;
      if (fault === null) sum = (sum ?? 0) + factor * cents;
      else if (fault !== 'AMOUNT_REQUIRED') problems.push(cellProblem(rowNumber, header, fault, cell));
    }
    const first = this.amountAts[0];
    if (sum === null && problems.length === 0 && first !== undefined) {
      problems.push(cellProblem(rowNumber, first.header, 'AMOUNT_REQUIRED', cells[first.at] ?? ''));
    }
    return sum;
  }

  private readSum(
    rowNumber: number,
    cells: readonly string[],
    cents: number | null,
    problems: RowProblem[],
  ): RowReading {
    if (cents === null) return { kind: 'invalid', rowNumber, problems };
    return {
      kind: 'sum',
      rowNumber,
      problems: this.sumRows.compare(
        rowNumber,
        this.plan.amounts.map(() => (this.markOf(cells) ?? 1) * cents || 0),
        '',
      ),
    };
  }

  /** Null when a part of it is missing. */
  private lineNumberOf(cells: readonly string[]): string | null {
    const { keyFields } = this.plan.mapping;
    const parts: string[] = [];
    for (const [index, at] of this.keyAts.entries()) {
      const field = keyFields[index];
      const part =
        at >= 0
          ? withoutApostrophes(oneLine(cells[at] ?? ''))
          : field === undefined
            ? ''
            : this.plan.cell(cells, field);
      if (part === '') return null;
      parts.push(part);
    }
    return parts.length === 0 ? null : joinKey(parts);
  }

  private bookingOf(
    rowNumber: number,
    cells: readonly string[],
    cents: number | null,
    lineNumber: string | null,
    problems: RowProblem[],
  ): { readonly booking: ImportedBooking; readonly meaning: AccountClass; readonly isTaken: boolean } | null {
    const refuse = (field: TableField, code: string): void => {
      problems.push(cellProblem(rowNumber, this.plan.headerOf(field), code, this.plan.cell(cells, field)));
    };
    this.checkTexts(rowNumber, cells, lineNumber, problems);
    const type = this.typeOf(cells);
    if (type === null) refuse('bookingType', 'ENUM_INVALID');
    const factor = this.markOf(cells);
    if (factor === null) refuse('debitCredit', 'ENUM_INVALID');
    const bookedOn =
      this.at.bookedOn < 0 ? this.plan.mapping.assumedDay : this.days.read(cells[this.at.bookedOn] ?? '');
    if (bookedOn === null) refuse('bookedOn', 'DATE_INVALID');
    const fiscalYear = this.yearOf(cells, bookedOn);
    if (fiscalYear === null && (bookedOn !== null || this.at.fiscalYear >= 0)) refuse('fiscalYear', 'YEAR_INVALID');
    if (problems.length > 0 || cents === null || lineNumber === null) return null;
    if (type === null || factor === null || bookedOn === null || fiscalYear === null) return null;

    const { signs } = this.plan.mapping;
    const meaning = this.meaningOf(cells);
    const amountCents = factor * cents * (isEarning(meaning.direction) ? signs.revenue : signs.expense) || 0;
    const isTaken = this.count(type, fiscalYear, meaning, factor * cents, amountCents);
    const booking: ImportedBooking = {
      kind: type === 'commitment' ? 'commitment' : 'actual',
      lineNumber,
      fiscalYear,
      amountCents,
      bookedOn,
      document: this.cell(cells, 'document'),
      text: this.textOf(cells),
      order: this.cell(cells, 'order'),
      closesOrder: type === 'final',
    };
    return { booking, meaning, isTaken };
  }

  /** Without a text of its own a booking is remembered by whom it was paid to. */
  private textOf(cells: readonly string[]): string {
    const text = this.cell(cells, 'text');
    return text === '' ? this.cell(cells, 'supplier').slice(0, 200) : text;
  }

  private cell(cells: readonly string[], field: PlacedField): string {
    const at = this.at[field];
    return at < 0 ? '' : oneLine(cells[at] ?? '');
  }

  /** Adds the booking up; false when it changes nothing: a payment beside its invoice, or zero. */
  private count(
    type: BookingType,
    year: number,
    meaning: AccountClass,
    fileCents: number,
    ledgerCents: number,
  ): boolean {
    const isRepeated = type === 'payment' && !this.plan.mapping.paymentsCount;
    const first = this.amountAts[0];
    if (first !== undefined) this.sums.addCell(first.at, fileCents, '');
    const phase = isRepeated ? 'payment' : type === 'commitment' ? 'commitment' : 'actual';
    this.sums.addAmount(year, phase, meaning, ledgerCents);
    if (ledgerCents === 0) this.zeros += 1;
    else if (isRepeated) this.payments += 1;
    return ledgerCents !== 0 && !isRepeated;
  }

  private checkTexts(
    rowNumber: number,
    cells: readonly string[],
    lineNumber: string | null,
    problems: RowProblem[],
  ): void {
    if (lineNumber === null || textFault(lineNumber, LINE_MAX, true) !== null) {
      for (const field of this.plan.mapping.keyFields) {
        const value = this.plan.cell(cells, field);
        const fault = textFault(value, LINE_MAX, true);
        if (fault !== null) problems.push(cellProblem(rowNumber, this.plan.headerOf(field), fault, value));
      }
    }
    for (const { at, max, header } of this.limits) {
      if (at < 0) continue;
      const cell = cells[at] ?? '';
      const fault = cell === '' ? null : textFault(cell, max, false);
      if (fault !== null) problems.push(cellProblem(rowNumber, header, fault, cell));
    }
  }

  private typeOf(cells: readonly string[]): BookingType | null {
    if (this.at.bookingType < 0) return this.typeOfAll;
    const text = cells[this.at.bookingType] ?? '';
    const known = this.types.get(text);
    if (known !== undefined) return known;
    const type = bookingTypeOf(text);
    if (this.types.size < 1000) this.types.set(text, type);
    return type;
  }

  private yearOf(cells: readonly string[], bookedOn: string | null): number | null {
    const own = this.plan.amounts[0]?.fiscalYear;
    if (own !== null && own !== undefined) return own;
    if (this.at.fiscalYear >= 0) return yearOfText(cells[this.at.fiscalYear] ?? '', undefined, this.plan.mapping);
    if (this.at.bookedOn >= 0) return bookedOn === null ? null : Number(bookedOn.slice(0, 4));
    return this.plan.mapping.assumedYear;
  }

  /** Bookings are looked up by their line; their own direction matters for the sign, and for lines they create. */
  private meaningOf(cells: readonly string[]): AccountClass {
    const { side, sphere } = this.at;
    const text = `${this.accountOf(cells)}\u0000${cells[side] ?? ''}\u0000${cells[sphere] ?? ''}`;
    const known = this.classes.get(text);
    if (known !== undefined) return known;
    const meaning = this.newMeaning(cells);
    if (this.classes.size < 50_000) this.classes.set(text, meaning);
    return meaning;
  }

  /** Where the account has no column of its own, it stands in the number of the line. */
  private accountOf(cells: readonly string[]): string {
    if (this.at.account >= 0) return this.cell(cells, 'account');
    return partsOfLine(this.plan.cell(cells, 'line'))?.account ?? '';
  }

  private newMeaning(cells: readonly string[]): AccountClass {
    const { direction, accountFrame, accountYear } = this.plan.mapping;
    const sphere = sphereOfWords(this.plan.cell(cells, 'sphere')) ?? 'operating';
    if (direction === 'revenue') return { direction, sphere };
    if (direction === 'side') {
      return { direction: directionOfWords(this.plan.cell(cells, 'side')) ?? 'expense', sphere };
    }
    if (direction !== 'account' || !isFiscalYear(accountYear)) return { direction: 'expense', sphere };
    const found = classifyAccount(this.accountOf(cells), accountFrame, accountYear);
    return found ?? { direction: 'unclassified', sphere: 'unclassified' };
  }

  private newLineOf(
    rowNumber: number,
    cells: readonly string[],
    { booking, meaning }: { readonly booking: ImportedBooking; readonly meaning: AccountClass },
    problems: RowProblem[],
  ): { fields: RowFields; line: ImportedLine } | null {
    const sphere = this.spheres.get(booking.lineNumber);
    if (sphere === undefined) {
      this.spheres.set(booking.lineNumber, meaning.sphere);
      const fields: Partial<Record<TableField, string>> = { ...this.plan.mapping.constants };
      for (const { at, field } of this.plan.described) {
        const cell = cells[at] ?? '';
        if (!isBlank(cell)) fields[field] = oneLine(cell);
      }
      return { fields, line: { key: booking.lineNumber, ...meaning, amounts: [] } };
    }
    if (sphere !== meaning.sphere) {
      const params = { number: booking.lineNumber, sphere, found: meaning.sphere };
      const column = this.plan.headerOf('sphere');
      problems.push({ severity: 'warning', rowNumber, code: 'LINE_SPHERE_DIFFERS', column, params });
    }
    return null;
  }
}
