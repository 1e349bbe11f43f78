import type { FileMapping, ImportKind, MappedColumn, NumberStyle, TableField } from '../mapping';
import { SAMPLE_HEAD_ROWS, type TableRow, type TableSample } from '../table';
import { type AmountChoice, findAmounts, resolveTwins } from './amount-columns';
import { type BalanceChoice, findBalances } from './balance-columns';
import { bookingTypeOfAll } from './booking-type';
import type { ColumnGuess } from './column-guess';
import { countedMonths } from './cumulated-months';
import { findDateOrder } from './date-columns';
import { yearOfBatch, yearOfDays } from './datev-batch';
import { findFilledDown } from './filled-down';
import { findDirection, repeatedMarkOf, type SampleLine } from './direction';
import { type FieldChoice, findFields, nameOfDetail } from './field-columns';
import type { TableShape } from './header-rows';
import { findHeadings, type HeadingsFound } from './heading-rows';
import { askLeftOver } from './left-over';
import { missingColumns } from './missing-columns';
import type { Notes } from './notes';
import { findNumberStyle } from './number-style';
import { withOtherSide } from './other-side';
import { findPlanSpan } from './plan-years';
import { amountsByYear } from './row-years';
import { findBookingKey, findKey, type LineKey, spareColumns } from './row-key';
import { readCents, textsOf } from './sample-cells';
import type { Statement } from './statement';
import { findSumRows, type RowsOf, type SumRowsFound } from './sum-row-rule';
import { useOf } from './table-kind';
import { findItFilter, findUnitLevels } from './unit-fields';
import { findUnitFactor, unitsOfColumns } from './unit-scale';
import { assumedDayOf, assumedYearOf } from './year-and-day';

interface DecidedColumns {
  readonly amounts: readonly AmountChoice[];
  readonly balances: readonly BalanceChoice[];
  readonly fields: readonly FieldChoice[];
  readonly numbers: NumberStyle;
  readonly sums: SumRowsFound;
  readonly lines: readonly SampleLine[];
}

/** Puts the mapping together, decision by decision: each one needs those before it. */
export class TableUnderstanding {
  constructor(
    private readonly sample: TableSample,
    private readonly shape: TableShape,
    private readonly columns: readonly ColumnGuess[],
    private readonly kind: ImportKind,
    private readonly statement: Statement | null,
    private readonly notes: Notes,
  ) {}

  mapping(): FileMapping {
    const { kind, notes, shape, columns } = this;
    const { amounts, balances, fields, numbers, sums, lines } = this.decideColumns();
    const rows = lines.map(({ row }) => row);
    const filled =
      kind === 'bookings' ? { fields: [], rows } : findFilledDown(fields, this.linesAndHeadings(sums), rows, notes);
    const headed = this.headings(fields, filled.rows);
    const { fields: ownKey, added } = this.lineKey(headed.fields, [...amounts, ...balances], headed.rows);
    const part = this.partOf(amounts);
    const keyFields = part === null || ownKey.includes(part) ? ownKey : [part, ...ownKey];
    const texts = textsOf(this.sample, shape);
    const assumedYear = assumedYearOf(kind, amounts, fields, rows, texts, notes);
    const assumedDay = assumedDayOf(kind, columns, fields, assumedYear, notes);
    const plan = findPlanSpan(kind, amountsByYear(amounts, fields, filled.rows), texts, assumedYear, notes);
    const thisYear = Number(notes.hints.today.slice(0, 4));
    const firstYear = amounts.find(({ fiscalYear }) => fiscalYear !== null)?.fiscalYear;
    const accountYear = plan?.firstYear ?? firstYear ?? assumedYear ?? thisYear;
    const isStatement = this.statement !== null;
    const meaning = findDirection(
      { kind, ...this.accountsOf(fields, headed, lines), amounts, accountYear, numbers, statement: isStatement },
      notes,
    );
    const repeatedMark = repeatedMarkOf({ lines, amounts, fields }, notes);
    const found = added === null ? [] : [added, ...nameOfDetail(added, fields, columns, filled.rows, notes)];
    const counted = [...fields.filter(({ at }) => at !== repeatedMark), ...found];
    const units = unitsOfColumns(amounts, notes);
    const unitFactor = units?.factor ?? this.unitFactor(amounts, lines);
    const inUnits = amounts.map((amount) => {
      const own = units?.own.get(amount.at);
      return own === undefined ? amount : { ...amount, unitFactor: own };
    });
    missingColumns(kind, columns, amounts, fields, keyFields, notes);
    return {
      kind,
      sheetName: this.sample.sheetName,
      headerRows: shape.headerRows,
      firstDataRow: shape.firstDataRow,
      columns: this.mappedColumns(inUnits, balances, counted),
      numbers,
      unitFactor,
      dateOrder: this.dateOrder(fields),
      ...this.yearOfDays(fields),
      ...meaning,
      accountYear,
      keyFields,
      filledDown: filled.fields,
      ...(headed.rule === undefined ? {} : { headings: headed.rule }),
      constants: kind === 'bookings' ? bookingTypeOfAll(columns, fields, notes) : (this.statement?.constants ?? {}),
      sumRows: sums.rule,
      unitLevels:
        kind === 'bookings'
          ? []
          : findUnitLevels([...fields.map(({ field }) => field), ...(part === null ? [] : [part])]),
      itFilter: findItFilter(fields, shape.data),
      assumedYear,
      assumedDay,
      paymentsCount: this.paymentsCount(fields),
      createsLines: this.createsLines(keyFields, meaning.accountFrame),
      plan,
      ...this.monthsOfRows(fields, keyFields, rows),
    };
  }

  /** What the columns of a cross table are parts of: each row then is a line of every part. */
  private partOf(amounts: readonly AmountChoice[]): TableField | null {
    const parts = amounts.flatMap(({ header, of }) => (of === undefined ? [] : [{ header, field: of.field }]));
    const [first, last] = [parts[0], parts.at(-1)];
    if (first === undefined || last === undefined) return null;
    const params = { count: parts.length, field: first.field, first: first.header, last: last.header };
    this.notes.say('key', 'COLUMNS_OF_PARTS', params);
    return first.field;
  }

  /** Rows of one line that differ in their month are parts of its year: nothing is to be asked about that. */
  private monthsOfRows(
    fields: readonly FieldChoice[],
    keyFields: readonly TableField[],
    rows: readonly TableRow[],
  ): Pick<FileMapping, 'repeatedLines'> {
    const month = fields.find(({ field }) => field === 'month');
    if (month === undefined || useOf(this.kind) !== 'lines') return {};
    const told: readonly TableField[] = [...keyFields, 'fiscalYear', 'phase', 'side', 'month'];
    const ats = fields.filter(({ field }) => told.includes(field)).map(({ at }) => at);
    const names = rows.map(({ cells }) => ats.map((at) => (cells[at] ?? '').trim()).join('\u0000'));
    if (new Set(names).size < names.length) return {};
    this.notes.say('years', 'MONTH_ROWS', { column: month.at + 1, header: month.header }, month.at);
    return { repeatedLines: 'add' };
  }

  /** What stands in each column, and which rows are lines: those that are no sums and have an amount. */
  private decideColumns(): DecidedColumns {
    const { kind, notes, shape, columns } = this;
    const { amounts: worded, balances: candidates, told } = findAmounts(columns, kind, notes);
    const known = kind === 'bookings' ? worded : withOtherSide(worded, columns, shape.data, notes);
    const rest = columns.filter(({ at }) => ![...known, ...candidates].some((taken) => taken.at === at));
    const found = this.statement?.fields ?? findFields(rest, useOf(kind), shape.data, notes);
    const fields = found.filter(({ field, at }) => field !== 'phase' || !repeatsHeader(columns, known, at));
    const every = askLeftOver(columns, [...known, ...candidates, ...told, ...fields], known, kind, notes);
    const numbers = this.numberStyle(every, candidates);
    const table = readCents(shape.data, [...every, ...candidates], numbers);
    const first = countedMonths(every, table, textsOf(this.sample, shape), notes);
    const balances = findBalances(candidates, first, table, notes);
    const unexplained = candidates.filter(({ at }) => !balances.some((balance) => balance.at === at));
    const amounts = resolveTwins(first, unexplained, notes);
    const sums = findSumRows({ rows: shape.data, table, amounts, fields }, this.rowsOf(), notes);
    const rows = shape.data
      .map((row, at) => ({ row, cents: table[at] ?? [] }))
      .filter(({ row }) => !sums.rowNumbers.has(row.rowNumber));
    const lines = kind === 'organization' ? rows : rows.filter(({ cents }) => hasAmount(cents, amounts));
    // While it is open how amounts are written, no row has one; what else the rows say can be found out all the same.
    return { amounts, balances, fields, numbers, sums, lines: lines.length > 0 ? lines : rows };
  }

  /** A statement has headings of another kind. */
  private headings(fields: readonly FieldChoice[], lines: readonly TableRow[]): HeadingsFound {
    const isBookings = this.kind === 'bookings';
    if ((useOf(this.kind) !== 'lines' && !isBookings) || this.statement !== null)
      return { rule: undefined, fields, rows: lines };
    const rows = { preamble: this.shape.above, below: this.shape.data, lines };
    return findHeadings(fields, rows, isBookings, this.notes);
  }

  /** Bookings may have their account only above them. */
  private accountsOf(
    fields: readonly FieldChoice[],
    headed: HeadingsFound,
    lines: readonly SampleLine[],
  ): { readonly fields: readonly FieldChoice[]; readonly lines: readonly SampleLine[] } {
    if (this.kind !== 'bookings') return { fields, lines };
    return { fields: headed.fields, lines: lines.map((line, at) => ({ ...line, row: headed.rows[at] ?? line.row })) };
  }

  private linesAndHeadings({ rowNumbers }: SumRowsFound): readonly TableRow[] {
    return this.statement === null ? this.shape.data.filter((row) => !rowNumbers.has(row.rowNumber)) : [];
  }

  private unitFactor(amounts: readonly AmountChoice[], lines: readonly SampleLine[]): FileMapping['unitFactor'] {
    if (this.kind === 'organization') return 1;
    const texts = [...this.shape.headers, ...textsOf(this.sample, this.shape)];
    const cents = lines.flatMap((line) => amounts.flatMap(({ at }) => line.cents[at] ?? []));
    return findUnitFactor(texts, cents, this.notes);
  }

  private rowsOf(): RowsOf {
    if (this.kind === 'bookings') return 'bookings';
    if (this.kind === 'organization') return 'units';
    return this.statement === null ? 'lines' : 'statement';
  }

  /** All cells of columns that look like amounts prove how numbers are written. */
  private numberStyle(first: readonly AmountChoice[], candidates: readonly ColumnGuess[]): NumberStyle {
    if (this.kind === 'organization') return { decimal: ',', grouping: null, trailingMinus: false, parentheses: false };
    const ats = [...new Set([...first, ...candidates].map(({ at }) => at))];
    return findNumberStyle(
      this.shape.data.flatMap(({ cells }) => ats.flatMap((at) => cells[at] ?? [])),
      this.notes,
    );
  }

  private lineKey(
    fields: readonly FieldChoice[],
    taken: readonly { readonly at: number }[],
    rows: TableSample['head'],
  ): LineKey {
    const only = (...names: TableField[]): LineKey => ({ fields: names, added: null });
    if (this.kind === 'organization') return only('unit');
    if (this.kind === 'bookings') return only(...findBookingKey(fields, rows, this.notes));
    if (this.statement !== null) {
      const { planField, constants, fields: told } = this.statement;
      const line = told.some(({ field }) => field === 'statementLine') ? 'statementLine' : 'statementLineName';
      if (planField !== null) return only(planField, 'statement', line);
      return constants.product === undefined ? only('statement', line) : only('product', 'statement', line);
    }
    const { head, tail } = this.sample;
    const last = head.at(-1)?.rowNumber ?? 0;
    const isWhole = tail[0] === undefined ? head.length < SAMPLE_HEAD_ROWS : tail[0].rowNumber <= last + 1;
    return findKey(fields, spareColumns(this.columns, [...fields, ...taken]), rows, isWhole, this.notes);
  }

  private mappedColumns(
    amounts: readonly AmountChoice[],
    balances: readonly BalanceChoice[],
    fields: readonly FieldChoice[],
  ): MappedColumn[] {
    const chosen = new Map<number, MappedColumn>();
    for (const { at, ...column } of [...amounts, ...balances, ...fields]) chosen.set(at, column);
    return this.columns.map(({ at, header }) => ({ ...(chosen.get(at) ?? { role: 'ignore' as const }), header }));
  }

  private dateOrder(fields: readonly FieldChoice[]): FileMapping['dateOrder'] {
    const ats = fields.filter(({ field }) => field === 'bookedOn' || field === 'validFrom').map(({ at }) => at);
    const cells = this.shape.data.flatMap((row) => ats.flatMap((at) => row.cells[at] ?? []));
    return cells.length === 0 ? 'dmy' : findDateOrder(cells, this.notes);
  }

  private yearOfDays(fields: readonly FieldChoice[]): Pick<FileMapping, 'yearOfDays'> {
    const days = fields.find(({ field }) => field === 'bookedOn');
    const year = yearOfDays(this.shape.data, days, yearOfBatch(this.sample), this.notes);
    return year === undefined ? {} : { yearOfDays: year };
  }

  /** A file whose only kind of booking is the payment tells what was spent. */
  private paymentsCount(fields: readonly FieldChoice[]): boolean {
    const at = fields.find(({ field }) => field === 'bookingType')?.at;
    if (this.kind !== 'bookings' || at === undefined) return false;
    const types = new Set(
      this.shape.data.map(({ cells }) => (cells[at] ?? '').trim().toLowerCase()).filter((text) => text !== ''),
    );
    const isOnlyPayments = types.size > 0 && [...types].every((text) => /zahlung|payment|auszahl/.test(text));
    if (isOnlyPayments) this.notes.say('kind', 'PAYMENTS_ARE_ACTUALS', { text: [...types].join(', ') });
    return isOnlyPayments;
  }

  /** Where no account frame is known and several columns name a line, there is no plan it could belong to. */
  private createsLines(keyFields: readonly TableField[], frame: FileMapping['accountFrame']): boolean {
    const creates = this.kind === 'bookings' && keyFields.length > 1 && frame === 'unclassified';
    if (creates) this.notes.say('key', 'LINES_CREATED');
    return creates;
  }
}

/** One word for all rows, such as Ergebnis of the Ergebnishaushalt, says nothing beside columns that say what they are. */
function repeatsHeader(columns: readonly ColumnGuess[], amounts: readonly AmountChoice[], at: number): boolean {
  const ownPhase = amounts.some((choice) =>
    columns.some((guess) => guess.at === choice.at && guess.amount.phase !== null),
  );
  return ownPhase && columns.some((guess) => guess.at === at && guess.values.distinct === 1);
}

function hasAmount(cents: readonly (number | null)[], amounts: readonly AmountChoice[]): boolean {
  return amounts.some(({ at }) => (cents[at] ?? null) !== null);
}
